"""Describe how a provider is chosen: criteria, weights, tenders and their scores."""

from typing import Annotated, Literal

from auditor.model.options import QualityEvidence
from auditor.model.part import Many, Note, Record, Refers, Stated, must, said
from auditor.model.scalar import Count, Date, Id, Money, Quantity, Share, Text


class Criterion(Record):
    """One award criterion."""

    id: Id = must("Short name by which other parts of the file refer to it.", "quality")
    name: Text = must("What the criterion is called.", "Quality of support")
    weight: Share | None = said("Its weight as a share of all criteria: 40% is 0.40.", 0.40)
    kind: Literal["price", "quality", "social_value", "outcome", "other"] | None = said(
        "What the criterion judges."
    )
    compares_sroi_ratios: bool | None = said(
        "Whether it compares social return on investment ratios of different bidders."
    )
    outcome_ids: Many[Annotated[Id, Refers("outcomes")]] = said(
        "Ids of the outcomes that it rewards.", ["confidence"]
    )


class Evaluator(Record):
    """Someone who scores the tenders."""

    name: Text | None = said("Name or post of the evaluator.", "Head of adult commissioning")
    role: Note = said("On whose behalf they score.", "A carer, for the users' group")
    declared_on: Date | None = said("When they declared their interests.")


class EntryRequirements(Record):
    """What a bidder must show before its tender is read."""

    turnover: Money | None = said("Least yearly turnover, in the file's currency.", 400000)
    insurance: Money | None = said("Least insurance cover, in the file's currency.", 5000000)
    reason: Note = said(
        "Why bidders must show so much.", "Twice the yearly value, the council's ceiling"
    )


class Lots(Record):
    """Whether the contract was divided, and who may bid together."""

    number: Count | None = said("How many lots there are.", 3)
    single_lot_reason: Note = said("Why it was not divided.", "One team serves one building")
    consortia_allowed: bool | None = said("Whether bidders may bid together.")
    subcontracting_allowed: bool | None = said("Whether parts may be subcontracted.")


class Award(Record):
    """How the tenders were to be judged and by whom."""

    criteria: Many[Criterion] = said("The award criteria.")
    price_basis: Literal["unit", "whole_life"] | None = said(
        "Whether price is judged by the unit or over the whole life of the contract."
    )
    price_basis_reason: Note = said(
        "Why price is judged by the unit.", "Volume is set by referrals alone"
    )
    published_on: Date | None = said("When criteria and weights were published.")
    no_engagement_notice_reason: Note = said(
        "Why no notice of talks with the market came before the tender notice.",
        "The talks were open to all and advertised with the plan",
    )
    tender_deadline: Date | None = said("The last day for tenders.")
    evaluators: Many[Evaluator] = said("Those who score the tenders.")
    conflicts_checked_on: Date | None = said("When conflicts of interest were checked.")
    scoring_started_on: Date | None = said("When scoring began.")
    winner: Annotated[Id, Refers("tenders")] | None = said("Id of the tender that won.", "T1")
    award_notice_on: Date | None = said("When the contract award notice was published.")
    summaries_sent_on: Date | None = said("When bidders were sent the reasons for the result.")
    lots: Stated[Lots] = said("Whether the contract was divided into lots.")
    entry_requirements: Stated[EntryRequirements] = said("What a bidder must show first.")


class Score(Record):
    """The score of one tender on one criterion."""

    criterion_id: Annotated[Id, Refers("award.criteria")] = must("Id of the criterion.", "quality")
    score: Quantity = must(
        "The score before weighting, on the scale used for every tender and criterion.", 72
    )


class Tender(Record):
    """What one bidder offered, and how it was scored."""

    id: Id = must("Short name by which other parts of the file refer to it.", "T1")
    provider: Text = must("The body that made the tender.", "Valleys Community Trust")
    sector: Literal["vcse", "private", "public", "in_house"] | None = said(
        "The bidder's sector; vcse is a voluntary, community or social enterprise."
    )
    unit_cost: Money | None = said("Price of one unit, in the file's currency.", 41.50)
    whole_life_cost: Money | None = said(
        "Cost over the whole life of the contract, in the file's currency.", 1240000
    )
    price: Money | None = said("Price tendered, in the file's currency.", 1180000)
    benefits_value: Money | None = said(
        "Value of its benefits over the whole life, in the file's currency.", 1520000
    )
    public_saving: Money | None = said(
        "What it saves public bodies over the whole life, in the file's currency.", 210000
    )
    scores: Many[Score] = said("The scores, one for each criterion.")
    quality: Many[QualityEvidence] = said("What is known about its quality.")
    wider_benefits: Many[Text] = said(
        "What it offers beyond the service itself.", ["Ten paid traineeships for care leavers"]
    )
    outcome_ids: Many[Annotated[Id, Refers("outcomes")]] = said(
        "Ids of the outcomes that it undertakes to bring about.", ["confidence"]
    )
    sroi_ratio: Quantity | None = said(
        "The social return on investment ratio that it offers, if any; a plain number.", 3.8
    )
    won: bool | None = said("Whether this tender won.")
