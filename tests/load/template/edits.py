"""Do to a workbook what people do: write into cells, move columns, add rows and sheets."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from auditor.load.sheets import Cell, CellValue, Position, Sheet, Workbook
from auditor.load.template.reader import read_template
from auditor.workbook.write import pages

Edit = Callable[[Sheet], Sheet]


@cache
def form(kind: str = "commissioning") -> Workbook:
    """Return the workbook with every field and an example in each list."""
    return Workbook(tuple(page.sheet for page in pages(kind)))


def read(edits: Mapping[str, Edit], *, kind: str = "commissioning") -> Any:
    """Return what is read of the form after the sheets named were edited."""
    sheets = (
        edits[sheet.name](sheet) if sheet.name in edits else sheet for sheet in form(kind).sheets
    )
    return read_template(Workbook(tuple(sheets)), name="my.xlsx")


def at(sheet: Sheet, text: str) -> Position:
    """Return where a text first stands in a sheet."""
    return min(position for position, cell in sheet.cells.items() if cell.value == text)


def cell_for(sheet: Sheet, field: str, *, row: int) -> Position:
    """Return the cell of a field: in its row of a record, or in a row below the names of a list."""
    texts = {position: cell.value for position, cell in sheet.cells.items()}
    if "(row)" not in texts.values():
        return at(sheet, field)[0], at(sheet, "Value")[1]
    names = at(sheet, "(row)")[0]
    columns = [column for (line, column), text in texts.items() if (line, text) == (names, field)]
    return names + row, columns[0]


def write(row: int = 2, **values: CellValue | Cell) -> Edit:
    """Return the edit that writes values for fields; in a list, in the row so far below its names.

    The example stands in row 1. `__` in a name stands for a dot.
    """

    def edit(sheet: Sheet) -> Sheet:
        cells = dict(sheet.cells)
        for name, value in values.items():
            where = cell_for(sheet, _NAMES.get(name, name.replace("__", ".")), row=row)
            cells[where] = value if isinstance(value, Cell) else Cell(value)
        return replace(sheet, cells=cells)

    return edit


_NAMES = {"row_sort": "(row)", "owner": "(belongs to)", "number_of_row": "(number)"}


def both(*edits: Edit) -> Edit:
    """Return the edit that makes several, one after the other."""

    def edit(sheet: Sheet) -> Sheet:
        for each in edits:
            sheet = each(sheet)
        return sheet

    return edit


def move(change: Callable[[int, int], Position]) -> Edit:
    """Return the edit that moves every cell of a sheet."""
    return lambda sheet: replace(
        sheet, cells={change(*at): cell for at, cell in sheet.cells.items()}
    )


def put(**texts: str) -> Edit:
    """Return the edit that writes texts into cells by their reference, such as `A1`."""

    def edit(sheet: Sheet) -> Sheet:
        put = {(int(ref[1:]), ord(ref[0]) - 64): Cell(text) for ref, text in texts.items()}
        return replace(sheet, cells={**sheet.cells, **put})

    return edit
