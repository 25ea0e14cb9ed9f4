"""Hold the cells of a workbook as they were read: value, formula and number format."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from auditor.load.document import Remark

CellValue = str | int | Decimal | bool | date | None
Position = tuple[int, int]
"""Row and column, both from 1."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: the value that was saved with it, and its formula where it has one.

    `formula` begins with an equals sign, or is empty. `value` is then what the formula gave when
    the workbook was last calculated; None where it was never calculated. Numbers are exact to the
    15 significant digits that spreadsheets keep. An error such as `#REF!` is its text.
    """

    value: CellValue
    formula: str = ""
    number_format: str = "General"


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of cells, ends included."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its cells that hold something, and the areas that are merged into one cell."""

    name: str
    cells: Mapping[Position, Cell]
    merged: tuple[Area, ...] = ()
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets of a workbook in their order, and remarks on what in it was not opened."""

    sheets: tuple[Sheet, ...]
    remarks: tuple[Remark, ...] = ()


@lru_cache(maxsize=1024)
def column_letters(column: int) -> str:
    """Return the letters of a column that is counted from 1.

    >>> column_letters(8), column_letters(28)
    ('H', 'AB')
    """
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def cell_place(sheet: str, row: int, column: int) -> str:
    """Return the place of a cell as a person would say it.

    >>> cell_place("Value map", 14, 8)
    'Value map!H14'
    """
    return f"{sheet}!{column_letters(column)}{row}"
