"""Describe what is to be reached: objectives, outcomes of every sign, and how they are measured."""

from typing import Annotated, Literal

from auditor.model.part import Many, Note, Record, Refers, Stated, must, said
from auditor.model.scalar import Date, FrameworkOutcome, Id, Money, Number, Text, Years

Pillar = Literal["social", "economic", "environmental"]


class Objective(Record):
    """Something that the decision is meant to achieve."""

    id: Id = must("Short name by which other parts of the file refer to it.", "O1")
    text: Text = must(
        "What is to be achieved, for whom, by when.",
        "By March 2027, 60 more carers can take a weekly break",
    )
    kind: Literal["output", "outcome"] | None = said(
        "output for what is delivered, outcome for what changes for someone."
    )
    specific: bool | None = said("Whether it says exactly what is to change.")
    measurable: bool | None = said("Whether it can be measured.")
    achievable: bool | None = said("Whether it can be achieved.")
    relevant: bool | None = said("Whether it serves the need.")
    time_limited: bool | None = said("Whether it says by when.")
    date: Date | None = said("When the objective was set or last changed.")
    aims_at_place: bool | None = said("Whether it is an objective for a place.")
    stakeholder_ids: Many[Annotated[Id, Refers("stakeholders")]] = said(
        "Ids of the groups for whom it is meant.", ["tenants"]
    )
    outcome_ids: Many[Annotated[Id, Refers("outcomes")]] = said(
        "Ids of the outcomes that it serves.", ["confidence"]
    )


class Outcome(Record):
    """A change that someone experiences: wanted or not, intended or not."""

    id: Id = must("Short name by which other parts of the file refer to it.", "confidence")
    text: Text = must("What changes, for whom.", "Carers feel able to carry on caring")
    stakeholder_id: Annotated[Id, Refers("stakeholders")] | None = said(
        "Id of the group that experiences the change.", "tenants"
    )
    sign: Literal["positive", "negative"] | None = said(
        "Whether those who experience the change are better or worse off."
    )
    intended: bool | None = said("Whether the change is intended.")
    level: Literal["service", "wider"] | None = said(
        "service for those who use it, wider for society and the state."
    )
    pillar: Pillar | None = said("Whether the change is social, economic or environmental.")
    experienced_by: Literal["individual", "state"] | None = said(
        "Whether the value falls to individuals or to the state."
    )
    source: Literal["stakeholders", "literature", "provider", "desk"] | None = said(
        "Who named the outcome: the stakeholders, studies, the provider, or work at a desk."
    )
    material: bool | None = said("Whether it matters enough to be counted.")
    relevance_basis: Note = said(
        "Why it is relevant.", "Named by 19 of 24 carers; an aim of the carers strategy"
    )
    significance_basis: Note = said(
        "Why it is large enough to matter: how many, how long, how much, how far caused.",
        "Second largest share of value at 18%",
    )
    excluded_reason: Literal["not_relevant", "not_significant", "no_evidence"] | None = said(
        "Which test it failed, where the analysis leaves it out."
    )
    excluded_note: Note = said(
        "More on why it is left out, or how the report shows it without a value.",
        "Under 1% of the value in any case",
    )
    relative_importance: Number | None = said(
        "How important those who experience it say it is: any scale, used alike for all outcomes.",
        8,
    )
    causal_note: Note = said(
        "How the activity leads to the change.", "A weekly break lets carers sleep and see friends"
    )
    other_influences: Note = said(
        "What else brings the change about or stands in its way, and how that is allowed for.",
        "A new bus line brings visitors too; a third is put down to it",
    )
    chain: Note = said(
        "The chain of outcomes to which it belongs; the same words for all members of a chain.",
        "carer wellbeing",
    )
    final_in_chain: bool | None = said("Whether it is the last outcome of its chain.")
    duration_years: Years | None = said("How long the change lasts, in years.", 3)
    indicator_ids: Many[Annotated[Id, Refers("indicators")]] = said(
        "Ids of the indicators that measure it.", ["I1"]
    )
    framework_outcomes: Many[FrameworkOutcome] = said(
        "The outcomes of the frameworks named in `outcome_frameworks` that it takes up: framework,"
        " full stop, outcome.",
        ["harbour-outcomes.S1"],
    )


class FrameworkOutcomeLeftOut(Record):
    """A statement that an outcome of a framework is not pursued here."""

    outcome: FrameworkOutcome = must(
        "The outcome of the framework that is left out.", "harbour-outcomes.C3"
    )
    reason: Text = must("Why it is left out.", "The service has no premises or vehicles")


class PillarNotRelevant(Record):
    """A statement that social, economic or environmental outcomes do not arise."""

    pillar: Pillar = must("The kind of outcome that does not arise.")
    reason: Text = must("Why it does not arise.", "The service has no premises or vehicles")
    decided_on: Date | None = said("When that was settled.")


class Indicator(Record):
    """A measure of what goes in, what is delivered or what changes."""

    id: Id = must("Short name by which other parts of the file refer to it.", "I1")
    text: Text = must("What is measured, and in what unit.", "Carer strain index, 0 to 26 points")
    kind: Literal["input", "output", "outcome"] | None = said(
        "input for what goes in, output for what is delivered, outcome for what changes."
    )
    outcome_ids: Many[Annotated[Id, Refers("outcomes")]] = said(
        "Ids of the outcomes that it measures.", ["confidence"]
    )
    baseline: Stated[Number] = said("The value before the change, in the indicator's unit.", 14.2)
    baseline_date: Date | None = said("When the baseline was measured.")
    target: Stated[Number] = said("The value to be reached, in the indicator's unit.", 10)
    target_date: Date | None = said("When the target is to be reached.")
    source: Note = said("Where the values come from.", "Carers' quarterly survey")
    frequency: Note = said("How often it is measured.", "Quarterly")
    cost_of_collection: Money | None = said(
        "What measuring it costs in a year, in the file's currency.", 1200
    )
    chosen_by: Note = said("Who chose the measure.", "The carers' reference group")
    chosen_with: Many[Annotated[Id, Refers("stakeholders")]] = said(
        "Ids of the groups that took part in choosing it.", ["carers"]
    )
    subjective: bool | None = said("Whether it records how people themselves see the change.")
