"""Name the single values of a file: texts, ids, dates, exact numbers, with unit and bounds."""

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, TypeAlias

from pydantic import BeforeValidator, Field, Strict

from auditor.model.refusal import refusal

FIRST_YEAR, LAST_YEAR = 1900, 2200
LARGEST = 10**15
"""No amount in a public commissioning file comes near a thousand million million."""

_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
DATE_PATTERN = "^(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}$"
ID_PATTERN = "^[A-Za-z0-9][A-Za-z0-9_-]*$"
FRAMEWORK_PATTERN = "^[a-z][a-z0-9-]{1,60}$"
FRAMEWORK_OUTCOME_PATTERN = r"^[a-z][a-z0-9-]{1,60}\.[A-Za-z0-9][A-Za-z0-9_-]*$"
TEXT_PATTERN = "\\S"
_IN_PATH = r'[^/\\:*?"<>|\x00-\x1f\x7f]*[^/\\:*?"<>|\x00-\x1f\x7f. ]'
PATH_PATTERN = f"^{_IN_PATH}(/{_IN_PATH})*$"
"""No step of a path ends in a full stop, which rules out `..`; none is empty or names a drive."""
A_DAY = "a date is wanted here, written as 2026-02-05"


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


def read_day(value: object) -> object:
    """Read a text as a day, for a field to check; what is no text is for the field to refuse."""
    if not isinstance(value, str):
        return value
    try:
        return day(value)
    except ValueError:
        written = _ISO_DATE.fullmatch(value)
        says = f"there is no such day as {value}" if written else A_DAY
        raise refusal(says) from None


def _exact(value: object) -> object:
    """Make a whole number a Decimal, so that a field always holds one type; a bool is no number."""
    return Decimal(value) if type(value) is int else value


def _whole(value: object) -> object:
    if type(value) is not int:
        raise refusal("a whole number is wanted here")
    return value


WholeNumber = BeforeValidator(_whole)
"""Refuse 2022.0 among numbers that stand for names; Python takes it for 2022."""


def _unit(unit: str) -> dict[str, str]:
    return {"x-unit": unit}


Text: TypeAlias = Annotated[str, Field(min_length=1, pattern=TEXT_PATTERN)]
"""Words, at least one."""

Id: TypeAlias = Annotated[str, Field(pattern=ID_PATTERN)]
"""A short name by which other parts of the file refer to an entry."""

FrameworkId: TypeAlias = Annotated[str, Field(pattern=FRAMEWORK_PATTERN)]
"""The id of an outcome framework: small letters, digits and hyphens."""

FrameworkOutcome: TypeAlias = Annotated[str, Field(pattern=FRAMEWORK_OUTCOME_PATTERN)]
"""One outcome of an outcome framework: the id of the framework, a full stop, the outcome's id."""

InnerPath: TypeAlias = Annotated[
    str, Field(pattern=PATH_PATTERN, max_length=400, json_schema_extra={"x-unit": "path"})
]
"""The path of a file inside a folder, its steps apart by `/`; it cannot lead out of the folder."""

Sha256: TypeAlias = Annotated[
    str, Field(pattern="^[0-9a-fA-F]{64}$", json_schema_extra={"x-unit": "SHA-256"})
]
"""The digest of a file's bytes, in hexadecimal."""

CellName: TypeAlias = Annotated[
    str, Field(pattern="^[A-Z]{1,3}[1-9][0-9]{0,6}$", json_schema_extra={"x-unit": "cell"})
]
"""A cell of a sheet by its column and row."""

PageNumber: TypeAlias = Annotated[
    int, Field(ge=1, le=100_000, json_schema_extra={"x-unit": "page"})
]
"""A page, counted from 1, or by the number that is printed on it."""

Currency: TypeAlias = Annotated[
    str, Field(pattern="^[A-Z]{3}$", json_schema_extra={"x-unit": "currency code"})
]
"""A currency by its three-letter code."""

Date: TypeAlias = Annotated[
    date,
    Strict(),
    BeforeValidator(read_day),
    Field(json_schema_extra={"x-unit": "date", "pattern": DATE_PATTERN}),
]
"""A calendar day, written year-month-day."""

Number: TypeAlias = Annotated[
    Decimal,
    Strict(),
    Field(ge=-LARGEST, le=LARGEST, json_schema_extra=_unit("as described")),
    BeforeValidator(_exact),
]
"""An exact number with the digits of the file."""

Money: TypeAlias = Annotated[Number, Field(json_schema_extra=_unit("currency"))]
"""An amount in the file's currency, in whole units (pounds, not thousands)."""

Quantity: TypeAlias = Annotated[
    Decimal,
    Strict(),
    Field(ge=0, le=LARGEST, json_schema_extra=_unit("as described")),
    BeforeValidator(_exact),
]
"""How much or how many of something; may be a fraction, never negative."""

Share: TypeAlias = Annotated[
    Decimal,
    Strict(),
    Field(ge=0, le=1, json_schema_extra=_unit("share")),
    BeforeValidator(_exact),
]
"""A share from 0 to 1: 25% is 0.25."""

Uplift: TypeAlias = Annotated[
    Decimal,
    Strict(),
    Field(ge=0, le=3, json_schema_extra=_unit("share")),
    BeforeValidator(_exact),
]
"""A share added on top, from 0 to 3: 41% is 0.41, and 200% is 2."""

Change: TypeAlias = Annotated[
    Decimal,
    Strict(),
    Field(ge=-1, le=3, json_schema_extra=_unit("share")),
    BeforeValidator(_exact),
]
"""A change as a share, from -1 to 3: a cut of 8% is -0.08."""

Years: TypeAlias = Annotated[
    Decimal,
    Strict(),
    Field(gt=0, le=500, json_schema_extra=_unit("years")),
    BeforeValidator(_exact),
]
"""A length of time in years; half a year is 0.5."""

Year: TypeAlias = Annotated[
    int, Field(ge=FIRST_YEAR, le=LAST_YEAR, json_schema_extra=_unit("calendar year"))
]
"""A calendar year; for a financial year, the year in which it starts."""

Count: TypeAlias = Annotated[int, Field(ge=0, le=10**10, json_schema_extra=_unit("count"))]
"""A whole number of people or things."""

Months: TypeAlias = Annotated[int, Field(ge=0, le=1200, json_schema_extra=_unit("months"))]
"""A length of time in whole months."""

Days: TypeAlias = Annotated[int, Field(ge=0, le=3650, json_schema_extra=_unit("calendar days"))]
"""A length of time in whole calendar days."""

WholeDays: TypeAlias = Annotated[
    int, Field(ge=0, le=40_000, json_schema_extra=_unit("calendar days"))
]
"""The length of a contract in whole calendar days."""

YearsFromBase: TypeAlias = Annotated[int, Field(ge=0, le=500, json_schema_extra=_unit("years"))]
"""A year counted from the base year, which is year 0."""
