"""Describe an analysis of social return on investment: scope, conventions, results."""

from typing import Annotated, Literal

from auditor.model.figure import Figure
from auditor.model.part import Many, Note, Record, Refers, Stated, must, said
from auditor.model.scalar import Count, Date, Id, Number, Share, Year, Years
from auditor.model.value_map import SroiInput, ValueMapRow


class Conventions(Record):
    """How the analysis says that it calculates."""

    discounting: Literal["none", "first_year_at_par", "end_of_year", "mid_year"] | None = said(
        "When in a year value is taken to fall; first_year_at_par leaves year 1 as it is."
    )
    drop_off_method: Literal["compound", "straight"] | None = said(
        "compound takes the share off the year before, straight off the first year."
    )
    drop_off_from: Literal["year_2", "year_1"] | None = said(
        "The first year that drop-off reduces."
    )
    fractional_years: Literal["whole", "rounded_up", "prorated"] | None = said(
        "How a duration with part of a year is counted."
    )
    row_rounding: Literal["none", "unit"] | None = said(
        "Whether each row is rounded to whole currency units before it is added."
    )


class SroiReported(Record):
    """The results as reported."""

    total_inputs: Figure | None = said("Total of the inputs, in the file's currency.", 55389)
    total_impact: Figure | None = said(
        "Total impact before discounting, in the file's currency.", 281010
    )
    total_present_value: Figure | None = said(
        "Total present value of the impact, in the file's currency.", 281010
    )
    net_present_value: Figure | None = said(
        "Total present value less the inputs, in the file's currency.", 225621
    )
    ratio: Figure | None = said("Present value for each unit of input.", 5.07)
    net_ratio: Figure | None = said("Net present value for each unit of input.", 4.07)
    payback_months: Figure | None = said("Months until the value equals the inputs.", 10.2)
    ratio_basis: Literal["total", "marginal"] | None = said(
        "Whether the ratio is of everything spent or of the next pound spent."
    )
    range_low: Figure | None = said("Lowest ratio of the range reported.", 2.60)
    range_high: Figure | None = said("Highest ratio of the range reported.", 5.16)
    period_note: Note = said("The period that the ratio covers.", "One year from April 2017")


class ShareOfValue(Record):
    """The share of the value that falls to one group."""

    stakeholder_id: Annotated[Id, Refers("stakeholders")] = must(
        "Id of the group that gains.", "participants"
    )
    share: Share = must("Its share of the total value: 82% is 0.82.", 0.82)


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


class ChangedValue(Record):
    """One value of the value map as a sensitivity test sets it."""

    row_id: Annotated[Id, Refers("sroi.rows")] | None = said("Id of the row it is in.", "gp")
    input_id: Annotated[Id, Refers("sroi.inputs")] | None = said(
        "Id of the input it is in.", "staffing"
    )
    field: (
        Literal[
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
        | None
    ) = said("The value that is changed; amount is that of an input.")
    value: Number | None = said("What it is set to, in the unit of that value.", 14)


class SroiSensitivity(Record):
    """What becomes of the ratio when one assumption changes."""

    id: Id = must("Short name by which other parts of the file refer to it.", "half-membership")
    assumption: Assumption | None = said("The assumption that was changed.")
    change: Note = said("The change that was made.", "Half as many leisure centre memberships")
    sets: Many[ChangedValue] = said("The change, value by value, so that it can be recomputed.")
    ratio: Figure | None = said("The ratio after the change.", 5.04)
    break_even: Figure | None = said(
        "The value of the assumption at which the ratio is 1, in its own unit.", 0.85
    )


class Scaling(Record):
    """A claim about what would follow if the activity were extended."""

    population: Count | None = said("How many people it would reach.", 12000)
    horizon_years: Years | None = said("Over how many years.", 10)
    saturation_note: Note = said(
        "Whether the effect for each person stays the same as more are reached.",
        "The first 2,000 have the greatest need",
    )
    price_year: Year | None = said("The year whose prices are used.", 2018)
    claim: Figure | None = said("The value claimed, in the file's currency.", 100000000)


class Assurance(Record):
    """Whether someone else has checked the analysis."""

    status: Literal["none", "self", "peer", "assured"] | None = said("Who checked it, if anyone.")
    by: Note = said("The body or person that checked it.", "Social Value International")
    independent: bool | None = said("Whether they are independent of those who made it.")
    date: Date | None = said("When it was checked.")
    scope: Literal["principles", "data", "both"] | None = said(
        "Whether principles were checked, data, or both."
    )
    described_as: Note = said("How the file describes the check.", "Assured against the principles")


class Sroi(Record):
    """An analysis of social return on investment."""

    type: Literal["forecast", "evaluative"] | None = said(
        "forecast for what is expected, evaluative for what has happened."
    )
    labelled_forecast: bool | None = said("Whether a forecast is called one wherever it is used.")
    purpose: Note = said("What the analysis is for.", "To decide whether to continue the hub")
    audience: Note = said(
        "The readers whom the analysis is for.", "The health board and the council"
    )
    scope: Note = said("The activities that are in and those that are out.", "Exercise on referral")
    period_start: Date | None = said("The first day of the period that is analysed.")
    period_end: Date | None = said("The last day of the period that is analysed.")
    principles_edition: Literal["seven", "eight"] | None = said(
        "Which list of principles of social value is followed."
    )
    inputs: Many[SroiInput] = said("What goes in: money, time and things.")
    inputs_exclude_user_time_note: Note = said(
        "That the users' own time is left out, and why.", "By the convention of the Guide"
    )
    rows: Many[ValueMapRow] = said("The value map, one row for each outcome of each group.")
    discount_rate: Share | None = said("The yearly discount rate as a share: 3.5% is 0.035.", 0.035)
    discount_rate_reason: Note = said(
        "Why this rate was used.", "The public-sector rate of the Green Book"
    )
    conventions: Stated[Conventions] = said("How the analysis calculates.")
    materiality_threshold: Share | None = said(
        "Share of the total value below which an outcome is left out: 2% is 0.02.", 0.02
    )
    reported: Stated[SroiReported] = said("The results as reported.")
    shares: Many[ShareOfValue] = said("The share of the value that falls to each group.")
    value_to_state: Figure | None = said(
        "Value that falls to the state, in the file's currency.", 4070
    )
    value_to_individuals: Figure | None = said(
        "Value that falls to individuals, in the file's currency.", 276940
    )
    sensitivity: Many[SroiSensitivity] = said("The tests of single assumptions.")
    scaling: Stated[Scaling] = said("A claim about extending the activity.")
    assurance: Stated[Assurance] = said("Whether someone else has checked it.")
    modified_on: Date | None = said("When the value map was last changed.")
    report_date: Date | None = said("The date of the report.")
    reported_to_stakeholders_on: Date | None = said("When the results went back to stakeholders.")
    reported_how: Note = said("How the results went back to them.", "A meeting and a two-page note")
    limits: Note = said("The limits that the report names.", "No control group")
