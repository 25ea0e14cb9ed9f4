"""Make small documents as people have them, and broken ones as nobody should."""

import io
import zipfile
from collections.abc import Iterable, Mapping
from functools import cache

import docx
import openpyxl
import pypdf
import weasyprint

STYLE = """<style>@page { size: A5 } p { font: 12pt serif; hyphens: auto; text-align: justify;
width: 6cm } .page { break-before: page }</style>"""


@cache
def pdf(*pages: str) -> bytes:
    """Return a PDF of some pages in HTML, set narrow so that words are divided."""
    body = "".join(f'<div class="page">{page}</div>' for page in pages)
    made = weasyprint.HTML(string=f'<html lang="en">{STYLE}<body>{body}').write_pdf()
    return bytes(made)


def dated(raw: bytes, created: str, *, password: str = "", labels: bool = False) -> bytes:
    """Return a PDF with a date of its making, a password, or pages numbered from i."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(raw))
    writer.add_metadata({"/CreationDate": f"D:{created}120000Z"})
    if labels:
        writer.set_page_label(0, 0, style="/r")
        writer.set_page_label(1, len(writer.pages) - 1, style="/D", start=1)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    output = io.BytesIO()
    writer.write(output)
    return output.getvalue()


def word(*paragraphs: str, table: Iterable[str] = ()) -> bytes:
    """Return a Word document of some paragraphs and a table of one row."""
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    cells = list(table)
    if cells:
        row = document.add_table(1, len(cells)).rows[0]
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    output = io.BytesIO()
    document.save(output)
    return output.getvalue()


def workbook(sheet: str, cells: Mapping[str, object]) -> bytes:
    """Return a workbook of one sheet."""
    book = openpyxl.Workbook()
    book.active.title = sheet
    for name, value in cells.items():
        book.active[name] = value
    output = io.BytesIO()
    book.save(output)
    return output.getvalue()


def with_parts(raw: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Return an archive with some of its parts replaced or added."""
    source = zipfile.ZipFile(io.BytesIO(raw))
    every = {name: source.read(name) for name in source.namelist()} | dict(parts)
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in every.items():
            archive.writestr(name, data)
    return output.getvalue()


def raw_pdf(*objects: bytes, start: int | None = None) -> bytes:
    """Return a PDF written object by object, the first being its catalogue."""
    output, offsets = io.BytesIO(), []
    output.write(b"%PDF-1.7\n")
    for number, each in enumerate(objects, 1):
        offsets.append(output.tell())
        output.write(b"%d 0 obj\n%b\nendobj\n" % (number, each))
    table = output.tell() if start is None else start
    output.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    output.write(b"".join(b"%010d 00000 n \n" % offset for offset in offsets))
    output.write(b"trailer\n<< /Size %d /Root 1 0 R >>\n" % (len(objects) + 1))
    output.write(b"startxref\n%d\n%%%%EOF" % table)
    return output.getvalue()


FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"
ONE_PAGE = b"<< /Type /Pages /Count 1 /Kids [4 0 R] >>"


def stream(data: bytes, keys: bytes = b"") -> bytes:
    """Return a stream object."""
    return b"<< %b /Length %d >>\nstream\n%b\nendstream" % (keys, len(data), data)


def page(contents: int, *, holds: bytes = b"") -> bytes:
    """Return a page object whose contents are another object."""
    return (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
        b"/Resources << /Font << /F1 3 0 R >> %b >> >>" % (contents, holds)
    )


def shown(text: bytes) -> bytes:
    """Return the contents of a page that shows one line."""
    return stream(b"BT /F1 12 Tf 72 700 Td (%b) Tj ET" % text)
