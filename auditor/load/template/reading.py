"""Keep what was read of a workbook so far: what is wrong, and what there is to know."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from auditor.errors import Problem
from auditor.load.document import Remark, RemarkKind
from auditor.load.fault import Refused
from auditor.load.sheets import Cell, Sheet, cell_place
from auditor.load.template.decode import value_of
from auditor.load.template.field import Field, PartSheet

EMPTY = Cell(None)


@dataclass(frozen=True, slots=True)
class Stated:
    """What a cell states of a field, and its place; None where it states nothing."""

    value: Any
    place: str


@dataclass(frozen=True, slots=True)
class Record:
    """What a record sheet, or one row of a list, states: by field, with the place of the whole."""

    fields: Mapping[str, Stated]
    place: str
    owner: str = ""
    owner_place: str = ""


@dataclass(slots=True)
class Notes:
    """What is wrong in a workbook, and remarks on how it was read, as they are met."""

    name: str
    problems: list[Problem] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    def wrong(self, problem: str, place: str, hint: str = "", key: str = "") -> None:
        """Note something that keeps the workbook from being read."""
        called = f" ({key})" if key else ""
        self.problems.append(Problem(problem, f"{self.name}, {place}{called}", hint))

    def remark(self, text: str, place: str) -> None:
        """Note something that whoever relies on the result has to know."""
        self.remarks.append(Remark(RemarkKind.READING, text, place))

    def read(self, part: PartSheet, field: Field, cell: Cell, place: str) -> Any:
        """Return what a cell states, or None where it states nothing or is refused."""
        try:
            return value_of(field, cell)
        except Refused as refused:
            key = ".".join((*part.path, *field.path))
            self.wrong(refused.problem, place, refused.hint, key)
            return None


def formulas_remark(sheet: Sheet, rows_from: int, columns: set[int], notes: Notes) -> None:
    """Say how many cells that were read hold formulas, if any do."""
    found = sorted(
        (row, column)
        for (row, column), cell in sheet.cells.items()
        if cell.formula and row > rows_from and column in columns
    )
    if found:
        many = f"{len(found)} cells hold formulas" if len(found) > 1 else "A cell holds a formula"
        saved = "the values that were saved with them were read" if len(found) > 1 else (
            "the value that was saved with it was read"
        )  # fmt: skip
        notes.remark(f"{many}; {saved}.", cell_place(sheet.name, *found[0]))


def is_filled(cell: Cell) -> bool:
    """Say whether anything stands in a cell that a person would see."""
    return bool(cell.formula) or not (cell.value is None or str(cell.value).strip() == "")
