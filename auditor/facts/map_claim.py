"""Hold a claimed figure of a value map, to be worked out under any conventions."""

from collections.abc import Callable
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from auditor.facts.claim import Claimed
from auditor.facts.value_map import IMPACT
from auditor.facts.worth import DISCOUNTED
from auditor.model.figure import Figure
from auditor.value.answers import ANSWERS
from auditor.value.asked import Asked
from auditor.value.conventions import Conventions
from auditor.value.notes import Printer
from auditor.value.printing import Unit, as_printed, decimals_of
from auditor.value.quotient import Quotient

Under = Callable[[Conventions], tuple[Quotient, ...]]
PRESENT = (*IMPACT, *DISCOUNTED)
"""The questions that a present value depends on."""


class MapClaim(NamedTuple):
    """A claimed figure of a value map, to be worked out under any conventions.

    `id` is its name as a claim of the file; `pointer` is where it stands.
    """

    id: str
    pointer: str
    label: str
    unit: Unit
    claimed: Claimed
    asked: Asked
    currency: str = "GBP"

    @property
    def text(self) -> str:
        """Return the claim as it is printed."""
        if self.claimed.printed:
            return self.claimed.printed
        decimals = decimals_of(self.claimed.half_unit)
        value = self.claimed.value
        return as_printed(
            value, unit=self.unit, decimals=decimals, currency=self.currency, pad=True
        )

    def printed(self, value: Decimal | None) -> str:
        """Print what the claim comes to, with enough digits to be told from it; "" for nothing."""
        printer = Printer(self.unit, self.claimed.half_unit, self.currency)
        return "" if value is None else printer(value)


def map_claim(
    name: str,
    place: str,
    label: str,
    unit: Unit,
    figure: Figure | Claimed,
    needs: tuple[str, ...],
    under: Under,
) -> MapClaim:
    """Return a claim by its name, its place in the analysis and what it can depend on."""
    claimed = figure if isinstance(figure, Claimed) else Claimed.of(figure)
    asked = Asked(name, claimed.interval, _ordered(needs), under)
    return MapClaim(name, f"/sroi/{place}", label, unit, claimed, asked)


@cache
def _ordered(needs: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(question for question in ANSWERS if question in needs)
