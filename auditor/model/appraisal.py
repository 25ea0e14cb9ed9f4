"""Describe how the options were appraised: horizon, rates, sensitivity, conclusion."""

from typing import Annotated, Literal

from auditor.model.figure import Figure
from auditor.model.part import Many, Note, Record, Refers, Stated, must, said
from auditor.model.scalar import (
    Change,
    Date,
    Id,
    Money,
    Quantity,
    Share,
    Text,
    Year,
    Years,
    YearsFromBase,
)

Schedule = Literal["standard", "health", "reduced", "custom"]


class RateUsed(Record):
    """A discount rate and the year from which it was used."""

    from_year: YearsFromBase = must(
        "The first year in which it was used, counted from the base year (0).", 0
    )
    rate: Share = must("The yearly rate as a share: 3.5% is 0.035.", 0.035)


class GrowthRate(Record):
    """The growth of prices in one year."""

    year: Year = must("The year over which prices grew.", 2025)
    rate: Change = must("The growth as a share: 2% is 0.02.", 0.02)


class Deflator(Record):
    """The measure of inflation that turns prices of the day into real prices."""

    name: Text | None = said("The measure of inflation.", "GDP deflator at market prices")
    source: Note = said("Who publishes the measure.", "HM Treasury, quarterly national accounts")
    vintage: Note = said("Which release of it was used.", "September 2024")
    rates: Many[GrowthRate] = said("The growth of prices used, year by year.")


class UnitValue(Record):
    """A published value for one unit of an effect, such as a year of life in good health."""

    id: Id = must("Short name by which cash flows refer to it.", "qaly")
    kind: Literal["qaly", "wellby", "prevented_fatality", "life_year", "other"] | None = said(
        "What one unit is: a quality-adjusted life year, a wellbeing-adjusted life year and so on."
    )
    value: Money | None = said("The value of one unit, in the file's currency.", 70000)
    source: Note = said("Who publishes the value.", "The Green Book, 2022")
    price_year: Year | None = said("The year whose prices the value is published in.", 2020)
    rebased_value: Money | None = said(
        "The value in the prices of the appraisal, in the file's currency.", 82600
    )


class SensitivityTest(Record):
    """What becomes of an option's value when one assumption changes."""

    id: Id | None = said("Short name of the test.", "S1")
    option_id: Annotated[Id, Refers("options")] | None = said(
        "Id of the option that was tested.", "reablement"
    )
    assumption: Note = said("The assumption that was changed.", "Staff costs")
    change: Note = said("The change that was made.", "20% higher in every year")
    result: Figure | None = said(
        "The option's net present value after the change, in the file's currency.", 210000
    )
    schedule: Schedule | None = said("The discount rates used, where these were changed.")


class SwitchingValue(Record):
    """How far an assumption must move before another option becomes the better one."""

    option_id: Annotated[Id, Refers("options")] | None = said(
        "Id of the option that was tested.", "reablement"
    )
    assumption: Note = said(
        "The assumption that would have to move.", "Share of people who need no further care"
    )
    value: Figure | None = said("The value at which the ranking changes.", 0.31)


class Distribution(Record):
    """Who gains and who loses."""

    by: Many[Literal["income", "protected_characteristic", "place", "other"]] = said(
        "The lines along which gains and losses are divided."
    )
    unweighted_shown: bool | None = said("Whether the results without weights are shown.")
    weights_used: bool | None = said("Whether gains of people on lower incomes are weighted up.")
    weight: Quantity | None = said("The weight used for the group that gains; a plain factor.", 2.4)
    income_ratio: Quantity | None = said(
        "The median taxpayer's income divided by the group's: the weight is worked out from it.", 2
    )
    text: Note = said("Who gains and who loses.", "Tenants in the two poorest wards gain most")


