"""Find the value of one assumption at which a figure reaches a target."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Literal, TypeAlias

Figure: TypeAlias = Callable[[Decimal], Decimal]
"""What a figure is when the assumption has a value; the target is where it is zero."""

Method: TypeAlias = Literal["closed_form", "bisection", "whole_years"]

_ZERO, _ONE, _TWO = Decimal(0), Decimal(1), Decimal(2)
_STRAIGHT = Decimal("1e-30")
"""Arithmetic has 50 digits: what bends by less than this share of the figure is straight."""
_STEPS = 10
"""On each side of where it stands an assumption is looked at in so many places before the range is
searched, so that a figure that rises and falls again is found out."""
_DOUBLINGS = 20
_HALVINGS = 200
_NARROW = Decimal("1e-25")


@dataclass(frozen=True, slots=True)
class Crossing:
    """Where a figure reaches its target.

    `value` is None where it does not within the range. `moves` is False where the assumption has no
    effect at all. `monotone` is False where the figure rises and falls within the range: there may
    then be further crossings, and this is the one nearest to where the assumption stands.
    """

    value: Decimal | None
    method: Method
    moves: bool = True
    monotone: bool = True


def crossing(
    figure: Figure, *, now: Decimal, low: Decimal | None = None, high: Decimal | None = None
) -> Crossing:
    """Return where a figure is zero, in closed form where it is a straight line.

    Otherwise the range is looked at step by step, and halved where the sign changes. A range that
    is open at an end is followed outwards in doubling steps.

    >>> crossing(lambda x: 10 * x - 4, now=Decimal(1), low=Decimal(0), high=Decimal(1)).value
    Decimal('0.4')
    """
    reach = max(abs(now), _ONE)
    start = now - reach if low is None else low
    end = now + reach if high is None else high
    third = start + (end - start) / 3
    line = _Line(start, figure(start), end, figure(end))
    if line.passes(now, figure(now)) and line.passes(third, figure(third)):
        return _on_line(line, low, high)
    places = _places(now, low, high)
    return _searched([(x, figure(x)) for x in places], figure, now)


@dataclass(frozen=True, slots=True)
class _Line:
    """A straight line through two points."""

    start: Decimal
    at_start: Decimal
    end: Decimal
    at_end: Decimal

    @property
    def rise(self) -> Decimal:
        return self.at_end - self.at_start

    def passes(self, x: Decimal, y: Decimal) -> bool:
        expected = self.at_start + self.rise * (x - self.start) / (self.end - self.start)
        scale = max(abs(self.at_start), abs(self.at_end), abs(y))
        return abs(y - expected) <= scale * _STRAIGHT


def _on_line(line: _Line, low: Decimal | None, high: Decimal | None) -> Crossing:
    if not line.rise:
        return Crossing(None, "closed_form", moves=False)
    value = line.start - line.at_start * (line.end - line.start) / line.rise
    inside = (low is None or value >= low) and (high is None or value <= high)
    return Crossing(value if inside else None, "closed_form")


def _places(now: Decimal, low: Decimal | None, high: Decimal | None) -> list[Decimal]:
    """Return where to look, in order: evenly between two ends, in doubling steps without one."""
    reach = max(abs(now), _ONE)
    below = [now - reach * _TWO**n for n in range(_DOUBLINGS)] if low is None else _even(low, now)
    above = [now + reach * _TWO**n for n in range(_DOUBLINGS)] if high is None else _even(high, now)
    return sorted({*below, now, *above})


def _even(one: Decimal, other: Decimal) -> list[Decimal]:
    return [one + (other - one) * step / _STEPS for step in range(_STEPS)]


def _searched(points: Sequence[tuple[Decimal, Decimal]], figure: Figure, now: Decimal) -> Crossing:
    ups = any(a[1] < b[1] for a, b in pairwise(points))
    downs = any(a[1] > b[1] for a, b in pairwise(points))
    monotone = not (ups and downs)
    spans = [(a, b) for a, b in pairwise(points) if (a[1] <= 0) != (b[1] <= 0)]
    touched = [x for x, y in points if not y]
    found = [_halved(a, b, figure, now) for a, b in spans]
    value = min((*touched, *found), key=lambda x: abs(x - now), default=None)
    return Crossing(value, "bisection", moves=ups or downs, monotone=monotone)


def _halved(
    one: tuple[Decimal, Decimal], other: tuple[Decimal, Decimal], figure: Figure, now: Decimal
) -> Decimal:
    """Return where the sign changes between two points.

    Every second step halves the span, the others try where a straight line would cross, which ends
    the search early where the figure is smooth. Of a figure that jumps, the side that the jump is
    made to is returned: the first value, seen from `now`, at which the target is passed.
    """
    (a, at_a), (b, at_b) = one, other
    for step in range(_HALVINGS):
        if abs(b - a) <= _NARROW * max(abs(a), abs(b), _NARROW):
            break
        middle = (a + b) / 2 if step % 2 else a - at_a * (b - a) / (at_b - at_a)
        at_middle = figure(middle)
        if not at_middle:
            return middle
        if (at_middle <= 0) == (at_a <= 0):
            a, at_a = middle, at_middle
        else:
            b, at_b = middle, at_middle
    return b if abs(a - now) < abs(b - now) else a


def whole_years(figures: Sequence[Decimal], *, now: Decimal, prorated: bool = False) -> Crossing:
    """Return after how many years a figure passes zero, given it for 0, 1, 2, … years.

    Of years that count whole only, it is the nearest number of years, seen from `now`, at which the
    figure has passed; where part of a year counts in proportion, it is exact.

    >>> whole_years([Decimal(-3), Decimal(-1), Decimal(1), Decimal(2)],
    ...     now=Decimal(3)).value
    Decimal('1')
    """
    years = [(Decimal(year), figure) for year, figure in enumerate(figures)]
    ups = any(a[1] < b[1] for a, b in pairwise(years))
    downs = any(a[1] > b[1] for a, b in pairwise(years))
    found = [year for year, figure in years if not figure]
    for (a, at_a), (b, at_b) in pairwise(years):
        if (at_a <= 0) != (at_b <= 0):
            if prorated:
                found.append(a - at_a * (b - a) / (at_b - at_a))
            else:
                found.append(a if now >= b else b)
    value = min(found, key=lambda year: abs(year - now), default=None)
    return Crossing(value, "whole_years", moves=ups or downs, monotone=not (ups and downs))
