"""Each kind of document is read as it is, and what is not text is said to be none."""

import io
import struct
import zipfile
import zlib

import pytest
import weasyprint

from auditor.evidence.kinds import read_as
from auditor.evidence.result import Sought
from auditor.evidence.text import Unreadable
from auditor.evidence.wanted import Wanted
from tests.evidence import made

TEXT = (
    "<p>The efficient office of institutionalised transportation is an unaffordable nuisance.</p>"
)


def read(ending, raw, *wanted):
    return read_as(ending, raw, wanted)


def refused(ending, raw):
    with pytest.raises(Unreadable) as unreadable:
        read(ending, raw)
    return unreadable.value


def names(found):
    return [piece.names for piece in found.pieces]


def test_a_pdf_is_read_page_by_page():
    found = read(".pdf", made.pdf(TEXT, "<p>Second</p>"))
    assert names(found) == [("page 1",), ("page 2",)]
    assert "Second" in found.pieces[1].text


def test_a_printed_page_number_is_another_name_of_its_page():
    raw = made.dated(made.pdf("<p>Contents</p>", TEXT), "20250304", labels=True)
    assert names(read(".pdf", raw)) == [("page 1", "page i"), ("page 2", "page 1")]


def test_a_pdf_says_when_it_was_made():
    assert read(".pdf", made.dated(made.pdf(TEXT), "20250304")).created == "2025-03-04"


def test_a_workbook_says_when_it_was_made():
    core = b"""<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
    <dcterms:created xsi:type="dcterms:W3CDTF">2025-03-04T10:00:00Z</dcterms:created>
    </cp:coreProperties>"""
    raw = made.with_parts(made.workbook("A", {"A1": "x"}), {"docProps/core.xml": core})
    assert (read(".xlsx", raw).created, read(".xlsx", raw).modified) == ("2025-03-04", "")


def test_a_pdf_with_a_password_is_encrypted():
    assert (
        refused(".pdf", made.dated(made.pdf(TEXT), "20250304", password="x")).state == "encrypted"
    )


def test_a_page_that_is_a_picture_has_no_text():
    dots = made.stream(zlib.compress(b"\x00" * 100), b"/Type /XObject /Subtype /Image /Width 10 "
                       b"/Height 10 /ColorSpace /DeviceGray /BitsPerComponent 8 "
                       b"/Filter /FlateDecode")  # fmt: skip
    show = made.stream(b"q 595 0 0 842 0 0 cm /X Do Q")
    page = made.page(5, holds=b"/XObject << /X 6 0 R >>")
    raw = made.raw_pdf(made.CATALOGUE, made.ONE_PAGE, made.FONT, page, show, dots)
    assert refused(".pdf", raw).state == "no_text"


def test_a_scan_with_a_stamp_on_it_is_not_read():
    dots = made.stream(zlib.compress(b"\x00" * 100), b"/Type /XObject /Subtype /Image /Width 10 "
                       b"/Height 10 /ColorSpace /DeviceGray /BitsPerComponent 8 "
                       b"/Filter /FlateDecode")  # fmt: skip
    show = made.stream(
        b"q 595 0 0 842 0 0 cm /X Do Q BT /F1 12 Tf 72 700 Td (Received 4 March) Tj ET"
    )
    page = made.page(5, holds=b"/XObject << /X 6 0 R >>")
    raw = made.raw_pdf(made.CATALOGUE, made.ONE_PAGE, made.FONT, page, show, dots)
    assert [piece.unread for piece in read(".pdf", raw).pieces] == [True]


def test_an_empty_page_is_no_scan():
    assert [piece.unread for piece in read(".pdf", made.pdf("", TEXT)).pieces] == [False, False]


def test_a_page_that_is_named_is_read_however_far_down_it_stands(monkeypatch):
    from auditor.evidence import pdf

    monkeypatch.setattr(pdf, "MAX_PAGES", 1)
    found = read(".pdf", made.pdf(TEXT, TEXT, TEXT), Wanted(Sought.PLACE, "page 3", page=3))
    assert names(found) == [("page 1",), ("page 3",)]
    assert found.partly == "only 2 of 3 pages were searched"


