"""Derive how the options compare, and whether they were compared on the same footing."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from auditor.facts.once import once
from auditor.facts.option_facts import (
    OptimismFacts,
    OptionFacts,
    Worked,
    is_below,
    optimism_facts,
    option_facts,
)
from auditor.facts.option_values import OptionFlows
from auditor.facts.rates import (
    RateBand,
    RateDifference,
    Rates,
    bands,
    first_difference,
    main_rates,
    rates_declared,
    rates_in_force,
    reach,
    usable,
)
from auditor.facts.reading import contract_months, entries, stated
from auditor.model.appraisal import Appraisal
from auditor.model.file import Case
from auditor.value.precision import CONTEXT, stated_arithmetic


class OptionsFacts:
    """Hold what the options of a file are worth at the rates in force, and how they compare."""

    def __init__(
        self, case: Case, flows: tuple[OptionFlows, ...], parameters: Mapping[str, Any]
    ) -> None:
        self._case = case
        self._flows = flows
        self._parameters = parameters
        self._appraisal: Appraisal | None = stated(case.appraisal)

    @once
    def _in_force(self) -> Rates | None:
        return rates_in_force(self._appraisal, self._parameters)

    @once
    def _worked(self) -> tuple[Worked, ...]:
        return tuple(Worked(flows, self._in_force) for flows in self._flows)

    @once
    def _usual(self) -> Worked | None:
        kinds = (each for each in self._worked if _kind(each) == "business_as_usual")
        return next(kinds, None)

    @once
    def items(self) -> tuple[OptionFacts, ...] | None:
        """Every option with its values at the rates in force; not stated without options."""
        found = tuple(option_facts(each, self._usual) for each in self._worked)
        return found or None

    @once
    def short_listed(self) -> tuple[OptionFacts, ...] | None:
        """The options on the short list; all of them where the file does not say of any whether."""
        items = self.items or ()
        marked = [item.short_list for item in items if item.short_list is not None]
        if marked and len(marked) < len(items):
            return None
        return tuple(item for item in items if item.short_list or not marked) or None

    @once
    def kinds_short_listed(self) -> tuple[str, ...] | None:
        """The different kinds of option on the short list."""
        kinds = dict.fromkeys(item.kind for item in self.short_listed or () if item.kind)
        return tuple(kinds) or None

    @once
    def business_as_usual(self) -> OptionFacts | None:
        """The option that continues the current arrangements."""
        return self._first_of_kind("business_as_usual")

    @once
    def do_minimum(self) -> OptionFacts | None:
        """The option that meets the core requirements only."""
        return self._first_of_kind("do_minimum")

    @once
    def preferred(self) -> OptionFacts | None:
        """The preferred option: the one the appraisal names, else the one of that kind."""
        chosen = self._appraisal.preferred_option_id if self._appraisal else None
        named = (item for item in self.items or () if item.id == chosen)
        return next(named, None) or self._first_of_kind("preferred")

    def _first_of_kind(self, kind: str) -> OptionFacts | None:
        return next((item for item in self.items or () if item.kind == kind), None)

    @once
    def best_by_npv(self) -> OptionFacts | None:
        """The short-listed option with the highest net present value; needs that of all."""
        items = self.short_listed or ()
        if not items or any(item.npv is None for item in items):
            return None
        return max(items, key=lambda item: item.npv or Decimal(0))

    @once
    def preferred_has_highest_npv(self) -> bool | None:
        """Whether no short-listed option has a higher net present value than the preferred one."""
        best, preferred = self.best_by_npv, self.preferred
        if best is None or preferred is None or best.npv is None or preferred.npv is None:
            return None
        return preferred.npv >= best.npv

    @once
    def false_economies(self) -> tuple[OptionFacts, ...] | None:
        """Options that save early and are worth less than business as usual in the end."""
        known = [item for item in self.items or () if item.false_economy is not None]
        return tuple(item for item in known if item.false_economy) if known else None

    @once
    def rates_in_force(self) -> tuple[RateBand, ...] | None:
        """The published discount rates in force, of the schedule that the file names."""
        return bands(self._in_force)

    @once
    def rates_used(self) -> tuple[RateBand, ...] | None:
        """The discount rates that the file says it used."""
        return bands(rates_declared(self._appraisal))

    @once
    def rates_agree(self) -> bool | None:
        """Whether every year of the horizon is discounted at the rate in force."""
        if not (used := rates_declared(self._appraisal)) or not (usable(used) and self._in_force):
            return None
        if self.first_rate_difference is not None:
            return False
        # With no horizon, rates that agree at first may still differ in a band that is not reached.
        return True if self._difference_up_to(self._reach[1]) is None else None

    @property
    def _years(self) -> Decimal | None:
        """Return the longest horizon stated: the appraisal's, or that of an option."""
        own = [item.horizon_years for item in self.items or () if item.horizon_years is not None]
        shared = self._appraisal.horizon_years if self._appraisal else None
        return max([*own, *([shared] if shared is not None else [])], default=None)

    @property
    def _reach(self) -> tuple[Decimal, Decimal]:
        return reach(self._years, self._appraisal.timing if self._appraisal else None)

    @once
    def first_rate_difference(self) -> RateDifference | None:
        """The first year of the horizon whose rate is not the one in force, if there is one.

        Where no horizon is stated only the first year is held against the rate in force.
        """
        return self._difference_up_to(self._reach[0])

    def _difference_up_to(self, years: Decimal) -> RateDifference | None:
        used = rates_declared(self._appraisal)
        published = main_rates(self._appraisal, self._parameters)
        return first_difference(used, published, years) if used and published else None

    @once
    def same_horizon(self) -> bool | None:
        """Whether all short-listed options with cash flows cover the same number of years."""
        return self._all_alike(item.horizon_years for item in self._compared)

    @once
    def same_base_year(self) -> bool | None:
        """Whether all short-listed options with cash flows are discounted to the same year."""
        return self._all_alike(item.base_year for item in self._compared)

    @once
    def same_price_year(self) -> bool | None:
        """Whether all short-listed options with cash flows are in prices of the same year."""
        return self._all_alike(item.price_year for item in self._compared)

    @property
    def _compared(self) -> list[OptionFacts]:
        return [item for item in self.short_listed or () if item.price_bases or item.years_covered]

    @staticmethod
    def _all_alike(values: Iterable[Decimal | int | None]) -> bool | None:
        held = list(values)
        if len(held) < 2 or None in held:
            return None
        return len(set(held)) == 1

    @once
    def longest_horizon(self) -> int | None:
        """The longest usual appraisal period for the type of asset, in years, by the edition."""
        limits = self._parameters.get("appraisal_horizon_years")
        kind = self._appraisal.asset_type if self._appraisal else None
        if not isinstance(limits, Mapping) or kind is None:
            return None
        return int(limits.get(kind, limits["default"]))

    @once
    def years_to_cover(self) -> Decimal | None:
        """The longest of the contract with its extension and the material outcomes, in years."""
        lengths = [
            outcome.duration_years
            for outcome in entries(self._case.outcomes)
            if outcome.material and outcome.duration_years is not None
        ]
        months = contract_months(self._case)
        if months is not None:
            lengths.append(CONTEXT.divide(Decimal(months), Decimal(12)))
        return max(lengths, default=None)

    @once
    def optimism_bias(self) -> tuple[OptimismFacts, ...] | None:
        """Every uplift for optimism beside the published bounds for its type of project."""
        return optimism_facts(self._worked, self._parameters) or None

    @once
    def distribution_weight(self) -> Decimal | None:
        """The weight that the income ratio gives, at the published elasticity."""
        distribution = stated(self._appraisal.distribution) if self._appraisal else None
        elasticity = self._parameters.get("marginal_utility_of_income")
        if distribution is None or not distribution.income_ratio or elasticity is None:
            return None
        with stated_arithmetic():
            weight: Decimal = distribution.income_ratio ** Decimal(str(elasticity))
            return weight

    @once
    def tests_that_change_ranking(self) -> tuple[str, ...] | None:
        """Sensitivity tests in which the preferred option, if it is first, falls behind another."""
        tests = entries(self._appraisal.sensitivity) if self._appraisal else ()
        preferred = self.preferred
        own = preferred.npv if preferred else None
        others = [i.npv for i in self.short_listed or () if preferred and i.id != preferred.id]
        known = [npv for npv in others if npv is not None]
        if not tests or not preferred or own is None or not known or len(known) < len(others):
            return None
        tried = tests if own >= (best := max(known)) else ()
        return tuple(
            test.id or f"test {number}"
            for number, test in enumerate(tried, 1)
            if test.option_id == preferred.id and is_below(test.result, best)
        )


def _kind(worked: Worked) -> str | None:
    return worked.flows.option.kind
