"""Name the single values of a file: texts, ids, dates, exact numbers, with unit and bounds."""

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, TypeAlias

from auditor.declared import Limits

FIRST_YEAR, LAST_YEAR = 1900, 2200
LARGEST = 10**15
"""No amount in a public commissioning file comes near a thousand million million."""

_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
DATE_PATTERN = "^(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}$"
ID_PATTERN = "^[A-Za-z0-9][A-Za-z0-9_-]*$"
TEXT_PATTERN = "\\S"


def day(text: str) -> date:
    """Read a date written as year-month-day; raise ValueError for any other form or day.

    >>> day("2026-03-31")
    datetime.date(2026, 3, 31)
    """
    if not _ISO_DATE.fullmatch(text):
        raise ValueError("not written as year-month-day")
    found = date.fromisoformat(text)
    if not FIRST_YEAR <= found.year < LAST_YEAR:
        raise ValueError(f"year outside {FIRST_YEAR} to {LAST_YEAR - 1}")
    return found


Text: TypeAlias = Annotated[str, Limits(min_length=1, pattern=TEXT_PATTERN)]
"""Words, at least one."""

Id: TypeAlias = Annotated[str, Limits(pattern=ID_PATTERN)]
"""A short name by which other parts of the file refer to an entry."""

Currency: TypeAlias = Annotated[str, Limits(pattern="^[A-Z]{3}$", unit="currency code")]
"""A currency by its three-letter code."""

Date: TypeAlias = Annotated[date, Limits(pattern=DATE_PATTERN, unit="date")]
"""A calendar day, written year-month-day."""

Number: TypeAlias = Annotated[
    Decimal, Limits(at_least=-LARGEST, at_most=LARGEST, unit="as described")
]
"""An exact number with the digits of the file."""

Money: TypeAlias = Annotated[Number, Limits(unit="currency")]
"""An amount in the file's currency, in whole units (pounds, not thousands)."""

Quantity: TypeAlias = Annotated[Decimal, Limits(at_least=0, at_most=LARGEST, unit="as described")]
"""How much or how many of something; may be a fraction, never negative."""

Share: TypeAlias = Annotated[Decimal, Limits(at_least=0, at_most=1, unit="share")]
"""A share from 0 to 1: 25% is 0.25."""

Uplift: TypeAlias = Annotated[Decimal, Limits(at_least=0, at_most=3, unit="share")]
"""A share added on top, from 0 to 3: 41% is 0.41, and 200% is 2."""

Change: TypeAlias = Annotated[Decimal, Limits(at_least=-1, at_most=3, unit="share")]
"""A change as a share, from -1 to 3: a cut of 8% is -0.08."""

Years: TypeAlias = Annotated[Decimal, Limits(above=0, at_most=500, unit="years")]
"""A length of time in years; half a year is 0.5."""

Year: TypeAlias = Annotated[
    int, Limits(at_least=FIRST_YEAR, at_most=LAST_YEAR, unit="calendar year")
]
"""A calendar year; for a financial year, the year in which it starts."""

Count: TypeAlias = Annotated[int, Limits(at_least=0, at_most=10**10, unit="count")]
"""A whole number of people or things."""

Months: TypeAlias = Annotated[int, Limits(at_least=0, at_most=1200, unit="months")]
"""A length of time in whole months."""

Days: TypeAlias = Annotated[int, Limits(at_least=0, at_most=3650, unit="calendar days")]
"""A length of time in whole calendar days."""

YearsFromBase: TypeAlias = Annotated[int, Limits(at_least=0, at_most=500, unit="years")]
"""A year counted from the base year, which is year 0."""