def test_scripts_and_files_inside_a_pdf_are_remarked_upon():
    catalogue = (
        b"<< /Type /Catalog /Pages 2 0 R /Names << /JavaScript << /Names [(a) << /S /JavaScript "
        b"/JS (app.alert\\(1\\)) >>] >> /EmbeddedFiles << /Names [(x) << /Type /Filespec /F (x) "
        b"/EF << /F 6 0 R >> >>] >> >> >>"
    )
    inside = made.stream(b"MZ", b"/Type /EmbeddedFile")
    raw = made.raw_pdf(
        catalogue, made.ONE_PAGE, made.FONT, made.page(5), made.shown(b"Words"), inside
    )
    assert read(".pdf", raw).remarks == (
        "it holds other files, which were not opened",
        "it holds scripts, and none was run",
    )


def test_a_script_that_runs_when_a_pdf_is_opened_is_remarked_upon():
    catalogue = made.CATALOGUE.replace(b">>", b"/OpenAction << /S /JavaScript /JS (x) >> >>")
    raw = made.raw_pdf(catalogue, made.ONE_PAGE, made.FONT, made.page(5), made.shown(b"Words"))
    assert read(".pdf", raw).remarks == ("it holds scripts, and none was run",)


def test_a_word_document_is_read_paragraph_by_paragraph_with_its_tables():
    found = read(".docx", made.word("First", "", "Second", table=("Cost", "£76,500")))
    assert [piece.text for piece in found.pieces] == ["First", "Second", "Cost", "£76,500"]
    assert names(found)[1] == ("paragraph 2",)


def test_deleted_words_of_a_word_document_are_not_in_it():
    gone = b'<w:del w:id="1"><w:r><w:delText>Gone</w:delText></w:r></w:del>'
    body = b"<w:p><w:r><w:t>Kept</w:t></w:r>" + gone + b"</w:p>"
    name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    document = b'<w:document xmlns:w="%b"><w:body>%b</w:body></w:document>' % (name.encode(), body)
    raw = made.with_parts(made.word("x"), {"word/document.xml": document})
    assert [piece.text for piece in read(".docx", raw).pieces] == ["Kept"]


def test_a_link_of_a_word_document_is_remarked_upon_and_not_followed():
    rels = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships/image" Target="http://127.0.0.1:9/x.png" TargetMode="External"/>'
        b"</Relationships>"
    )
    raw = made.with_parts(made.word("Words"), {"word/_rels/document.xml.rels": rels})
    assert read(".docx", raw).remarks == (
        "it links to other places, and nothing was fetched from there",
    )


def test_a_workbook_is_read_cell_by_cell():
    found = read(".xlsx", made.workbook("Costs", {"C14": 345212, "A1": "Costs of 2026"}))
    assert [(piece.names[0], piece.text) for piece in found.pieces] == [
        ("Costs!A1", "Costs of 2026"), ("Costs!C14", "345212"),
    ]  # fmt: skip


def test_a_cell_that_was_never_calculated_cannot_be_read():
    found = read(".xlsx", made.workbook("Costs", {"A1": "=1+1"}))
    assert [piece.unread for piece in found.pieces] == [True]


def test_a_text_is_read_line_by_line():
    found = read(".txt", "one\n\ntwo £5".encode())
    assert [(piece.names[0], piece.text) for piece in found.pieces] == [
        ("line 1", "one"), ("line 3", "two £5"),
    ]  # fmt: skip


def test_a_text_in_another_encoding_is_read_and_said_to_be():
    found = read(".txt", "a;£5".encode("cp1252"))
    assert found.pieces[0].text == "a;£5"
    assert found.remarks == ("it is not UTF-8 and was read as Windows-1252",)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_text_with_a_byte_order_mark_is_read(encoding):
    assert read(".md", "one £5".encode(encoding)).pieces[0].text == "one £5"


