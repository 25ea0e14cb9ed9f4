"""Say in plain words what a value is, what it should be, and how to write it."""

import re
from datetime import date
from decimal import Decimal
from typing import Any

from auditor.model.printed import read_printed
from auditor.model.scalar import FIRST_YEAR, LAST_YEAR, day

_WANTED = {
    "string": "a text",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "array": "a list",
    "object": "a record (names with values)",
}
_LONGEST = 60
_DAY_FIRST = re.compile(r"(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})[/. -]?(\d{1,2})[/. -]?(\d{1,2})(?:[T ].*)?", re.ASCII)
_A_DATE = "a date such as 2026-03-31"


def expected(schema: dict[str, Any]) -> str:
    """Return in words what a schema wants.

    >>> expected({"type": "integer"})
    'a whole number'
    """
    if schema.get("format") == "date":
        return _A_DATE
    return _WANTED[schema["type"]]


def found(value: object) -> str:
    """Return in words what a value is, shortened where it is long.

    >>> found("12"), found(12), found(Decimal("12.0")), found([])
    ('the text "12"', 'the number 12', 'the number 12.0', 'a list')
    """
    if isinstance(value, str):
        shown = value if len(value) <= _LONGEST else f"{value[:_LONGEST]}…"
        return f'the text "{shown}"'
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return "nothing"
    if isinstance(value, dict | list):
        return "a record" if isinstance(value, dict) else "a list"
    if isinstance(value, float) or (isinstance(value, Decimal) and not value.is_finite()):
        return f"{value}, which is not an exact number"
    return f"the number {value:f}" if isinstance(value, Decimal) else f"the number {value}"


def plain(value: object) -> str:
    """Return a value as people write it: numbers without exponent or trailing zeros.

    >>> plain(Decimal("0.2500")), plain(25), plain(True)
    ('0.25', '25', 'true')
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, Decimal) or not value.is_finite():
        return str(value)
    written = f"{value:f}"
    return written.rstrip("0").rstrip(".") if "." in written else written


def as_written(value: object) -> str:
    """Return a value as it is written in a file; a text of digits needs quotes.

    >>> as_written("1"), as_written("award"), as_written(1)
    ('"1"', 'award', '1')
    """
    return f'"{value}"' if isinstance(value, str) and value.isdecimal() else plain(value)


def number_meant(text: str) -> Decimal | None:
    """Return the number that a text prints, or None where it prints none."""
    printed = read_printed(text)
    return printed.value if printed else None


def type_hint(schema: dict[str, Any], value: object) -> str:
    """Return what to do about a value of the wrong type."""
    wanted = schema["type"]
    if value is None:
        return "Give a value, or leave the line out: what is left out counts as not stated."
    if wanted in ("number", "integer"):
        return _number_hint(schema, value)
    if wanted == "string":
        return _text_hint(schema, value)
    if wanted == "boolean":
        return "Write true or false, without quotes."
    if wanted == "array":
        return "Write a list, even for one entry: each entry on a line of its own after a dash."
    return "Write names with values: one name, a colon and its value on each line."


def _text_hint(schema: dict[str, Any], value: object) -> str:
    if schema.get("format") == "date" or isinstance(value, dict | list):
        return ""
    return f'Put it in quotes: "{plain(value)}".'


def _number_hint(schema: dict[str, Any], value: object) -> str:
    number = number_meant(value) if isinstance(value, str) else None
    if number is None:
        whole = schema["type"] == "integer" and isinstance(value, Decimal)
        return "Write a whole number." if whole else ""
    if schema.get("x-unit") == "claim" and plain(number) != value:
        return f'Write it as {plain(number)}, or as {{value: {plain(number)}, printed: "{value}"}}.'
    if plain(number) == value:
        return "Remove the quotes."
    return f"Write it as {plain(number)}, without quotes, signs or units."


def date_fault(text: str) -> tuple[str, str]:
    """Return what is wrong with a text that is no date, and what to do.

    >>> date_fault("2026-02-30")[0]
    'there is no such day as 2026-02-30'
    >>> date_fault("31/01/2026")[1]
    'Write 2026-01-31.'
    """
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
        if not FIRST_YEAR <= int(text[:4]) < LAST_YEAR:
            years = f"from {FIRST_YEAR} to {LAST_YEAR - 1}"
            return f"the year of {text} is out of bounds", f"Years run {years}."
        return f"there is no such day as {text}", "Look it up in a calendar."
    meant = _day_meant(text)
    hint = f"Write {meant.isoformat()}." if meant else "Write year-month-day: 2026-03-31."
    return f"expected {_A_DATE}, found {found(text)}", hint


def _day_meant(text: str) -> date | None:
    """Return the day that a text means which is written day first, or year first in another way."""
    if day_first := _DAY_FIRST.fullmatch(text.strip()):
        numbers = day_first.groups()[::-1]
    elif year_first := _YEAR_FIRST.fullmatch(text.strip()):
        numbers = year_first.groups()
    else:
        return None
    try:
        return day(f"{int(numbers[0]):04}-{int(numbers[1]):02}-{int(numbers[2]):02}")
    except ValueError:
        return None
