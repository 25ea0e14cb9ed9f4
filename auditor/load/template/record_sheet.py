"""Read a sheet with one field in each row."""

from auditor.load.sheets import Sheet, cell_place
from auditor.load.template.field import PartSheet
from auditor.load.template.marks import NAME_HEADING, RECORD_HEADINGS, VALUE_HEADING, row_with
from auditor.load.template.reading import EMPTY, Notes, Record, Stated, formulas_remark, is_filled
from auditor.model.links import suggest


def read_record(sheet: Sheet, part: PartSheet, notes: Notes) -> Record:
    """Return what a sheet states of a record; what is wrong, and what was not read, is noted."""
    whole = cell_place(sheet.name, 1, 1)
    found = row_with(sheet, VALUE_HEADING, NAME_HEADING)
    if not found:
        notes.wrong(
            f'the row of headings with "{VALUE_HEADING}" and "{NAME_HEADING}" is not there', whole,
            "Copy it from a new workbook: auditor new.", part.key,
        )  # fmt: skip
        return Record({}, whole)
    heading, columns = found
    names, values = columns[NAME_HEADING], columns[VALUE_HEADING]
    _refuse_merged(sheet, heading, values, notes)
    stated: dict[str, Stated] = {}
    own: list[str] = []
    for row in sorted({row for row, _ in sheet.cells if row > heading}):
        name = str(sheet.cells.get((row, names), EMPTY).value or "").strip()
        cell = sheet.cells.get((row, values), EMPTY)
        place = cell_place(sheet.name, row, values)
        field = part.field(name)
        if field is None:
            if is_filled(cell) and name:
                _unknown(name, part, place, notes)
            elif is_filled(cell):
                own.append(place)
        elif name not in stated or stated[name].value is None:
            stated[name] = Stated(field, notes.read(part, field, cell, place), place)
        elif is_filled(cell):
            says = f"{name} is filled in twice; it already stands in {stated[name].place}"
            notes.wrong(says, place, "Keep one of the two.", part.key)
    notes.not_read("row", own)
    _own_columns(sheet, heading, notes)
    formulas_remark(sheet, heading, {values}, notes)
    ordered = (field.key for field in part.fields)
    return Record({key: stated[key] for key in ordered if key in stated}, whole)


def _unknown(name: str, part: PartSheet, place: str, notes: Notes) -> None:
    near = suggest(name, tuple(field.key for field in part.fields))
    hint = near or "Take the name out of a row of your own; it is then not read."
    notes.wrong(f'there is no field called "{name}" on this sheet', place, hint, part.key)


def _refuse_merged(sheet: Sheet, heading: int, values: int, notes: Notes) -> None:
    for area in sheet.merged:
        across = area.first_column <= values <= area.last_column
        alone = area.first_row == area.last_row and area.first_column == values
        if across and area.last_row > heading and not alone:
            place = cell_place(sheet.name, area.first_row, area.first_column)
            notes.wrong("cells are merged here", place, "Unmerge them, and write each value.")


def _own_columns(sheet: Sheet, heading: int, notes: Notes) -> None:
    """Say that a column with notes of the user was not read."""
    known = {
        column
        for (row, column), cell in sheet.cells.items()
        if row == heading and cell.value in RECORD_HEADINGS
    }
    own = {
        column
        for (row, column), cell in sheet.cells.items()
        if row >= heading and column not in known and is_filled(cell)
    }
    notes.not_read("column", [cell_place(sheet.name, heading, column) for column in sorted(own)])
