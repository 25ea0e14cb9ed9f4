"""Describe the options: their quality, cash flows, risks and reported value."""

from typing import Annotated, Literal

from auditor.model.figure import Figure
from auditor.model.part import Many, Note, Record, Refers, Stated, must, said
from auditor.model.scalar import Date, Id, Money, Text, Uplift, Year, Years, YearsFromBase


class QualityEvidence(Record):
    """Something that is known about the quality of an option or a tender."""

    text: Note = said("What is known about quality.", "Rated good at the inspection of May 2024")
    source: Literal["provider", "users", "inspection", "monitoring", "other"] | None = said(
        "Who the knowledge comes from."
    )


class CashFlow(Record):
    """One cost or benefit of an option in one year."""

    year: Year = must("The year in which it falls.", 2025)
    text: Note = said("What the money is for.", "Staff of the new team")
    cost: Money | None = said("The cost, in the file's currency; a positive number.", 120000)
    benefit: Money | None = said("The benefit, in the file's currency; a positive number.", 95000)
    category: (
        Literal[
            "capital",
            "operating",
            "transition",
            "exit",
            "renewal",
            "benefit",
            "transfer",
            "vat",
            "depreciation",
            "sunk",
            "health",
            "metb",
            "other",
        ]
        | None
    ) = said(
        "What sort of flow it is; health for an effect on health, metb for the cost of raising"
        " public funds."
    )
    bearer: Note = said("The body or group that pays or gains.", "NHS Wales")
    public_purse: bool | None = said(
        "Whether it is paid or gained by a public body, whichever it is."
    )
    price_basis: Literal["real", "nominal"] | None = said(
        "real for prices of one year, nominal for prices of the day."
    )
    price_year: Year | None = said("The year whose prices are used.", 2024)
    relative_price: bool | None = said(
        "Whether it is taken to rise faster or slower than prices in general."
    )
    unit_value_id: Annotated[Id, Refers("appraisal.unit_values")] | None = said(
        "Id of the unit value that it is worked out with.", "qaly"
    )


class NonMonetised(Record):
    """An effect that is not expressed in money."""

    impact: Text | None = said("The effect in words.", "People know their neighbours")
    direction: Literal["positive", "negative", "mixed"] | None = said("Whether it is for the good.")
    scale: Note = said("How large the effect is.", "About 300 households")
    evidence_note: Note = said("How the effect is known.", "Interviews with 31 residents")
    in_vfm_statement: bool | None = said("Whether the value-for-money statement takes it up.")


class OptionRisk(Record):
    """A risk of an option."""

    risk: Text | None = said("What may go wrong.", "The new provider cannot recruit nurses")
    owner: Note = said("Who has to deal with it.", "Head of commissioning")
    cost: Money | None = said("What it would cost, in the file's currency.", 40000)
    treatment: Literal["optimism_bias", "contingency", "separate"] | None = said(
        "Where the estimate allows for it."
    )


class OptimismBias(Record):
    """An uplift for the tendency to estimate too favourably."""

    category: (
        Literal[
            "standard_buildings",
            "non_standard_buildings",
            "standard_civil_engineering",
            "non_standard_civil_engineering",
            "equipment_development",
            "outsourcing",
            "other",
        ]
        | None
    ) = said("The type of project.")
    applies_to: Literal["capital", "operating", "duration", "benefits"] | None = said(
        "The estimate that it is added to."
    )
    percent: Uplift | None = said("The uplift as a share: 41% is 0.41.", 0.41)
    basis: Note = said("What the uplift rests on.", "Upper bound of the published table")
    mitigation: Note = said(
        "Why less than the upper bound is used, by area of risk.", "Three fixed-price quotes held"
    )


class OptionYear(Record):
    """What the appraisal reports about one year of an option."""

    year: YearsFromBase = must("The year, counted from the base year, which is 0.", 1)
    present_value: Figure = must("Its benefits less its costs, after discounting.", 114285.71)


class OptionReported(Record):
    """What the appraisal reports about an option."""

    npv: Figure | None = said("Net present value, in the file's currency.", 345000)
    present_value_of_costs: Figure | None = said(
        "Present value of the costs, in the file's currency.", 1200000
    )
    present_value_of_benefits: Figure | None = said(
        "Present value of the benefits, in the file's currency.", 1545000
    )
    bcr: Figure | None = said("Benefits to costs, both in present values; a bare ratio.", 1.29)
    equivalent_annual_value: Figure | None = said(
        "The equal yearly amount with the same present value, in the file's currency.", 41500
    )
    payback_years: Figure | None = said("Years until benefits equal costs.", 4.5)
    years: Many[OptionYear] = said("The present value of each year.")


OptionKind = Literal[
    "business_as_usual",
    "do_minimum",
    "do_nothing",
    "preferred",
    "alternative",
    "improve",
    "reduce",
    "merge",
    "re_provide",
    "end",
]


class Option(Record):
    """One way of proceeding that was considered."""

    id: Id = must("Short name by which other parts of the file refer to it.", "reablement")
    name: Text = must("What the option is.", "A reablement team run with the health board")
    kind: OptionKind | None = said("The part that it plays among the options.")
    long_list: bool | None = said("Whether it was on the long list.")
    short_list: bool | None = said("Whether it was on the short list.")
    long_listed_on: Date | None = said("When it was put on the long list.")
    reject_reason: Note = said("Why it was not taken further.", "Fails objective O1")
    proposed_by: Note = said("Who put it forward.", "The tenants' association")
    proposed_externally: bool | None = said(
        "Whether a provider, users or the community put it forward."
    )
    meets_core_requirements: bool | None = said(
        "Whether it meets every requirement that must be met."
    )
    outcome_ids: Many[Annotated[Id, Refers("outcomes")]] = said(
        "Ids of the outcomes that it would bring.", ["confidence"]
    )
    wider_outcome_ids: Many[Annotated[Id, Refers("outcomes")]] = said(
        "Ids of its outcomes for society and the state.", ["fewer-admissions"]
    )
    quality: Many[QualityEvidence] = said(
        "What is known about its quality for the people who use it."
    )
    cashflows: Many[CashFlow] = said("Its costs and benefits, year by year.")
    nonmonetised: Many[NonMonetised] = said("Its effects that are not expressed in money.")
    risks: Many[OptionRisk] = said("The risks of the option.")
    optimism_bias: Many[OptimismBias] = said("The uplifts for optimism in its estimates.")
    unit_cost: Money | None = said("Cost of one unit, in the file's currency.", 41.50)
    horizon_years: Years | None = said("How many years its cash flows cover.", 10)
    base_year: Year | None = said("The year to which its values are discounted.", 2025)
    price_year: Year | None = said("The year whose prices are used.", 2024)
    reported: Stated[OptionReported] = said("What the appraisal reports about it.")
