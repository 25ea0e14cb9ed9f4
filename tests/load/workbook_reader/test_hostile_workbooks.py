"""A workbook that is broken, closed, bent or far too large is refused in words, and in time."""

import io
import random
import zipfile
from zipfile import ZIP_DEFLATED, ZIP_STORED

import pytest
import xlsxwriter

from auditor.load import archive
from auditor.load.fault import Fault
from auditor.load.workbook_reader import open_workbook, sheet_cells

SHEET = "xl/worksheets/sheet1.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


@pytest.fixture(scope="module")
def sound():
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet("Map")
        bold = book.add_format({"bold": True, "num_format": "0.0%"})
        sheet.merge_range(0, 0, 0, 3, "Stage 1", bold)
        for row in range(1, 12):
            sheet.write_row(row, 0, [f"Group {row}", row, row / 7], bold)
            sheet.write_formula(row, 3, f"=B{row}*C{row}", bold, row * 1.5)
    return file.getvalue()


def changed(raw, parts, *, packed=ZIP_DEFLATED, without=()):
    """Return a workbook with some parts replaced or added."""
    old = zipfile.ZipFile(io.BytesIO(raw))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", packed) as new:
        held = {name: old.read(name) for name in old.namelist() if name not in without}
        for name, text in {**held, **parts}.items():
            new.writestr(name, text)
    return file.getvalue()


def sheet_of(rows):
    return f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'


def refusal(raw):
    with pytest.raises(Fault) as caught:
        open_workbook(raw, name="map.xlsx")
    return f"{caught.value.as_problem()}"


def test_a_file_with_any_bytes_changed_is_read_or_refused_in_words(sound):
    chance = random.Random(4)
    plain = changed(sound, {}, packed=ZIP_STORED)
    outcomes = set()
    for _ in range(50):
        for whole in (sound, plain):
            raw = bytearray(whole)
            for _ in range(chance.choice((1, 3, 30))):
                raw[chance.randrange(len(raw))] = chance.randrange(256)
            outcomes.add(read_or_refused(bytes(raw)))
    assert "refused" in outcomes


def test_parts_with_any_bytes_changed_are_read_or_refused_in_words(sound):
    chance = random.Random(5)
    parts = zipfile.ZipFile(io.BytesIO(sound))
    outcomes = set()
    for _ in range(120):
        name = chance.choice(parts.namelist())
        text = bytearray(parts.read(name))
        for _ in range(chance.choice((1, 2, 5))):
            text[chance.randrange(len(text))] = chance.choice(b"<>\"'/ a0=-9;&")
        outcomes.add(read_or_refused(changed(sound, {name: bytes(text)})))
    assert outcomes == {"read", "refused"}


def read_or_refused(raw):
    try:
        open_workbook(raw, name="map.xlsx")
    except Fault as fault:
        assert fault.problem
        return "refused"
    return "read"


@pytest.mark.parametrize("length", [0, 1, 30, 500, 4000])
def test_a_file_that_was_cut_off_is_refused(sound, length):
    assert "map.xlsx: " in refusal(sound[:length])


@pytest.mark.parametrize(
    ("part", "says"),
    [
        ("xl/workbook.xml", "its part xl/workbook.xml is missing"),
        ("xl/sharedStrings.xml", "its part xl/sharedStrings.xml is missing"),
        (SHEET, "the sheet “Map” is listed, and is not in the file"),
        ("[Content_Types].xml", "this is no Excel workbook"),
        ("xl/styles.xml", "map.xlsx, Map!A1: the format of this cell is not among those"),
    ],
)
def test_a_workbook_without_one_of_its_parts_is_refused_by_its_name(sound, part, says):
    assert says in refusal(changed(sound, {}, without=(part,)))


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (b"<v>0</v>", b"<v>999</v>", "map.xlsx, Map!A1: the text of this cell is not among"),
        (b"<v>2</v></c><c", b"<v>2x</v></c><c", "this cell holds “2x” where a spreadsheet keeps"),
        (b'r="B3"', b'r="B0"', "map.xlsx, Map: a cell is called “B0”, and there is none"),
        (b'ref="A1:D1"/>', b'ref="here"/>', "cells are merged in “here”, which is no area"),
        (b"</row></sheetData>", b"<", "map.xlsx, Map: the sheet breaks off or is broken in line 2"),
    ],
)
def test_what_no_office_program_writes_is_named_with_its_place(sound, old, new, says):
    text = zipfile.ZipFile(io.BytesIO(sound)).read(SHEET)
    assert old in text
    assert says in refusal(changed(sound, {SHEET: text.replace(old, new)}))


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE a [<!ENTITY b "c">]>',
        '<!DOCTYPE a SYSTEM "file:///etc/passwd">',
        '<?xml version="1.0"?><!-- {} --><!DOCTYPE a []>'.format("x" * 5000),
    ],
)
def test_entities_and_document_types_are_refused(sound, head):
    assert "declares a document type" in refusal(changed(sound, {SHEET: head + sheet_of("")}))


