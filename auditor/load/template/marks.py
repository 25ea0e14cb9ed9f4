"""Name what tells the workbook and its sheets from others, and find it among their cells."""

import re
from collections.abc import Iterator

from auditor.load.sheets import Position, Sheet, Workbook

LAYOUT = "1"
"""The version of the way in which sheets are laid out."""

WORKBOOK_MARK = "auditor-workbook:"
SHEET_MARK = "auditor-sheet:"
CHOICES = "choices"
"""What the sheet goes by that lists what drop-down lists offer."""

START_SHEET, CHOICES_SHEET = "Start", "Choices"

FIELD_HEADING, VALUE_HEADING, NAME_HEADING = "Field", "Value", "Name in the file"
UNIT_HEADING, ABOUT_HEADING, EXAMPLE_HEADING = "Unit", "What to write", "Example"
RECORD_HEADINGS = (FIELD_HEADING, VALUE_HEADING, UNIT_HEADING, ABOUT_HEADING, EXAMPLE_HEADING,
                   NAME_HEADING)  # fmt: skip

ROW_KEY, OWNER_KEY, NUMBER_KEY = "(row)", "(belongs to)", "(number)"
"""The names of the columns that say what sort of row it is, which entry it belongs to, and by what
rows of other sheets name an entry that has no id."""

EXAMPLE = "example"
"""What marks a row that is there to be looked at."""

_TOP_ROWS = 60
"""How far down marks and headings are looked for; people put rows of their own above."""

_WORKBOOK = re.compile(rf"{WORKBOOK_MARK}\s*([a-z]+)\s*;\s*layout\s+(\S+)")


def workbook_mark(kind: str) -> str:
    """Return what the start page says for machines.

    >>> workbook_mark("commissioning")
    'auditor-workbook: commissioning; layout 1'
    """
    return f"{WORKBOOK_MARK} {kind}; layout {LAYOUT}"


def sheet_mark(key: str) -> str:
    """Return what a sheet says for machines: `auditor-sheet: sroi.rows`."""
    return f"{SHEET_MARK} {key}"


def is_template(workbook: Workbook) -> bool:
    """Say whether a workbook is one that `auditor new` wrote, or holds a sheet of one."""
    marks = (WORKBOOK_MARK, SHEET_MARK)
    return any(text.startswith(marks) for sheet in workbook.sheets for _, text in top_texts(sheet))


def top_texts(sheet: Sheet) -> Iterator[tuple[Position, str]]:
    """Yield the texts near the top of a sheet, row by row."""
    found = [
        (position, cell.value.strip())
        for position, cell in sheet.cells.items()
        if position[0] <= _TOP_ROWS and isinstance(cell.value, str)
    ]
    yield from sorted(found)


def marked_workbook(text: str) -> tuple[str, str] | None:
    """Return the kind and the version that the mark of a start page states."""
    match = _WORKBOOK.fullmatch(text)
    return (match[1], match[2]) if match else None


def marked_sheet(sheet: Sheet) -> str:
    """Return the name of the part that a sheet is marked with, or nothing."""
    found = (text for _, text in top_texts(sheet) if text.startswith(SHEET_MARK))
    return next(found, "").removeprefix(SHEET_MARK).strip()


def row_with(sheet: Sheet, *texts: str) -> tuple[int, dict[str, int]] | None:
    """Return the first row in which texts stand, with the column of each, or None."""
    rows: dict[int, dict[str, int]] = {}
    for (row, column), text in top_texts(sheet):
        if text in texts:
            rows.setdefault(row, {}).setdefault(text, column)
    whole = (each for each in sorted(rows.items()) if len(each[1]) == len(texts))
    return next(whole, None)
