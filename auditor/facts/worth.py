"""Say what one unit of each row's impact is worth over all its years, by convention."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from operator import attrgetter
from typing import Any

from auditor.facts.value_row import Row
from auditor.value.conventions import Conventions
from auditor.value.discounting import Schedule, flat, schedule_of
from auditor.value.sroi import year_factors, year_weights

_ZERO, _ONE = Decimal(0), Decimal(1)

STREAM = ("drop_off_method", "drop_off_from", "fractional_years", "outcome_start")
"""The questions that the values of the years depend on, before discounting."""

DISCOUNTED = (*STREAM, "discounting", "rates")
"""The questions that the worth of a row depends on."""

_stream_of, _discounted_of = attrgetter(*STREAM), attrgetter(*DISCOUNTED)


class Worths:
    """The years of every row and what they are worth, each worked out once.

    Rows that last equally long, drop off alike and start together share their worth.
    """

    def __init__(
        self, rows: Sequence[Row], rate: Decimal | None, parameters: Mapping[str, Any]
    ) -> None:
        self._rows = rows
        self.rate = rate
        self._parameters = parameters
        published = parameters.get("discount_rates")
        self._bands: Mapping[str, Any] = published if isinstance(published, Mapping) else {}
        self._likenesses = [_likeness(row) for row in rows]
        self._schedules: dict[str, Schedule] = {}
        self._streams: dict[object, tuple[Decimal, ...]] = {}
        self._all_streams: dict[object, tuple[tuple[Decimal, ...], ...]] = {}
        self._factors: dict[object, tuple[Decimal, ...]] = {}
        self._worths: dict[object, tuple[Decimal, ...]] = {}

    def at_rate(self, rate: Decimal) -> "Worths":
        """Return the worth of the same rows at another flat rate."""
        return Worths(self._rows, rate, self._parameters)

    def knows(self, rates: str) -> bool:
        """Say whether there are rates of that name: the file's flat one, or published bands."""
        return self.rate is not None if rates == "flat" else rates in self._bands

    @property
    def published(self) -> tuple[str, ...]:
        """Name the published schedules that are known."""
        return tuple(name for name in ("standard", "health", "reduced") if name in self._bands)

    def of_rows(self, conventions: Conventions) -> tuple[Decimal, ...]:
        """Return what one unit of each row's impact is worth over its years, in order of rows."""
        key = _discounted_of(conventions)
        if key not in self._worths:
            alike: dict[object, Decimal] = {}
            for row, likeness in zip(self._rows, self._likenesses, strict=True):
                if likeness not in alike:
                    alike[likeness] = self.of_row(row, conventions)
            self._worths[key] = tuple(alike[likeness] for likeness in self._likenesses)
        return self._worths[key]

    def streams(self, conventions: Conventions) -> tuple[tuple[Decimal, ...], ...]:
        """Return how much of its impact each year of each row holds, in order of rows."""
        key = _stream_of(conventions)
        if key not in self._all_streams:
            self._all_streams[key] = tuple(self.stream(row, conventions) for row in self._rows)
        return self._all_streams[key]

    def of_row(self, row: Row, conventions: Conventions) -> Decimal:
        """Return what one unit of a row's impact is worth over its years."""
        weights = self.stream(row, conventions)
        factors = self.factors(len(weights), conventions)
        pairs = zip(weights, factors, strict=False)
        return sum((weight * factor for weight, factor in pairs), start=_ZERO)

    def stream(self, row: Row, conventions: Conventions) -> tuple[Decimal, ...]:
        """Return how much of its impact each year of a row holds, year 1 first."""
        given = row.given
        key = (_likeness(row), _stream_of(conventions))
        if key not in self._streams:
            self._streams[key] = year_weights(
                _ONE if given.duration_years is None else given.duration_years,
                drop_off=given.drop_off or _ZERO,
                conventions=conventions,
                outcome_start=given.outcome_start,
            )
        return self._streams[key]

    def factors(self, years: int, conventions: Conventions) -> tuple[Decimal, ...]:
        """Return at least as many discount factors as years, year 1 first."""
        key = (conventions.discounting, conventions.rates)
        known = self._factors.get(key, ())
        if len(known) < years:
            schedule = self._schedule(conventions.rates)
            self._factors[key] = tuple(year_factors(schedule, years, conventions.discounting))
        return self._factors.get(key, ())

    def _schedule(self, rates: str) -> Schedule:
        if rates == "flat" or rates not in self._bands:
            return flat(self.rate or _ZERO)
        if rates not in self._schedules:
            self._schedules[rates] = schedule_of(self._bands[rates])
        return self._schedules[rates]


def _likeness(row: Row) -> tuple[object, ...]:
    given = row.given
    return given.duration_years, given.drop_off, given.outcome_start