def test_what_a_picture_shows_is_not_read():
    png = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13)
    assert refused(".png", png).state == "not_text"


def test_a_kind_that_nobody_reads_is_named_with_those_that_are():
    assert "Word (.docx)" in refused(".pages", b"x").why


@pytest.mark.parametrize(
    ("ending", "raw"),
    [
        (".pdf", made.word("x")), (".docx", made.pdf(TEXT)), (".xlsx", made.word("x")),
        (".txt", bytes(range(256))), (".png", made.pdf(TEXT)), (".pdf", b""), (".docx", b""),
        (".docx", made.workbook("a", {"A1": 1})), (".xlsx", b"PK\x03\x04"),
    ],
)  # fmt: skip
def test_a_name_that_promises_another_kind_is_broken(ending, raw):
    assert refused(ending, raw).state == "broken"


def paragraphs(*runs):
    """Return the texts of the paragraphs of a Word document whose first one holds some XML."""
    raw = made.word("the rest")
    text = zipfile.ZipFile(io.BytesIO(raw)).read("word/document.xml").decode()
    first = f"<w:body><w:p>{''.join(runs)}</w:p>"
    parts = {"word/document.xml": text.replace("<w:body>", first).encode()}
    return [piece.text for piece in read(".docx", made.with_parts(raw, parts)).pieces]


def run(text, look=""):
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_a_box_does_not_stand_in_the_middle_of_the_words_around_it():
    box = f"<w:r><w:pict><w:txbxContent><w:p>{run('a box')}</w:p></w:txbxContent></w:pict></w:r>"
    assert paragraphs(run("they are "), box, run("content")) == [
        "they are content", "a box", "the rest",
    ]  # fmt: skip


def test_what_was_moved_away_or_is_hidden_does_not_stand_there():
    moved = f'<w:moveFrom w:id="1">{run("moved away ")}</w:moveFrom>'
    hidden, seen = run("hidden ", "<w:vanish/>"), run("seen", '<w:vanish w:val="0"/>')
    assert paragraphs(moved, hidden, seen) == ["seen", "the rest"]


def test_a_formula_in_a_word_document_is_text():
    maths = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    formula = f'<m:oMath xmlns:m="{maths}"><m:r><m:t>4321</m:t></m:r></m:oMath>'
    assert paragraphs(run("it is "), formula) == ["it is 4321", "the rest"]


def test_a_document_of_another_kind_is_refused_in_the_same_words_each_time():
    why = {refused(".docx", made.workbook("A", {"A1": "x"})).why for _ in range(3)}
    assert why == {
        "it cannot be opened as a Word document: it is damaged or of a form that is not read"
    }


def test_a_page_with_a_form_field_is_not_all_text():
    html = "<input value='A grant of £7,777'><p>The name of the fund, in so many words</p>"
    raw = weasyprint.HTML(string=html).write_pdf(pdf_forms=True)
    assert read(".pdf", raw).pieces[0].unread


@pytest.mark.parametrize(
    ("raw", "texts"),
    [
        (b'Rent,"1,234"\nStaff,1,234\n', ["Rent", "1,234", "Staff", "1", "234"]),
        (b"Name;Total\nRent;1,5\n", ["Name", "Total", "Rent", "1,5"]),
        (b"Name\tTotal\nRent\t1,234\n", ["Name", "Total", "Rent", "1,234"]),
    ],
)
def test_what_divides_two_fields_joins_no_numbers(raw, texts):
    assert [piece.text for piece in read(".csv", raw).pieces] == texts


def test_a_field_over_two_lines_is_named_by_its_first():
    assert names(read(".csv", b'a,b\n"one\ntwo",c\nd')) == [
        ("line 1",), ("line 1",), ("line 2",), ("line 2",), ("line 4",),
    ]  # fmt: skip


def test_a_field_without_end_is_a_table_that_cannot_be_read():
    unreadable = refused(".csv", b'a,b\n"' + b"x" * 200_000)
    assert unreadable.why == "it cannot be read as a table of values from line 2 on"
