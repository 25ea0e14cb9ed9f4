"""Describe what was measured after the decision, and what the reviews found and changed."""

from typing import Annotated, Literal

from auditor.model.part import Many, Note, Record, Refers, Stated, must, said
from auditor.model.scalar import Date, Id, Money, Number, Quantity, Text


class Measurement(Record):
    """One value of one indicator on one day."""

    date: Date | None = said("The day, or the last day of the period, that was measured.")
    indicator_id: Annotated[Id, Refers("indicators")] | None = said("Id of the indicator.", "I1")
    value: Number | None = said("The value, in the indicator's unit.", 11.8)
    by: Note = said("Who measured the value.", "Valleys Community Trust")
    source_type: Literal["monitoring", "users", "provider", "inspection"] | None = said(
        "Where the value comes from."
    )
    published_on: Date | None = said("When the value was published.")
    note: Note = said("Anything a reader needs to know about the value.", "14 of 60 replied")


class MonitoringPlan(Record):
    """How the results were to be monitored and evaluated."""

    agreed_on: Date | None = said("When the plan was agreed.")
    text: Note = said("Where the plan stands.", "Business case, annex C")
    tool: Note = said(
        "The tool by which outcomes are measured, by its name.",
        "Social return on investment, evaluative, yearly",
    )
    tool_reason: Note = said(
        "Why this tool fits what is to be measured.",
        "Most of the value falls to people who pay nothing for the service",
    )
    budget: Money | None = said("The money set aside for it, in the file's currency.", 6000)
    no_budget_reason: Note = said("Why no money is set aside.", "Staff time within the base budget")


class ReviewFinding(Record):
    """Something that a review found, and what follows from it."""

    text: Note = said("What the review found.", "Evening sessions are half empty")
    outcome_id: Annotated[Id, Refers("outcomes")] | None = said(
        "Id of the outcome it is about.", "confidence"
    )
    action: Note = said("What will be done about it.", "Move two sessions to Saturday")
    owner: Note = said("Who will see to the action, or answers for taking none.", "Service manager")
    due: Date | None = said("By when the action is due.")
    no_action_reason: Note = said("Why nothing will be done.", "The centre closes in May")


class Economy(Record):
    """What was paid, beside what it might have cost."""

    cost: Money | None = said("The cost, in the file's currency.", 118000)
    benchmark: Money | None = said(
        "The cost that it is compared with, in the file's currency.", 124000
    )
    text: Note = said("What the comparison shows.", "5% under the county average")


class Efficiency(Record):
    """What was delivered for the money."""

    output: Quantity | None = said("How much was delivered, in the unit that the text names.", 2480)
    cost: Money | None = said("What that cost, in the file's currency.", 118000)
    text: Note = said("What was delivered, and what it shows.", "Hours of respite care")


class Effectiveness(Record):
    """What was reached of what was intended."""

    actual: Number | None = said("The result, in the unit that the text names.", 52)
    target: Number | None = said("The target, in the same unit.", 60)
    text: Note = said("What the result is, and what it shows.", "Carers who take a weekly break")


class ReviewVfm(Record):
    """What a review says about value for money."""

    economy: Stated[Economy] = said("What was paid, beside what it might have cost.")
    efficiency: Stated[Efficiency] = said("What was delivered for the money.")
    effectiveness: Stated[Effectiveness] = said("What was reached of what was intended.")
    equity: Note = said("Whether all groups were served alike.", "Take-up is even across wards")


class ForecastCompared(Record):
    """One value of the appraisal beside what came of it."""

    what: Text | None = said("What is compared, and in what unit.", "Cost of the first year")
    outcome_id: Annotated[Id, Refers("outcomes")] | None = said(
        "Id of the outcome it is about.", "confidence"
    )
    forecast: Number | None = said("What was expected, in the unit that is compared.", 120000)
    actual: Number | None = said("What happened, in the same unit.", 131500)
    note: Note = said("Why forecast and result differ.", "Two posts were filled late")


class Review(Record):
    """A look back at the commissioning process, the service or its outcomes."""

    id: Id = must("Short name by which other parts of the file refer to it.", "R1")
    date: Date | None = said("When it was completed.")
    kind: Literal["process", "service", "outcomes"] | None = said("What the review looked at.")
    audiences: Many[
        Literal["users", "community", "providers", "staff", "public", "taxpayers", "other"]
    ] = said("Whose views it took.")
    findings: Many[ReviewFinding] = said("What it found, and what follows.")
    vfm: Stated[ReviewVfm] = said("What it says about value for money.")
    forecast_compared: Many[ForecastCompared] = said("What was expected beside what happened.")
    kept_at: Note = said(
        "Where the results are kept so that the next decision can use them, and for whom.",
        "The council's outcomes library, open to every commissioner and provider",
    )
    published_on: Date | None = said("When it was published.")
