"""Set each option beside business as usual and beside the years that it should cover."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_CEILING, Decimal
from typing import Any

from auditor.facts.claim import Claimed
from auditor.facts.option_values import OptionFlows, PresentValues
from auditor.facts.rates import Rates
from auditor.facts.reading import entries, stated
from auditor.model.figure import Figure
from auditor.model.options import OptimismBias, OptionKind
from auditor.value.discounting import equivalent_annual_value
from auditor.value.options import benefit_cost_ratio
from auditor.value.precision import stated_arithmetic

_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class OptionFacts:
    """One option, worked out at the rates in force; amounts are in the file's currency.

    `npv`, `bcr` and the present values use the declared timing and are not stated while it is open.
    `horizon_years`, `base_year` and `price_year` are the option's own or the appraisal's.
    `years_covered` are the calendar years with a cost, `years_without_cost` those of the horizon
    without one. The savings are costs of business as usual less costs of the option, undiscounted:
    in the base year, and in the base year and the one after. `npv_over_bau` is how much its net
    present value exceeds that of business as usual over the same years. `false_economy` says that
    it saves early and is worth less in the end.
    """

    id: str
    name: str
    kind: OptionKind | None
    short_list: bool | None
    present_value_of_costs: Decimal | None
    present_value_of_benefits: Decimal | None
    npv: Decimal | None
    bcr: Decimal | None
    equivalent_annual_value: Decimal | None
    reported_npv: Decimal | None
    horizon_years: Decimal | None
    base_year: int | None
    price_year: int | None
    years_covered: tuple[int, ...]
    years_without_cost: tuple[int, ...] | None
    covers_horizon: bool | None
    price_bases: tuple[str, ...]
    categories: tuple[str, ...]
    first_year_saving_vs_bau: Decimal | None
    early_saving_vs_bau: Decimal | None
    npv_over_bau: Decimal | None
    false_economy: bool | None


@dataclass(frozen=True, slots=True)
class OptimismFacts:
    """One uplift for optimism beside the published bounds for its type of project.

    `id` is that of the option. `within_bounds` counts the bounds in; `below_upper` says that it is
    less than the upper bound. The bounds are not stated where none is published for the estimate.
    """

    id: str
    category: str | None
    applies_to: str | None
    percent: Decimal | None
    upper: Decimal | None
    lower: Decimal | None
    within_bounds: bool | None
    below_upper: bool | None
    has_mitigation: bool


@dataclass(frozen=True)
class Worked:
    """An option with its present values at the rates in force, where they can be worked out."""

    flows: OptionFlows
    rates: Rates | None
    values: PresentValues | None = field(init=False)

    def __post_init__(self) -> None:
        with stated_arithmetic():
            values = self.flows.agreed_values(self.rates) if self.rates else None
        object.__setattr__(self, "values", values)

    @property
    def npv(self) -> Decimal | None:
        """Return benefits less costs, both in present values."""
        values = self.values
        with stated_arithmetic():
            return values.benefits.exact - values.costs.exact if values else None

    def cost_up_to(self, years: int) -> Decimal | None:
        """Return the costs of the first years, undiscounted; None where a year has no cost."""
        base = self.flows.base_year
        if base is None:
            return None
        costs = [
            (f.year, f.cost)
            for f in self.flows.given
            if f.cost is not None and 0 <= f.year - base < years
        ]
        complete = {year for year, _ in costs} == set(range(base, base + years))
        return sum((cost for _, cost in costs), start=_ZERO) if complete else None


def is_below(figure: Figure | None, worth: Decimal) -> bool:
    """Say whether a figure is less than a worth, however it was rounded when it was printed."""
    return figure is not None and Claimed.of(figure).interval.high < worth


def option_facts(worked: Worked, usual: Worked | None) -> OptionFacts:
    """Return what can be derived for an option, beside business as usual where there is one."""
    option, flows = worked.flows.option, worked.flows
    values = worked.values
    reported = stated(option.reported)
    covered, without = _years(flows)
    early = _saving(worked, usual, 2)
    first = _saving(worked, usual, 1)
    other = usual if usual and usual is not worked and _same_years(flows, usual.flows) else None
    over = _difference(worked.npv, other.npv if other else None)
    return OptionFacts(
        id=option.id,
        name=option.name,
        kind=option.kind,
        short_list=option.short_list,
        present_value_of_costs=values.costs.exact if values else None,
        present_value_of_benefits=values.benefits.exact if values else None,
        npv=worked.npv,
        bcr=_bcr(values),
        equivalent_annual_value=_annual(worked),
        reported_npv=reported.npv.value if reported and reported.npv else None,
        horizon_years=flows.horizon_years,
        base_year=flows.base_year,
        price_year=flows.price_year,
        years_covered=covered,
        years_without_cost=without,
        covers_horizon=None if without is None else not without,
        price_bases=_distinct(flow.price_basis for flow in flows.given),
        categories=_distinct(flow.category for flow in flows.given),
        first_year_saving_vs_bau=first,
        early_saving_vs_bau=early,
        npv_over_bau=over,
        false_economy=_false_economy((first, early), over),
    )


def _same_years(one: OptionFlows, other: OptionFlows) -> bool:
    """Say whether net present values of two options are of the same years."""
    return (one.base_year, one.horizon_years) == (other.base_year, other.horizon_years)


def _bcr(values: PresentValues | None) -> Decimal | None:
    with stated_arithmetic():
        return benefit_cost_ratio(values.benefits.exact, values.costs.exact) if values else None


def _annual(worked: Worked) -> Decimal | None:
    years = worked.flows.horizon_years
    if worked.npv is None or worked.rates is None or years is None or years < 1:
        return None
    with stated_arithmetic():
        return equivalent_annual_value(
            worked.npv, worked.rates.money, int(years), timing=worked.flows.timings[0]
        )


def _years(flows: OptionFlows) -> tuple[tuple[int, ...], tuple[int, ...] | None]:
    """Return the years with a cost, and those of the horizon without one."""
    covered = sorted({flow.year for flow in flows.given if flow.cost is not None})
    base, horizon = flows.base_year, flows.horizon_years
    if not flows.given or base is None or horizon is None:
        return tuple(covered), None
    due = range(base, base + int(horizon.to_integral_value(ROUND_CEILING)))
    return tuple(covered), tuple(year for year in due if year not in set(covered))


def _saving(worked: Worked, usual: Worked | None, years: int) -> Decimal | None:
    if usual is None or usual is worked:
        return None
    return _difference(usual.cost_up_to(years), worked.cost_up_to(years))


def _difference(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    return None if one is None or other is None else one - other


def _false_economy(savings: Sequence[Decimal | None], over: Decimal | None) -> bool | None:
    known = [saving for saving in savings if saving is not None]
    if over is None or not known:
        return None
    return max(known) > 0 and over < 0


def _distinct(values: Any) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value is not None))


def optimism_facts(
    worked: Sequence[Worked], parameters: Mapping[str, Any]
) -> tuple[OptimismFacts, ...]:
    """Return every uplift of every option beside the published bounds."""
    published = parameters.get("optimism_bias")
    bounds = published if isinstance(published, Mapping) else {}
    return tuple(
        _optimism(each.flows.option.id, uplift, bounds)
        for each in worked
        for uplift in entries(each.flows.option.optimism_bias)
    )


def _optimism(option_id: str, uplift: OptimismBias, bounds: Mapping[str, Any]) -> OptimismFacts:
    published = bounds.get(uplift.category or "", {})
    upper = published.get(f"{uplift.applies_to}_upper")
    lower = published.get(f"{uplift.applies_to}_lower")
    share = uplift.percent
    known = share is not None and upper is not None and lower is not None
    return OptimismFacts(
        id=option_id,
        category=uplift.category,
        applies_to=uplift.applies_to,
        percent=share,
        upper=upper,
        lower=lower,
        within_bounds=lower <= share <= upper if known else None,
        below_upper=share < upper if known else None,
        has_mitigation=stated(uplift.mitigation) is not None,
    )
