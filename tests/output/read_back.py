"""Read what was rendered with readers of other people, as whoever gets a file does."""

import csv
import io
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import openpyxl
import tinyhtml5
from markdown_it import MarkdownIt
from markdown_it.token import Token
from openpyxl.worksheet.worksheet import Worksheet

from auditor.output.printable import printable

XHTML = "{http://www.w3.org/1999/xhtml}"


def seen(text: str) -> str:
    """Return text as every format shows it: what nobody would see as its number."""
    return printable(text)


def spaced(text: str) -> str:
    """Return text as a page shows it, with several spaces as one."""
    return " ".join(seen(text).split())


def html(data: bytes) -> Element:
    """Return the tree that a browser makes of a page."""
    return tinyhtml5.parse(data, transport_encoding="utf-8")


def elements(tree: Element, name: str) -> list[Element]:
    return list(tree.iter(f"{XHTML}{name}"))


def words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def workbook(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def sheet_rows(sheet: Worksheet) -> list[dict[str, object]]:
    """Return the rows of a sheet by their headings."""
    rows = sheet.iter_rows(values_only=True)
    heads = [str(head) for head in next(rows)]
    return [dict(zip(heads, row, strict=True)) for row in rows]


def csv_rows(data: bytes) -> list[dict[str, str]]:
    """Return the rows of a CSV file by their headings, without the guard of fields."""
    text = io.StringIO(data.decode("utf-8-sig"), newline="")
    return [
        {head: field.removeprefix("'") for head, field in row.items()}
        for row in csv.DictReader(text, strict=True)
    ]


def markdown(text: str) -> list[Token]:
    """Return what a reader of GFM makes of Markdown, HTML and bare addresses included."""
    reader = MarkdownIt("gfm-like", {"html": True})
    reader.linkify.set({"fuzzy_link": False})  # GFM knows those with www. and a scheme alone
    return reader.parse(text)


def inline(tokens: list[Token]) -> Iterator[Token]:
    """Yield every piece of text and markup inside paragraphs, headings and cells."""
    for token in tokens:
        yield from token.children or ()


def blocks(tokens: list[Token]) -> list[str]:
    """Return the text of every paragraph, heading, entry and cell."""
    return ["".join(t.content for t in token.children) for token in tokens if token.children]
