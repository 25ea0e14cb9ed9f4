"""Take single values of a release: text, day, number, yes or no; what is odd is noted."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from auditor.load.bounds import MAX_DIGITS
from auditor.load.fault import shown
from auditor.load.ocds.spot import Spot
from auditor.load.text import UNPRINTABLE

_DIGITS = 14
"""How many digits a number has at most: an amount below a thousand million million."""
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ].*)?", re.ASCII | re.DOTALL)
_WEIGHT = re.compile(r"\s*(\d{1,6}(?:\.\d{1,6})?)\s*%?\s*", re.ASCII)
_FIRST_YEAR, _LAST_YEAR = 1900, 2200


def text(spot: Spot) -> str | None:
    """Return a text without unprintable characters; a number is taken as it is written."""
    value = spot.value
    if type(value) is int or isinstance(value, Decimal):
        return str(value)
    if not isinstance(value, str):
        _refuse(spot, "a text")
        return None
    return UNPRINTABLE.sub("�", value).strip() or None


def day(spot: Spot) -> str | None:
    """Return the calendar day of a date and time, as it is written."""
    if not isinstance(spot.value, str):
        _refuse(spot, "a date")
        return None
    match = _DAY.fullmatch(spot.value.strip())
    try:
        found = date.fromisoformat(match[1]) if match else None
    except ValueError:
        found = None
    if found is None or not _FIRST_YEAR <= found.year < _LAST_YEAR:
        spot.odd(f"“{shown(spot.value)}” is no date and was left out")
        return None
    return found.isoformat()


def number(spot: Spot) -> int | Decimal | None:
    """Return an exact number."""
    value = spot.value
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        _refuse(spot, "a number")
        return None
    if not _is_bounded(Decimal(value)):
        spot.odd("this number is out of all bounds and was left out")
        return None
    return Decimal(f"{value:f}") if isinstance(value, Decimal) else value


def _is_bounded(value: Decimal) -> bool:
    digits = len(value.as_tuple().digits)
    return value.is_finite() and abs(value.adjusted()) <= _DIGITS and digits <= MAX_DIGITS


def count(spot: Spot, *, most: int) -> int | None:
    """Return a whole number from 0 on."""
    found = number(spot)
    if found is None:
        return None
    if found != int(found) or not 0 <= found <= most:
        spot.odd(f"{found} is no count from 0 to {most:,} and was left out")
        return None
    return int(found)


def flag(spot: Spot) -> bool | None:
    """Return yes or no."""
    if not isinstance(spot.value, bool):
        _refuse(spot, "true or false")
        return None
    return spot.value


def code(spot: Spot, known: Mapping[str, str]) -> str | None:
    """Return what a code stands for; one that is not known is noted and left out."""
    found = text(spot)
    if found is None:
        return None
    if found not in known:
        spot.odd(f"the code “{shown(found)}” is not one of the standard and was left out")
    return known.get(found)


def weight(printed: str | None) -> int | Decimal | None:
    """Return the weight that a text prints where it is one number, with or without a per cent sign.

    >>> weight("63%"), weight("17.5"), weight("15-40%"), weight("60 (of which 10 price)")
    (63, Decimal('17.5'), None, None)
    """
    match = _WEIGHT.fullmatch(printed or "")
    if match is None:
        return None
    return Decimal(match[1]) if "." in match[1] else int(match[1])


def _refuse(spot: Spot, wanted: str) -> None:
    """Note a value that is of another kind than what is wanted."""
    if spot:
        spot.odd(f"{wanted} is wanted here; what stands there was left out")
