"""Count working days by the bank holidays of each nation of the United Kingdom."""

from datetime import date, timedelta
from functools import lru_cache

_SUBDIVISIONS = {"england": "ENG", "wales": "WLS", "scotland": "SCT", "northern_ireland": "NIR"}


@lru_cache(maxsize=64)
def _bank_holidays(nation: str, year: int) -> frozenset[date]:
    from holidays import country_holidays  # slow to import and rarely needed

    return frozenset(country_holidays("GB", subdiv=_SUBDIVISIONS[nation], years=year))


def is_working_day(day: date, nation: str) -> bool:
    """Say whether a day is neither a Saturday, a Sunday nor a bank holiday of the nation."""
    return day.weekday() < 5 and day not in _bank_holidays(nation, day.year)


def working_days_between(start: date, end: date, nation: str) -> int:
    """Return the working days from `start` up to but not including `end`.

    >>> from datetime import date
    >>> working_days_between(date(2026, 12, 18), date(2026, 12, 31), "england")
    7
    """
    if end < start:
        return -working_days_between(end, start, nation)
    days = (start + timedelta(days=n) for n in range((end - start).days))
    return sum(is_working_day(day, nation) for day in days)
