"""Lay out the sheet of a list: guidance above each column, an example row, a row for each entry."""

from collections.abc import Mapping

from auditor.errors import InputError, Problem
from auditor.load.sheets import Area, Cell, cell_place
from auditor.load.template.encode import DATE_FORMAT, GENERAL, STATED, TEXT_FORMAT, cell_of
from auditor.load.template.examples import example_of
from auditor.load.template.field import Field, Holds, PartSheet
from auditor.load.template.marks import (
    EXAMPLE,
    NUMBER_KEY,
    OWNER_KEY,
    ROW_KEY,
    START_SHEET,
    sheet_mark,
)
from auditor.workbook.checks import check_of
from auditor.workbook.form import ROW_OF_NAMES, Form
from auditor.workbook.page import Check, Page
from auditor.workbook.stated import Entry
from auditor.workbook.words import about_of, heading_of, unit_of, width_of

_GUIDANCE, _UNIT, _HEADING = ROW_OF_NAMES - 3, ROW_OF_NAMES - 2, ROW_OF_NAMES - 1
_ABOUT_ROW = f"“{EXAMPLE}” marks a row to look at, which is not read."

_KEPT_IN_SIGHT = ("id", NUMBER_KEY, OWNER_KEY)

Choices = Mapping[tuple[str | int, ...], Area]


def list_page(form: Form, part: PartSheet, choices: Choices) -> Page:
    """Return the sheet of a list with the entries that a file states."""
    page = Page(part.name)
    page.put(1, 1, part.name, "title")
    page.put(2, 1, f"{part.about} {_nil_hint(form, part)}", "about")
    page.put(3, 1, sheet_mark(part.key), "mark")
    page.put(3, 4, f"Back to {START_SHEET}", "link", START_SHEET)
    _head(page, form, part)
    rows, columns = form.rows(part), form.columns(part)
    entries = form.entries(part)
    if not entries:
        _example(page, form, part)
    for row, entry in enumerate(entries, start=rows.first_row):
        _entry(page, part, row, entry, columns)
    for field in form.fields(part):
        area = _below(rows, columns[field.key])
        ids = form.ids(tuple(field.refers.split("."))) if field.refers else None
        page.checks.append(check_of(field, area, choices, ids))
    if part.of_entry:
        page.checks.append(_owner_check(form, part, rows))
    page.head_rows = ROW_OF_NAMES
    page.frozen = (ROW_OF_NAMES, max(columns.get(name, 1) for name in _KEPT_IN_SIGHT))
    page.repeated_rows = (_HEADING, ROW_OF_NAMES)
    page.repeated_columns = page.frozen[1]
    return page


def _nil_hint(form: Form, part: PartSheet) -> str:
    holder = form.by_path[part.holder]
    field = holder.field(".".join(part.inside))
    if field is None or not field.nil:
        return ""
    return f"Where there is none, write none: and why on the sheet {holder.name}, {field.key}."


def _head(page: Page, form: Form, part: PartSheet) -> None:
    """Put guidance, unit, title and name above each column."""
    titles = {field.key: field.title for field in part.fields}
    columns = form.columns(part)
    _column(page, 1, ("Row", _ABOUT_ROW, "", ROW_KEY), 10, TEXT_FORMAT)
    if part.of_entry:
        holder = form.by_path[part.holder]
        name = "number" if holder.numbered else "id"
        about = f"The {name} of the entry on the sheet {holder.name}, in every row."
        said = f"{holder.title}: {name}", about, name, OWNER_KEY
        _column(page, columns[OWNER_KEY], said, 18, TEXT_FORMAT)
    if part.numbered:
        said = "Number", "By what other sheets name this row: 1, 2 and so on.", "", NUMBER_KEY
        _column(page, columns[NUMBER_KEY], said, 10, TEXT_FORMAT)
    for field in form.fields(part):
        said = heading_of(field, titles), about_of(field), unit_of(field), field.key
        _column(page, columns[field.key], said, width_of(field), format_of(field))


def _column(
    page: Page, column: int, said: tuple[str, str, str, str], width: int, number_format: str
) -> None:
    heading, about, unit, name = said
    page.put(_GUIDANCE, column, about, "guidance")
    page.put(_UNIT, column, unit, "unit")
    page.put(_HEADING, column, heading, "heading")
    page.put(ROW_OF_NAMES, column, name, "name")
    page.widths[column] = width
    page.formats[column] = number_format


def format_of(field: Field) -> str:
    """Return the number format of an empty cell: what is typed as text stays text."""
    if field.holds is Holds.DATE and not field.many:
        return DATE_FORMAT
    plain = field.holds in (Holds.NUMBER, Holds.WHOLE, Holds.YES_NO) and not field.nil
    return GENERAL if plain else TEXT_FORMAT


def _example(page: Page, form: Form, part: PartSheet) -> None:
    row = form.rows(part).first_row
    page.put(row, 1, EXAMPLE, "example")
    columns = form.columns(part)
    if part.of_entry:
        holder = form.by_path[part.holder]
        owner = "1" if holder.numbered else str(example_of(holder.field("id")))
        page.put(row, columns[OWNER_KEY], owner, "example")
    if part.numbered:
        page.put(row, columns[NUMBER_KEY], "1", "example")
    for field in form.fields(part):
        example = example_of(field)
        cell = Cell(None) if example is None else cell_of(field, example)
        page.put(row, columns[field.key], cell, "example")


def _entry(page: Page, part: PartSheet, row: int, entry: Entry, columns: Mapping[str, int]) -> None:
    if not entry.values:
        page.put(row, 1, STATED, "value")
    for name, value in ((OWNER_KEY, entry.owner), (NUMBER_KEY, str(entry.number))):
        if name in columns:
            page.put(row, columns[name], Cell(value, number_format=TEXT_FORMAT), "value")
    for key, value in entry.values.items():
        field = part.field(key)
        assert field is not None
        page.put(row, columns[key], fitting(page.name, row, columns[key], field, value), "value")


def fitting(sheet: str, row: int, column: int, field: Field, value: object) -> Cell:
    """Return the cell of a value; raises InputError where it is too long for any cell."""
    try:
        return cell_of(field, value)
    except ValueError as error:
        where = f"{cell_place(sheet, row, column)} ({field.key})"
        hint = "Keep it in the text file, or shorten it there."
        raise InputError(Problem(f"this text is too long: {error}", where, hint)) from None


def _below(rows: Area, column: int) -> Area:
    return Area(rows.first_row, column, rows.last_row, column)


def _owner_check(form: Form, part: PartSheet, rows: Area) -> Check:
    ids = form.ids(part.holder)
    message = "Which entry this row belongs to."
    source, area = ids if ids else ("", None)
    sort = "list" if ids else "any"
    return Check(_below(rows, 2), "Belongs to", message, sort, area, source, strict=False)
