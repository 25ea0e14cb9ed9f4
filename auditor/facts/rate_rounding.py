"""Tell how far a present value can move where the discount rate is itself rounded in print."""

from collections.abc import Callable
from decimal import Decimal

from auditor.facts.worth import Worths
from auditor.model.printed import half_unit
from auditor.value.conventions import Conventions
from auditor.value.discounting import is_set_rate
from auditor.value.quotient import PrintedInput, Term, Total, total

Work = Callable[[Worths], Decimal]
"""What a figure comes to at the rates of some worths."""


class RateRounding:
    """The discount rate of a value map as a printed number.

    A rate that somebody set is exact (see `is_set_rate`). Any other is a yield or an average of
    more digits than are printed: 1.05% stands behind columns that were worked out at 1.047%.
    """

    def __init__(self, worths: Worths) -> None:
        rate = worths.rate
        known = rate is not None and not is_set_rate(rate)
        self._rate = rate if known else None
        self._worths = worths
        self._ends: tuple[Worths, Worths] | None = None

    def widened(self, found: Total, conventions: Conventions, work: Work) -> Total:
        """Return a sum that moves with the rate, too, where the rate may be rounded."""
        rate = self._rate
        if rate is None or conventions.discounting == "none" or conventions.rates != "flat":
            return found
        return total([found, Total(Decimal(0), lambda: (self._term(rate, work),))])

    def _term(self, rate: Decimal, work: Work) -> Term:
        """Return how a figure moves with the rate: in a line, and what it bends beyond that."""
        half = half_unit(rate)
        if self._ends is None:
            self._ends = self._worths.at_rate(rate - half), self._worths.at_rate(rate + half)
        at_low, exact, at_high = (
            work(each) for each in (self._ends[0], self._worths, self._ends[1])
        )
        slope = (at_high - at_low) / (2 * half)
        farthest = max(abs(at_low - exact), abs(at_high - exact))
        beyond = max(Decimal(0), farthest - abs(slope) * half)
        return Term(PrintedInput("the discount rate", rate, half, money=False), slope, beyond)
