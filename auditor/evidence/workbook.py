"""Read the cells of a workbook as evidence."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import islice
from zipfile import ZipFile

from auditor.evidence.text import MAX_PIECES, Piece, Read, Unreadable
from auditor.load.archive import BROKEN_ARCHIVE, open_archive
from auditor.load.fault import Fault
from auditor.load.sheets import CellValue, Sheet, cell_place
from auditor.load.workbook_reader import open_workbook


def read_workbook(raw: bytes) -> Read:
    """Return every cell that holds something; raises Unreadable."""
    try:
        workbook = open_workbook(raw, name="the workbook")
    except Fault as fault:
        state = "encrypted" if "password" in fault.problem else "broken"
        raise Unreadable(state, fault.problem) from None
    every = (piece for sheet in workbook.sheets for piece in _cells(sheet))
    pieces = tuple(islice(every, MAX_PIECES))
    partly = "" if len(pieces) < MAX_PIECES else "it holds more cells than were searched"
    archive = open_archive(raw, name="the workbook")
    partly = partly or _drawn(archive)
    remarks = tuple(remark.text for remark in workbook.remarks)
    return Read("a workbook", pieces, "cell", 0, _day(archive, b"created"),
                _day(archive, b"modified"), partly, remarks)  # fmt: skip


def _day(archive: ZipFile, name: bytes) -> str:
    """Return a day that a workbook states about itself; empty where it does not."""
    try:
        properties = archive.read("docProps/core.xml")
    except BROKEN_ARCHIVE:
        return ""
    found = re.search(rb"<dcterms:%b\b[^>]*>\s*(\d{4}-\d\d-\d\d)" % name, properties)
    return found[1].decode() if found else ""


def _drawn(archive: ZipFile) -> str:
    """Return what a workbook shows beside its cells and is not read; empty where nothing is."""
    for name in archive.namelist():
        if name.startswith("xl/media/"):
            return "it holds pictures, and only its cells are read"
        if name.startswith("xl/drawings/drawing") and b"<a:t" in archive.read(name):
            return "it holds boxes of text, and only its cells are read"
        if name.startswith(("xl/comments", "xl/threadedComments")):
            return "it holds comments, and only its cells are read"
    return ""


def _cells(sheet: Sheet) -> Iterator[Piece]:
    for row, column in sorted(sheet.cells):
        cell = sheet.cells[row, column]
        place = cell_place(sheet.name, row, column)
        names = (place, sheet.name, place.rpartition("!")[2])
        yield Piece(_text(cell.value), names, unread=cell.value is None and bool(cell.formula))


def _text(value: CellValue) -> str:
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, bool) or value is None:
        return "" if value is None else str(value).upper()
    return value.isoformat() if isinstance(value, date) else str(value)
