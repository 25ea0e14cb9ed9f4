"""Describe what an analysis says would change its result: tests, ranges, extension."""

from typing import Annotated, Literal

from auditor.model.figure import Figure
from auditor.model.part import Many, Note, Record, Refers, must, said
from auditor.model.scalar import Count, Id, Number, Share, Year, Years

Assumption = Literal[
    "deadweight",
    "displacement",
    "attribution",
    "drop_off",
    "duration",
    "proxy",
    "quantity",
    "inputs",
    "discount_rate",
    "other",
]

Changeable = Literal[
    "quantity",
    "proxy",
    "deadweight",
    "displacement",
    "attribution_to_others",
    "drop_off",
    "duration_years",
    "amount",
    "discount_rate",
]

RowIds = Many[Annotated[Id, Refers("sroi.rows")]]


class ChangedValue(Record):
    """One value of the value map as a sensitivity test sets it, in one row or in many."""

    row_id: Annotated[Id, Refers("sroi.rows")] | None = said("Id of the row it is in.", "gp")
    row_ids: RowIds = said("Ids of the rows it is in, where there are several.", ["gp", "walk"])
    all_rows: bool | None = said("Whether it is changed in every row.")
    input_id: Annotated[Id, Refers("sroi.inputs")] | None = said(
        "Id of the input it is in.", "staffing"
    )
    only_where: Literal["equal_to", "below", "at_least"] | None = said(
        "Change only the rows whose own value compares so with `only_value`."
    )
    only_value: Number | None = said("The value that `only_where` compares with.", 0.1)
    field: Changeable | None = said("The value that is changed; amount is that of an input.")
    value: Number | None = said("What it is set to, in the unit of that value.", 14)
    change_by: Number | None = said(
        "By how much it is changed instead, as a share: 3% is 0.03.", 0.03
    )
    change_means: Literal["percentage_points", "per_cent"] | None = said(
        "Whether a change of 3% adds three percentage points or multiplies by 1.03."
    )


class SroiSensitivity(Record):
    """What becomes of the ratio when assumptions change."""

    id: Id = must("Short name by which other parts of the file refer to it.", "half-membership")
    assumption: Assumption | None = said("The assumption that was changed.")
    change: Note = said("The change that was made.", "Half as many leisure centre memberships")
    sets: Many[ChangedValue] = said("The change, value by value, so that it can be recomputed.")
    leaves_out_rows: RowIds = said("Ids of rows that this test leaves out.", ["walk"])
    leaves_out_inputs: Many[Annotated[Id, Refers("sroi.inputs")]] = said(
        "Ids of inputs that this test leaves out.", ["volunteers"]
    )
    combines: Many[Annotated[Id, Refers("sroi.sensitivity")]] = said(
        "Ids of the tests that this one makes at the same time.", ["half-membership"]
    )
    ratio: Figure | None = said("The ratio after the change.", 5.04)
    break_even: Figure | None = said(
        "The value of the assumption at which the ratio is 1, in its own unit.", 0.85
    )


class AssumptionRange(Record):
    """Between which values an assumption may lie, for a test of all of them at once."""

    row_id: Annotated[Id, Refers("sroi.rows")] | None = said("Id of the row it is in.", "gp")
    input_id: Annotated[Id, Refers("sroi.inputs")] | None = said(
        "Id of the input it is in.", "staffing"
    )
    field: Changeable = must("The value that may vary; amount is that of an input.")
    low: Number = must("The lowest value, in the unit of that value.", 10)
    high: Number = must("The highest value, in the unit of that value.", 25)
    likely: Number | None = said("The most likely value; the file's own where left out.", 19)
    shape: Literal["uniform", "triangular"] | None = said(
        "uniform where every value is as likely, triangular where the middle one is likeliest."
    )
    basis: Note = said("What the range rests on.", "95% interval of the survey")


class Scaling(Record):
    """A claim about what would follow if the activity were extended."""

    population: Count | None = said("How many people it would reach.", 12000)
    reached: Count | None = said("How many people the analysis is about.", 66)
    value_per_person: Figure | None = said(
        "Value for each person that the claim takes, in the file's currency.", 4257
    )
    uptake: Share | None = said("Share of the population that would take part: 3% is 0.03.", 0.03)
    horizon_years: Years | None = said("Over how many years.", 10)
    every_year: bool | None = said("Whether as many people take part anew in each of those years.")
    discounted: bool | None = said("Whether later years are discounted in the claim.")
    saturation_note: Note = said(
        "Whether the effect for each person stays the same as more are reached.",
        "The first 2,000 have the greatest need",
    )
    price_year: Year | None = said("The year whose prices are used.", 2018)
    claim: Figure | None = said("The value claimed, in the file's currency.", 100000000)
