"""Print one value the way a reader expects: money, shares, dates, plain numbers."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from auditor.value.printing import rounded, symbol

NOT_STATED = "not stated"
_DIGITS = 8
# Not strftime: its names follow the locale of the machine.
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def money(value: Any, currency: str = "GBP") -> str:
    """Print an amount in its currency, with hundredths only where there are any.

    >>> money(Decimal("-1234.5")), money(400), money(400, "INR")
    ('-£1,234.50', '£400', 'INR 400')
    """
    exact = rounded(Decimal(value), 2)
    sign = "-" if exact < 0 else ""
    amount = abs(exact)
    text = f"{amount:,.0f}" if amount == amount.to_integral() else f"{amount:,.2f}"
    return f"{sign}{symbol(currency)}{text}"


def percent(value: Any) -> str:
    """Print a share as a percentage with the digits it needs, at most two.

    >>> percent(Decimal("0.035")), percent(Decimal("0.25"))
    ('3.5%', '25%')
    """
    return f"{plain(rounded(Decimal(value) * 100, 2))}%"


def plain(value: Decimal | int) -> str:
    """Print a number without an exponent or trailing zeros; exactly, up to eight decimals.

    >>> plain(Decimal("5.070")), plain(Decimal("1E+3"))
    ('5.07', '1000')
    """
    if isinstance(value, Decimal) and value.as_tuple().exponent < -_DIGITS:  # type: ignore[operator]
        value = rounded(value, _DIGITS)  # only what was worked out has so many digits
    text = f"{value if value else 0:f}"  # zero has no sign
    return text.rstrip("0").rstrip(".") if "." in text else text


def number(value: Any) -> str:
    """Print a number with thousands separated and at most two decimals."""
    exact = rounded(Decimal(value), 2)
    whole = exact == exact.to_integral()
    return f"{exact:,.0f}" if whole else plain(exact) if abs(exact) < 1000 else f"{exact:,}"


def ratio(value: Any) -> str:
    """Print a ratio to one, with two decimals.

    >>> ratio(Decimal("5.0733"))
    '5.07:1'
    """
    return f"{rounded(Decimal(value), 2)}:1"


def day(value: Any) -> str:
    """Print a date as people write it.

    >>> day(date(2026, 2, 5))
    '5 February 2026'
    """
    if not isinstance(value, date):
        return show(value)
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def show(value: Any) -> str:
    """Print any value that a rule can read, exactly."""
    if value is None:
        return NOT_STATED
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal | int):
        return plain(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return value
    if isinstance(value, tuple | list):
        return _listed(value)
    return "stated"


def _listed(values: Any) -> str:
    if not values:
        return "none"
    if all(isinstance(value, str | int | Decimal | date) for value in values):
        return ", ".join(show(value) for value in values)
    return "1 entry" if len(values) == 1 else f"{len(values)} entries"


FORMATS: Mapping[str, Callable[[Any], str]] = {
    "": show,
    "money": money,
    "percent": percent,
    "number": number,
    "ratio": ratio,
    "date": day,
}
