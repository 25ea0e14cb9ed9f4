"""Read a sheet with one entry of a list in each row."""

from collections.abc import Mapping
from dataclasses import dataclass

from auditor.load.sheets import Cell, Sheet, cell_place
from auditor.load.template.cell_text import names_total
from auditor.load.template.encode import STATED
from auditor.load.template.examples import example_of
from auditor.load.template.field import Field, Holds, PartSheet
from auditor.load.template.marks import EXAMPLE, NUMBER_KEY, OWNER_KEY, ROW_KEY, row_with
from auditor.load.template.reading import EMPTY, Notes, Record, Stated, formulas_remark, is_filled
from auditor.model.links import suggest

OWNER = Field((OWNER_KEY,), "Belongs to", "Id of the entry that this row belongs to.", Holds.ID)
NUMBER = Field((NUMBER_KEY,), "Number", "By what other sheets name this row.", Holds.ID)


@dataclass(frozen=True, slots=True)
class Columns:
    """Where what stands on a list sheet: its row of names, and the column of each field."""

    names: int
    row: int
    owner: int
    number: int
    fields: tuple[tuple[Field, int], ...]
    """In the order of the layout."""


def read_list(sheet: Sheet, part: PartSheet, notes: Notes) -> list[Record]:
    """Return the entries that a sheet states; what is wrong, and what was not read, is noted."""
    columns = _columns(sheet, part, notes)
    if columns is None:
        return []
    rows: dict[int, dict[int, Cell]] = {}
    known = {columns.row, columns.owner, columns.number, *(column for _, column in columns.fields)}
    for (row, column), cell in sheet.cells.items():
        if row > columns.names and column in known and is_filled(cell):
            rows.setdefault(row, {})[column] = cell
    _refuse_merged(sheet, columns.names, known, notes)
    formulas_remark(sheet, columns.names, known, notes)
    read = (_entry(sheet, part, row, rows[row], columns, notes) for row in sorted(rows))
    return [entry for entry in read if entry]


def _columns(sheet: Sheet, part: PartSheet, notes: Notes) -> Columns | None:
    needed = (ROW_KEY, *[OWNER_KEY] * part.of_entry, *[NUMBER_KEY] * part.numbered)
    found = row_with(sheet, *needed)
    if not found:
        listed = " and ".join(f'"{each}"' for each in needed)
        notes.wrong(f"the row with the names of the columns, {listed} among them, is not there",
                    cell_place(sheet.name, 1, 1), "Copy it from a new workbook: auditor new.",
                    part.key)  # fmt: skip
        return None
    row_of_names, own = found
    fields: dict[str, int] = {}
    unknown: list[str] = []
    for column in sorted({column for row, column in sheet.cells if row >= row_of_names}):
        name = str(sheet.cells.get((row_of_names, column), EMPTY).value or "").strip()
        place = cell_place(sheet.name, row_of_names, column)
        if name in needed:
            continue
        if name in fields:
            notes.wrong(f"the column {name} is there twice", place, "Keep one of them.", part.key)
        elif part.field(name):
            fields[name] = column
        elif hint := _suggestion(name, part, unknown):
            notes.wrong(f'there is no field called "{name}" on this sheet', place, hint, part.key)
        else:
            unknown.append(place)
    notes.not_read("column", unknown)
    found_fields = tuple((each, fields[each.key]) for each in part.fields if each.key in fields)
    owner, number = own.get(OWNER_KEY, 0), own.get(NUMBER_KEY, 0)
    return Columns(row_of_names, own[ROW_KEY], owner, number, found_fields)


def _suggestion(name: str, part: PartSheet, unknown: list[str]) -> str:
    """Return which column a name may mean; nothing for a column of the user's own."""
    looked_at = name and len(unknown) < _LOOKED_AT
    return suggest(name, tuple(field.key for field in part.fields)) if looked_at else ""


_LOOKED_AT = 100
"""In how many columns that the workbook does not have a misspelt name is looked for."""


def _entry(
    sheet: Sheet,
    part: PartSheet,
    row: int,
    cells: Mapping[int, Cell],
    columns: Columns,
    notes: Notes,
) -> Record | None:
    """Return the entry of a row, or None for an example and for what is refused."""
    sort = str(cells.get(columns.row, EMPTY).value or "").strip().lower()
    stated = {}
    for field, column in columns.fields:
        if column not in cells and not field.must:
            continue
        at, cell = cell_place(sheet.name, row, column), cells.get(column, EMPTY)
        if _adds_up(field, cell):
            notes.wrong("this looks like a row that adds up others", at, _TOTAL, part.key)
            return None
        stated[field.key] = Stated(field, notes.read(part, field, cell, at), at)
    if sort == EXAMPLE:
        _check_example(part, stated, cell_place(sheet.name, row, columns.row), notes)
        return None
    if sort not in ("", STATED):
        notes.wrong(f'only "{EXAMPLE}" or nothing may stand in this column',
                    cell_place(sheet.name, row, columns.row), _ROW_HINT, part.key)  # fmt: skip
        return None
    owner_at = cell_place(sheet.name, row, columns.owner or 1)
    owner = notes.read(part, OWNER, cells.get(columns.owner, EMPTY), owner_at)
    if not sort and all(each.value is None for each in stated.values()):
        if set(cells) <= {columns.owner, columns.number}:
            notes.wrong("this row is named or says what it belongs to, and nothing else", owner_at,
                        _ONLY_OWNER, part.key)  # fmt: skip
        return None
    place = stated["id"].place if "id" in stated else cell_place(sheet.name, row, columns.row)
    number_at = cell_place(sheet.name, row, columns.number or 1)
    number = notes.read(part, NUMBER, cells.get(columns.number, EMPTY), number_at)
    return Record(stated, place, str(owner or ""), owner_at, str(number or ""))


def _adds_up(field: Field, cell: Cell) -> bool:
    named = field.holds in (Holds.TEXT, Holds.ID) and isinstance(cell.value, str)
    return named and names_total(str(cell.value))


_TOTAL = ("Take the row out: each row is read as an entry of its own. For an entry of that name"
          ' write json:"Total".')  # fmt: skip
_ROW_HINT = "Clear the cell; put notes in a column of your own, to the right."
_ONLY_OWNER = f'Fill it in or clear it; write "{STATED}" in its first column if nothing is known.'


def _check_example(part: PartSheet, stated: Mapping[str, Stated], place: str, notes: Notes) -> None:
    """Refuse an example that was written over, which would be lost without a word."""
    changed = next(
        (
            each.place
            for each in stated.values()
            if each.value is not None and each.value != example_of(each.field)
        ),
        "",
    )
    if changed:
        notes.wrong(f"this row is marked as an example, and {changed} was changed", place,
                    f'If the row is yours, clear the word "{EXAMPLE}"; otherwise delete the row.',
                    part.key)  # fmt: skip


def _refuse_merged(sheet: Sheet, names: int, known: set[int], notes: Notes) -> None:
    for area in sheet.merged:
        touched = any(area.first_column <= column <= area.last_column for column in known)
        if area.last_row > names and touched:
            place = cell_place(sheet.name, area.first_row, area.first_column)
            notes.wrong("cells are merged here, so that it is open which rows the value is for",
                        place, "Unmerge them, and write the value in each row.")  # fmt: skip
