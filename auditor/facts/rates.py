"""Set the discount rates that a file used beside those in force."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

from auditor.facts.reading import entries
from auditor.facts.working import percent
from auditor.model.appraisal import Appraisal
from auditor.value.discounting import Schedule, rate_in_year, schedule_of

FURTHEST = Decimal(125)


@dataclass(frozen=True, slots=True)
class RateBand:
    """A yearly discount rate (share) and the first year from the base year that it applies to."""

    from_year: int
    rate: Decimal


@dataclass(frozen=True, slots=True)
class RateDifference:
    """The first year from the base year whose rate differs: the rate used and the one in force."""

    year: int
    used: Decimal
    in_force: Decimal


class Rates(NamedTuple):
    """The rates for effects on health and for everything else, and how to say which they are."""

    money: Schedule
    health: Schedule
    words: str


def rates_in_force(appraisal: Appraisal | None, parameters: Mapping[str, Any]) -> Rates | None:
    """Return the Green Book's rates in force of the schedule that the file names.

    A file that names none, or one of its own, is held against the standard schedule.
    """
    published = parameters.get("discount_rates")
    if not isinstance(published, Mapping) or "standard" not in published:
        return None
    named = appraisal.schedule if appraisal else None
    standard = schedule_of(published["standard"])
    if named == "reduced" and "reduced" in published:
        reduced = schedule_of(published["reduced"])
        return Rates(reduced, reduced, "the Green Book's reduced rates in force")
    if named == "health" and "health" in published:
        words = "the Green Book's health rates in force for effects on health, standard for money"
        return Rates(standard, schedule_of(published["health"]), words)
    unnamed = "" if named == "standard" else " (the file names no published schedule)"
    return Rates(standard, standard, f"the Green Book's standard rates in force{unnamed}")


def main_rates(appraisal: Appraisal | None, parameters: Mapping[str, Any]) -> Rates | None:
    """Return the rates in force for main results: the reduced ones serve for a test alone."""
    reduced = appraisal is not None and appraisal.schedule == "reduced"
    return rates_in_force(None if reduced else appraisal, parameters)


def rates_declared(appraisal: Appraisal | None) -> Rates | None:
    """Return the rates that the file says it used, or None where it lists none."""
    listed = entries(appraisal.rates_used) if appraisal else ()
    if not listed:
        return None
    schedule = schedule_of({"from_year": r.from_year, "rate": r.rate} for r in listed)
    steps = ", ".join(f"{percent(band.rate)} from year {band.from_year}" for band in schedule[:6])
    return Rates(schedule, schedule, f"the rates that the file says it used ({steps})")


def rates_of(appraisal: Appraisal | None, parameters: Mapping[str, Any]) -> Rates | None:
    """Return the rates to work options out at: those that the file says it used, else in force."""
    declared = rates_declared(appraisal)
    if declared is not None or (appraisal and appraisal.schedule == "custom"):
        return declared
    return rates_in_force(appraisal, parameters)


def usable(rates: Rates) -> bool:
    """Say whether every year has a rate: the first band of each schedule starts at year 0 or 1."""
    return all(bool(bands) and bands[0].from_year <= 1 for bands in (rates.money, rates.health))


def bands(rates: Rates | None) -> tuple[RateBand, ...] | None:
    """Return the rates as rows that a rule can read; those on health where they differ."""
    return tuple(RateBand(band.from_year, band.rate) for band in rates.health) if rates else None


def reach(years: Decimal | None, timing: str | None) -> tuple[Decimal, Decimal]:
    """Return the last year from the base year that is discounted: for certain, and at most.

    A period whose first year is year 0 ends a year before its length says. Where no period is
    known, year 1 is discounted for certain and any later one may be. In the middle of a year, the
    last one is reached by half, which is counted in more than one way.

    >>> reach(Decimal(31), "year_0_undiscounted")
    (Decimal('30'), Decimal('30'))
    >>> reach(Decimal(31), "mid_year")
    (Decimal('30'), Decimal('31'))
    """
    if years is None:
        return Decimal(1), FURTHEST
    if timing is None or timing == "mid_year":
        return years - 1, years
    last = years - 1 if timing == "year_0_undiscounted" else years
    return last, last


def first_difference(
    used: Rates, published: Rates, horizon_years: Decimal
) -> RateDifference | None:
    """Return the first year of the horizon whose rate differs.

    An appraisal at health rates is held against these: it is about effects on health.
    """
    return _first_difference(used.money, published.health, max(int(horizon_years), 1))


def _first_difference(used: Schedule, in_force: Schedule, last: int) -> RateDifference | None:
    for year in range(1, last + 1):
        here, there = rate_in_year(used, year), rate_in_year(in_force, year)
        if here is not None and there is not None and here != there:
            return RateDifference(year, here, there)
    return None
