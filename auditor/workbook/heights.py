"""Make rows high enough for what stands in them, which not every spreadsheet program does."""

from collections.abc import Mapping
from math import ceil
from types import MappingProxyType

from auditor.workbook.page import Page, Shown

_LINE: Mapping[str, int] = MappingProxyType(
    {
        "title": 22,
        "wrapped": 15,
        "text": 15,
        "text of signs": 15,
        "heading": 15,
        "value": 15,
        "example": 15,
        "guidance": 12,
        "unit": 12,
    }
)
"""How high a line is, in points, of each look that breaks its lines."""

_LETTERS = 1.05
"""How much more room letters take than the figures by which widths are counted."""

_SMALLER = 11 / 9
_TALLEST = 240
_FEWEST = 2
"""Rows of one line keep the height that programs give them, and grow with what is typed."""


def fit_heights(page: Page) -> None:
    """Set the height of every row in which some text takes more than one line."""
    for (row, column), shown in page.cells.items():
        width = page.widths.get(column, 0)
        lines = _lines(shown, width) if width and shown.look in _LINE else 1
        if lines >= _FEWEST or shown.look == "title":
            height = min(lines * _LINE[shown.look] + 3, _TALLEST)
            page.heights[row] = max(page.heights.get(row, 0), height)


def _lines(shown: Shown, width: int) -> int:
    if shown.look == "title":
        return 1
    room = width * (_SMALLER if _LINE[shown.look] < _LINE["value"] else 1)
    pieces = str(shown.cell.value or "").split("\n")
    return sum(max(1, ceil(len(piece) * _LETTERS / room)) for piece in pieces)
