"""Describe an analysis of social return on investment: scope, conventions, results."""

from typing import Annotated, Literal

from auditor.model.figure import Figure
from auditor.model.part import Many, Note, Record, Refers, Stated, must, said
from auditor.model.reported import SroiReported
from auditor.model.scalar import Date, Id, Share
from auditor.model.scenario import AssumptionRange, Scaling, SroiSensitivity
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
    outcome_start: Literal["during", "after"] | None = said(
        "When outcomes start, for rows that do not say so themselves."
    )
    deductions: Literal["multiplicative", "additive"] | None = said(
        "Whether deductions are taken one after the other, or added up and taken at once."
    )
    deductions_mean: Literal["deducted", "kept"] | None = said(
        "Whether deadweight and displacement print what is taken off or what is kept."
    )
    attribution_means: Literal["others", "this_activity"] | None = said(
        "Whose share the attribution column prints: that of others, or of this activity."
    )
    ratio_means: Literal["gross", "net"] | None = said(
        "Whether the headline ratio still contains what was put in, or is net of it."
    )
    inputs_discounted: Literal["undiscounted", "discounted"] | None = said(
        "Whether inputs of later years are discounted."
    )
    rates: Literal["flat", "standard", "health", "reduced"] | None = said(
        "One flat rate, or the Green Book's banded rates of the edition that the file follows."
    )
    change_means: Literal["percentage_points", "per_cent"] | None = said(
        "What a change of 3% in a sensitivity test means."
    )


class ShareOfValue(Record):
    """The share of the value that falls to one group."""

    stakeholder_id: Annotated[Id, Refers("stakeholders")] = must(
        "Id of the group that gains.", "participants"
    )
    share: Share | None = said("Its share of the total value: 82% is 0.82.", 0.82)
    present_value: Figure | None = said(
        "The present value that falls to it, in the file's currency.", 230000
    )


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
    ranges: Many[AssumptionRange] = said("The ranges in which assumptions may lie.")
    scaling: Stated[Scaling] = said("A claim about extending the activity.")
    assurance: Stated[Assurance] = said("Whether someone else has checked it.")
    modified_on: Date | None = said("When the value map was last changed.")
    report_date: Date | None = said("The date of the report.")
    reported_to_stakeholders_on: Date | None = said("When the results went back to stakeholders.")
    reported_how: Note = said("How the results went back to them.", "A meeting and a two-page note")
    limits: Note = said("The limits that the report names.", "No control group")
