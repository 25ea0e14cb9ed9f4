"""Tell between which values a formula lies, also where a term stands in it more than once.

A term that stands in it twice moves in both places together, so ranges of the parts cannot simply
be put together. The ends of a formula's range lie at ends of its terms' ranges where, with the
other terms held, it only rises or only falls with each term: because the term stands in it once,
because the signs of all parts say so, or because it is a quotient of two sums that are linear in
the term. Where none of these can be shown, the range cannot be told.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import product
from typing import NamedTuple

from auditor.model.formula import Call, Formula, Name, Node, Number, Operation, names_in
from auditor.value.formula import Undefined, called_span, exact, operated_span, span
from auditor.value.precision import Interval

MOST_FREE = 8
"""Both ends of so many terms are tried together: 256 ways, a few milliseconds."""


class _Moves(NamedTuple):
    """The range of a part, and how it moves with a term: 1 up, -1 down, 0 not, None unknown."""

    range: Interval
    way: int | None


def range_of(formula: Formula, ranges: Mapping[str, Interval]) -> Interval | None:
    """Return the least and greatest value of a formula over ranges of its terms.

    None where that cannot be told, or where some values of the terms give no result.
    """
    try:
        wide = span(formula.tree, ranges)
    except Undefined:
        return None
    times = Counter(names_in(formula.tree))
    moving = [name for name in formula.names if ranges[name].low < ranges[name].high]
    if all(times[name] == 1 for name in moving):
        return wide
    ways = {name: way(formula.tree, name, ranges) for name in moving}
    free = [name for name in moving if ways[name] is None]
    if len(free) > MOST_FREE or not all(_monotone(formula.tree, n, times[n]) for n in free):
        return None
    return Interval(
        min(exact(formula.tree, at) for at in _ends(ranges, ways, free, lowest=True)),
        max(exact(formula.tree, at) for at in _ends(ranges, ways, free, lowest=False)),
    )


def _monotone(tree: Node, name: str, times: int) -> bool:
    return times == 1 or is_fraction_of_lines(tree, name)


def _ends(
    ranges: Mapping[str, Interval], ways: Mapping[str, int | None], free: list[str], *, lowest: bool
) -> Iterator[dict[str, Decimal]]:
    """Yield each choice of ends at which the least, or the greatest, value may lie."""
    fixed = {
        name: each.high if (ways.get(name) == 1) is not lowest else each.low
        for name, each in ranges.items()
    }
    for ends in product((False, True), repeat=len(free)):
        chosen = zip(free, ends, strict=True)
        yield {**fixed, **{n: ranges[n].high if end else ranges[n].low for n, end in chosen}}


def way(node: Node, name: str, ranges: Mapping[str, Interval]) -> int | None:
    """Return 1 where a formula never falls as a term rises, -1 where it never rises.

    0 where it does not move at all, None where that does not follow from the signs of its parts.
    """
    return _moves(node, name, ranges).way


def _moves(node: Node, name: str, ranges: Mapping[str, Interval]) -> _Moves:
    if isinstance(node, Number):
        return _Moves(Interval(node.value, node.value), 0)
    if isinstance(node, Name):
        return _Moves(ranges[node.id], 1 if node.id == name else 0)
    if isinstance(node, Operation):
        left, right = _moves(node.left, name, ranges), _moves(node.right, name, ranges)
        both = operated_span(node.sign, left.range, right.range)
        return _Moves(both, _of_operation(node.sign, left, right))
    parts = [_moves(part, name, ranges) for part in node.parts]
    return _Moves(called_span(node, [part.range for part in parts]), _of_call(node, parts))


def _of_operation(sign: str, left: _Moves, right: _Moves) -> int | None:
    if sign == "+":
        return _together(left.way, right.way)
    if sign == "-":
        return _together(left.way, _turned(right.way, -1))
    by_left = _turned(left.way, _sign(right.range))
    by_right = _turned(right.way, _sign(left.range))
    if sign == "*":
        return _together(by_left, by_right)
    return _together(by_left, _turned(by_right, -1))  # the divisor is squared in the slope


def _of_call(call: Call, parts: list[_Moves]) -> int | None:
    if call.name not in ("annuity", "factor"):
        return _together(*(part.way for part in parts))
    rate, years = parts
    later = _sign(years.range)
    if call.name == "factor":
        by_rate, by_years = _turned(later, -1), _turned(_sign(rate.range), -1)
    else:
        # With a timing, or for less than no time, it may rise with the rate as well as fall.
        by_rate, by_years = (-1 if later == 1 and not call.option else None), 1
    return _together(_turned(rate.way, by_rate), _turned(years.way, by_years))


def _sign(values: Interval) -> int | None:
    if values.low >= 0:
        return 1
    return -1 if values.high <= 0 else None


def _turned(one: int | None, by: int | None) -> int | None:
    if one == 0 or by == 0:
        return 0
    return None if one is None or by is None else one * by


def _together(*ways: int | None) -> int | None:
    found = set(ways) - {0}
    return 0 if not found else found.pop() if len(found) == 1 else None


class _Fraction(NamedTuple):
    """A formula as a polynomial in one term over divisors: its degree, each divisor's degree.

    Divisors that stand in it more than once are kept apart, so that equal ones meet in a sum:
    value / cost + 2 * value / cost has cost below once.
    """

    top: int
    divisors: Counter[tuple[Node, int]]

    @property
    def below(self) -> int:
        return _degree(self.divisors)


def _degree(divisors: Counter[tuple[Node, int]]) -> int:
    return sum(degree * times for (_, degree), times in divisors.items())


def is_fraction_of_lines(node: Node, name: str) -> bool:
    """Say whether a formula is (a + b x) / (c + d x) in a term x, the other terms held.

    >>> from auditor.model.formula_reader import read_formula
    >>> is_fraction_of_lines(read_formula("(value - cost) / cost").tree, "cost")
    True
    """
    fraction = _fraction(node, name)
    return fraction is not None and max(fraction.top, fraction.below) <= 1


def _fraction(node: Node, name: str) -> _Fraction | None:
    """Return a formula as a fraction in one term; None where the term stands in a function."""
    if name not in set(names_in(node)):
        return _Fraction(0, Counter())
    if isinstance(node, Name):
        return _Fraction(1, Counter())
    if isinstance(node, Operation):
        left, right = _fraction(node.left, name), _fraction(node.right, name)
        return None if left is None or right is None else _joined(node, left, right)
    summed = _Fraction(0, Counter())
    if not isinstance(node, Call) or node.name != "sum":
        return None
    for part in node.parts:
        fraction = _fraction(part, name)
        if fraction is None:
            return None
        summed = _added(summed, fraction)
    return summed


def _joined(node: Operation, left: _Fraction, right: _Fraction) -> _Fraction:
    if node.sign == "*":
        return _Fraction(left.top + right.top, left.divisors + right.divisors)
    if node.sign == "/":
        divisor = Counter({(node.right, right.top): 1}) if right.top else Counter()
        return _Fraction(left.top + right.below, left.divisors + divisor)
    return _added(left, right)


def _added(left: _Fraction, right: _Fraction) -> _Fraction:
    common = left.divisors | right.divisors
    tops = (each.top + _degree(common - each.divisors) for each in (left, right))
    return _Fraction(max(tops), common)
