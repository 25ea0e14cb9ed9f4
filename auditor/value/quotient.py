"""Hold a figure as a quotient of two sums of printed inputs, so that its range can be told."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from operator import mul
from typing import NamedTuple

from auditor.value.precision import Interval, around

_ZERO, _ONE = Decimal(0), Decimal(1)


class PrintedInput(NamedTuple):
    """A number that a file prints and that may itself be rounded."""

    name: str
    value: Decimal
    half_unit: Decimal
    money: bool = True

    @property
    def interval(self) -> Interval:
        """Return the values that the printed number may stand for."""
        return around(self.value, self.half_unit)


class Term(NamedTuple):
    """By how much a sum moves when one printed input moves by one unit.

    `beyond` is what the sum may move further when the input moves together with another one that
    it is multiplied by.
    """

    input: PrintedInput
    coefficient: Decimal
    beyond: Decimal = _ZERO

    @property
    def slack(self) -> Decimal:
        """Return by how much the rounding of the input can move the sum either way."""
        return abs(self.coefficient) * self.input.half_unit + self.beyond


class Total:
    """A sum that is linear in printed inputs.

    `exact` is its value from the inputs as printed. The terms say how it moves with each of them;
    they are worked out only where a claim is not given exactly.
    """

    __slots__ = ("_interval", "_reach", "_slack", "_terms", "_work", "exact")

    def __init__(
        self,
        exact: Decimal,
        work: Callable[[], tuple[Term, ...]] | None = None,
        slack: Callable[[], Decimal] | None = None,
    ) -> None:
        self.exact = exact
        self._work = work
        self._reach = slack
        self._terms: tuple[Term, ...] | None = None if work else ()
        self._slack: Decimal | None = None
        self._interval: Interval | None = None

    def terms(self) -> tuple[Term, ...]:
        """Return how the sum moves with each printed input."""
        if self._terms is None:
            self._terms = self._work() if self._work else ()
        return self._terms

    def slack(self) -> Decimal:
        """Return by how much the rounding of all printed inputs together can move the sum."""
        if self._slack is None:
            terms = (term.slack for term in self.terms()) if self._reach is None else ()
            self._slack = self._reach() if self._reach else sum(terms, start=_ZERO)
        return self._slack

    def interval(self) -> Interval:
        """Return what the sum can be when every printed input is taken as rounded."""
        if self._interval is None:
            self._interval = around(self.exact, self.slack())
        return self._interval

    def times(self, factor: Decimal) -> "Total":
        """Return the sum with everything in it multiplied by a number that is exact."""
        return weighted([(self, factor)])

    def minus(self, other: "Total") -> "Total":
        """Return the difference of two sums."""
        return weighted([(self, _ONE), (other, -_ONE)])


def weighted(parts: Sequence[tuple[Total, Decimal]]) -> Total:
    """Return the sum of some sums, each multiplied by a number that is exact."""
    exact = sum((part.exact * factor for part, factor in parts), start=_ZERO)
    return Total(
        exact,
        lambda: tuple(term for part, factor in parts for term in _scaled(part.terms(), factor)),
        # The same as from the terms, without setting them up: the parts know their own.
        lambda: sum((part.slack() * abs(factor) for part, factor in parts), start=_ZERO),
    )


def scalar_product(parts: Sequence[Total], factors: Sequence[Decimal]) -> Total:
    """Return the sum of some sums, each times its factor; quick where it is asked for very often.

    >>> scalar_product([Total(Decimal(2)), Total(Decimal(3))], [Decimal(10), Decimal(1)]).exact
    Decimal('23')
    """
    return Total(
        sum(map(mul, [part.exact for part in parts], factors), start=_ZERO),
        lambda: weighted(list(zip(parts, factors, strict=True))).terms(),
        lambda: sum(map(mul, [part.slack() for part in parts], map(abs, factors)), start=_ZERO),
    )


def total(parts: Iterable[Total]) -> Total:
    """Return the sum of many sums."""
    return weighted([(part, _ONE) for part in parts])


def printed(
    name: str, value: Decimal, half_unit: Callable[[Decimal], Decimal], *, money: bool = True
) -> Total:
    """Return a printed input as a sum of itself; a printed zero is taken as exact.

    A zero says that there is nothing, and is not a rounded amount.
    """
    if not value:
        return Total(value)
    return Total(value, lambda: (Term(PrintedInput(name, value, half_unit(value), money), _ONE),))


def _scaled(terms: tuple[Term, ...], factor: Decimal) -> tuple[Term, ...]:
    if factor == _ONE:
        return terms
    return tuple(
        Term(term.input, term.coefficient * factor, term.beyond * abs(factor)) for term in terms
    )


class Explanation(NamedTuple):
    """A printed input that alone could explain a claim, and what it would have to be."""

    input: PrintedInput
    needed: Interval


class Quotient(NamedTuple):
    """A figure as numerator / denominator + plus; without a denominator, a plain sum.

    No input stands in both numerator and denominator, unless the file prints it twice.
    """

    numerator: Total
    denominator: Total | None = None
    plus: Decimal = _ZERO

    @property
    def exact(self) -> Decimal | None:
        """Return the figure from the inputs as printed, or None where it divides by zero."""
        if self.denominator is None:
            return self.numerator.exact + self.plus
        if not self.denominator.exact:
            return None
        return self.numerator.exact / self.denominator.exact + self.plus

    @property
    def inputs(self) -> tuple[PrintedInput, ...]:
        """Return every printed input that the figure rests on."""
        below = self.denominator.terms() if self.denominator else ()
        return tuple(term.input for term in (*self.numerator.terms(), *below))

    def interval(self) -> Interval | None:
        """Return what the figure can be when every printed input is taken as rounded."""
        numerator = self.numerator.interval()
        if self.denominator is None:
            return numerator.shifted(self.plus) if self.plus else numerator
        divided = numerator.over(self.denominator.interval())
        return divided.shifted(self.plus) if divided else None

    def explanations(self, claim: Interval) -> tuple[Explanation, ...]:
        """Return each single printed input that, taken as rounded, alone gives the claim."""
        found = (*self._by_numerator(claim), *self._by_denominator(claim))
        return tuple(each for each in found if each is not None)

    def _by_numerator(self, claim: Interval) -> Iterable[Explanation | None]:
        divisor = self.denominator.exact if self.denominator else Decimal(1)
        if not divisor:
            return
        for term in self.numerator.terms():
            if term.coefficient:
                yield _explanation(
                    term,
                    [
                        (end - self.plus) * divisor - self.numerator.exact
                        for end in (claim.low, claim.high)
                    ],
                )

    def _by_denominator(self, claim: Interval) -> Iterable[Explanation | None]:
        ends = [claim.low - self.plus, claim.high - self.plus]
        if self.denominator is None or min(ends) <= 0 <= max(ends):
            return
        for term in self.denominator.terms():
            if term.coefficient:
                yield _explanation(
                    term, [self.numerator.exact / end - self.denominator.exact for end in ends]
                )


def _explanation(term: Term, moves: list[Decimal]) -> Explanation | None:
    """Return what an input would have to be for the sum to move by one of the amounts between."""
    values = [term.input.value + move / term.coefficient for move in moves]
    needed = Interval(min(values), max(values)).shared(term.input.interval)
    return Explanation(term.input, needed) if needed else None
