"""Read the text of a Word document; nothing that it links to is fetched, and no macro runs."""

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from auditor.evidence.text import MAX_CHARACTERS, MAX_PIECES, Piece, Read, Unreadable
from auditor.load.archive import BROKEN_ARCHIVE, open_archive
from auditor.load.fault import Fault
from auditor.load.strict import in_usual_form

_BROKEN = (*BROKEN_ARCHIVE, SyntaxError, TypeError, AttributeError, IndexError)
_BREAKS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-",
           qn("w:softHyphen"): "\u00ad"}  # fmt: skip
_NOT_SEEN = (qn("w:txbxContent"), qn("w:moveFrom"))
"""What stands inside a paragraph and is none of its text: a box, and what was moved away."""
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
_LARGE = 10**13
"""How large a picture is that may show a table: an eighth of a page, in square units of Word."""
_BESIDE = ("footnotes", "endnotes", "header", "footer", "comments")


_PICTURED = "it holds a large picture, and what a picture shows is not read"


def read_word(raw: bytes) -> Read:
    """Return the paragraphs of a document, those of tables and boxes too; raises Unreadable."""
    try:
        archive = open_archive(raw, name="the document")
        archive, raw = in_usual_form(archive, raw)
        document = docx.Document(BytesIO(raw))
        listed = list(_paragraphs(document.element.body))
        for part in _beside(document):
            listed += _paragraphs(part)
        listed += _drawn(document)
        pictured = _has_picture(document.element.body)
        properties = document.core_properties
        created, modified = _day(properties.created), _day(properties.modified)
    except Fault as fault:
        state = "encrypted" if "password" in fault.problem else "broken"
        raise Unreadable(state, fault.problem) from None
    except _BROKEN:
        why = "it cannot be opened as a Word document: it is damaged or of a form that is not read"
        raise Unreadable("broken", why) from None
    names = archive.namelist()
    pieces, partly = _pieces(listed)
    pictures = any(name.startswith("word/media/") for name in names)
    if not pieces and pictures:
        raise Unreadable("no_text", "it holds pictures and no text")
    partly = partly or (_PICTURED if pictured else "")
    remarks = tuple(_remarks(document, names))
    return Read("a Word document", pieces, "", 0, created, modified, partly, remarks)


def _paragraphs(within: Any) -> Iterator[str]:
    """Yield the text of each paragraph as it is seen; that of a box is a paragraph of its own."""
    for paragraph in within.iter(qn("w:p")):
        text = "".join(_BREAKS.get(each.tag, each.text or "") for each in _letters(paragraph))
        if text.strip():
            yield text


def _letters(element: Any) -> Iterator[Any]:
    """Yield what holds letters in a paragraph, in order, as far as it is seen there."""
    for child in element:
        if child.tag in (qn("w:t"), _MATHS, *_BREAKS):
            yield child
        elif child.tag not in _NOT_SEEN and not _is_hidden(child):
            yield from _letters(child)


def _is_hidden(run: Any) -> bool:
    """Say whether a run is set not to be shown."""
    hidden = run.find(f"{qn('w:rPr')}/{qn('w:vanish')}") if run.tag == qn("w:r") else None
    return hidden is not None and hidden.get(qn("w:val")) not in ("0", "false", "off")


def _beside(document: Any) -> Iterator[Any]:
    """Yield the parts beside the body: notes, headings of pages and comments."""
    for part in document.part.package.iter_parts():
        name = str(part.partname).rpartition("/")[2]
        if name.startswith(_BESIDE) and name.endswith(".xml"):
            yield parse_xml(part.blob)


def _drawn(document: Any) -> Iterator[str]:
    """Yield the words and numbers of charts and diagrams."""
    for part in document.part.package.iter_parts():
        if str(part.partname).startswith(("/word/charts/chart", "/word/diagrams/data")):
            for each in parse_xml(part.blob).iter(f"{_DRAWN}t", f"{_CHART}v"):
                if each.text:
                    yield each.text


def _has_picture(body: Any) -> bool:
    """Say whether a large picture stands in the text; one at the head of pages is a sign."""
    for extent in body.iter(_EXTENT):
        sides = [extent.get(side, "") for side in ("cx", "cy")]
        area = int(sides[0]) * int(sides[1]) if all(map(str.isdecimal, sides)) else 0
        if area > _LARGE and next(extent.getparent().iter(f"{_DRAWN}blip"), None) is not None:
            return True
    return False


def _pieces(listed: Iterable[str]) -> tuple[tuple[Piece, ...], str]:
    pieces: list[Piece] = []
    length = 0
    for number, text in enumerate(listed, 1):
        length += len(text)
        if length > MAX_CHARACTERS or number > MAX_PIECES:
            return tuple(pieces), "it is so long that it was searched only in part"
        pieces.append(Piece(text, (f"paragraph {number}",)))
    return tuple(pieces), ""


def _remarks(document: Any, names: list[str]) -> Iterator[str]:
    parts = [document.part, *document.part.package.iter_parts()]
    links = sum(rel.is_external for part in parts for rel in part.rels.values())
    if links:
        yield "it links to other places, and nothing was fetched from there"
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        yield "it holds macros, and none was run"
    if any("/embeddings/" in name for name in names):
        yield "it holds other files, which were not opened"


def _day(moment: Any) -> str:
    return moment.date().isoformat() if moment else ""
