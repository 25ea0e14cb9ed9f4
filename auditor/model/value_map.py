"""Describe a value map: what goes in, and each outcome's quantity, proxy and deductions."""

from typing import Annotated, Literal

from auditor.model.figure import Figure
from auditor.model.part import Many, Note, Record, Refers, Stated, must, said
from auditor.model.scalar import Date, Id, Money, Quantity, Share, Text, Year, Years, YearsFromBase


class SroiInput(Record):
    """Something that goes in: money, time or things."""

    id: Id = must("Short name by which other parts of the file refer to it.", "staffing")
    text: Note = said("What goes in, in words.", "Staffing")
    kind: Literal["funding", "in_kind", "volunteer", "overhead", "user_time"] | None = said(
        "What sort of input it is; user_time is the users' own time."
    )
    bearer: Text | None = said("The body or group that gives it.", "Conwy County Borough Council")
    amount: Money = must("Its value over the period, in the file's currency.", 45331)
    year: YearsFromBase | None = said(
        "The year of the analysis that it falls in; the first is 1.", 1
    )
    basis: Note = said("How the value was worked out.", "1,150 hours at £11.44")


class Basis(Record):
    """What an estimate rests on."""

    source: Note = said("The source: benchmark, trend, comparison, stakeholders.", "County trend")
    date: Date | None = said("When the source was made.")


class ValueMapRow(Record):
    """One outcome of one group of stakeholders, from quantity to impact."""

    id: Id = must("Short name by which other parts of the file refer to it.", "gp")
    stakeholder_id: Annotated[Id, Refers("stakeholders")] | None = said(
        "Id of the group that experiences the outcome.", "participants"
    )
    outcome_id: Annotated[Id, Refers("outcomes")] | None = said(
        "Id of the outcome that is valued.", "fewer-visits"
    )
    text: Note = said("What the row counts.", "Fewer visits to the general practitioner")
    quantity: Quantity | None = said(
        "How many people or things change, in the unit that the row counts.", 19
    )
    quantity_source: Note = said("Where the quantity comes from.", "Before and after questionnaire")
    proxy: Money | None = said(
        "Value of one unit for one year, in the file's currency; negative for a loss.", 37
    )
    proxy_text: Note = said("What the value stands for.", "Cost of one visit")
    proxy_source: Note = said("Where the value comes from.", "Unit Costs of Health and Social Care")
    proxy_price_year: Year | None = said("The year whose prices the value is in.", 2018)
    proxy_type: Literal["wellbeing", "saving", "market", "preference", "other"] | None = said(
        "What sort of value it is; saving is a unit cost that someone may save."
    )
    proxy_reason: Note = said(
        "Why the value stands for what the change is worth to those who experience it.",
        "Participants ranked it beside a year's gym membership",
    )
    deadweight: Share | None = said("Share that would have happened anyway: 25% is 0.25.", 0.25)
    deadweight_basis: Stated[Basis] = said("What the deadweight rests on.")
    displacement: Share | None = said(
        "Share that was only moved from elsewhere: 10% is 0.10.", 0.10
    )
    displacement_basis: Stated[Basis] = said("What the displacement rests on.")
    attribution_to_others: Share | None = said(
        "Share that is due to others and is deducted: 50% is 0.50.", 0.50
    )
    attribution_basis: Stated[Basis] = said("What the attribution rests on.")
    drop_off: Share | None = said(
        "Share that is lost from one year to the next: 20% is 0.20.", 0.20
    )
    drop_off_basis: Stated[Basis] = said("What the drop-off rests on.")
    shown_rounded: Many[
        Literal["quantity", "deadweight", "displacement", "attribution_to_others"]
    ] = said(
        "Which of its numbers look exact and are rounded where they are shown, such as a number of"
        " people from a survey percentage. Values and broken quantities are taken so anyway.",
        ["quantity"],
    )
    zero_reason: Note = said("Why a deduction of 0 is right.", "No other service in the county")
    duration_years: Years | None = said("How many years the outcome lasts.", 3)
    duration_basis: Note = said("What the duration rests on.", "Follow-up after two years")
    outcome_start: Literal["during", "after"] | None = said(
        "Whether the outcome starts during the activity or in the period after it."
    )
    falls_to: (
        Literal["commissioner", "other_public_body", "individuals", "community", "other"] | None
    ) = said("Whose gain the value is.")
    body: Text | None = said("The body that gains, where it is a public one.", "NHS Wales")
    cashable: bool | None = said("Whether the gain can be taken out of a budget.")
    reported_impact: Figure | None = said(
        "Impact of the first year as reported, in the file's currency.", 400
    )
    reported_years: Many[Figure] = said(
        "Impact of each year as reported, from the first, in the file's currency.", [400, 320, 256]
    )
    reported_present_value: Figure | None = said(
        "Present value of all years as reported, in the file's currency.", 921
    )
