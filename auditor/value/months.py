"""Count in calendar months, as notice periods are."""

from calendar import monthrange
from datetime import date


def add_months(start: date, months: int) -> date:
    """Return the same day some calendar months later, or the last day of a shorter month.

    >>> add_months(date(2026, 7, 1), 3).isoformat()
    '2026-10-01'
    >>> add_months(date(2026, 11, 30), 3).isoformat()
    '2027-02-28'
    """
    year, month = divmod(start.year * 12 + start.month - 1 + int(months), 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def months_between(start: date, end: date) -> int:
    """Return the whole calendar months from one date to another, negative if it comes first.

    >>> months_between(date(2026, 7, 1), date(2026, 9, 29))
    2
    >>> months_between(date(2026, 11, 30), date(2027, 2, 28))
    3
    """
    if end < start:
        return -months_between(end, start)
    months = (end.year - start.year) * 12 + end.month - start.month
    return months if add_months(start, months) <= end else months - 1
