"""Describe a decision to end or reduce a service: why, on what notice, at what loss."""

from typing import Annotated, Literal

from auditor.model.figure import Figure
from auditor.model.part import Many, Note, Record, Refers, Stated, must, said
from auditor.model.scalar import Change, Count, Date, Id, Months, Text, Years
from auditor.model.transition import (
    Advice,
    AssetDecision,
    Communication,
    DecommissioningRisk,
    PlanItem,
    PostReview,
    ProviderSupport,
    SteeringGroup,
    TransitionPlan,
    TupeAssessment,
    UserDestinations,
)

Driver = Literal[
    "budget", "performance", "need_changed", "policy", "provider_exit", "legal", "quality", "other"
]


class ImpactAssessment(Record):
    """Who would feel the effects of ending the service, and how."""

    assessed_on: Date | None = said("When the effects were assessed.")
    users: Note = said("The effects on users.", "54 people lose a weekday place")
    providers: Note = said("The effects on providers.", "A fifth of the trust's income")
    community: Note = said("The effects on the community.", "The hall loses its main tenant")
    volunteers: Note = said("The effects on volunteers.", "22 volunteers, 11 of them retired")
    staff: Note = said("The effects on staff.", "Six posts, two of them full time")
    other_agencies: Note = said("The effects on other bodies.", "More calls to the crisis team")
    market: Note = said("The effects on the market of providers.", "One provider remains")
    suppliers_remaining: Count | None = said("How many providers would remain.", 1)
    cumulative: Note = said(
        "The effects together with other cuts on the same people and providers.",
        "The same users lost evening transport in 2024",
    )
    involved: Many[
        Literal["users", "providers", "community", "volunteers", "staff", "other_agencies"]
    ] = said("Who took part in the assessment.")
    provider_bias_note: Note = said(
        "How the interest of providers in their own figures was allowed for.",
        "Attendance was checked against door counts",
    )


class ValueAtRisk(Record):
    """Value that someone would lose, and what becomes of it."""

    id: Id = must("Short name by which other parts of the file refer to it.", "carers-break")
    stakeholder_id: Annotated[Id, Refers("stakeholders")] = must(
        "Id of the group that would lose it.", "tenants"
    )
    outcome_id: Annotated[Id, Refers("outcomes")] | None = said(
        "Id of the outcome that would be lost.", "confidence"
    )
    text: Note = said("What would be lost.", "A weekly break for 54 carers")
    annual_value: Figure | None = said("What it is worth in a year, in the file's currency.", 64000)
    years: Years | None = said("How many years the loss lasts.", 3)
    disposition: Literal["protected", "replaced", "accepted_loss"] | None = said(
        "What becomes of it."
    )
    owner: Note = said("Who answers for that.", "Head of adult social care")
    how: Note = said(
        "How it is protected or replaced, or why the loss is accepted.", "Moves to the hub"
    )


class DecommissioningReported(Record):
    """The saving as reported, and what is taken off it."""

    gross_saving: Figure | None = said("Saving before anything is taken off, in currency.", 240000)
    one_off_costs: Figure | None = said("Costs of ending the service, in currency.", 38000)
    displaced_costs: Figure | None = said("Costs that move to other bodies, in currency.", 61000)
    value_lost: Figure | None = said("Value lost and not replaced, in currency.", 52000)
    net_saving: Figure | None = said("Saving after all of these, in currency.", 89000)


class ImprovementPlan(Record):
    """A plan to improve a service that was struggling, made before it was ended."""

    agreed_on: Date | None = said("When the plan was agreed with the provider.")
    end: Date | None = said("The last day of the plan.")
    text: Note = said(
        "What was to improve, and what came of it.", "Waiting time fell by a week only"
    )


class BudgetChange(Record):
    """How the cut compares with what the authority bears itself."""

    voluntary_sector: Change | None = said(
        "Change of funding to voluntary and community bodies as a share: a cut of 8% is -0.08.",
        -0.08,
    )
    own: Change | None = said("Change of the authority's own budget, as a share.", -0.11)
    basis: Note = said("The year and the measure that both use.", "2025-26 on 2024-25, revenue")


class Decommissioning(Record):
    """The decision to end, reduce or replace a service; its options are the file's `options`."""

    rationale: Note = said("Why the service is to end, in full.", "Demand has halved since 2019")
    drivers: Many[Driver] = said("What led to the proposal.")
    budget_only_justification: Note = said(
        "Why a decision on budget alone is right.", "The grant that paid for it has ended"
    )
    proposal_date: Date | None = said("When the proposal was first made.")
    decision_maker: Text | None = said("The body or person that decides.", "Cabinet")
    signed_off_on: Date | None = said("When the case for ending was signed off.")
    signed_off_by: Text | None = said(
        "Who signed off the case for ending.", "Director of adult social care"
    )
    notice_served_on: Date | None = said("When notice was served.")
    notice_form: Literal["written", "verbal"] | None = said("How notice was given.")
    notice_recipients: Many[Literal["provider", "users", "public", "staff"]] = said(
        "Who was given notice."
    )
    notice_gives_reasons: bool | None = said("Whether the notice gives the reasons.")
    effective_date: Date | None = said("The day on which the service ends or is reduced.")
    exceptional_reason: Note = said(
        "Why notice is shorter than it should be.", "The building was condemned in May"
    )
    longer_notice_flags: Many[Literal["tupe", "residential", "property"]] = said(
        "What calls for longer notice: transfer of staff, people's homes, property."
    )
    local_notice_months: Months | None = said(
        "Months of notice that a local agreement asks for.", 6
    )
    impact: Stated[ImpactAssessment] = said("Who would feel the effects, and how.")
    value_at_risk: Many[ValueAtRisk] = said("The value that would be lost, and what becomes of it.")
    reported: Stated[DecommissioningReported] = said("The saving as reported.")
    improvement_plan: Stated[ImprovementPlan] = said("The plan to improve the service first.")
    budget_change: Stated[BudgetChange] = said("How the cut compares with the authority's own.")
    information_for_proposals: Note = said(
        "What others were given so that they could put forward options of their own.",
        "Costs and attendance by session, sent on 3 March",
    )
    project_plan: Many[PlanItem] = said("The tasks and their dates.")
    comms: Many[Communication] = said("What each audience was promised, and when it was done.")
    risk_register: Many[DecommissioningRisk] = said("The risks of ending the service.")
    advice: Many[Advice] = said("The technical advice that was taken.")
    steering_group: Stated[SteeringGroup] = said("The group that steers the work.")
    transition_plan: Stated[TransitionPlan] = said("How users and obligations move on.")
    user_destinations: Stated[UserDestinations] = said("Where the users went, in numbers.")
    provider_support: Many[ProviderSupport] = said("The help offered to the provider.")
    assets: Many[AssetDecision] = said("What happens to things bought with public money.")
    tupe_assessment: Stated[TupeAssessment] = said("Whether staff transfer to another employer.")
    post_review: Stated[PostReview] = said("The look back after the service has ended.")
