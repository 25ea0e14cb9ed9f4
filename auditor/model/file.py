"""Put the parts together into the two kinds of file: commissioning and decommissioning."""

from typing import Annotated, Literal, TypeAlias

from pydantic import ConfigDict, Field

from auditor.model.appraisal import Appraisal
from auditor.model.award import Award, Tender
from auditor.model.calculation import Calculation
from auditor.model.contract import Contract
from auditor.model.coproduction import Coproduction
from auditor.model.decommissioning import Decommissioning
from auditor.model.equality import Equality
from auditor.model.money import Cost, CostKindNil, DisplacedCost, NonCashable, Saving
from auditor.model.monitoring import Measurement, MonitoringPlan, Review
from auditor.model.needs import Market, Needs
from auditor.model.options import Option
from auditor.model.outcomes import (
    FrameworkOutcomeLeftOut,
    Indicator,
    Objective,
    Outcome,
    PillarNotRelevant,
)
from auditor.model.part import FIGURES, Many, Note, Part, Refers, Stated, must, said
from auditor.model.people import Consultation, Stakeholder
from auditor.model.procurement import Procurement
from auditor.model.proposals import Proposals
from auditor.model.record import Engagement, EvidenceEntry, Judgement, Notice, Publication
from auditor.model.scalar import Currency, Date, FrameworkId, Id, Text, WholeNumber
from auditor.model.sroi import Sroi
from auditor.model.stage import CommissioningStage, DecommissioningStage, Kind, Stage
from auditor.model.statement import Statement

PolicyBasis = Literal[
    "green-book",
    "managing-public-money",
    "magenta-book",
    "eight-principles",
    "compact",
    "local-compact",
    "best-value-2011",
    "best-value-2015",
    "best-value-2024",
    "sroi-guide",
    "social-value-act",
    "consultation-principles",
    "nao-successful-commissioning",
    "nao-decommissioning",
    "other",
]

LONGEST_TITLE = 300
"""In characters; a title heads every page of a report."""

Edition = Annotated[Literal[2003, 2018, 2020, 2022, 2026], WholeNumber]


