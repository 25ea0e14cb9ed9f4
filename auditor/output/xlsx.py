"""Render a report as a workbook for working papers: typed cells, one table on each sheet."""

from dataclasses import replace
from datetime import date

from auditor.load.sheets import Area, Cell
from auditor.output import tables, tables_record
from auditor.output.figure import Figure, Value
from auditor.output.printable import printable
from auditor.output.table import Column, Table
from auditor.report import Report
from auditor.workbook.heights import fit_heights
from auditor.workbook.page import Page
from auditor.workbook.xlsx import as_xlsx

LONGEST = 32_767
"""How many characters a cell can hold, counted as spreadsheets do: in units of UTF-16."""
_CUT = " … [cut here: {} characters in all; the report as JSON has the whole text]"
_DAYS, _COUNT = "yyyy-mm-dd", "#,##0"
_ALWAYS = ("Summary", "Findings", "Claims", "Coverage", "Evidence")
_ACTIVE = ("=", "+", "-", "@")


def render(report: Report, parameters: Table | None = None) -> bytes:
    """Return the report as a workbook (.xlsx), the same bytes each time.

    Every text is written as text, whatever it begins with, and there is no formula and no link.
    `parameters` are the numbers of the guidance that were in force, where they are at hand.
    """
    found = every_table(report)
    if parameters:
        found = (*found, parameters)
    listed = tuple((f"Sheet {table.name}", table.about) for table in found[1:])
    first = replace(found[0], rows=(*found[0].rows, *listed))
    return as_xlsx(tuple(map(_page, (first, *found[1:]))))


def every_table(report: Report) -> tuple[Table, ...]:
    """Return the tables of a report in the order of their sheets; those with nothing are left out.

    An auditor looks for findings, claims, coverage and evidence: these are always there.
    """
    found = (
        tables_record.summary(report),
        tables.findings(report),
        tables.claims(report),
        tables.working(report),
        tables_record.coverage(report),
        tables_record.clause_table(report),
        tables.evidence(report),
        tables_record.documents(report),
        tables_record.judgements(report),
        tables.amounts(report),
    )
    return tuple(table for table in found if table.rows or table.name in _ALWAYS)


def _page(table: Table) -> Page:
    """Lay a table out: headings that stay in sight, a filter, and a row for each entry."""
    page = Page(table.name, frozen=(1, 1), repeated_rows=(1, 1), repeated_columns=1)
    for at, column in enumerate(table.columns, start=1):
        page.widths[at] = column.width
        page.put(1, at, column.heading, "heading")
    for at, row in enumerate(table.rows, start=2):
        for place, value in enumerate(row, start=1):
            cell = _cell(value)
            page.put(at, place, cell, _look(cell, table.columns[place - 1]))
    page.filtered = Area(1, 1, len(table.rows) + 1, len(table.columns))
    fit_heights(page)
    return page


def _cell(value: Value) -> Cell:
    if isinstance(value, Figure):
        return Cell(value.number, number_format=value.number_format)
    if isinstance(value, date):
        return Cell(value, number_format=_DAYS)
    if isinstance(value, int):
        return Cell(value, number_format=_COUNT)
    return Cell(fitting(printable(value)) or None)


def _look(cell: Cell, column: Column) -> str:
    """Return how a cell looks; a text like a formula stays text also for whoever edits it."""
    if isinstance(cell.value, str):
        return "text of signs" if cell.value.startswith(_ACTIVE) else "text"
    return "text" if column.mixed else "figure"


def fitting(text: str) -> str:
    """Return a text that a cell can hold; one that is too long is cut, and says so."""
    if _units(text) <= LONGEST:
        return text
    said = _CUT.format(f"{len(text):,}")
    kept = text.encode("utf-16-le")[: 2 * (LONGEST - _units(said))]
    return kept.decode("utf-16-le", errors="ignore") + said


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
