"""Say which values words allow: from a low end to a high end, each counted in, left out or open."""

from dataclasses import dataclass
from decimal import Decimal

from auditor.value.precision import Interval


@dataclass(frozen=True, slots=True)
class Reach:
    """All values between two ends; None stands for no end.

    `low_in` and `high_in` say whether the end itself belongs: "more than 100" leaves 100 out.
    """

    low: Decimal | None = None
    high: Decimal | None = None
    low_in: bool = True
    high_in: bool = True

    @classmethod
    def of(cls, interval: Interval) -> "Reach":
        """Return the values that a printed figure may stand for."""
        return cls(interval.low, interval.high)

    @classmethod
    def printed(cls, value: Decimal, half_unit: Decimal) -> "Reach":
        """Return the values that print as a figure, to half a unit of its last digit.

        A value halfway between two prints is counted to one of them alone, the larger by size, or
        1.7 and 1.8 would agree.

        >>> Reach.printed(Decimal("1.7"), Decimal("0.05")).meets(
        ...     Reach.printed(Decimal("1.8"), Decimal("0.05")))
        False
        """
        low, high = value - half_unit, value + half_unit
        if not half_unit:
            return cls(low, high)
        return cls(low, high, value >= 0, value < 0)

    def closed(self) -> "Reach":
        """Return the same with its ends counted in."""
        return Reach(self.low, self.high)

    def meets(self, other: "Reach") -> bool:
        """Say whether the two have a value in common.

        >>> Reach(low=Decimal(100), low_in=False).meets(Reach(high=Decimal(100)))
        False
        """
        return _below(self, other) and _below(other, self)

    def holds(self, other: "Reach") -> bool:
        """Say whether every value of the other lies inside.

        >>> Reach(low=Decimal(2), low_in=False).holds(Reach(Decimal("2.1"), Decimal("2.4")))
        True
        """
        return _no_lower(self, other) and _no_higher(self, other)

    def times(self, factor: Decimal) -> "Reach":
        """Return every value multiplied by a factor, which may turn the ends round."""
        low = None if self.low is None else self.low * factor
        high = None if self.high is None else self.high * factor
        if factor < 0:
            return Reach(high, low, self.high_in, self.low_in)
        return Reach(low, high, self.low_in, self.high_in)

    def plus(self, amount: Decimal) -> "Reach":
        """Return every value with an amount added."""
        low = None if self.low is None else self.low + amount
        high = None if self.high is None else self.high + amount
        return Reach(low, high, self.low_in, self.high_in)


def _below(one: Reach, other: Reach) -> bool:
    """Say whether the low end of one does not lie beyond the high end of the other."""
    if one.low is None or other.high is None or one.low < other.high:
        return True
    return one.low == other.high and one.low_in and other.high_in


def _no_lower(outer: Reach, inner: Reach) -> bool:
    if outer.low is None:
        return True
    if inner.low is None or inner.low < outer.low:
        return False
    return inner.low > outer.low or outer.low_in or not inner.low_in


def _no_higher(outer: Reach, inner: Reach) -> bool:
    if outer.high is None:
        return True
    if inner.high is None or inner.high > outer.high:
        return False
    return inner.high < outer.high or outer.high_in or not inner.high_in
