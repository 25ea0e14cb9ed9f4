"""Hold a figure that a formula gives from printed terms: its value, its range, what explains it."""

from collections import Counter
from collections.abc import Callable, Mapping
from decimal import Decimal

from auditor.model.formula import Formula, names_in
from auditor.value.formula import Undefined, exact
from auditor.value.formula_range import is_fraction_of_lines, range_of, way
from auditor.value.precision import Interval
from auditor.value.quotient import Explanation, PrintedInput

_HALVINGS = 120
"""A printed range is halved so often that the last halving is far below any printed digit."""


class FormulaFigure:
    """A figure worked out by a formula from printed terms, which may themselves be rounded.

    `terms` holds each term that the formula names. Work is done in the caller's context.
    """

    def __init__(self, formula: Formula, terms: Mapping[str, PrintedInput]) -> None:
        self.formula = formula
        self.terms = {name: terms[name] for name in formula.names}
        self._values = {name: term.value for name, term in self.terms.items()}
        self._times = Counter(names_in(formula.tree))

    @property
    def exact(self) -> Decimal | None:
        """Return the figure from the terms as printed, or None where it has none."""
        try:
            return exact(self.formula.tree, self._values)
        except Undefined:
            return None

    @property
    def problem(self) -> str:
        """Say why it has no value, in words; nothing where it has one."""
        try:
            exact(self.formula.tree, self._values)
        except Undefined as error:
            return error.reason
        return ""

    @property
    def inputs(self) -> tuple[PrintedInput, ...]:
        """Return every term that may be rounded."""
        return tuple(term for term in self.terms.values() if term.half_unit)

    def interval(self) -> Interval | None:
        """Return what it can be when every term is taken as rounded; None if it cannot be told."""
        return range_of(self.formula, {name: term.interval for name, term in self.terms.items()})

    def explanations(self, claim: Interval) -> tuple[Explanation, ...]:
        """Return each single term that, taken as rounded, alone gives the claim."""
        found = (self._within(name, claim) for name in self.terms)
        return tuple(each for each in found if each is not None)

    def needed(self, name: str, claim: Interval) -> Interval | None:
        """Return what one term would have to be for the claim, however far from what is printed.

        Only where the formula is a quotient of two sums linear in it, which has one answer.
        """
        if not is_fraction_of_lines(self.formula.tree, name):
            return None
        ends = [self._solved(name, end) for end in (claim.low, claim.high)]
        if ends[0] is None or ends[1] is None:
            return None
        needed = Interval(min(ends[0], ends[1]), max(ends[0], ends[1]))
        middle = self.at(name, (needed.low + needed.high) / 2)
        return needed if middle is not None and claim.contains(middle) else None

    def at(self, name: str, value: Decimal) -> Decimal | None:
        """Return the figure with another value of one term, or None where it then has none."""
        try:
            return exact(self.formula.tree, {**self._values, name: value})
        except Undefined:
            return None

    def _solved(self, name: str, target: Decimal) -> Decimal | None:
        """Solve (a + b x) / (c + d x) = target from three points: its cross-ratio is kept."""
        middle = self._values[name]
        step = self.terms[name].half_unit or Decimal(1)
        places = [middle - step, middle, middle + step]
        values = [value for place in places if (value := self.at(name, place)) is not None]
        if len(values) < 3 or values[0] == values[1]:
            return None
        first, second, third = values
        if target == third:
            return places[2]
        kept = (target - first) * (second - third) / ((target - third) * (second - first))
        return None if kept == -1 else middle + step * (kept - 1) / (kept + 1)

    def _within(self, name: str, claim: Interval) -> Explanation | None:
        term = self.terms[name]
        if not term.half_unit or not self._only_one_way(name):
            return None
        low, high = term.interval.low, term.interval.high
        at_low, at_high = self.at(name, low), self.at(name, high)
        if at_low is None or at_high is None or at_low == at_high:
            return None
        reached = claim.shared(Interval(min(at_low, at_high), max(at_low, at_high)))
        if reached is None:
            return None
        ends = [self._between(name, target, low, high) for target in (reached.low, reached.high)]
        return Explanation(term, Interval(min(ends), max(ends)))

    def _only_one_way(self, name: str) -> bool:
        """Say whether the figure only rises or only falls as one term moves within its range."""
        if self._times[name] == 1 or is_fraction_of_lines(self.formula.tree, name):
            return True
        ranges = {key: Interval(value, value) for key, value in self._values.items()}
        ranges[name] = self.terms[name].interval
        try:
            return way(self.formula.tree, name, ranges) is not None
        except Undefined:
            return False

    def _between(self, name: str, target: Decimal, low: Decimal, high: Decimal) -> Decimal:
        """Return the value of a term inside its range that gives the target."""
        if is_fraction_of_lines(self.formula.tree, name):
            solved = self._solved(name, target)
            if solved is not None:
                return min(max(solved, low), high)
        return _halved(lambda value: self.at(name, value), target, low, high)


def _halved(
    figure: Callable[[Decimal], Decimal | None], target: Decimal, low: Decimal, high: Decimal
) -> Decimal:
    rising = (figure(low) or Decimal(0)) <= (figure(high) or Decimal(0))
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        value = figure(middle)
        if value is None or value == target or middle in (low, high):
            return middle
        low, high = (middle, high) if (value < target) is rising else (low, middle)
    return (low + high) / 2
