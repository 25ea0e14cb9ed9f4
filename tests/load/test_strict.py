"""Workbooks and documents in the strict form of Office Open XML are read as all others."""

import io
import zipfile
from datetime import date
from decimal import Decimal

import openpyxl
import pytest

from auditor.evidence.kinds import read_as
from auditor.load.workbook_reader import open_workbook
from tests.evidence import made

STRICT = {
    b"http://schemas.openxmlformats.org/%b/2006/" % kind: b"http://purl.oclc.org/ooxml/%b/" % kind
    for kind in (b"spreadsheetml", b"wordprocessingml", b"drawingml", b"officeDocument")
}
WORDS = {b"extended-properties": b"extendedProperties", b"custom-properties": b"customProperties"}


def strict(raw):
    """Return a package as programs save it that write the strict form."""
    source = zipfile.ZipFile(io.BytesIO(raw))
    parts = {}
    for name in source.namelist():
        data = source.read(name)
        for usual, other in STRICT.items():
            data = data.replace(usual, other)
        for usual, other in WORDS.items():
            data = data.replace(b"/" + usual, b"/" + other)
        parts[name] = data
    return made.with_parts(raw, parts)


def workbook():
    book = openpyxl.Workbook(iso_dates=True)
    sheet = book.active
    sheet.title = "Map"
    sheet.append(["Outcome", 1250.5, "=B1*2", date(2024, 4, 1), True])
    sheet["A2"], sheet["B2"] = "Share", 0.25
    sheet["B2"].number_format = "0%"
    output = io.BytesIO()
    book.save(output)
    return output.getvalue()


@pytest.mark.parametrize("form", [workbook(), strict(workbook())], ids=["usual", "strict"])
def test_a_workbook_of_either_form_has_the_same_cells(form):
    sheet = open_workbook(form, name="map.xlsx").sheets[0]
    values = {place: (cell.value, cell.formula) for place, cell in sheet.cells.items()}
    assert values == {
        (1, 1): ("Outcome", ""),
        (1, 2): (Decimal("1250.5"), ""),
        (1, 3): (None, "=B1*2"),
        (1, 4): (date(2024, 4, 1), ""),
        (1, 5): (True, ""),
        (2, 1): ("Share", ""),
        (2, 2): (Decimal("0.25"), ""),
    }
    assert sheet.cells[2, 2].number_format == "0%"


def test_the_strict_workbook_of_these_tests_is_one():
    archive = zipfile.ZipFile(io.BytesIO(strict(workbook())))
    assert all(b"schemas.openxmlformats.org/spreadsheetml" not in archive.read(n)
               for n in archive.namelist())  # fmt: skip


def test_a_time_of_day_alone_stays_text():
    raw = workbook()
    sheet = zipfile.ZipFile(io.BytesIO(raw)).read("xl/worksheets/sheet1.xml")
    timed = made.with_parts(
        raw, {"xl/worksheets/sheet1.xml": sheet.replace(b"2024-04-01", b"T12:30:00")}
    )
    assert open_workbook(strict(timed), name="m.xlsx").sheets[0].cells[1, 4].value == "T12:30:00"


def test_a_document_of_the_strict_form_is_read_as_evidence():
    usual = made.word("The saving was £2,386,409.", table=("Year", "2019"))
    assert read_as(".docx", strict(usual), ()).pieces == read_as(".docx", usual, ()).pieces


def test_dates_of_a_strict_document_are_read():
    usual = made.word("Text")
    assert read_as(".docx", strict(usual), ()).created == read_as(".docx", usual, ()).created != ""
