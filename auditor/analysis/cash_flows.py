"""Lay out the cash flows of the options by year: what is paid, what is gained, what is left."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from auditor.facts import Facts
from auditor.facts.option_values import OptionFlows
from auditor.facts.rates import Rates, rates_in_force, usable
from auditor.facts.reading import stated
from auditor.model.file import Case

_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class FlowYear:
    """One year of an option, in the file's currency.

    `so_far` is what benefits have exceeded costs by up to the year, not discounted;
    `present_value` is None where the rates, the base year or the timing are not stated.
    """

    year: int
    cost: Decimal
    benefit: Decimal
    so_far: Decimal
    present_value: Decimal | None


@dataclass(frozen=True, slots=True)
class OptionCashFlows:
    """The years of one option, the first first; `preferred` marks the one that was chosen."""

    id: str
    name: str
    preferred: bool
    years: tuple[FlowYear, ...]


@dataclass(frozen=True, slots=True)
class CashFlows:
    """The cash flows of every option that states any."""

    currency: str
    options: tuple[OptionCashFlows, ...]


def cash_flows(case: Case, facts: Facts, parameters: Mapping[str, Any]) -> CashFlows | None:
    """Return the cash flows of the options by year, or None where no option states any.

    Present values are at the rates in force, when the file says that amounts fall in a year.
    """
    rates = rates_in_force(stated(case.appraisal), parameters)
    preferred = facts.options.preferred
    chosen = preferred.id if preferred else None
    found = tuple(
        OptionCashFlows(
            flows.option.id, flows.option.name, flows.option.id == chosen, _years(flows, rates)
        )
        for flows in facts.option_flows
        if flows.given
    )
    return CashFlows(case.currency, found) if found else None


def _years(flows: OptionFlows, rates: Rates | None) -> tuple[FlowYear, ...]:
    years, so_far = [], _ZERO
    present = _present_values(flows, rates)
    for year in sorted({flow.year for flow in flows.given}):
        own = [flow for flow in flows.given if flow.year == year]
        cost = sum((flow.cost or _ZERO for flow in own), start=_ZERO)
        benefit = sum((flow.benefit or _ZERO for flow in own), start=_ZERO)
        so_far += benefit - cost
        worth = None if present is None else present.get(year, _ZERO)
        years.append(FlowYear(year, cost, benefit, so_far, worth))
    return tuple(years)


def _present_values(flows: OptionFlows, rates: Rates | None) -> dict[int, Decimal] | None:
    """Return benefits less costs of each calendar year, discounted; None where that is open."""
    if rates is None or flows.missing or len(flows.timings) != 1 or not usable(rates):
        return None
    base, worth = flows.base_year or 0, dict[int, Decimal]()
    for side, sign in (("benefit", 1), ("cost", -1)):
        for flow, factor in flows.discounted(rates, side, flows.timings[0]):
            year = base + flow.year
            worth[year] = worth.get(year, _ZERO) + sign * flow.amount * factor
    return worth
