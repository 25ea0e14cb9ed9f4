"""Turn a number as JSON writes it into an int or an exact Decimal, within stated bounds."""

import decimal
from decimal import Decimal

from auditor.load.bounds import MAX_DIGITS
from auditor.load.fault import Refused, shown

# No number within the bounds is longer than this, unless somebody pads it with zeros.
_LONGEST_TEXT = 3 * MAX_DIGITS


def whole(text: str) -> int:
    """Return the value of digits with or without a minus sign."""
    if len(text) > MAX_DIGITS and len(text.lstrip("-")) > MAX_DIGITS:
        raise _too_long(text)
    return int(text)


def exact(text: str) -> Decimal:
    """Return a number with a fraction or an exponent, its digits kept.

    A positive exponent is written out, so that the exponent of the result always says how many
    decimals the file shows.

    >>> exact("5.10"), exact("1.5e3"), exact("25e-2")
    (Decimal('5.10'), Decimal('1500'), Decimal('0.25'))
    """
    if len(text) <= MAX_DIGITS and "e" not in text and "E" not in text:
        return Decimal(text)
    if len(text) > _LONGEST_TEXT:
        raise _too_long(text)
    try:
        value = Decimal(text)
    except decimal.InvalidOperation:  # an exponent of more than 18 digits
        raise _too_long(text) from None
    _, digits, exponent = value.as_tuple()
    decimals = -int(exponent)
    before_the_point = max(len(digits) - decimals, 1) if value else 1
    if before_the_point + max(decimals, 0) > MAX_DIGITS:
        raise _too_long(text)
    return Decimal(f"{value:f}") if decimals < 0 else value


def not_finite(text: str) -> Refused:
    """Return the refusal of an infinity or of what is no number (NaN)."""
    return Refused(
        f"{text} is not a number that a file may hold",
        "Leave the value out where there is no figure.",
    )


def _too_long(text: str) -> Refused:
    return Refused(
        f"the number {shown(text)} is longer than {MAX_DIGITS} digits when written out in full",
        "Round it to the digits that mean something.",
    )
