"""Describe a figure that the file works out from others, so that it can be worked out again."""

from typing import Annotated, Literal

from auditor.model.figure import Figure
from auditor.model.part import FIGURES, Many, Record, Refers, must, said
from auditor.model.scalar import Id, Text

Unit = Literal["money", "ratio", "share", "months", "years", "number"]

Measure = Literal[
    "total",
    "saving",
    "cost",
    "cost_per_outcome",
    "ratio",
    "present_value",
    "annual_value",
    "share",
    "scaled_up",
    "factor",
    "other",
]


class Term(Record):
    """One number of a calculation: given here, or a figure that the file claims elsewhere."""

    id: Id = must(
        "The name that the formula uses: letters, digits and underscores, a letter first.", "days"
    )
    text: Text | None = said("What the number is.", "Days of staff time")
    value: Figure | None = said("The number, as printed.", 29)
    claim: Annotated[Text, Refers(FIGURES)] | None = said(
        "The claimed figure that is used instead, such as calculations.<id>.claimed.",
        "sroi.total_inputs",
    )
    unit: Unit | None = said(
        "The unit of the number. A whole number, or whole months or years, is a count and exact;"
        " anything else may be rounded where it is printed."
    )


class Calculation(Record):
    """A claimed figure with the calculation that is said to give it."""

    id: Id = must("Short name by which other parts of the file refer to it.", "lottery-grant")
    text: Text = must("What the figure is.", "Staff time paid by the lottery grant")
    measure: Measure | None = said("What sort of figure it is.")
    unit: Unit = must("The unit of the claimed figure; money is in the file's currency.")
    claimed: Figure | None = said("The figure as claimed.", 26235)
    formula: Text | None = said(
        "How it is worked out from the terms: + - * / and brackets, sum(), min(), max(), round(),"
        " annuity(rate, years) and factor(rate, year). Numbers in it are exact.",
        "staff * days * rate",
    )
    terms: Many[Term] = said("The numbers that the formula names.")
