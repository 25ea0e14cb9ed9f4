"""Read a number as a publication prints it: its exact value and the precision it was printed to."""

import re
from dataclasses import dataclass
from decimal import Decimal

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
_AMOUNT = re.compile(
    rf"{_ABOUT}(?P<open>\()?\s*(?P<minus>[-\u2212])?\s*(?:[£$€]|GBP)?\s*(?P<after>[-\u2212])?"
    rf"{_DIGITS}\s*{_SCALE}\s*(?:months?)?\s*(?P<close>\))?",
    re.IGNORECASE | re.ASCII,
)
_TO_ONE = re.compile(r"(?P<amount>[^:]+?)\s*(?::|to)\s*£?1(?:\.0+)?", re.IGNORECASE)
_ONE_TO = re.compile(r"£?1(?:\.0+)?\s*(?::|to)\s*(?P<amount>[^:]+)", re.IGNORECASE)


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
    return Decimal((0, (5,), min(exponent, 0) - 1))


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
    >>> read_printed("between 3 and 4") is None
    True
    """
    text = text.strip()
    ratio = _TO_ONE.fullmatch(text) or _ONE_TO.fullmatch(text)
    found = _AMOUNT.fullmatch(ratio["amount"].strip() if ratio else text)
    if found is None or bool(found["open"]) != bool(found["close"]):
        return None
    return _exact(found)


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
