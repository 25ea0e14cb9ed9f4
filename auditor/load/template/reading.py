"""Keep what was read of a workbook so far: what is wrong, and what there is to know."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from auditor.errors import InputError, Problem
from auditor.load.document import Remark, RemarkKind
from auditor.load.fault import Refused
from auditor.load.sheets import Cell, Sheet, cell_place
from auditor.load.template.decode import states_nothing, value_of
from auditor.load.template.field import Field, PartSheet

EMPTY = Cell(None)
MOST_PROBLEMS = 100
"""After so many, what is wrong is not in single cells any more."""

_FEW = 8


@dataclass(frozen=True, slots=True)
class Stated:
    """What a cell states of a field, and its place; None where it states nothing."""

    field: Field
    value: Any
    place: str


@dataclass(frozen=True, slots=True)
class Record:
    """What a record sheet, or one row of a list, states, with the place of the whole.

    The fields are in the order of the layout, so that a group comes before what is in it.
    """

    fields: Mapping[str, Stated]
    place: str
    owner: str = ""
    owner_place: str = ""
    number: str = ""


@dataclass(slots=True)
class Notes:
    """What is wrong in a workbook, and remarks on how it was read, as they are met."""

    name: str
    problems: list[Problem] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    def wrong(self, problem: str, place: str, hint: str = "", key: str = "") -> None:
        """Note something that keeps the workbook from being read; raises InputError at the last."""
        called = f" ({key})" if key else ""
        self.problems.append(Problem(problem, f"{self.name}, {place}{called}", hint))
        if len(self.problems) == MOST_PROBLEMS:
            raise InputError(*self.problems)

    def remark(self, text: str, place: str) -> None:
        """Note something that whoever relies on the result has to know."""
        self.remarks.append(Remark(RemarkKind.READING, text, place))

    def not_read(self, what: str, places: list[str]) -> None:
        """Remark that some columns or rows of the user's own were not read."""
        if len(places) == 1:
            self.remark(f"This {what} is not one of the workbook's, and was not read.", places[0])
        elif places:
            few = ", ".join(place.partition("!")[2] for place in places[:_FEW])
            more = " and more" if len(places) > _FEW else ""
            says = f"{len(places)} {what}s are not the workbook's, and were not read: {few}{more}."
            self.remark(says, places[0])

    def read(self, part: PartSheet, field: Field, cell: Cell, place: str) -> Any:
        """Return what a cell states, or None where it states nothing or is refused."""
        if states_nothing(field, cell):
            says = f"“{cell.value}” is read as not stated."
            hint = " If there is none, write `none: ` and the reason." if field.nil else ""
            self.remark(f"{says}{hint}", place)
            return None
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
