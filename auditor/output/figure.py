"""Read a printed figure as a number, with the number format that prints it again."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

_FIGURE = re.compile(
    r"(?P<sign>-?)(?P<before>[£€$]|[A-Z]{3} )?"
    r"(?P<whole>0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.(?P<decimals>[0-9]+))?"
    r"(?P<after>%|:1| months?| years?)?"
)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
SIGNIFICANT = 15
"""How many digits of a number spreadsheets keep; one with more stays text."""
FIRST_YEAR, LAST_YEAR = 1901, 2098
"""Days outside stay text: spreadsheets take 1900 for a leap year."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as it was printed, its exact value, and the format that prints the one as the other.

    The value of a percentage is its share of one.
    """

    text: str
    number: Decimal
    number_format: str


Value = str | int | date | Figure
"""What one cell of a table holds; a text is nothing but text."""


def value_of(text: str) -> Value:
    """Return a printed value as a day or a number where it is one, else as it is.

    >>> value_of("-£1,234.50")
    Figure(text='-£1,234.50', number=Decimal('-1234.50'), number_format='"£"#,##0.00')
    >>> value_of("82.5%").number, value_of("2.60:1").number_format
    (Decimal('0.825'), '0.00":1"')
    >>> value_of("007"), value_of("2020-03-01"), value_of("about 5")
    ('007', datetime.date(2020, 3, 1), 'about 5')
    """
    if _DAY.fullmatch(text):
        return day_of(text)
    found = _FIGURE.fullmatch(text)
    return (_figure(found) if found else None) or text


def day_of(text: str) -> date | str:
    """Return a day that spreadsheets know as one, any other text as it is."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return text
    return day if FIRST_YEAR <= day.year <= LAST_YEAR and day.isoformat() == text else text


def _figure(found: re.Match[str]) -> Figure | None:
    whole, decimals = found["whole"].replace(",", ""), found["decimals"] or ""
    number = Decimal(f"{found['sign']}{whole}{f'.{decimals}' if decimals else ''}")
    digits = f"{whole}{decimals}".lstrip("0")
    if max(len(digits), len(decimals)) > SIGNIFICANT or (found["sign"] and not number):
        return None
    if found["after"] == "%":
        number = number.scaleb(-2)
    return Figure(found.string, number, _number_format(found, decimals))


def _number_format(found: re.Match[str], decimals: str) -> str:
    before, after = found["before"] or "", found["after"] or ""
    figures = "#,##0" if "," in found["whole"] else "0"
    fraction = f".{'0' * len(decimals)}" if decimals else ""
    behind = after if after == "%" else _literal(after)
    return f"{_literal(before)}{figures}{fraction}{behind}"


def _literal(text: str) -> str:
    return f'"{text}"' if text else ""