class DecisionFile(Part):
    """What a commissioning file and a decommissioning file have in common."""

    format_version: Literal["1"] = must("The version of this format, in quotes.")
    kind: Kind = must("Whether the file is about commissioning or decommissioning.")
    schema_address: Text | None = Field(
        default=None,
        alias="$schema",
        title="Schema address",
        description="Where an editor finds the schema of this file; the program reads past it.",
        examples=["schemas/commissioning-file.schema.json"],
    )
    id: Id | None = said("The file's own reference.", "ASC-2025-014")
    title: Annotated[Text, Field(max_length=LONGEST_TITLE)] = must(
        f"What the decision is about, in at most {LONGEST_TITLE} characters.",
        "Day opportunities for older people",
    )
    stage: Stage = must("The stage that the decision has reached.")
    summary: Note = said("The decision in two or three sentences.", "Replace two day centres by …")
    nation: Literal["england", "wales", "scotland", "northern_ireland"] | None = said(
        "The nation of the United Kingdom whose law applies."
    )
    authority_type: Literal["central", "local", "nhs", "other"] | None = said(
        "What sort of body decides."
    )
    best_value_authority: bool | None = said(
        "Whether the body has the duty of best value (Local Government Act 1999)."
    )
    provider_sector: Literal["vcse", "private", "public", "in_house", "mixed"] | None = said(
        "Who provides the service; vcse is a voluntary, community or social enterprise."
    )
    regime: Literal["pa2023", "pcr2015", "psr2023", "grant", "below_threshold", "exempt"] | None = (
        said(
            "The procurement law that applies: Procurement Act 2023, Public Contracts Regulations"
            " 2015, Provider Selection Regime 2023, or none."
        )
    )
    light_touch: bool | None = said("Whether the lighter rules for social services apply.")
    service_type: Text | None = said("The type of service.", "Day opportunities")
    currency: Currency = Field(
        default="GBP",
        description="The currency of every amount, by its three-letter code (ISO 4217).",
        examples=["GBP"],
    )
    procurement_start_date: Date | None = said("The day on which the procurement started.")
    specification_date: Date | None = said("The day on which the specification was fixed.")
    decision_date: Date | None = said("The day on which the decision was or will be made.")
    green_book_edition: Edition | None = said(
        "The edition of the Green Book that was followed, by its year."
    )
    local_compact_signed: bool | None = said("Whether a local compact has been signed.")
    policy_basis: Many[PolicyBasis] = said("The guidance that the file says it follows.")
    outcome_frameworks: Many[FrameworkId] = said(
        "The ids of the outcome frameworks that the decision follows.", ["harbour-outcomes"]
    )
    decision_rests_on: Annotated[Text, Refers(FIGURES)] | None = said(
        "The claimed figure on which the decision rests: sroi.ratio, options.<id>.npv and so on.",
        "sroi.ratio",
    )
    engagement: Stated[Engagement] = said("On whose behalf and within what limits.")
    needs: Stated[Needs] = said("The assessment of needs.")
    stakeholders: Many[Stakeholder] = said("The people and bodies affected.")
    consultations: Many[Consultation] = said("The consultations.")
    objectives: Many[Objective] = said("What the decision is meant to achieve.")
    outcomes: Many[Outcome] = said("The changes that people experience.")
    framework_outcomes_left_out: Many[FrameworkOutcomeLeftOut] = said(
        "The outcomes of the frameworks that are not pursued, and why."
    )
    pillars_not_relevant: Many[PillarNotRelevant] = said(
        "The kinds of outcome, social, economic or environmental, that do not arise."
    )
    indicators: Many[Indicator] = said("How inputs, outputs and outcomes are measured.")
    coproduction: Stated[Coproduction] = said(
        "How users and communities share in the work, by seven characteristics."
    )
    market: Stated[Market] = said("The providers that exist.")
    proposals: Stated[Proposals] = said("Proposals that nobody invited, and what became of them.")
    options: Many[Option] = said("The options that were considered.")
    appraisal: Stated[Appraisal] = said("How the options were compared.")
    procurement: Stated[Procurement] = said("What the public record shows of the procurement.")
    award: Stated[Award] = said("How a provider is chosen.")
    tenders: Many[Tender] = said("The tenders and their scores.")
    contract: Stated[Contract] = said("The terms that were agreed.")
    costs: Many[Cost] = said("The costs, by who bears them.")
    cost_kinds_nil: Many[CostKindNil] = said("The kinds of cost that do not arise, and why.")
    savings: Many[Saving] = said("The savings, by who makes them.")
    displaced_costs: Many[DisplacedCost] = said("The costs that move to other bodies.")
    non_cashable: Many[NonCashable] = said(
        "How value that frees no money was treated at each point where value was counted."
    )
    short_term_target: Note = said(
        "The saving that is to be made soon, if there is one.", "£200,000 in 2025-26"
    )
    long_term_counterpart: Note = said(
        "What that saving means for later years.", "Emergency placements rise from 2027"
    )
    sroi: Stated[Sroi] = said("The analysis of social return on investment.")
    calculations: Many[Calculation] = said("Other figures, with how they are worked out.")
    statements: Many[Statement] = said("What the file says about value in prose.")
    monitoring: Many[Measurement] = said("What was measured, and when.")
    monitoring_plan: Stated[MonitoringPlan] = said("How results were to be monitored.")
    reviews: Many[Review] = said("The reviews and what they found.")
    equality: Stated[Equality] = said("How the effects on equality were considered.")
    notices: Many[Notice] = said("The notices that were published.")
    publications: Many[Publication] = said("What was published about value and cost.")
    judgements: Many[Judgement] = said("The judgements that people made, on record.")
    evidence: Many[EvidenceEntry] = said("The evidence register: what other parts point to.")


class CommissioningFile(DecisionFile):
    """The file of one decision to commission a service."""

    model_config = ConfigDict(title="Commissioning file")

    kind: Literal["commissioning"] = must("The kind of file.")
    stage: CommissioningStage = must("The stage that the decision has reached.")


class DecommissioningFile(DecisionFile):
    """The file of one decision to end, reduce or replace a service."""

    model_config = ConfigDict(title="Decommissioning file")

    kind: Literal["decommissioning"] = must("The kind of file.")
    stage: DecommissioningStage = must("The stage that the decision has reached.")
    decommissioning: Stated[Decommissioning] = said("The decision to end, reduce or replace.")


Case: TypeAlias = CommissioningFile | DecommissioningFile
"""A file of either kind, as it was read and found valid."""


def model_of(kind: str) -> type[CommissioningFile] | type[DecommissioningFile]:
    """Return the model of a kind of file."""
    return CommissioningFile if kind == "commissioning" else DecommissioningFile
