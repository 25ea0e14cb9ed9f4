"""Read the cells of one sheet, values and formulas, in one pass over its XML."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import IO
from xml.parsers import expat

from auditor.load.archive import damaged
from auditor.load.fault import Fault, shown
from auditor.load.sheets import Area, Cell, CellValue, Position, cell_place
from auditor.load.workbook_reader.cell_number import day_of, number_of
from auditor.load.workbook_reader.shared_strings import MAIN, printable_text

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
MAX_CELLS = 500_000
"""How many filled cells a workbook may have in all. 5,000 rows of 25 columns have 125,000."""

MAX_FORMULA_CHARACTERS = 40_000_000
"""How long all formulas together may be; ten for each of 5,000 rows come to 2 million."""

_ROW, _CELL, _VALUE, _FORMULA = (f"{MAIN}{tag}" for tag in ("row", "c", "v", "f"))
_TEXT, _MERGE, _AID = (f"{MAIN}{tag}" for tag in ("t", "mergeCell", "rPh"))
_DIGITS = "0123456789"
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?!\d)")  # a time alone stays text

Writer = Callable[[str], str]
Translated = Callable[[str, str], Writer]


@dataclass(frozen=True, slots=True)
class Styles:
    """What cells refer to by number: texts, number formats, which formats are of days."""

    strings: tuple[str, ...]
    formats: tuple[str, ...]
    days: frozenset[int]
    from_1904: bool


class Budget:
    """What may still be read of one workbook."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.cells = MAX_CELLS
        self.characters = MAX_FORMULA_CHARACTERS

    def spend(self, formula: str) -> bool:
        """Count one filled cell and its formula; say whether that was still allowed."""
        self.cells -= 1
        self.characters -= len(formula)
        return self.cells >= 0 and self.characters >= 0


def read_cells(
    source: IO[bytes], sheet: str, styles: Styles, budget: Budget, translated: Translated
) -> tuple[dict[Position, Cell], tuple[Area, ...]]:
    """Return the filled cells of a sheet and its merged areas.

    Cells that only have a format are skipped, however many there are.
    """
    cells = _Cells(sheet, styles, budget, translated)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = cells.start
    parser.CharacterDataHandler = cells.text
    parser.EndElementHandler = cells.end
    parser.ParseFile(source)
    return cells.found, tuple(cells.merged)


