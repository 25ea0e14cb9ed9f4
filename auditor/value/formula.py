"""Work a formula out, exactly or for ranges of its terms."""

from collections.abc import Callable, Mapping
from decimal import Decimal, DecimalException
from typing import cast

from auditor.model.formula import Call, Name, Node, Number, Operation, Timing
from auditor.value.precision import Interval
from auditor.value.printing import rounded

_ONE, _HALF = Decimal(1), Decimal("0.5")


class Undefined(Exception):
    """A formula has no value for these terms, and why, in words."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def exact(node: Node, values: Mapping[str, Decimal]) -> Decimal:
    """Return the value of a formula; raise Undefined where it has none.

    >>> from auditor.model.formula_reader import read_formula
    >>> tree = read_formula("staff * days * rate").tree
    >>> exact(tree, {"staff": Decimal(3), "days": Decimal(29), "rate": Decimal(495)})
    Decimal('43065')
    """
    try:
        return _exact(node, values)
    except DecimalException as error:
        raise Undefined("the numbers become too large to work with") from error


def _exact(node: Node, values: Mapping[str, Decimal]) -> Decimal:
    if isinstance(node, Number):
        return node.value
    if isinstance(node, Name):
        return values[node.id]
    if isinstance(node, Operation):
        left, right = _exact(node.left, values), _exact(node.right, values)
        return _operated(node.sign, left, right)
    return called(node, [_exact(part, values) for part in node.parts])


def _operated(sign: str, left: Decimal, right: Decimal) -> Decimal:
    if sign == "+":
        return left + right
    if sign == "-":
        return left - right
    if sign == "*":
        return left * right
    if not right:
        raise Undefined("it divides by zero")
    return left / right


def called(call: Call, given: list[Decimal]) -> Decimal:
    """Return what a function gives; raise Undefined for a rate of -100% or less."""
    if call.name in _TOGETHER:
        return _TOGETHER[call.name](given)
    if call.name == "round":
        return rounded(given[0], int(call.option or 0))
    timing = cast(Timing, call.option)
    return _DISCOUNTS[call.name](given[0], given[1], timing)


def annuity(rate: Decimal, years: Decimal, timing: Timing | None = None) -> Decimal:
    """Return the present value of 1 a year for a number of years; `rate` is a share.

    It falls at the end of each year, or as `timing` says. Source: Green Book 2018, annex 6.

    >>> round(annuity(Decimal("0.08"), Decimal(5)), 5)
    Decimal('3.99271')
    >>> annuity(Decimal(0), Decimal(5))
    Decimal('5')
    """
    growth = _growth(rate)
    ordinary = (1 - growth**-years) / rate if rate else years
    return ordinary * _EARLIER[timing or "end"](growth)


def factor(rate: Decimal, year: Decimal, timing: Timing | None = None) -> Decimal:
    """Return what 1 is worth today that falls `year` years from now, or as `timing` says in it.

    With a timing, year 0 is the first year: its middle is half a year from now.

    >>> round(factor(Decimal("0.08"), Decimal(0), "mid"), 5)
    Decimal('0.96225')
    """
    return _growth(rate) ** -(year + _LATER[timing or "start"])


_TOGETHER: Mapping[str, Callable[[list[Decimal]], Decimal]] = {
    "sum": lambda parts: sum(parts, start=Decimal(0)),
    "min": min,
    "max": max,
}
_DISCOUNTS = {"annuity": annuity, "factor": factor}
_EARLIER: Mapping[Timing, Callable[[Decimal], Decimal]] = {
    "end": lambda growth: _ONE,
    "mid": lambda growth: growth.sqrt(),
    "start": lambda growth: growth,
}
_LATER: Mapping[Timing, Decimal] = {"start": Decimal(0), "mid": _HALF, "end": _ONE}


def _growth(rate: Decimal) -> Decimal:
    if rate <= -1:
        raise Undefined("it discounts at a rate of -100% or less")
    return 1 + rate


def span(node: Node, ranges: Mapping[str, Interval]) -> Interval:
    """Return values between which a formula lies when each term may be anywhere in its range.

    They are exact where each term stands in it once; else they may be wider than need be. Raises
    Undefined where some values of the terms give none.
    """
    try:
        return _span(node, ranges)
    except DecimalException as error:
        raise Undefined("the numbers become too large to work with") from error


def _span(node: Node, ranges: Mapping[str, Interval]) -> Interval:
    if isinstance(node, Number):
        return Interval(node.value, node.value)
    if isinstance(node, Name):
        return ranges[node.id]
    if isinstance(node, Operation):
        left, right = _span(node.left, ranges), _span(node.right, ranges)
        return operated_span(node.sign, left, right)
    return called_span(node, [_span(part, ranges) for part in node.parts])


def operated_span(sign: str, left: Interval, right: Interval) -> Interval:
    """Return the range of two ranges added, subtracted, multiplied or divided."""
    if sign == "+":
        return Interval(left.low + right.low, left.high + right.high)
    if sign == "-":
        return Interval(left.low - right.high, left.high - right.low)
    if sign == "*":
        return left.times(right)
    divided = left.over(right)
    if divided is None:
        raise Undefined("it may divide by zero")
    return divided


def called_span(call: Call, given: list[Interval]) -> Interval:
    """Return the range of a function, each of which only rises or only falls with each part."""
    if call.name in ("annuity", "factor"):
        corners = [
            called(call, [a, b])
            for a in (given[0].low, given[0].high)
            for b in (given[1].low, given[1].high)
        ]
        return Interval(min(corners), max(corners))
    lows, highs = [each.low for each in given], [each.high for each in given]
    return Interval(called(call, lows), called(call, highs))
