"""Discount future years at rates that change with distance, as the Green Book does."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias

from auditor.value.precision import CONTEXT, stated_arithmetic

Timing: TypeAlias = Literal["year_0_undiscounted", "end_of_year", "mid_year"]
"""When the amounts of a year fall: at its start with the first year at par, its end, its middle."""

TIMINGS: tuple[Timing, ...] = ("year_0_undiscounted", "end_of_year", "mid_year")
_STEP = 16


class Band(NamedTuple):
    """A yearly rate (share, real) and the first year from the base year that it applies to."""

    from_year: int
    rate: Decimal


Schedule: TypeAlias = tuple[Band, ...]


def flat(rate: Decimal) -> Schedule:
    """Return the schedule of one rate for every year."""
    return (Band(0, rate),)


_QUARTER_POINT = Decimal("0.0025")


def is_set_rate(rate: Decimal) -> bool:
    """Say whether a rate is one that somebody sets, and so is exact as it is printed.

    Treasuries, central banks and guidance set rates in steps of a quarter of a percentage point or
    more: 1.5%, 3.5%, 8%, 0.75%. A rate between these steps was measured, a yield or an average, and
    has more digits than are printed.

    >>> is_set_rate(Decimal("0.035")), is_set_rate(Decimal("0.0105"))
    (True, False)
    """
    return not rate % _QUARTER_POINT


def schedule_of(bands: Iterable[Mapping[str, object]]) -> Schedule:
    """Return a schedule from rows of `from_year` and `rate`, in order of years.

    >>> schedule_of([{"from_year": 31, "rate": "0.03"}, {"from_year": 0, "rate": "0.035"}])[1]
    Band(from_year=31, rate=Decimal('0.03'))
    """
    rows = (Band(int(str(band["from_year"])), Decimal(str(band["rate"]))) for band in bands)
    return tuple(sorted(rows))


def rate_in_year(schedule: Schedule, year: int) -> Decimal | None:
    """Return the rate for a year counted from the base year, or None before the first band.

    >>> rate_in_year((Band(0, Decimal("0.035")), Band(31, Decimal("0.03"))), 31)
    Decimal('0.03')
    """
    rates = [band.rate for band in schedule if band.from_year <= year]
    return rates[-1] if rates else None


def discount_factor(schedule: Schedule, year: int) -> Decimal:
    """Return what one unit of a year is worth in the base year: the product of yearly factors.

    The base year itself (year 0) is at par. Source: Green Book 2018, annex 6; TAG, April 2026.

    >>> standard = (Band(0, Decimal("0.035")), Band(31, Decimal("0.03")))
    >>> round(discount_factor(standard, 30), 4), round(discount_factor(standard, 31), 4)
    (Decimal('0.3563'), Decimal('0.3459'))
    """
    return discount_factors(schedule, year)[year]


def discount_factors(schedule: Schedule, last_year: int) -> Sequence[Decimal]:
    """Return the factors of year 0 up to at least the last year asked for.

    Raises ValueError where a year has no rate, or a rate of -100% or less.
    """
    return _factors(schedule, -(-last_year // _STEP) * _STEP)


@lru_cache(maxsize=256)
def _factors(schedule: Schedule, last_year: int) -> Sequence[Decimal]:
    factors = [Decimal(1)]
    with stated_arithmetic():  # what is remembered must not depend on who asked first
        for year in range(1, last_year + 1):
            rate = rate_in_year(schedule, year)
            if rate is None or rate <= -1:
                raise ValueError(f"year {year} has no rate that can be discounted with: {rate}")
            factors.append(factors[-1] / (1 + rate))
    return tuple(factors)


def timed_factors(schedule: Schedule, years: int, *, timing: Timing) -> Sequence[Decimal]:
    """Return the factors of the first so many years (0 is the first) under a convention of timing.

    `year_0_undiscounted` leaves the first year at par, `end_of_year` discounts it once, `mid_year`
    by half a year at the rate of the year that is cut in half.

    >>> [round(f, 5) for f in timed_factors(flat(Decimal("0.08")), 2, timing="mid_year")]
    [Decimal('0.96225'), Decimal('0.89097')]
    """
    ends = discount_factors(schedule, years)
    if timing == "year_0_undiscounted":
        return ends[:years]
    if timing == "end_of_year":
        return ends[1 : years + 1]
    return [(ends[year] * ends[year + 1]).sqrt(CONTEXT) for year in range(years)]


def annuity_factor(schedule: Schedule, years: int, *, timing: Timing) -> Decimal:
    """Return the present value of one unit a year for a number of years.

    >>> round(annuity_factor(flat(Decimal("0.035")), 10, timing="year_0_undiscounted"), 4)
    Decimal('8.6077')
    >>> round(annuity_factor(flat(Decimal("0.035")), 10, timing="end_of_year"), 4)
    Decimal('8.3166')
    """
    return sum(timed_factors(schedule, years, timing=timing), start=Decimal(0))


def equivalent_annual_value(
    present_value: Decimal, schedule: Schedule, years: int, *, timing: Timing = "end_of_year"
) -> Decimal:
    """Return the equal yearly amount with the same present value, to compare unequal horizons.

    >>> round(equivalent_annual_value(Decimal(1500), flat(Decimal("0.08")), 5), 1)
    Decimal('375.7')
    """
    return present_value / annuity_factor(schedule, years, timing=timing)
