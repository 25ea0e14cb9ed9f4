"""Describe the contract: term, value, measures, payment, risks, notice and exit."""

from typing import Annotated, Literal

from auditor.model.part import Many, Note, Record, Refers, Stated, must, said
from auditor.model.scalar import Date, Days, Id, Money, Months, Number, Share, Text


class Kpi(Record):
    """A measure that the contract holds the provider to."""

    id: Id = must("Short name by which other parts of the file refer to it.", "K1")
    text: Text = must("What is measured, and in what unit.", "Carers who sleep better, as a share")
    kind: Literal["input", "output", "outcome"] | None = said(
        "input for what goes in, output for what is delivered, outcome for what changes."
    )
    level: Literal["service", "wider"] | None = said(
        "service for those who use it, wider for society and the state."
    )
    social_value: bool | None = said("Whether it measures a social value commitment.")
    target: Stated[Number] = said("The value to be reached, in the measure's unit.", 0.6)
    baseline: Stated[Number] = said("The value before the contract, in the measure's unit.", 0.35)
    outcome_ids: Many[Annotated[Id, Refers("outcomes")]] = said(
        "Ids of the outcomes that it measures.", ["confidence"]
    )
    without_service: Note = said(
        "What would have come about without the service, and how that is known.",
        "A third would have found work anyway, as in the next district",
    )


class Payment(Record):
    """How and when the provider is paid."""

    basis: Literal["block", "unit", "results", "mixed"] | None = said("What the payment is for.")
    share_on_results: Share | None = said(
        "The share of the price that depends on results: 20% is 0.20.", 0.20
    )
    timing: Literal["in_advance", "in_arrears", "mixed"] | None = said(
        "Whether payment comes before or after delivery."
    )
    terms_days: Days | None = said("Days from a valid invoice to payment.", 30)
    safeguards: Many[Text] = said(
        "What keeps a provider paid by results from leaving the hardest cases aside.",
        ["Higher payment for people with complex needs"],
    )


class ContractRisk(Record):
    """A risk that the contract gives to one party."""

    risk: Text | None = said("What may go wrong.", "Fewer referrals than planned")
    owner: Literal["commissioner", "provider", "shared", "unassigned"] | None = said(
        "The party that bears the risk."
    )
    reason: Note = said("Why that party can manage it best.", "The council controls referrals")


class ContractChange(Record):
    """A change to the contract after it was signed."""

    text: Text = must("What was changed.", "Two centres more from April 2027")
    changed_on: Date | None = said("The day from which the change binds.")
    ground: (
        Literal[
            "provided_for",
            "urgency",
            "unforeseeable",
            "known_risk",
            "additional",
            "corporate_transfer",
            "defence",
            "not_substantial",
            "below_threshold",
            "other",
        ]
        | None
    ) = said("The ground of procurement law on which it rests.")
    notice_on: Date | None = said("When a notice of the change was published.")
    no_notice_reason: Note = said(
        "Why no notice of it was published.", "It adds 4% to the value and no time"
    )


class ExitPlan(Record):
    """How the contract can be brought to an end in good order."""

    agreed_on: Date | None = said("When the plan was agreed.")
    reviewed_on: Many[Date] = said("When it was reviewed.", ["2025-04-01"])
    text: Note = said("Where the plan stands.", "Schedule 9 of the contract")


class Contract(Record):
    """The terms that were agreed."""

    start: Date | None = said("The first day of the contract.")
    end: Date | None = said("The last day of the contract, extensions left out.")
    signed_on: Date | None = said("When the last party signed.")
    extension_months: Months | None = said("Months by which it can be extended.", 24)
    length_reason: Note = said("Why it is so long or so short.", "Funding is set for two years")
    value_ex_vat: Money | None = said(
        "Value over the whole term without VAT, in the file's currency.", 960000
    )
    value_inc_vat: Money | None = said(
        "Value over the whole term with VAT, in the file's currency.", 1152000
    )
    annual_value: Money | None = said("Value of one year, in the file's currency.", 320000)
    kpis: Many[Kpi] = said("The measures that the provider is held to.")
    few_kpis_reason: Note = said(
        "Why it has fewer measures than procurement law asks for.", "One measure says it all"
    )
    payment: Stated[Payment] = said("How and when the provider is paid.")
    risks: Many[ContractRisk] = said("The risks, and who bears them.")
    notice_days_commissioner: Days | None = said("Days of notice that the commissioner gives.", 90)
    notice_days_provider: Days | None = said("Days of notice that the provider gives.", 90)
    notice_asymmetry_reason: Note = said(
        "Why the two periods differ.", "Re-tendering takes the commissioner six months"
    )
    exit_plan: Stated[ExitPlan] = said("How the contract can end in good order.")
    review_points: Many[Date] = said("The days on which it is reviewed.", ["2025-10-01"])
    full_cost_recovery: bool | None = said("Whether the price covers the provider's overheads.")
    full_cost_reason: Note = said(
        "Why the price does not cover the overheads.",
        "The grant tops up a service that has its own",
    )
    subcontracting: Note = said(
        "What passes down to subcontractors: terms, payment, risks.",
        "30-day payment applies down the chain",
    )
    changes: Many[ContractChange] = said("The changes since it was signed.")
    monitoring_agreed_on: Date | None = said("When it was agreed what is monitored, and how.")
