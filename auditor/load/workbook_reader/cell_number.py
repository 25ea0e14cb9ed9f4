"""Turn a number as a workbook keeps it into an exact number or a day."""

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation
from functools import lru_cache

from auditor.load.bounds import MAX_DIGITS

# What a spreadsheet keeps of a number; digits beyond are left over from binary fractions.
_AS_KEPT = Context(prec=15, rounding=ROUND_HALF_UP, traps=[InvalidOperation])
_FIRST_DAY, _FIRST_DAY_1904 = date(1899, 12, 30), date(1904, 1, 1)
_LAST_SERIAL = 109_000  # in the year 2198: what is larger is no date of a decision
_NOT_IN_CALENDAR = 60  # the 29th of February 1900, which spreadsheets count


@lru_cache(maxsize=8192)  # shares, years and zeros come again and again
def number_of(text: str) -> int | Decimal | str:
    """Return a number to the digits that a spreadsheet keeps, or its text where it is too long.

    >>> number_of("0.10000000000000001"), number_of("25"), number_of("1E3")
    (Decimal('0.1'), 25, 1000)
    """
    if len(text) < _AS_KEPT.prec and text.isdecimal() and text.isascii():
        return int(text)
    try:
        value = _AS_KEPT.create_decimal(text).normalize(_AS_KEPT)
    except InvalidOperation:
        raise ValueError(f"{text[:40]} is no number") from None
    if not value.is_finite() or abs(value.adjusted()) > MAX_DIGITS - _AS_KEPT.prec:
        return text if value else 0
    return int(value) if value == value.to_integral_value() else value


def day_of(serial: int | Decimal | str, *, from_1904: bool) -> int | Decimal | str | date:
    """Return the day of a serial number; a time of day, or what is out of range, stays a number.

    >>> day_of(44197, from_1904=False), day_of(42735, from_1904=True)
    (datetime.date(2021, 1, 1), datetime.date(2021, 1, 1))
    """
    if isinstance(serial, str) or not 1 <= serial < _LAST_SERIAL:
        return serial
    if from_1904:
        return _FIRST_DAY_1904 + timedelta(days=int(serial))
    return _FIRST_DAY + timedelta(days=int(serial) + (serial < _NOT_IN_CALENDAR))
