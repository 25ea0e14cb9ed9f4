"""Work out the present values of an option from its cash flows."""

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from typing import NamedTuple

from auditor.facts.once import once
from auditor.facts.rates import Rates, usable
from auditor.facts.reading import entries
from auditor.model.appraisal import Appraisal
from auditor.model.options import CashFlow, Option
from auditor.model.printed import half_unit
from auditor.value.discounting import TIMINGS, Timing
from auditor.value.options import Flow, flow_factors, present_total
from auditor.value.quotient import PrintedInput, Quotient, Total

_START: Timing = "year_0_undiscounted"
"""The start of the year of a flow, counted from the start of the base year."""


class PresentValues(NamedTuple):
    """The present values of an option's costs and benefits."""

    costs: Total
    benefits: Total


class OptionFlows:
    """The cash flows of an option, as years from its base year.

    `settled` is the timing that the figures of the file prove, where it states none.
    """

    def __init__(
        self, option: Option, appraisal: Appraisal | None, settled: Timing | None = None
    ) -> None:
        self.option = option
        self.appraisal = appraisal
        self.settled = settled
        self.given = entries(option.cashflows)
        self._known: list[tuple[Rates, tuple[Timing, bool], PresentValues]] = []

    @property
    def base_year(self) -> int | None:
        """Return the year that values are discounted to: the option's own or the appraisal's."""
        return self.option.base_year or (self.appraisal.base_year if self.appraisal else None)

    @property
    def horizon_years(self) -> Decimal | None:
        """Return how many years are covered: the option's own number or the appraisal's."""
        shared = self.appraisal.horizon_years if self.appraisal else None
        return self.option.horizon_years or shared

    @property
    def price_year(self) -> int | None:
        """Return the year whose prices are used: the option's own or the appraisal's."""
        return self.option.price_year or (self.appraisal.price_year if self.appraisal else None)

    @once
    def missing(self) -> tuple[str, ...]:
        """Say what present values cannot be worked out without."""
        if not self.given:
            return ("the cash flows of the option",)
        if self.base_year is None:
            return ("the base year",)
        if self.bare:
            return (f"the cost or benefit of {self.given[self.bare[0]].year}",)
        early = min(flow.year for flow in self.given)
        if early < self.base_year:
            return (f"a base year that is not after the first cash flow ({early})",)
        if self._health_unclear:
            return ("which benefits are effects on health (the category of each)",)
        return ()

    @once
    def bare(self) -> tuple[int, ...]:
        """Return the positions of the cash flows that state neither a cost nor a benefit."""
        flows = enumerate(self.given)
        return tuple(at for at, flow in flows if flow.cost is None and flow.benefit is None)

    @property
    def _health_unclear(self) -> bool:
        """Say whether rates for health apply to some benefits, and it is not stated to which."""
        if self.appraisal is None or self.appraisal.schedule != "health":
            return False
        return any(flow.benefit and flow.category is None for flow in self.given)

    @property
    def capital_first(self) -> bool:
        """Say whether capital falls at the start of its year, while other flows fall later."""
        return self.appraisal is not None and self.appraisal.capital_timing == "start_of_year"

    @property
    def has_capital(self) -> bool:
        """Say whether some of the flows are capital."""
        return any(flow.category == "capital" for flow in self.given)

    @property
    def timings(self) -> tuple[Timing, ...]:
        """Return the timing that is declared or proven, or every one where it is left open."""
        declared = self.appraisal.timing if self.appraisal else None
        known = declared or self.settled
        return (known,) if known else TIMINGS

    def present_values(
        self, rates: Rates, timing: Timing, *, capital_first: bool | None = None
    ) -> PresentValues:
        """Return the present values of costs and benefits; ask what is missing first.

        `capital_first` is what the file declares, unless told otherwise.
        """
        early = self.capital_first if capital_first is None else capital_first
        for known, when, values in self._known:
            if (known.money, known.health, when) == (rates.money, rates.health, (timing, early)):
                return values
        values = PresentValues(
            present_total(self._flows(rates, "cost", early), timing=timing),
            present_total(self._flows(rates, "benefit", early), timing=timing),
        )
        self._known.append((rates, (timing, early), values))
        return values

    def agreed_values(self, rates: Rates) -> PresentValues | None:
        """Return the present values, or None where something is missing or timing is open."""
        if self.missing or len(self.timings) != 1 or not usable(rates):
            return None
        return self.present_values(rates, self.timings[0])

    def discounted(self, rates: Rates, side: str, timing: Timing) -> list[tuple[Flow, Decimal]]:
        """Return each amount of one side (cost or benefit) with its factor; zeros are left out."""
        given = self._flows(rates, side, self.capital_first)
        flows = [flow for flow in given if flow.amount]
        return list(zip(flows, flow_factors(flows, timing=timing), strict=True))

    def _flows(self, rates: Rates, side: str, capital_first: bool) -> Iterator[Flow]:
        base = self.base_year or 0
        for flow in self.given:
            amount: Decimal | None = getattr(flow, side)
            if amount is not None:
                yield Flow(
                    flow.year - base,
                    amount,
                    rates.health if flow.category == "health" else rates.money,
                    partial(_printed, flow, side, amount),
                    _START if capital_first and flow.category == "capital" else None,
                )


def _printed(flow: CashFlow, side: str, amount: Decimal) -> PrintedInput:
    kind = f" ({flow.category})" if flow.category else ""
    return PrintedInput(f"the {side} of {flow.year}{kind}", amount, half_unit(amount))


def option_figure(name: str, values: PresentValues) -> Quotient:
    """Return a reported figure of an option by its name in the file."""
    if name == "present_value_of_costs":
        return Quotient(values.costs)
    if name == "present_value_of_benefits":
        return Quotient(values.benefits)
    if name == "npv":
        return Quotient(values.benefits.minus(values.costs))
    return Quotient(values.benefits, values.costs)
