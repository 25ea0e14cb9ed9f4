"""Read the text of a PDF page by page, and draw small parts of its pages."""

import re
from collections.abc import Collection, Iterator
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from auditor.evidence.pdf_shown import nameless_letters, shows_more
from auditor.evidence.text import MAX_CHARACTERS, Piece, Read, Unreadable

MAX_PAGES = 5_000
"""How many pages are searched; a page that is named is read wherever it stands."""
_DATE = re.compile(r"D:(\d{4})(\d{2})?(\d{2})?")
_ASIDE, _MARGIN = 90.0, 16.0  # points around a passage that its picture shows
_LARGEST_SCALE = 2.0


def texts_of_pages(raw: bytes) -> tuple[str, ...]:
    """Return the text of every page of a PDF, up to `MAX_PAGES`; raises PdfiumError."""
    document = pypdfium2.PdfDocument(raw)
    numbers = range(min(len(document), MAX_PAGES))
    return tuple(document.get_page(number).get_textpage().get_text_range() for number in numbers)


class Pdf:
    """An open PDF."""

    def __init__(self, raw: bytes) -> None:
        self._lost: set[int] = set()
        self._garbled: set[int] = set()
        self._scripted = b"/JavaScript" in raw or b"/Launch" in raw
        try:
            self._document = pypdfium2.PdfDocument(raw)
        except pypdfium2.PdfiumError as error:
            if "assword" in str(error) or "ecurity" in str(error):
                why = "it is protected by a password, so nothing in it can be read"
                raise Unreadable("encrypted", why) from None
            raise Unreadable(
                "broken", "it cannot be opened as a PDF: it is damaged or none"
            ) from None

    def read(self, named: frozenset[int]) -> Read:
        """Return the text of the pages, of those that are named in any case; raises Unreadable."""
        pages = len(self._document)
        first = sorted(number - 1 for number in named if number <= pages)
        pieces: dict[int, Piece] = {}
        length = 0
        for number in dict.fromkeys((*first, *range(min(pages, MAX_PAGES)))):
            pieces[number] = piece = self._piece(number)
            length += len(piece.text)
            if length > MAX_CHARACTERS:
                break
        self._refuse_empty(pieces.values())
        listed = tuple(pieces[number] for number in sorted(pieces))
        whole = len(pieces) == pages
        partly = "" if whole else f"only {len(pieces):,} of {pages:,} pages were searched"
        return Read("a PDF", listed, "page", pages, self._date("CreationDate"),
                    self._date("ModDate"), partly, tuple(self._remarks()))  # fmt: skip

    def _refuse_empty(self, pieces: Collection[Piece]) -> None:
        if len(self._lost) == len(pieces):
            raise Unreadable("broken", "none of its pages can be read")
        if not any(piece.text.strip() for piece in pieces):
            scans = any(piece.unread for piece in pieces)
            why = "hold pictures and no text, as scans do" if scans else "hold no text"
            if self._garbled:
                why = "hold shapes of letters and do not say which letters they are"
            raise Unreadable("no_text", f"its pages {why}")

    def _piece(self, number: int) -> Piece:
        names = [f"page {number + 1}"]
        try:
            page = self._document.get_page(number)
            textpage = page.get_textpage()
            text = textpage.get_text_range()
        except pypdfium2.PdfiumError:
            self._lost.add(number)
            return Piece("", tuple(names), unread=True)
        label = self._document.get_page_label(number)
        if label and label != str(number + 1):
            names.append(f"page {label}")
        nameless, some = nameless_letters(textpage)
        if nameless:
            self._garbled.add(number)
            text = ""
        unread = some or shows_more(page, textpage, text)
        page.close()
        return Piece(text, tuple(names), unread)

    def _date(self, key: str) -> str:
        found = _DATE.match(self._document.get_metadata_value(key))
        return f"{found[1]}-{found[2] or '01'}-{found[3] or '01'}" if found else ""

    def _remarks(self) -> Iterator[str]:
        if self._document.count_attachments() > 0:
            yield "it holds other files, which were not opened"
        if self._scripted or pdfium.FPDFDoc_GetJavaScriptActionCount(self._document) > 0:
            yield "it holds scripts, and none was run"

    def drawn(self, number: int, start: int, end: int, *, width: int, height: int) -> Any:
        """Return a picture, in shades of grey, of where characters of a page stand; None if empty.

        It is at most so many dots wide and high.
        """
        page = self._document.get_page(number)
        textpage = page.get_textpage()
        box = _box(textpage, start, end)
        left, bottom, right, top = page.get_bbox()
        if box is None:
            return None
        crop = (
            max(0.0, box[0] - _ASIDE - left),
            max(0.0, box[1] - _MARGIN - bottom),
            max(0.0, right - box[2] - _ASIDE),
            max(0.0, top - box[3] - _MARGIN),
        )
        wide, high = right - left - crop[0] - crop[2], top - bottom - crop[1] - crop[3]
        if wide < 1 or high < 1:
            return None
        turns = page.get_rotation() // 90  # the edges of the page as shown begin so much later
        crop = (*crop[turns:], *crop[:turns])
        wide, high = (high, wide) if turns % 2 else (wide, high)
        scale = min(_LARGEST_SCALE, width / (wide + 2), height / (high + 2))
        return page.render(scale=scale, crop=crop, grayscale=True, may_draw_forms=False)


def _box(textpage: Any, start: int, end: int) -> tuple[float, float, float, float] | None:
    """Return the rectangle around some characters, counted as in the text of the page."""
    first = pdfium.FPDFText_GetCharIndexFromTextIndex(textpage, start)
    last = pdfium.FPDFText_GetCharIndexFromTextIndex(textpage, max(start, end - 1))
    if first < 0 or last < first:
        return None
    textpage.count_rects()
    boxes = [textpage.get_rect(n) for n in range(textpage.count_rects(first, last - first + 1))]
    if not boxes:
        return None
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)
