"""Read a number as a publication prints it: its exact value and the precision it was printed to."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

_SCALES = {
    "": 0,
    "%": -2,
    "percent": -2,
    "k": 3,
    "thousand": 3,
    "m": 6,
    "mn": 6,
    "million": 6,
    "bn": 9,
    "billion": 9,
}
_ABOUT = r"(?:(?:about|around|approximately|approx\.?|circa|c\.?|~)\s*)?"
_DIGITS = r"(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
_SCALE = r"(?P<scale>%|per\s?cent|k|thousand|mn?|million|bn|billion)?"
_MONEY = r"(?:(?-i:[A-Z]{0,3})[£$€¥₹]|(?-i:[A-Z]{3})(?=[\s\d-]))?"
"""What stands before an amount: a sign with or without a country (US$, NZ$), or a code (CAD)."""
_AMOUNT = re.compile(
    rf"{_ABOUT}(?P<open>\()?\s*(?P<minus>[-\u2212])?\s*{_MONEY}\s*(?P<after>[-\u2212])?"
    rf"{_DIGITS}\s*{_SCALE}\s*(?:months?)?\s*(?P<close>\))?",
    re.IGNORECASE | re.ASCII,
)
_ONE = rf"{_MONEY}\s*1(?:\.0+)?"
_TO_ONE = re.compile(rf"(?P<amount>[^:]+?)\s*(?::|to)\s*{_ONE}", re.IGNORECASE)
_ONE_TO = re.compile(rf"{_ONE}\s*(?::|to)\s*(?P<amount>[^:]+)", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\d.,])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?![\d.,]*\d)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed number: its exact value, and half a unit of its last printed digit."""

    value: Decimal
    half_unit: Decimal


def half_unit(number: Decimal) -> Decimal:
    """Return half a unit of the last digit that a number is written to.

    >>> half_unit(Decimal("5.10")), half_unit(Decimal(345000))
    (Decimal('0.005'), Decimal('0.5'))
    """
    exponent = number.as_tuple().exponent
    if not isinstance(exponent, int):
        raise ValueError("a number that is not finite has no last digit")
    return _half_of_last(min(exponent, 0))


@lru_cache(maxsize=256)
def _half_of_last(exponent: int) -> Decimal:
    return Decimal((0, (5,), exponent - 1))


@lru_cache(maxsize=4096)  # a figure is asked for its precision each time that it is worked out
def read_printed(text: str) -> Printed | None:
    """Return the number that a text prints, or None where the text is not one single number.

    Thousands and millions may be shortened, per cents are shares, a ratio to one is its other
    side, and brackets or a minus sign make the number negative.

    >>> read_printed("£345k")
    Printed(value=Decimal('345000'), half_unit=Decimal('500'))
    >>> read_printed("1:3.8") == read_printed("3.8:1") == read_printed("£3.8")
    True
    >>> read_printed("12%").value
    Decimal('0.12')
    >>> read_printed("NZ$2.4m") == read_printed("NZD 2.4 million")
    True
    >>> read_printed("between 3 and 4") is None
    True
    """
    text = text.strip()
    ratio = _TO_ONE.fullmatch(text) or _ONE_TO.fullmatch(text)
    found = _AMOUNT.fullmatch(ratio["amount"].strip() if ratio else text)
    if found is None or bool(found["open"]) != bool(found["close"]):
        return None
    return _exact(found)


def half_unit_in(text: str, value: Decimal) -> Decimal | None:
    """Return half a unit of the last digit to which a text in free words prints a value.

    A text that cannot be read as one number may still hold the value: its number with the same
    digits, whatever it is counted in. Without this the zeros of a value that is printed in millions
    would be taken for digits. None where no number of the text has the digits of the value, or
    where two that do are printed to different digits.

    >>> half_unit_in("£4.30 for every £1 invested", Decimal("4.3"))
    Decimal('0.005')
    >>> half_unit_in("4.5 crore rupees", Decimal(45000000))
    Decimal('500000')
    >>> half_unit_in("one in five", Decimal("0.2")) is None
    True
    """
    found = {
        _plain(scale * half_unit(number))
        for number in (Decimal(each.replace(",", "")) for each in _NUMBER.findall(text))
        if (scale := _power_of_ten(abs(value), number)) is not None
    }
    return found.pop() if len(found) == 1 else None


def _power_of_ten(value: Decimal, number: Decimal) -> Decimal | None:
    """Return the power of ten by which a number must be multiplied to be the value, if any is."""
    if not value or not number:
        return None
    scale = Decimal(1).scaleb(value.adjusted() - number.adjusted())
    return scale if number * scale == value else None


def _exact(found: re.Match[str]) -> Printed | None:
    signs = [found[name] for name in ("open", "minus", "after") if found[name]]
    if len(signs) > 1:
        return None
    whole, _, fraction = found["digits"].replace(",", "").partition(".")
    # Built from its digits, because Decimal's arithmetic would round a very long number.
    digits = tuple(int(digit) for digit in whole + fraction)
    exponent = _SCALES[re.sub(r"\s", "", found["scale"] or "").lower()] - len(fraction)
    value = Decimal((1 if signs else 0, digits, exponent))
    return Printed(_plain(value), _plain(Decimal((0, (5,), exponent - 1))))


def _plain(number: Decimal) -> Decimal:
    """Write out the zeros that a positive exponent stands for."""
    exponent = number.as_tuple().exponent
    return Decimal(int(number)) if isinstance(exponent, int) and exponent > 0 else number
