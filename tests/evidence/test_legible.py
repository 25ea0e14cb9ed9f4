"""What a document shows and is no text keeps anyone from saying that something is missing."""

import io
import zipfile

import docx
import openpyxl
import pypdf
import pytest
from docx.shared import Cm
from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image as Shown
from PIL import Image

from auditor.evidence.kinds import read_as
from auditor.evidence.text import Unreadable
from auditor.output.pdf import FONTS
from tests.evidence import made

TEXT = "<p>The efficient office of institutionalised transportation is a nuisance to all.</p>" * 5


def read(ending, raw):
    return read_as(ending, raw, ())


def without_letters(raw):
    """Return a PDF whose fonts do not say which letters their shapes are."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(raw))
    for number in range(1, len(writer._objects) + 1):
        each = writer.get_object(number)
        if isinstance(each, dict):
            each.pop("/ToUnicode", None)
    output = io.BytesIO()
    writer.write(output)
    return output.getvalue()


def picture():
    output = io.BytesIO()
    Image.new("L", (300, 200), 200).save(output, "PNG")
    return output


def with_picture(size, *, words=""):
    dots = made.stream(b"\x80" * 100, b"/Type /XObject /Subtype /Image /Width 10 /Height 10 "
                       b"/ColorSpace /DeviceGray /BitsPerComponent 8")  # fmt: skip
    lines = b" T* ".join([b"(A line of words that stands on this page) Tj"] * 8)
    show = (
        f"q {size} 0 0 {size} 100 100 cm /X Do Q BT /F1 12 Tf 110 200 Td ({words}) Tj ET ".encode()
    )
    contents = made.stream(show + b"BT /F1 12 Tf 12 TL 72 800 Td %b ET" % lines)
    page = made.page(5, holds=b"/XObject << /X 6 0 R >>")
    return made.raw_pdf(made.CATALOGUE, made.ONE_PAGE, made.FONT, page, contents, dots)


def test_a_pdf_whose_shapes_stand_for_no_letters_has_no_text():
    with pytest.raises(Unreadable) as unreadable:
        read(".pdf", without_letters(made.pdf(TEXT)))
    assert unreadable.value.state == "no_text"
    assert "do not say which letters" in unreadable.value.why


def test_a_font_without_letters_on_one_page_leaves_that_page_unread():
    whole, without = (made.pdf(TEXT), without_letters(made.pdf(TEXT)))
    writer = pypdf.PdfWriter()
    writer.append(io.BytesIO(whole))
    writer.append(io.BytesIO(without))
    output = io.BytesIO()
    writer.write(output)
    assert [(p.unread, bool(p.text)) for p in read(".pdf", output.getvalue()).pieces] == [
        (False, True), (True, False),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("size", "words", "unread"),
    [
        (300, "", True),
        (60, "", False),
        (300, "This picture is the ground on which the words of the page stand", False),
    ],
)
def test_a_large_picture_without_words_on_it_leaves_its_page_unread(size, words, unread):
    [piece] = read(".pdf", with_picture(size, words=words)).pieces
    assert "A line of words" in piece.text
    assert piece.unread is unread


@pytest.mark.parametrize(("width", "partly"), [(Cm(15), True), (Cm(2), False)])
def test_a_large_picture_in_a_word_document_is_said_not_to_be_read(width, partly):
    document = docx.Document()
    document.add_paragraph("Words beside a picture")
    document.add_picture(picture(), width=width)
    output = io.BytesIO()
    document.save(output)
    assert bool(read(".docx", output.getvalue()).partly) is partly


def test_the_numbers_of_a_chart_in_a_word_document_are_read():
    chart = (
        b'<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a='
        b'"http://schemas.openxmlformats.org/drawingml/2006/main"><a:t>Visits</a:t><c:v>4321</c:v>'
        b"</c:chartSpace>"
    )
    raw = made.word("Words")
    archive = zipfile.ZipFile(io.BytesIO(raw))
    links, types = "word/_rels/document.xml.rels", "[Content_Types].xml"
    relation = (
        b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships/chart" Target="charts/chart1.xml"/></Relationships>'
    )
    kind = (
        b'<Override PartName="/word/charts/chart1.xml" ContentType="application/vnd.openxmlformats-'
        b'officedocument.drawingml.chart+xml"/></Types>'
    )
    parts = {
        links: archive.read(links).replace(b"</Relationships>", relation),
        types: archive.read(types).replace(b"</Types>", kind),
        "word/charts/chart1.xml": chart,
    }
    texts = [piece.text for piece in read(".docx", made.with_parts(raw, parts)).pieces]
    assert texts == ["Words", "Visits", "4321"]


def test_a_workbook_with_a_picture_or_a_comment_is_said_to_be_read_in_part():
    book = openpyxl.Workbook()
    book.active["A1"] = "Words"
    assert not read(".xlsx", saved(book)).partly
    book.active["A1"].comment = Comment("it was 4,321", "A")
    assert read(".xlsx", saved(book)).partly == "it holds comments, and only its cells are read"
    book.active["A1"].comment = None
    book.active.add_image(Shown(picture()), "B2")
    assert read(".xlsx", saved(book)).partly == "it holds pictures, and only its cells are read"


def saved(book):
    output = io.BytesIO()
    book.save(output)
    return output.getvalue()


def test_one_broken_letter_does_not_make_a_text_another_encoding():
    found = read(".txt", "“Café” costs £4\nand £5 \u2013 more".encode() + b"\xff")
    assert [(piece.text, piece.unread) for piece in found.pieces] == [
        ("“Café” costs £4", False), ("and £5 \u2013 more\ufffd", True),
    ]  # fmt: skip
    assert found.remarks == ("1 character of it cannot be read as UTF-8",)


def test_text_in_a_writing_of_another_system_is_not_said_to_be_all_text():
    [piece] = read(".txt", "費用は四千円です".encode("shift-jis")).pieces
    assert piece.unread


class Outline(BasePen):
    """Write the outline of a letter as a page of a PDF draws it."""

    def __init__(self, glyphs):
        super().__init__(glyphs)
        self.drawn = []

    def _add(self, operator, *points):
        self.drawn.append(" ".join(f"{x:.2f} {y:.2f}" for x, y in points) + f" {operator}")

    def _moveTo(self, point):
        self._add("m", point)

    def _lineTo(self, point):
        self._add("l", point)

    def _curveToOne(self, first, second, point):
        self._add("c", first, second, point)

    def _closePath(self):
        self._add("h")


def outlines(words, *, size=12):
    """Return what draws words as filled shapes, as programs do that outline text."""
    font = TTFont(FONTS / "SourceSans3-Regular.ttf")
    glyphs, names = font.getGlyphSet(), font.getBestCmap()
    scale, left, drawn = size / font["head"].unitsPerEm, 72.0, []
    for letter in words:
        pen = Outline(glyphs)
        glyphs[names[ord(letter)]].draw(pen)
        drawn += [f"q {scale} 0 0 {scale} {left:.2f} 400 cm", *pen.drawn, "f Q"]
        left += glyphs[names[ord(letter)]].width * scale
    return "\n".join(drawn).encode()


def drawn_upon(marks):
    lines = b" T* ".join([b"(A line of words that stands on this page) Tj"] * 8)
    contents = made.stream(marks + b" BT /F1 12 Tf 12 TL 72 800 Td %b ET" % lines)
    return made.raw_pdf(made.CATALOGUE, made.ONE_PAGE, made.FONT, made.page(5), contents)


def test_text_drawn_as_outlines_keeps_anyone_from_saying_that_something_is_missing():
    page = read(".pdf", drawn_upon(outlines("Savings of 2,386,409"))).pieces[0]
    assert "line of words" in page.text
    assert page.unread


def test_rules_boxes_and_the_dots_of_a_chart_are_no_letters():
    dot = b"%d 300 m %d 303 %d 306 %d 306 c %d 306 %d 300 %d 300 c %d 297 %d 294 %d 294 c f"
    dots = b" ".join(dot % ((x,) * 10) for x in range(80, 480, 5))
    boxes = b" ".join(b"72 %d 400 1 re f" % y for y in range(100, 300, 4))
    assert not read(".pdf", drawn_upon(dots + b" " + boxes)).pieces[0].unread
