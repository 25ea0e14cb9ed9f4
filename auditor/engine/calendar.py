"""Count working days by the bank holidays of each nation of the United Kingdom."""

from datetime import date, timedelta
from functools import lru_cache

_SUBDIVISIONS = {"england": "ENG", "wales": "WLS", "scotland": "SCT", "northern_ireland": "NIR"}
NATIONS = tuple(_SUBDIVISIONS)
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


@lru_cache(maxsize=1024)
def _bank_holidays(nation: str, year: int) -> frozenset[date]:
    """Return the bank holidays of a year that are no Saturday or Sunday.

    Raises ValueError for a year of which they are not known: an empty answer would be a wrong one.
    """
    from holidays import country_holidays  # slow to import and rarely needed

    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise ValueError(f"the bank holidays of {year} are not known")
    days = country_holidays("GB", subdiv=_SUBDIVISIONS[nation], years=year)
    return frozenset(day for day in days if day.weekday() < 5)


def is_working_day(day: date, nation: str) -> bool:
    """Say whether a day is neither a Saturday, a Sunday nor a bank holiday of the nation."""
    return day.weekday() < 5 and day not in _bank_holidays(nation, day.year)


def working_days_between(start: date, end: date, nation: str) -> int:
    """Return the working days from `start` up to but not including `end`.

    Raises ValueError for a year of which the bank holidays are not known (before 1900, after 2100).

    >>> from datetime import date
    >>> working_days_between(date(2026, 12, 18), date(2026, 12, 31), "england")
    7
    """
    if end < start:
        return -working_days_between(end, start, nation)
    years = range(start.year, end.year + 1)
    closed = sum(start <= day < end for year in years for day in _bank_holidays(nation, year))
    return _weekdays(start, end) - closed


def _weekdays(start: date, end: date) -> int:
    """Return the days from Monday to Friday in whole weeks, and in what is left of one."""
    weeks, rest = divmod((end - start).days, 7)
    left = (end - timedelta(days=n) for n in range(1, rest + 1))
    return weeks * 5 + sum(day.weekday() < 5 for day in left)
