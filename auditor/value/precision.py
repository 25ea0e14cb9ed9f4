"""Treat a printed figure as the interval of values that it may stand for."""

from contextlib import AbstractContextManager
from decimal import ROUND_HALF_EVEN, Context, Decimal, localcontext
from typing import NamedTuple

CONTEXT = Context(prec=50, rounding=ROUND_HALF_EVEN)
"""The arithmetic of every figure: 50 digits hold any product of amounts that a file allows."""


def stated_arithmetic() -> AbstractContextManager[Context]:
    """Compute in the stated context, whatever the caller's own one is."""
    return localcontext(CONTEXT)


class Interval(NamedTuple):
    """All values from `low` to `high`, both included."""

    low: Decimal
    high: Decimal

    def contains(self, value: Decimal) -> bool:
        """Say whether a value lies inside; the ends count.

        >>> around(Decimal("5.07"), Decimal("0.005")).contains(Decimal("5.0733"))
        True
        """
        return self.low <= value <= self.high

    def meets(self, other: "Interval") -> bool:
        """Say whether the two have a value in common."""
        return self.low <= other.high and other.low <= self.high

    def shared(self, other: "Interval") -> "Interval | None":
        """Return the values that both hold, or None."""
        low, high = max(self.low, other.low), min(self.high, other.high)
        return Interval(low, high) if low <= high else None

    def shifted(self, by: Decimal) -> "Interval":
        """Return the interval moved by an amount."""
        return Interval(self.low + by, self.high + by)

    def times(self, other: "Interval") -> "Interval":
        """Return every product of a value of one with a value of the other.

        >>> around(Decimal(37), Decimal("0.5")).times(around(Decimal(-2), Decimal(0)))
        Interval(low=Decimal('-75.0'), high=Decimal('-73.0'))
        """
        corners = [a * b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(corners), max(corners))

    def over(self, other: "Interval") -> "Interval | None":
        """Return every quotient of the two, or None where the divisor may be zero."""
        if other.low <= 0 <= other.high:
            return None
        corners = [a / b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(corners), max(corners))


def around(value: Decimal, half_unit: Decimal) -> Interval:
    """Return the values that a figure printed to half a unit either way may stand for."""
    return Interval(value - half_unit, value + half_unit)
