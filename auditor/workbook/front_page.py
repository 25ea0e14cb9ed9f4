"""Lay out the start page, which says how to fill the workbook in, and the page of choices."""

from collections.abc import Mapping

from auditor.load.sheets import Area
from auditor.load.template.field import Field, Holds
from auditor.load.template.marks import (
    CHOICES,
    CHOICES_SHEET,
    START_SHEET,
    sheet_mark,
    workbook_mark,
)
from auditor.workbook.form import Form
from auditor.workbook.page import Page

_GUIDE = """\
Write the title and the stage on the sheet Decision first, then what is known, as far as the \
decision has come. Save the workbook and run: auditor check THIS-FILE.xlsx
Only coloured cells are read. What you leave blank counts as not stated: the auditor then says \
that it cannot conclude, never that something was not done.
Where there is none of something, write none: and the reason in its cell, such as: none: No user \
was affected. For a whole sheet, that cell stands on the sheet that the top of it names.
A list has one row for each entry. Rows marked “example” are there to look at and are not read: \
write below them, or delete them.
Entries refer to each other by their ids, so give each entry of a list an id of its own. A sheet \
whose second column is “(belongs to)” names in every row the entry that the row belongs to.
Where several values stand in one cell, write each on a line of its own (Alt and Enter).
Write dates as dates, shares as 25% or 0.25, and amounts in whole pounds, not thousands.
A claim is a figure that is worked out again. Write it with the digits that were printed, 5.07 or \
5.10, or as printed: £345k; with its place: 345000 | printed: £345k | where: Table 3
Sheets, rows and columns may be moved, hidden or coloured, and your own added; what is yours is \
named in the report as not read. Keep the small grey names: by them fields and sheets are known.
Findings point to sheet and cell, such as Outcomes!H14."""
_SHORT = """\
This workbook has what the weightier rules ask for and what figures are worked out from. A file \
may say more: auditor new {kind} --all --as xlsx --output ANOTHER.xlsx writes every field, and a \
row or column of it may be copied into this one."""

_WIDTHS = {1: 34, 2: 104}


def start_page(form: Form) -> Page:
    """Return the page that says what the workbook is, how it is filled in, and what is where."""
    page = Page(START_SHEET, widths=dict(_WIDTHS))
    page.put(1, 1, f"A {form.kind} file", "title")
    page.put(2, 1, workbook_mark(form.kind), "mark")
    lines = _GUIDE.splitlines()
    if form.asked is not None:
        lines.append(_SHORT.format(kind=form.kind))
    page.put(4, 1, "How to fill it in", "heading")
    page.put(4, 2, "", "heading")
    for row, line in enumerate(lines, start=5):
        page.put(row, 1, str(row - 4), "label")
        page.put(row, 2, line, "wrapped")
    index = 6 + len(lines)
    page.put(index, 1, "Sheet", "heading")
    page.put(index, 2, "What it is for", "heading")
    for row, part in enumerate(form.parts, start=index + 1):
        page.put(row, 1, part.name, "link", part.name)
        page.put(row, 2, part.about, "wrapped")
    return page


def choices_page(form: Form) -> tuple[Page, Mapping[tuple[str | int, ...], Area]]:
    """Return the page of what drop-down lists offer, and where on it each list stands."""
    page = Page(CHOICES_SHEET)
    page.put(1, 1, "What the drop-down lists offer", "title")
    page.put(2, 1, sheet_mark(CHOICES), "mark")
    areas: dict[tuple[str | int, ...], Area] = {}
    for field in _choosing(form):
        if field.choices in areas:
            continue
        column = len(areas) + 1
        page.put(4, column, field.title, "heading")
        for row, choice in enumerate(field.choices, start=5):
            page.put(row, column, str(choice))
        page.widths[column] = max(18, *(len(str(choice)) + 2 for choice in field.choices))
        areas[field.choices] = Area(5, column, 4 + len(field.choices), column)
    page.frozen = (4, 0)
    page.repeated_rows = (4, 4)
    return page, areas


def _choosing(form: Form) -> list[Field]:
    every = [field for part in form.parts for field in form.fields(part)]
    return [field for field in every if field.holds is Holds.CHOICE]
