"""Describe how a service is brought to an end: plan, risks, users' destinations and assets."""

from typing import Literal

from auditor.model.part import Many, Note, Record, must, said
from auditor.model.scalar import Count, Date, Text


class PlanItem(Record):
    """One task of the project plan."""

    kind: (
        Literal["consultation", "notice", "tupe", "case_transfer", "contingency", "other"] | None
    ) = said("What sort of task it is; tupe is the transfer of staff.")
    text: Note = said("What is to be done in this task.", "Hand over the case files of 54 users")
    start: Date | None = said("The first day of the task.")
    end: Date | None = said("The last day of the task.")


class Communication(Record):
    """Something that an audience was promised."""

    audience: Text | None = said("The audience that is told.", "Users and their families")
    commitment: Note = said("What they were promised.", "A letter within a week of the decision")
    due: Date | None = said("By when the promise is due.")
    done: Date | None = said("When the promise was kept.")


class DecommissioningRisk(Record):
    """A risk of ending the service."""

    head: (
        Literal["process", "users", "providers", "agencies", "value_for_money", "reputation"] | None
    ) = said("What the risk threatens.")
    risk: Text | None = said("What may happen to whom.", "Two users have nowhere to go")
    owner: Note = said("Who has to deal with it.", "Head of operations")
    mitigation: Note = said("What is done against it.", "A named worker for every user")


class Advice(Record):
    """Technical advice on the decision."""

    kind: Literal["legal", "hr", "finance", "procurement", "property"] = must(
        "The field in which advice was taken."
    )
    date: Date | None = said("When the advice was given.")
    by: Note = said("Who gave the advice.", "County solicitor")
    not_needed_reason: Note = said("Why none is needed.", "No property is used")


class SteeringMember(Record):
    """A member of the steering group."""

    role: Literal["user", "provider", "staff", "commissioner", "community", "other"] | None = said(
        "On whose behalf the member sits."
    )
    name: Text | None = said("Name or post of the member.", "Chair of the users' forum")


class SteeringGroup(Record):
    """The group that steers the work."""

    terms: Note = said("Where its terms of reference stand.", "Agreed on 4 March, annex 2")
    members: Many[SteeringMember] = said("The members of the steering group.")


class TransitionPlan(Record):
    """How users, cases, assets and obligations move on."""

    agreed_on: Date | None = said("When the plan was agreed.")
    users: Note = said("Who moves where, without a gap.", "All 54 have a named place by 1 May")
    referrals: Note = said("Where new referrals go.", "To the hub from 1 April")
    cases: Note = said("How cases and records are handed over.", "In person, between key workers")
    assets: Note = said("What happens to assets.", "Two minibuses go to the trust")
    obligations: Note = said("What happens to leases, contracts and debts.", "Lease ends in June")
    residual_need: Note = said(
        "How needs are met that no other service takes on.", "Small grants for four street clubs"
    )


class UserDestinations(Record):
    """Where the users went, in numbers; each user is counted once."""

    current: Count | None = said(
        "Users who lost the service when the decision took effect; those who stay with a reduced "
        "service are left out.",
        54,
    )
    transferred: Count | None = said("Users who moved to another service.", 41)
    signposted: Count | None = said("Users who were told where else to turn.", 6)
    no_longer_needing: Count | None = said("Users who no longer need a service.", 4)
    declined: Count | None = said("Users who declined any other service.", 3)


class ProviderSupport(Record):
    """Help offered to the provider."""

    kind: Literal["information", "transition_grant", "infrastructure_body", "other"] | None = said(
        "What sort of help it is."
    )
    text: Note = said(
        "What help the provider is offered.", "Weekly questions and answers until May"
    )
    offered_on: Date | None = said("When it was offered.")


class AssetDecision(Record):
    """What happens to something bought with public money."""

    item: Text = must("What was bought with public money.", "Minibus, bought in 2021")
    decision: Note = said("What happens to it.", "Given to the trust under a use agreement")


class TupeAssessment(Record):
    """Whether staff transfer to another employer, and what they are owed."""

    applies: bool | None = said("Whether staff transfer.")
    text: Note = said("What the assessment says.", "Six staff are assigned to the service")
    staff: Count | None = said("How many staff are affected.", 6)
    transfer_date: Date | None = said("The day of the transfer.")
    liability_information_on: Date | None = said(
        "When the new employer was given the employee liability information."
    )
    redundancies: Count | None = said("How many redundancies are proposed.", 0)
    collective_consultation_from: Date | None = said("When collective consultation began.")
    first_dismissal_on: Date | None = said("The day of the first dismissal.")


class PostReview(Record):
    """The look back after the service has ended."""

    due: Date | None = said("By when the review is due.")
    done: Date | None = said("When the review was done.")
    text: Note = said("What the review found.", "Three former users have had no contact since June")
