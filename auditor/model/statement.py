"""Describe what a file says about value in prose, with the fields that let it be checked."""

from typing import Annotated, Literal

from auditor.model.figure import Figure
from auditor.model.part import FIGURES, Note, Record, Refers, Stated, must, said
from auditor.model.scalar import Date, Id, Text, Year, Years


class Statement(Record):
    """One statement of the prose that asserts a quantity, or compares quantities."""

    id: Id = must("Short name by which other parts of the file refer to it.", "return-summary")
    quotation: Text = must("The words as they stand.", "£3.80 for every additional £1")
    where: Text | None = said("Where they stand.", "Page 12, line 194")
    subject: Text | None = said(
        "Whom or what the statement is about; the same words for the same thing.",
        "Shaftesbury Young People",
    )
    measure: Text | None = said(
        "What is measured; the same words for the same quantity.", "social return"
    )
    form: (
        Literal[
            "one_to_x",
            "x_per_1",
            "amount",
            "amount_per_unit",
            "share",
            "number",
            "multiple",
            "ranking",
            "none",
        ]
        | None
    ) = said("How the quantity is put: 1:3.8, £3.80 for each £1, an amount, “more than twice”.")
    value: Figure | None = said("The quantity, as printed.", 3.80)
    low: Figure | None = said("The lower end, where a range is stated.", 4.40)
    high: Figure | None = said("The upper end, where a range is stated.", 6.10)
    bound: Literal["exactly", "about", "more_than", "at_least", "less_than", "at_most"] | None = (
        said("Whether the words bound the quantity; “more than £100 million” is more_than.")
    )
    base: Note = said("What the quantity is per, or a share of.", "£1 of public money")
    ratio_basis: Literal["total", "marginal", "not_said"] | None = said(
        "Whether a return is of everything spent or of the next pound spent; not_said where the"
        " words leave that open."
    )
    value_kind: Literal["gross", "net", "not_said"] | None = said(
        "Whether what was spent is still in the value or already taken off."
    )
    timing: Literal["forecast", "evaluative", "not_said"] | None = said(
        "Whether it is expected or has happened."
    )
    period: Note = said("The period that it covers.", "Over ten years")
    period_years: Years | None = said("The length of that period in years.", 10)
    price_year: Year | None = said("The year whose prices are used.", 2007)
    words: Text | None = said(
        "The words that compare, where it is a multiple or a fraction in words.", "more than twice"
    )
    compares: Stated[Annotated[Text, Refers(FIGURES)]] = said(
        "The figure that the words are about, such as statements.<id>.value; after a change, the"
        " later one. Say that there is none where the text gives no number.",
        "sroi.total_present_value",
    )
    compared_with: Stated[Annotated[Text, Refers(FIGURES)]] = said(
        "The figure that it is compared with; for a change, the earlier one.", "sroi.total_inputs"
    )
    row_id: Annotated[Id, Refers("sroi.rows")] | None = said(
        "Id of the row that is ranked by value, as in “the second largest”, or of which a number is"
        " stated.",
        "family-health",
    )
    states: (
        Literal[
            "quantity",
            "proxy",
            "deadweight",
            "displacement",
            "attribution_to_others",
            "drop_off",
            "duration_years",
            "discount_rate",
        ]
        | None
    ) = said(
        "The number of that row, or of the whole value map, which the words state: text and model"
        " should give the same."
    )
    stakeholder_id: Annotated[Id, Refers("stakeholders")] | None = said(
        "Id of the group that is ranked by value.", "participants"
    )
    claim: Annotated[Text, Refers(FIGURES)] | None = said(
        "The figure of the file that the statement repeats, if it repeats one.", "sroi.ratio"
    )
    cross_reference: Text | None = said(
        "The place to which it sends the reader for its subject.", "Case study 7"
    )
    source: Note = said("The source that it names.", "Study by the London School of Economics")
    source_supports: bool | None = said("Whether that source, once read, supports it.")
    source_checked_by: Note = said("Who read the source for this.", "A. Jones, internal audit")
    differs_because: Note = said(
        "Why it differs from another statement of the same quantity.", "An earlier year"
    )
    confirmed_by: Text | None = said(
        "Who read these fields out of the quotation; without a name nothing departs on them.",
        "A. Jones, internal audit",
    )
    confirmed_on: Date | None = said("When they did so.")
