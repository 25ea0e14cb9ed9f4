"""Lay out the sheet of a record: one field in each row, with its unit and what to write."""

from collections.abc import Mapping

from auditor.load.sheets import Area, Cell
from auditor.load.template.encode import cell_of
from auditor.load.template.examples import example_of
from auditor.load.template.field import Field, Holds, PartSheet
from auditor.load.template.marks import RECORD_HEADINGS, START_SHEET, sheet_mark
from auditor.workbook.checks import check_of
from auditor.workbook.form import Form
from auditor.workbook.list_page import fitting, format_of
from auditor.workbook.page import Page
from auditor.workbook.words import about_of, unit_of

_HEADING = 5
_WIDTHS = (28, 40, 16, 46, 24, 24)
_FIELD, _VALUE, _UNIT, _ABOUT, _EXAMPLE, _NAME = range(1, 7)

Choices = Mapping[tuple[str | int, ...], Area]


def record_page(form: Form, part: PartSheet, choices: Choices) -> Page:
    """Return the sheet of a record with what a file states of it."""
    page = Page(part.name)
    page.put(1, 1, part.name, "title")
    page.put(2, 1, part.about, "about")
    page.put(3, 1, sheet_mark(part.key), "mark")
    page.put(3, 2, f"Back to {START_SHEET}", "link", START_SHEET)
    for column, heading in enumerate(RECORD_HEADINGS, start=1):
        page.put(_HEADING, column, heading, "heading")
        page.widths[column] = _WIDTHS[column - 1]
    values = form.record(part).values
    for row, field in enumerate(form.fields(part), start=_HEADING + 1):
        _field(page, row, field, values.get(field.key))
        ids = form.ids(tuple(field.refers.split("."))) if field.refers else None
        area = Area(row, _VALUE, row, _VALUE)
        page.checks.append(check_of(field, area, choices, ids))
    page.frozen = (_HEADING, 2)
    page.repeated_rows = (_HEADING, _HEADING)
    return page


def _field(page: Page, row: int, field: Field, value: object) -> None:
    group = field.holds is Holds.RECORD and not field.sheet
    title = "    " * (len(field.path) - 1) + field.title
    look = "group" if group else "link" if field.sheet else "label"
    page.put(row, _FIELD, title, look, field.sheet)
    stated = field.fixed if field.fixed and value is None else value
    empty = Cell(None, number_format=format_of(field))
    cell = empty if stated is None else fitting(page.name, row, _VALUE, field, stated)
    page.put(row, _VALUE, cell, "value")
    page.put(row, _UNIT, unit_of(field), "unit")
    page.put(row, _ABOUT, about_of(field), "guidance")
    page.put(row, _EXAMPLE, _example(field), "guidance")
    page.put(row, _NAME, field.key, "mark")


def _example(field: Field) -> Cell:
    example = example_of(field)
    if example is None or field.fixed or field.choices:
        return Cell(None)
    return cell_of(field, example)