class _Cells:
    """Collect cells while the parser goes through a sheet."""

    def __init__(self, sheet: str, styles: Styles, budget: Budget, translated: Translated) -> None:
        self.found: dict[Position, Cell] = {}
        self.merged: list[Area] = []
        self._sheet, self._styles, self._budget = sheet, styles, budget
        self._translated = translated
        self._shared: dict[str, Writer] = {}
        self._row = self._column = 0
        self._cell: dict[str, str] = {}  # attributes of the cell that is being read
        self._part: dict[str, str] = {}  # and of its formula
        self._kept: list[str] | None = None  # where characters go, if anywhere
        self._value: list[str] = []
        self._formula: list[str] = []
        self._has_formula = self._in_aid = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Take note of where an element begins."""
        if tag == _CELL:
            self._cell = attributes
            self._column += 1
            self._value, self._formula, self._has_formula = [], [], False
        elif tag == _VALUE or (tag == _TEXT and not self._in_aid):
            self._kept = self._value
        elif tag == _FORMULA:
            self._part, self._kept, self._has_formula = attributes, self._formula, True
        elif tag == _ROW:
            said = attributes.get("r")
            self._row, self._column = int(said) if said else self._row + 1, 0
        elif tag == _AID:  # reading aids of East Asian writing say the same once more
            self._in_aid = True
        elif tag == _MERGE:
            self._merge(attributes.get("ref", ""))

    def text(self, text: str) -> None:
        """Keep the characters of a value or formula."""
        if self._kept is not None:
            self._kept.append(text)

    def end(self, tag: str) -> None:
        """Take note of where an element ends; a cell that holds something is kept."""
        self._kept = None
        if tag == _CELL:
            where = self._cell.get("r")
            if where:
                self._go(where)
            if self._value or self._has_formula:
                self._keep(where or "")
        elif tag == _AID:
            self._in_aid = False

    def _go(self, reference: str) -> None:
        try:
            self._row, self._column = _position(reference)
        except ValueError:
            raise damaged(f"a cell is called “{shown(reference)}”, and there is none of that name",
                          name=f"{self._budget.name}, {self._sheet}") from None  # fmt: skip

    def _merge(self, reference: str) -> None:
        try:
            self.merged.append(_area(reference))
        except ValueError:
            raise damaged(f"cells are merged in “{shown(reference)}”, which is no area",
                          name=f"{self._budget.name}, {self._sheet}") from None  # fmt: skip

    def _broken(self, problem: str) -> Fault:
        place = cell_place(self._sheet, *self._position)
        return damaged(problem, name=f"{self._budget.name}, {place}")

    def _keep(self, where: str) -> None:
        formula = self._written(where) if self._has_formula else ""
        text, kind = "".join(self._value), self._cell.get("t", "n")
        formats = self._styles.formats
        try:
            style = int(self._cell.get("s", 0))
            number_format = formats[style] if formats else "General"
        except (ValueError, IndexError):
            problem = "the format of this cell is not among those of the workbook, so nobody can "
            problem += "tell whether it holds a percentage or a date"
            raise self._broken(problem) from None
        try:
            value = self._read(text, kind, style)
        except IndexError:
            raise self._broken("the text of this cell is not among those of the workbook") from None
        except ValueError:
            problem = f"this cell holds “{shown(text)}” where a spreadsheet keeps a number"
            raise self._broken(problem) from None
        if value is None and not formula:
            return
        if not self._budget.spend(formula):
            raise Fault("the workbook holds more filled cells or formulas than are read",
                        name=f"{self._budget.name}, {cell_place(self._sheet, *self._position)}",
                        hint="Copy the sheets that matter into a new workbook.")  # fmt: skip
        self.found[self._position] = Cell(value, formula, number_format)

    @property
    def _position(self) -> Position:
        return self._row, self._column

    def _written(self, where: str) -> str:
        written = printable_text("".join(self._formula))
        if self._part.get("t") == "shared":
            number = self._part.get("si", "")
            if not written:
                return self._shared[number](where) if number in self._shared else ""
            self._shared[number] = self._translated(f"={written}", where)
        return f"={written}" if written else ""

    def _read(self, text: str, kind: str, style: int) -> CellValue:
        if not text:
            return None
        if kind == "s":
            return self._styles.strings[int(text)] or None
        if kind == "n":
            number = number_of(text)
            is_day = style in self._styles.days
            return day_of(number, from_1904=self._styles.from_1904) if is_day else number
        if kind == "b":
            return text.strip() == "1"
        if kind == "d":
            return date.fromisoformat(text[:10]) if _DAY.match(text) else printable_text(text)
        return printable_text(text)  # of a formula, of the cell itself, or an error


def _position(reference: str) -> Position:
    letters = reference.rstrip(_DIGITS)
    row = int(reference[len(letters) :])
    if not 1 <= row <= LAST_ROW:
        raise ValueError(f"there is no cell {reference}")
    return row, _column(letters)


@lru_cache(maxsize=2048)
def _column(letters: str) -> int:
    found = 0
    for letter in letters.replace("$", ""):
        if not "A" <= letter <= "Z":
            raise ValueError(f"{letters} is no column")
        found = found * 26 + ord(letter) - ord("A") + 1
    if not 1 <= found <= LAST_COLUMN:
        raise ValueError(f"there is no column {letters[:8]}")
    return found


def _area(reference: str) -> Area:
    first, _, last = reference.partition(":")
    (top, left), (bottom, right) = _position(first), _position(last or first)
    return Area(min(top, bottom), min(left, right), max(top, bottom), max(left, right))
