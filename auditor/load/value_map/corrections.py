"""Take what a person says about a value map, as in `H=deadweight`, in place of a guess."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from difflib import get_close_matches

from auditor.errors import Problem, UsageError
from auditor.load.sheets import Cell
from auditor.load.value_map.amounts import Unclear, amount_of
from auditor.load.value_map.shares import Scale
from auditor.load.value_map.titles import vocabulary

EXTRA = "extra"
"""The word for a column that is not to be read."""

CONSTANTS = ("deadweight", "displacement", "attribution", "drop_off", "duration", "discount_rate")
"""What may be set for all rows that leave it empty."""

_WORDS = ("title", "stage", "currency")
_ROUNDED = {
    "quantity": "quantity",
    "deadweight": "deadweight",
    "displacement": "displacement",
    "attribution": "attribution_to_others",
}
_COLUMN = re.compile(r"(?:(?P<sheet>.+)!)?(?P<column>[A-Za-z]{1,3})", re.DOTALL)
_YEAR = re.compile(r"year[ _]?(\d{1,2})")
_HINT = (
    'Write a column and what it holds, as in --map "H=deadweight"; or "sheet=Value map", '
    '"heading=7", "last=40", "displacement=0", "currency=EUR", "title=…", "stage=review".'
)


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds, and how its numbers are written where that was said."""

    field: str
    scale: Scale | None = None


@dataclass(frozen=True)
class Corrections:
    """All that was said, in order; `texts` as it was written."""

    texts: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()
    heading: int | None = None
    last: int | None = None
    columns: Mapping[tuple[str, str], Column] = field(default_factory=dict)
    constants: Mapping[str, int | Decimal] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    rounded: tuple[str, ...] = ()

    def column(self, sheet: str, letters: str) -> Column | None:
        """Return what was said of a column of a sheet."""
        return self.columns.get((sheet, letters)) or self.columns.get(("", letters))


NO_CORRECTIONS = Corrections()


def corrections(texts: Iterable[str]) -> Corrections:
    """Read corrections; raises UsageError for one that cannot be understood."""
    found = tuple(texts)
    sheets: list[str] = []
    rows: dict[str, int] = {}
    columns: dict[tuple[str, str], Column] = {}
    constants: dict[str, int | Decimal] = {}
    words: dict[str, str] = {}
    rounded: list[str] = []
    for text in found:
        key, sign, value = (part.strip() for part in text.partition("="))
        if not sign or not key or not value:
            raise _misunderstood(text, "this is no correction")
        if key == "sheet":
            sheets.append(value)
        elif key in ("heading", "last"):
            rows[key] = _row(text, value)
        elif key in _WORDS:
            words[key] = value
        elif key == "rounded":
            rounded += _rounded(text, value)
        elif key in CONSTANTS:
            constants[key] = _number(text, value)
        elif match := _COLUMN.fullmatch(key):
            columns[match["sheet"] or "", match["column"].upper()] = _column(text, value)
        else:
            raise _misunderstood(text, f"`{key}` is no column and nothing that can be set")
    return Corrections(
        texts=found,
        sheets=tuple(sheets),
        heading=rows.get("heading"),
        last=rows.get("last"),
        columns=columns,
        constants=constants,
        words=words,
        rounded=tuple(dict.fromkeys(rounded)),
    )


def fields() -> list[str]:
    """Return the names of all that a column may hold."""
    return [*dict.fromkeys(vocabulary().columns.values()), "year_1", EXTRA]


def _column(text: str, value: str) -> Column:
    name, _, scale = (part.strip() for part in value.partition(":"))
    name = name.replace(" ", "_").replace("-", "_").lower()
    if year := _YEAR.fullmatch(name):
        name = f"year_{int(year[1])}"
    elif name not in fields():
        close = get_close_matches(name, fields(), 1)
        meant = (
            f"did you mean `{close[0]}`?" if close else f"a column may hold {', '.join(fields())}"
        )
        raise _misunderstood(text, f"there is no field `{name}`; {meant}")
    if scale == "share" or scale == "percent":
        return Column(name, "share" if scale == "share" else "percent")
    if scale:
        raise _misunderstood(text, f"`{scale}` is neither `share` nor `percent`")
    return Column(name)


def _rounded(text: str, value: str) -> list[str]:
    names = [name.strip() for name in value.split(",")]
    unknown = [name for name in names if name not in _ROUNDED]
    if unknown:
        known = ", ".join(_ROUNDED)
        raise _misunderstood(text, f"`{unknown[0]}` is none of {known}")
    return [_ROUNDED[name] for name in names]


def _row(text: str, value: str) -> int:
    if not (value.isascii() and value.isdecimal() and len(value) <= 7):
        raise _misunderstood(text, f"`{value}` is no row")
    return int(value)


def _number(text: str, value: str) -> int | Decimal:
    try:
        amount = amount_of(Cell(value))
    except Unclear:
        amount = None
    if amount is None:
        raise _misunderstood(text, f"`{value}` is no number")
    return amount.value


def _misunderstood(text: str, problem: str) -> UsageError:
    return UsageError(Problem(f"{problem} (--map {text!r})", hint=_HINT))
