"""Draw a value map many times over its ranges, in floating point.

Only here is a figure not exact: what comes out is rounded by `draws_run` to digits on which every
machine agrees. For the same reason numbers are drawn from the generator's raw bits, and nothing is
used whose last digit depends on the machine: no powers, no sums over an array.
"""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from auditor.analysis.draws_plan import Number, Plan, RowPlan, Spread
from auditor.value.conventions import Conventions

Floats: TypeAlias = NDArray[np.float64]
Values: TypeAlias = Floats | float
Pick: TypeAlias = Callable[[Number], Values]

_BITS = 11
_UNIT = 2.0**-53
_OVER = 1 + 1e-13
"""A half that floating point holds as a little less is still rounded up."""


class Drawn(NamedTuple):
    """The present value and the inputs of every draw, in the file's currency."""

    presents: Floats
    inputs: Floats


def drawn(plan: Plan, count: int) -> Drawn:
    """Return so many draws of a value map; each number is drawn apart from all others."""
    presents, inputs = _totals(plan, lambda number: _values(number, count))
    return Drawn(np.broadcast_to(presents, count), np.broadcast_to(inputs, count))


def at_likely(plan: Plan) -> tuple[float, float]:
    """Return present value and inputs with every number at its most likely value."""
    presents, inputs = _totals(
        plan, lambda number: float(number.likely if isinstance(number, Spread) else number)
    )
    return float(presents), float(inputs)


def _values(number: Number, count: int) -> Values:
    if not isinstance(number, Spread):
        return float(number)
    low, high, likely = float(number.low), float(number.high), float(number.likely)
    shares = _shares(number.seed, count)
    if number.shape == "uniform":
        spanned = high - low + (1 if number.whole else 0)
        values = low + shares * spanned
        return np.floor(values) if number.whole else values
    values = _triangular(shares, low, likely, high)
    return np.floor(values + 0.5) if number.whole else values


def _shares(seed: int, count: int) -> Floats:
    """Return numbers from 0 to below 1 from the raw bits of a generator that never changes."""
    raw = np.asarray(np.random.PCG64(seed).random_raw(count), dtype=np.uint64)
    return (raw >> np.uint64(_BITS)).astype(np.float64) * _UNIT


def _triangular(shares: Floats, low: float, likely: float, high: float) -> Floats:
    """Return the values below which a triangular spread has these shares."""
    span = high - low
    if not span:
        return np.full_like(shares, low)
    rising = low + np.sqrt(shares * span * (likely - low))
    falling = high - np.sqrt((1 - shares) * span * (high - likely))
    return np.where(shares * span < likely - low, rising, falling)


def _totals(plan: Plan, pick: Pick) -> tuple[Values, Values]:
    rate = pick(plan.rate) if plan.rate else None
    years = len(plan.factors)
    factors = _factors(rate, years, plan) if rate is not None else [float(f) for f in plan.factors]
    present: Values = float(plan.fixed_present)
    for value, factor in zip(plan.fixed_years, factors, strict=False):
        present = present + float(value) * factor
    for row in plan.rows:
        present = present + _present_of(row, pick, factors, plan.conventions)
    inputs: Values = 0.0
    for each in plan.inputs:
        at = factors[each.year - 1] if each.year else 1.0
        inputs = inputs + pick(each.amount) * at
    return present, inputs


def _factors(rate: Values, years: int, plan: Plan) -> list[Values]:
    """Return the discount factors of year 1, 2, … as `auditor.value.discounting` has them."""
    ends: list[Values] = [1.0]
    for _ in range(years):
        ends.append(ends[-1] / (1 + rate))
    if plan.conventions.discounting == "first_year_at_par":
        return ends[:years]
    if plan.conventions.discounting == "mid_year":
        return [np.sqrt(ends[year] * ends[year + 1]) for year in range(years)]
    return ends[1:]


def _present_of(
    row: RowPlan, pick: Pick, factors: Sequence[Values], conventions: Conventions
) -> Values:
    first = pick(row.quantity) * pick(row.proxy) * _retained(row, pick, conventions)
    if conventions.row_rounding == "unit":
        first = np.sign(first) * np.floor(np.abs(first) * _OVER + 0.5)
    drop_off, duration = pick(row.drop_off), pick(row.duration_years)
    worth: Values = 0.0
    left: Values = 1.0
    for year in range(1, row.longest + 1):
        times = year if conventions.drop_off_from == "year_1" else year - 1
        if conventions.drop_off_method == "straight":
            left = np.maximum(0.0, 1 - times * drop_off)
        elif times:
            left = left * (1 - drop_off)
        held = _share_of_year(duration, year, conventions)
        worth = worth + held * left * factors[year - 1 + row.late]
    return first * worth


def _retained(row: RowPlan, pick: Pick, conventions: Conventions) -> Values:
    """Return the share of an outcome that is left after the deductions."""
    deadweight, displacement = pick(row.deadweight), pick(row.displacement)
    others = pick(row.attribution_to_others)
    if conventions.deductions_mean == "kept":
        deadweight, displacement = 1 - deadweight, 1 - displacement
    if conventions.attribution_means == "this_activity":
        others = 1 - others
    if conventions.deductions == "additive":
        return 1 - deadweight - displacement - others
    return (1 - deadweight) * (1 - displacement) * (1 - others)


def _share_of_year(duration: Values, year: int, conventions: Conventions) -> Values:
    """Return how much of a year an outcome of some duration holds."""
    if conventions.fractional_years == "prorated":
        return np.minimum(np.maximum(duration - (year - 1), 0.0), 1.0)
    whole = np.ceil if conventions.fractional_years == "rounded_up" else np.floor
    return np.where(whole(duration) >= year, 1.0, 0.0)


def share_where_value_exceeds_inputs(made: Drawn) -> Decimal:
    """Return the share of draws in which the present value is above the inputs."""
    return Decimal(int(np.count_nonzero(made.presents > made.inputs))) / len(made.presents)


def ratios_in_order(made: Drawn) -> list[float]:
    """Return the ratio of every draw, lowest first; inputs must be above zero in all."""
    return [float(ratio) for ratio in np.sort(made.presents / made.inputs)]
