"""Decide whether a column writes a quarter as 0.25, 25 or 25%, or that nobody can tell."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from auditor.load.value_map.amounts import Amount

Scale = Literal["share", "percent"]


@dataclass(frozen=True, slots=True)
class Scaling:
    """How the unmarked numbers of a column are read; `ask` says why that cannot be known."""

    scale: Scale | None
    says: str = ""
    assumed: bool = False
    ask: str = ""


def scaling_of(amounts: Iterable[Amount], *, title_says_percent: bool) -> Scaling:
    """Decide for one column from all numbers that carry no mark of their own."""
    plain = [amount.value for amount in amounts if not amount.as_share]
    above = [value for value in plain if value > 1]
    broken = [value for value in plain if 0 < value < 1]
    ones = [value for value in plain if value == 1]
    if above and broken:
        says = f"it holds both {_example(broken)} and {_example(above)} without a sign"
        return Scaling(None, ask=says)
    if above:
        return Scaling("percent", f"{_example(above)} is read as {_example(above)}%")
    if broken:
        says = f"{_example(broken)} is read as {_example(b * 100 for b in broken)}%"
        return Scaling("share", says, assumed=title_says_percent)
    if ones:
        return Scaling(None, ask="1 in it may be 1% or 100%")
    return Scaling("share")


def _example(values: Iterable[int | Decimal]) -> str:
    return f"{Decimal(next(iter(values))).normalize():f}"


def as_share(amount: Amount, scale: Scale | None) -> int | Decimal:
    """Return a number as a share from 0 to 1, by the scale of its column."""
    if amount.as_share or scale != "percent":
        return amount.value
    value = Decimal(amount.value).scaleb(-2)
    return int(value) if value == value.to_integral_value() else value