class VfmStatement(Record):
    """One reasoned conclusion on value for money, in its six parts."""

    objectives: Note = said("Whether the objectives are met.", "All four are met by 2027")
    monetised: Note = said("What the effects in money show.", "Net present value of £345k")
    nonmonetised: Note = said("What the other effects show.", "Stronger ties between neighbours")
    public_finance: Note = said("What it means for public funds.", "£30k more a year until 2027")
    distribution: Note = said("Who gains and who loses.", "The poorest wards gain most")
    risk: Note = said("What could go wrong.", "Recruitment; allowed for in the contingency")


class BusinessCase(Record):
    """The five parts of a business case, each with the place where it stands."""

    strategic: Note = said("Where the strategic case stands.", "Business case, part 1")
    economic: Note = said("Where the economic case stands.", "Business case, part 2")
    commercial: Note = said("Where the commercial case stands.", "Business case, part 3")
    financial: Note = said("Where the financial case stands.", "Business case, part 4")
    management: Note = said("Where the management case stands.", "Business case, part 5")


class BudgetLine(Record):
    """The cash that one budget holder needs in one year."""

    body: Text | None = said("Who holds the budget.", "Adult social care")
    year: Year | None = said("The year in which the cash is needed.", 2025)
    amount: Money | None = said("The cash needed, in the file's currency.", 180000)
    available: Money | None = said("The cash that the budget holds for it.", 180000)


class Affordability(Record):
    """Whether the money is there, apart from whether the value is."""

    text: Note = said(
        "Whether it can be afforded, and from which budgets.", "Within the base budget"
    )
    lines: Many[BudgetLine] = said("The cash needed, by budget holder and year.")


class Appraisal(Record):
    """How the options were compared."""

    date: Date | None = said("When the appraisal was completed.")
    base_year: Year | None = said("The year to which values are discounted: year 0.", 2025)
    price_year: Year | None = said("The year whose prices are used.", 2024)
    horizon_years: Years | None = said("How many years the appraisal covers.", 10)
    horizon_basis: Note = said(
        "Why the appraisal covers so many years.", "The term of the contract with its extension"
    )
    horizon_agreed_with: Note = said("Who agreed to a horizon beyond 60 years.", "HM Treasury")
    asset_type: (
        Literal["administrative", "buildings", "infrastructure", "refurbishment", "other"] | None
    ) = said("The type of asset, which governs the usual horizon.")
    schedule: Schedule | None = said("The published discount rates that were used.")
    rates_used: Many[RateUsed] = said("The discount rates used, each from its first year.")
    timing: Literal["year_0_undiscounted", "end_of_year", "mid_year"] | None = said(
        "When in a year flows are taken to fall."
    )
    capital_timing: Literal["as_other_flows", "start_of_year"] | None = said(
        "Whether capital falls at the start of its year while other flows fall later."
    )
    deflator: Stated[Deflator] = said("The measure of inflation that was used.")
    unit_values: Many[UnitValue] = said("The published unit values that were used.")
    sensitivity: Many[SensitivityTest] = said("The tests of single assumptions.")
    switching_values: Many[SwitchingValue] = said("The values at which the ranking changes.")
    distribution: Stated[Distribution] = said("Who gains and who loses.")
    residual_value: Note = said(
        "What is left at the end: assets, or liabilities.", "Lease ends; no value left"
    )
    preferred_option_id: Annotated[Id, Refers("options")] | None = said(
        "Id of the option that is preferred.", "reablement"
    )
    preferred_chosen_on: Date | None = said("When the preferred option was chosen.")
    preferred_announced_on: Date | None = said(
        "When the preferred option was first committed to in public."
    )
    decision_rule: Note = said("How the options were ranked.", "Highest net present value")
    bcr_threshold: Quantity | None = said(
        "The ratio of benefits to costs that options had to reach, if any; a plain number.",
        2,
    )
    additionality: Note = said(
        "What would have happened anyway or elsewhere: leakage, displacement, substitution.",
        "A tenth of users would have come from the next county",
    )
    place: Note = said("The effects on the place, and proposals that belong with it.", "See part 4")
    vfm_statement: Stated[VfmStatement] = said("The conclusion on value for money.")
    business_case: Stated[BusinessCase] = said("The five parts of the business case.")
    affordability: Stated[Affordability] = said("Whether the money is there.")
