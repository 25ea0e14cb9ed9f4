"""Say what a recomputed figure must answer, however it was worked out."""

from decimal import Decimal
from typing import Protocol

from auditor.value.precision import Interval
from auditor.value.quotient import Explanation, PrintedInput


class Recomputable(Protocol):
    """A figure that was worked out from printed inputs: a quotient of sums, or a formula."""

    @property
    def exact(self) -> Decimal | None:
        """Return the figure from the inputs as printed, or None where it divides by zero."""

    @property
    def inputs(self) -> tuple[PrintedInput, ...]:
        """Return every printed input that the figure rests on."""

    def interval(self) -> Interval | None:
        """Return what it can be when every printed input is taken as rounded, if that is known."""

    def explanations(self, claim: Interval) -> tuple[Explanation, ...]:
        """Return each single printed input that, taken as rounded, alone gives the claim."""
