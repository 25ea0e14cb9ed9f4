"""Describe the people and bodies affected, how they took part, and what they were asked."""

from typing import Annotated, Literal

from auditor.model.part import Many, Note, Record, Refers, must, said
from auditor.model.scalar import Count, Date, Id, Text
from auditor.model.stage import Stage

ProtectedCharacteristic = Literal[
    "age",
    "disability",
    "gender_reassignment",
    "marriage_and_civil_partnership",
    "pregnancy_and_maternity",
    "race",
    "religion_or_belief",
    "sex",
    "sexual_orientation",
]


class Involvement(Record):
    """One occasion on which a group of stakeholders took part."""

    stage: Stage | None = said("The stage of the decision at which they took part.")
    purposes: Many[
        Literal["identify_outcomes", "value", "design", "delivery", "review", "impact_assessment"]
    ] = said("What they took part in: naming outcomes, giving their value, design and so on.")
    method: Note = said("How they took part.", "Two focus groups and 14 interviews")
    date: Date | None = said("When they took part; the last day where it took several.")
    number: Count | None = said("How many people of this group took part.", 24)
    sample_note: Note = said(
        "How they were chosen, and whether further answers still brought anything new.",
        "Every third name on the register; nothing new after the 18th interview",
    )
    facilitator: Note = said("Who led the occasion.", "Citizens Advice Denbighshire, independent")


class Stakeholder(Record):
    """A group of people, or a body, that the decision affects or that affects it."""

    id: Id = must("Short name by which other parts of the file refer to this group.", "tenants")
    name: Text = must("What the group or body is called.", "Tenants of the sheltered schemes")
    subgroup: Note = said("The part of a larger group that this is.", "Aged 80 or over")
    effect: Literal["positive", "negative", "both", "affects_only"] | None = said(
        "How the decision affects them; affects_only where they affect it and are not affected."
    )
    most_affected: bool | None = said("Whether this is one of the groups affected most.")
    population: Count | None = said("How many people are in the group.", 132)
    included: bool | None = said("Whether the analysis covers this group.")
    excluded_reason: Note = said(
        "Why the analysis leaves this group out.", "No contact with the service since 2022"
    )
    protected_characteristics: Many[ProtectedCharacteristic] = said(
        "The protected characteristics (Equality Act 2010) by which the group is defined."
    )
    involved: Many[Involvement] = said("The occasions on which this group took part.")


Audience = Literal[
    "users",
    "public",
    "providers",
    "taxpayers",
    "interested_persons",
    "staff",
    "vcse",
    "small_business",
    "negatively_affected",
]


class Consultation(Record):
    """One consultation: whom it asked, when, what it showed, and what came of it."""

    id: Id = must("Short name by which other parts of the file refer to it.", "C1")
    title: Text | None = said("What the consultation was called.", "The future of day services")
    audience: Many[Audience] = said("The kinds of people and bodies that were asked.")
    topics: Many[Text] = said(
        "What they were asked about.", ["future of the service", "assets", "wider community impact"]
    )
    opened: Date | None = said("The first day on which answers were taken.")
    closed: Date | None = said("The last day on which answers were taken.")
    written: bool | None = said("Whether it was a formal written consultation.")
    responses: Count | None = said("How many answers came in.", 218)
    proposal_status_at_open: Literal["formative", "draft", "decided"] | None = said(
        "How far the proposal had been settled when the consultation opened."
    )
    reasons_given: bool | None = said("Whether the reasons for the proposal were shown.")
    options_shown: bool | None = said("Whether the alternatives were shown.")
    costs_benefits_shown: bool | None = said("Whether costs and benefits were shown.")
    asked_effect_and_importance: bool | None = said(
        "Whether people were asked what difference it would make and how much that matters to them."
    )
    shorter_reason: Note = said(
        "Why it was shorter than the period that applies.", "Funding ends on 31 March"
    )
    summary_date: Date | None = said("When the answers were summarised for the decision maker.")
    response_published_on: Date | None = said(
        "When the response to the consultation was published."
    )
    decision_ref: Note = said(
        "Where the decision refers to the answers.", "Cabinet report CAB/24/17, paragraph 31"
    )
    influenced: Note = said(
        "What changed because of the answers.", "Evening sessions were added to the specification"
    )
    objective_ids: Many[Annotated[Id, Refers("objectives")]] = said(
        "Ids of the objectives that the answers changed.", ["O1"]
    )
