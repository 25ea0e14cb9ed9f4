"""Compute the present values of an option, its net present value and its benefit-cost ratio."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from auditor.value.discounting import Schedule, Timing, timed_factors
from auditor.value.quotient import PrintedInput, Term, Total

_ZERO = Decimal(0)


class Flow(NamedTuple):
    """An amount that falls in a year counted from the base year (0), with the rates that apply.

    `printed` gives the amount as the file prints it, where a claim is not given exactly. `timing`
    is its own where it falls at another point of its year than other flows, as capital may.
    """

    year: int
    amount: Decimal
    schedule: Schedule
    printed: Callable[[], PrintedInput]
    timing: Timing | None = None


def present_total(flows: Iterable[Flow], *, timing: Timing) -> Total:
    """Return the present value of some amounts, each at its own rates, year by year.

    Source: Green Book 2018, 5.36 and annex 6: each year is discounted at the product of the yearly
    factors up to it.

    >>> from auditor.value.discounting import flat
    >>> years = [(1, 120000), (2, 250000), (3, 550000), (4, 1300000)]
    >>> five = flat(Decimal("0.05"))
    >>> flows = [Flow(t, Decimal(x), five, printed=lambda: None) for t, x in years]
    >>> round(present_total(flows, timing="year_0_undiscounted").exact, 2)
    Decimal('1885666.98')
    """
    held = tuple(flows)
    factors = flow_factors(held, timing=timing)
    exact = sum((f.amount * d for f, d in zip(held, factors, strict=True)), start=_ZERO)
    return Total(exact, lambda: _terms(held, factors))


def flow_factors(flows: Sequence[Flow], *, timing: Timing) -> list[Decimal]:
    """Return the discount factor of each amount."""
    years = max((flow.year for flow in flows), default=0) + 1
    asked = {(id(f.schedule), f.timing or timing): f.schedule for f in flows}
    tables = {key: timed_factors(each, years, timing=key[1]) for key, each in asked.items()}
    return [tables[id(f.schedule), f.timing or timing][f.year] for f in flows]


def _terms(flows: tuple[Flow, ...], factors: list[Decimal]) -> tuple[Term, ...]:
    return tuple(
        Term(flow.printed(), factor)
        for flow, factor in zip(flows, factors, strict=True)
        if flow.amount
    )


def benefit_cost_ratio(benefits: Decimal, costs: Decimal) -> Decimal | None:
    """Return present value of benefits per unit of present value of costs; None without costs.

    >>> round(benefit_cost_ratio(Decimal(7604631), Decimal(7849716)), 2)
    Decimal('0.97')
    """
    return benefits / costs if costs else None


def payback(flows: Iterable[tuple[int, Decimal]]) -> Decimal | None:
    """Return after how many years net amounts, not discounted, first add up to nothing lost.

    Each amount falls at the end of its year (0 is the start); within a year it is taken to come in
    evenly. None where they never do, or are never below zero.

    >>> payback([(0, Decimal(-100)), (1, Decimal(40)), (2, Decimal(80))])
    Decimal('1.75')
    """
    by_year: dict[int, Decimal] = {}
    for year, amount in flows:
        by_year[year] = by_year.get(year, _ZERO) + amount
    left, spent = _ZERO, False
    for year in sorted(by_year):
        before, left = left, left + by_year[year]
        spent = spent or left < 0
        if spent and left >= 0:
            return Decimal(year - 1) + -before / by_year[year]
    return None