def test_another_encoding_cannot_hide_an_entity(sound):
    hidden = '<!DOCTYPE a [<!ENTITY b "c">]>' + sheet_of("")
    assert "not written in UTF-8" in refusal(changed(sound, {SHEET: hidden.encode("utf-16")}))
    declared = '<?xml version="1.0" encoding="UTF-7"?>' + sheet_of("")
    assert "not written in UTF-8" in refusal(changed(sound, {SHEET: declared}))


def test_a_bomb_is_refused_by_its_ratio(sound):
    raw = changed(sound, {SHEET: b" " * 20_000_000})
    assert "times its size" in refusal(raw)


def test_a_bomb_is_refused_by_its_size(sound, monkeypatch):
    monkeypatch.setattr(archive, "MAX_UNPACKED", 10_000)
    assert "unpacked, the file would come to" in refusal(sound)


def test_too_many_parts_are_refused(sound, monkeypatch):
    monkeypatch.setattr(archive, "MAX_MEMBERS", 5)
    assert "5 are read at most" in refusal(sound)


def test_a_million_formatted_empty_rows_are_passed_over(sound):
    rows = "".join(f'<row r="{n}" s="1" customFormat="1"/>' for n in range(2, 1_048_577))
    raw = changed(sound, {SHEET: sheet_of('<row r="1"><c r="A1"><v>7</v></c></row>' + rows)})
    assert set(open_workbook(raw, name="map.xlsx").sheets[0].cells) == {(1, 1)}


def test_all_columns_formatted_are_passed_over(sound):
    from auditor.load.sheets import column_letters

    row = "".join(f'<c r="{column_letters(n)}1" s="1"/>' for n in range(1, 16_385))
    raw = changed(sound, {SHEET: sheet_of(f'<row r="1">{row}</row><row><c><v>1</v></c></row>')})
    assert set(open_workbook(raw, name="map.xlsx").sheets[0].cells) == {(2, 1)}


def test_more_filled_cells_than_are_read_are_refused_with_the_place(sound, monkeypatch):
    monkeypatch.setattr(sheet_cells, "MAX_CELLS", 10)
    assert "map.xlsx, Map!" in refusal(sound)


def test_a_shared_formula_cannot_grow_without_bound(sound, monkeypatch):
    monkeypatch.setattr(sheet_cells, "MAX_FORMULA_CHARACTERS", 30)
    rows = '<row r="1"><c r="A1"><f t="shared" ref="A1:A9" si="0">B1+C1+D1</f><v>1</v></c></row>'
    rows += "".join(f'<row><c r="A{n}"><f t="shared" si="0"/></c></row>' for n in range(2, 9))
    assert "more filled cells or formulas" in refusal(changed(sound, {SHEET: sheet_of(rows)}))


def test_shared_formulas_are_written_out_for_each_cell(sound):
    rows = '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1*$C$1</f><v>1</v></c></row>'
    rows += '<row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c></row>'
    cells = open_workbook(changed(sound, {SHEET: sheet_of(rows)}), name="m.xlsx").sheets[0].cells
    assert [cell.formula for cell in cells.values()] == ["=B1*$C$1", "=B2*$C$1"]


def test_deeply_nested_elements_do_no_harm(sound):
    deep = "<a>" * 30_000 + "</a>" * 30_000
    assert read_or_refused(changed(sound, {SHEET: sheet_of(deep)})) == "read"
    assert read_or_refused(changed(sound, {"xl/workbook.xml": deep})) == "refused"


def test_what_is_closed_stays_closed_and_is_told(sound):
    link = f'<externalLink xmlns="{MAIN}"><externalBook/></externalLink>'
    parts = {"xl/vbaProject.bin": b"\0", "xl/externalLinks/externalLink1.xml": link}
    said = [remark.text for remark in open_workbook(changed(sound, parts), name="m.xlsx").remarks]
    assert [text.split(".")[0] for text in said] == [
        "The workbook holds macros",
        "The workbook refers to other workbooks",
    ]


@pytest.mark.parametrize(
    ("stream", "says"),
    [("EncryptedPackage", "password"), ("Workbook", "old format (.xls)"), ("Other", "old Office")],
)
def test_old_containers_are_told_apart(stream, says):
    raw = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + stream.encode("utf-16-le")
    assert says in refusal(raw)


@pytest.mark.parametrize(
    ("parts", "says"),
    [
        ({"content.xml": "<a/>", "mimetype": "x"}, "an OpenDocument file"),
        ({"xl/workbook.bin": "x", "[Content_Types].xml": "<a/>"}, "binary Excel workbook"),
        ({"a.txt": "x"}, "no Excel workbook"),
    ],
)
def test_other_kinds_of_archive_are_named(parts, says):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for name, text in parts.items():
            made.writestr(name, text)
    assert says in refusal(file.getvalue())


def test_a_text_is_no_workbook():
    assert "no ZIP archive" in refusal(b"title: Not a workbook")
