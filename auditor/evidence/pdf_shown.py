"""Say what a page of a PDF shows that is no text, so that nothing can be said to be missing."""

import re
from typing import Any

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

FEW_LETTERS = 200
"""A page with fewer, and a picture over half of it, is a scan with a stamp on it."""
_HALF = 0.5
_LARGE = 0.125  # of a page: a picture of that size may show a table or a passage
_FEW_ON_IT = 20  # letters: a picture with more of them on it is the ground of a page
_MOST_NOTES = 2_000
_SHOWS_TEXT = frozenset({pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT,
                         pdfium.FPDF_ANNOT_STAMP})  # fmt: skip
_MOST_OBJECTS = 200
_MOST_SHAPES = 5_000
_TALLEST_LINE = 40.0  # points: what is higher is a drawing, unless it has as many curves as text
_POINTS = 3  # of a curve, each counted as a segment
_ROUND = 4  # curves of a circle or of a rounded corner on each side, as charts are full of them
_CURVES_OF_A_FIGURE, _CURVES_OF_A_PARAGRAPH = 40, 400
_GARBLED = 0.1
_NO_LETTERS = re.compile("[\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff\x00\x01\x03-\x08\x0e-\x1f]{2}")
_DEPTH = 3


def shows_more(page: Any, textpage: Any, text: str) -> bool:
    """Say whether a page shows something to read beside its text: nothing is missing from it."""
    return (
        _garbled(text)
        or _has_picture(page, textpage, text)
        or _has_fields(page)
        or _has_drawn_letters(page)
    )


def _garbled(text: str) -> bool:
    """Say whether characters stand for none: the letters are there only as shapes."""
    odd = sum(1 for c in text if c == "\ufffd" or "\ue000" <= c <= "\uf8ff" or c < "\x02")
    return odd > _GARBLED * len(text) or _NO_LETTERS.search(text) is not None


def nameless_letters(textpage: Any) -> tuple[bool, bool]:
    """Say whether many, and whether any two characters in a row have a shape and no letter.

    What is given as their text is the number of the shape, which may look like a letter. Every
    second one is asked for, which finds any two.
    """
    page, end = textpage.raw, textpage.count_chars()
    asked = range(0, end, 2)
    found = [at for at in asked if pdfium.FPDFText_HasUnicodeMapError(page, at) == 1]
    some = any(
        pdfium.FPDFText_HasUnicodeMapError(page, near) == 1
        for at in found
        for near in (at - 1, at + 1)
        if 0 <= near < end
    )
    return len(found) > _GARBLED * len(asked), some


def _has_fields(page: Any) -> bool:
    """Say whether something shows text upon a page that is none of its text, as a form field."""
    notes = min(pdfium.FPDFPage_GetAnnotCount(page), _MOST_NOTES)
    return any(_kind_of_note(page, number) in _SHOWS_TEXT for number in range(notes))


def _kind_of_note(page: Any, number: int) -> int:
    note = pdfium.FPDFPage_GetAnnot(page, number)
    kind = int(pdfium.FPDFAnnot_GetSubtype(note))
    pdfium.FPDFPage_CloseAnnot(note)
    return kind


def _has_picture(page: Any, textpage: Any, text: str) -> bool:
    """Say whether a page shows something that is no text and may be read: a scan, or a part of one.

    A page without text is one where anything is on it, and a page with little where a picture is
    over half of it. Any other has a large picture without letters on it.
    """
    if not text.strip():
        return bool(pdfium.FPDFPage_CountObjects(page) > 0)
    left, bottom, right, top = page.get_bbox()
    whole = max((right - left) * (top - bottom), 1.0)
    pictures = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=_DEPTH)
    for picture, _ in zip(pictures, range(_MOST_OBJECTS), strict=False):
        x1, y1, x2, y2 = picture.get_bounds()
        share = abs((x2 - x1) * (y2 - y1)) / whole
        if share > _HALF and len(text) < FEW_LETTERS:
            return True
        if share > _LARGE and _letters_on(textpage, x1, y1, x2, y2) < _FEW_ON_IT:
            return True
    return False


def _letters_on(textpage: Any, left: float, bottom: float, right: float, top: float) -> int:
    return sum(map(str.isalnum, textpage.get_text_bounded(left, bottom, right, top)))


def _has_drawn_letters(page: Any) -> bool:
    """Say whether filled shapes of a page may be letters: text that was turned into outlines.

    A letter is a shape of many curves no higher than a line, or a shape of very many stands for a
    paragraph. Circles and rounded boxes have four curves.
    """
    curves = 0
    shapes = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=_DEPTH)
    for shape, _ in zip(shapes, range(_MOST_SHAPES), strict=False):
        found = _curves(shape.raw)
        if found <= _ROUND:
            continue
        _, bottom, _, top = shape.get_bounds()
        if top - bottom <= _TALLEST_LINE or found >= _CURVES_OF_A_PARAGRAPH:
            curves += found
        if curves >= _CURVES_OF_A_FIGURE:
            return True
    return False


def _curves(shape: Any) -> int:
    """Return how many curves a shape has, as far as that matters."""
    end = min(pdfium.FPDFPath_CountSegments(shape), 2 * _CURVES_OF_A_PARAGRAPH)
    segments = (pdfium.FPDFPath_GetPathSegment(shape, number) for number in range(end))
    kinds = [int(pdfium.FPDFPathSegment_GetType(each)) for each in segments]
    return kinds.count(pdfium.FPDF_SEGMENT_BEZIERTO) // _POINTS
