"""Name the assumptions of a value map that a challenge moves, and say how each is moved."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

from auditor.facts.changed_sroi import in_words
from auditor.model.scenario import Changeable
from auditor.value.printing import Unit, as_printed

Field: TypeAlias = Changeable
Scope: TypeAlias = Literal["row", "input", "all_rows", "all_inputs", "whole"]
Measure: TypeAlias = Literal["value", "points", "factor", "years_longer"]
"""What the number of an assumption is: its value; for all rows together the points that each share
is moved by, the factor that each amount is multiplied by, or by how much each outcome is longer."""

SHARES: tuple[Field, ...] = ("deadweight", "displacement", "attribution_to_others", "drop_off")
AMOUNTS: tuple[Field, ...] = ("quantity", "proxy")
ROW_FIELDS: tuple[Field, ...] = (*AMOUNTS, *SHARES, "duration_years")
LONGEST = 100
"""Durations are looked at up to so many years."""

_NAMES: Mapping[Field, str] = {
    "proxy": "value of one unit",
    "drop_off": "drop-off",
    "duration_years": "duration",
    "amount": "amount",
    "discount_rate": "discount rate",
}
_ZERO, _ONE, _LARGE = Decimal(0), Decimal(1), Decimal(1000)


@dataclass(frozen=True, slots=True)
class Assumption:
    """One number that the result rests on: where it stands, and what it is now.

    `of` is the id of its row or input; "" where it is of all of them, or of the whole analysis.
    """

    field: Field
    scope: Scope
    of: str
    label: str
    measure: Measure
    now: Decimal

    @property
    def lowest(self) -> Decimal | None:
        """Return the lowest value that it can have; None where there is no such bound."""
        if self.measure == "points":
            return -_ONE
        if self.measure == "years_longer":
            return Decimal(-LONGEST)
        # A loss stays a loss, and a gain a gain: another sign would be another outcome.
        return None if self.field == "proxy" and self.now < 0 else _ZERO

    @property
    def highest(self) -> Decimal | None:
        """Return the highest value that it can have; None where there is no such bound."""
        if self.measure == "points" or self.field in (*SHARES, "discount_rate"):
            return _ONE
        if self.field == "duration_years":
            return max(Decimal(LONGEST), self.now)
        return _ZERO if self.field == "proxy" and self.now < 0 else None


def of_row(field: Field, row: str, now: Decimal) -> Assumption:
    """Return an assumption about one row."""
    return Assumption(field, "row", row, f"{name_of(field)}, row {row}", "value", now)


def of_input(name: str, now: Decimal) -> Assumption:
    """Return the assumption about the amount of one input."""
    return Assumption("amount", "input", name, f"Input {name}", "value", now)


def of_all_rows(field: Field) -> Assumption:
    """Return an assumption that is moved in every row at once."""
    measure: Measure = "points" if field in SHARES else "factor"
    if field == "duration_years":
        measure = "years_longer"
    now = _ONE if measure == "factor" else _ZERO
    return Assumption(field, "all_rows", "", f"{name_of(field)}, all rows", measure, now)


def of_all_inputs() -> Assumption:
    """Return the assumption that every input is so many times as large."""
    return Assumption("amount", "all_inputs", "", "All inputs", "factor", _ONE)


def of_rate(now: Decimal) -> Assumption:
    """Return the assumption about the discount rate."""
    return Assumption("discount_rate", "whole", "", "Discount rate", "value", now)


def name_of(field: Field) -> str:
    """Return what an assumption is about, as the beginning of a label."""
    words = _NAMES.get(field, in_words(field))
    return words[0].upper() + words[1:]


def printed(assumption: Assumption, value: Decimal, currency: str) -> str:
    """Print a value of an assumption in its unit, with as many digits as can be told apart.

    >>> printed(of_all_rows("proxy"), Decimal("0.197"), "GBP")
    '× 0.197'
    >>> printed(of_all_rows("deadweight"), Decimal("0.0525"), "GBP")
    '+5.25 points'
    """
    if assumption.measure == "factor":
        return f"× {as_printed(value, unit='number', decimals=3)}"
    sign = "+" if value > 0 else ""
    if assumption.measure == "points":
        return f"{sign}{counted(value * 100, 'point')}"
    if assumption.measure == "years_longer":
        return f"{sign}{counted(value, 'year')}"
    if assumption.field == "duration_years":
        return counted(value, "year")
    unit: Unit = "money" if assumption.field in ("proxy", "amount") else "number"
    if assumption.field in (*SHARES, "discount_rate"):
        return as_printed(value, unit="share", decimals=4)
    decimals = 0 if unit == "money" and abs(value) >= _LARGE else 2
    return as_printed(value, unit=unit, decimals=decimals, currency=currency)


def distance_printed(assumption: Assumption, distance: Decimal, currency: str) -> str:
    """Print by how much an assumption moves; shares move by percentage points.

    >>> distance_printed(of_row("deadweight", "gp", Decimal("0.25")), Decimal("0.1"), "GBP")
    '+10 points'
    """
    sign = "+" if distance > 0 else ""
    if assumption.measure == "factor":
        return f"{sign}{as_printed(distance, unit='share', decimals=3)}"
    if assumption.field in (*SHARES, "discount_rate"):
        return f"{sign}{counted(distance * 100, 'point')}"
    return f"{sign}{printed(assumption, distance, currency).removeprefix('+')}"


def counted(number: Decimal, noun: str) -> str:
    """Return a number, which need not be whole, with its noun."""
    digits = as_printed(number, unit="number", decimals=2)
    return f"{digits} {noun}" if digits.lstrip("-") == "1" else f"{digits} {noun}s"
