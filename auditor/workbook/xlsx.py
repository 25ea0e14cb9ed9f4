"""Write sheets into an Excel workbook, byte for byte the same each time."""
# mypy: disable-error-code="import-untyped"

from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cached_property
from io import BytesIO
from math import ceil
from types import MappingProxyType
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from auditor.load.sheets import Area, column_letters
from auditor.load.template.encode import GENERAL
from auditor.workbook.page import Check, Page, Shown

_CREATED = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""A workbook says when it was made; this one says the same whenever it was."""

_INPUT, _EXAMPLE, _LINE = "#FFF9E5", "#EDEDED", "#BFBFBF"
_BASE = {"valign": "top", "font_name": "Calibri", "font_size": 11}
_BOX = {"border": 1, "border_color": _LINE, "text_wrap": True}
_ROW = {"bottom": 1, "bottom_color": _LINE, "text_wrap": True}
_LOOKS: Mapping[str, Mapping[str, Any]] = MappingProxyType(
    {
        "plain": {},
        "wrapped": {"text_wrap": True},
        "figure": _ROW,
        "text": {**_ROW, "indent": 1},
        "text of signs": {**_ROW, "indent": 1, "quote_prefix": True},
        "title": {"bold": True, "font_size": 16},
        "about": {"font_color": "#404040"},
        "mark": {"font_color": "#7F7F7F", "font_size": 8},
        "name": {"font_color": "#7F7F7F", "font_size": 8, "bottom": 1},
        "heading": {"bold": True, "bg_color": "#DCE6F1", "text_wrap": True},
        "group": {"bold": True, "bg_color": "#F2F2F2"},
        "label": {},
        "link": {"font_color": "#0B5394", "underline": 1},
        "unit": {"font_color": "#595959", "italic": True, "font_size": 9, "text_wrap": True},
        "guidance": {"font_color": "#404040", "font_size": 9, "text_wrap": True},
        "value": {"bg_color": _INPUT, **_BOX},
        "example": {"bg_color": _EXAMPLE, "italic": True, "font_color": "#7F7F7F", **_BOX},
    }
)
_A4, _PAGE_CHARACTERS = 9, 180
"""Paper, and how many characters of width are still legible on one page across."""

_COMPARED = {(True, True): "between", (True, False): ">=", (False, True): "<="}


def as_xlsx(pages: tuple[Page, ...]) -> bytes:
    """Return the workbook with these sheets."""
    return _Book(pages).written()


class _Book:
    """A workbook while it is written, and its formats, made once each."""

    def __init__(self, pages: tuple[Page, ...]) -> None:
        self.pages = pages
        self.target = BytesIO()
        self._formats: dict[tuple[str, str], Format] = {}

    @cached_property
    def book(self) -> xlsxwriter.Workbook:
        """Return the workbook; nothing that is written is taken for a formula, link or number."""
        kept = dict.fromkeys(
            ("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False
        )
        return xlsxwriter.Workbook(self.target, {"in_memory": True, **kept})

    def written(self) -> bytes:
        """Write all sheets and return the bytes of the workbook."""
        self.book.set_properties({"created": _CREATED, "author": "", "title": ""})
        for page in self.pages:
            self._page(page, self.book.add_worksheet(page.name))
        self.book.close()
        return self.target.getvalue()

    def _format(self, look: str, number_format: str) -> Format:
        key = (look, number_format)
        if key not in self._formats:
            properties = {**_BASE, **_LOOKS[look], "num_format": number_format}
            self._formats[key] = self.book.add_format(properties)
        return self._formats[key]

    def _page(self, page: Page, sheet: Worksheet) -> None:
        for column, width in page.widths.items():
            taken = page.formats.get(column)
            # What is typed into a column of a list looks like its other cells.
            look = self._format("value", taken) if taken else None
            sheet.set_column(column - 1, column - 1, width, look)
        plain = self._format("plain", GENERAL)
        for row in {*page.heights, *range(1, page.head_rows + 1)}:
            look = plain if row <= page.head_rows else None
            sheet.set_row(row - 1, page.heights.get(row), look)
        for (row, column), shown in page.cells.items():
            self._cell(sheet, row - 1, column - 1, shown)
        for check in page.checks:
            _check(sheet, check)
        self._print(page, sheet)

    def _cell(self, sheet: Worksheet, row: int, column: int, shown: Shown) -> None:
        look, value = self._format(shown.look, shown.cell.number_format), shown.cell.value
        if shown.link:
            sheet.write_url(row, column, f"internal:'{shown.link}'!A1", look, str(value))
        elif isinstance(value, str):
            _text(sheet, row, column, value, look)
        elif isinstance(value, date):
            sheet.write_datetime(row, column, value, look)
        elif isinstance(value, int | Decimal):
            sheet.write_number(row, column, value, look)
        else:
            sheet.write_blank(row, column, None, look)

    def _print(self, page: Page, sheet: Worksheet) -> None:
        """Set up how the sheet is seen on the screen and on paper."""
        sheet.hide_gridlines(2)
        sheet.freeze_panes(*page.frozen)
        if page.filtered:
            area = page.filtered
            sheet.autofilter(area.first_row - 1, area.first_column - 1, area.last_row - 1,
                             area.last_column - 1)  # fmt: skip
        # Digits that are kept as text are no mistake.
        sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        sheet.set_landscape()
        sheet.set_paper(_A4)
        across = max(1, ceil(sum(page.widths.values()) / _PAGE_CHARACTERS))
        sheet.fit_to_pages(across, 0)
        if page.repeated_rows:
            sheet.repeat_rows(page.repeated_rows[0] - 1, page.repeated_rows[1] - 1)
        if page.repeated_columns and across > 1:  # LibreOffice takes long to open each of these
            sheet.repeat_columns(0, page.repeated_columns - 1)
        sheet.set_footer("&L&A&RPage &P of &N")


def _text(sheet: Worksheet, row: int, column: int, text: str, look: Format) -> None:
    """Write a text as text; the library takes one that looks like its own markup for markup."""
    if text.startswith("<r>") and text.endswith("</r>"):
        sheet.write_rich_string(row, column, look, text[:1], look, text[1:], look)
    else:
        sheet.write_string(row, column, text, look)


def _check(sheet: Worksheet, check: Check) -> None:
    options: dict[str, Any] = {
        "validate": check.sort,
        "input_title": check.title,
        "input_message": check.message,
        "error_type": "stop" if check.strict else "warning",
    }
    if check.sort == "list":
        options["source"] = _source(check)
    elif check.sort != "any":
        options |= _bounds(check)
    area = check.area
    sheet.data_validation(area.first_row - 1, area.first_column - 1, area.last_row - 1,
                          area.last_column - 1, options)  # fmt: skip


def _source(check: Check) -> str | list[str]:
    if check.source is None:
        return list(check.offers)
    return f"='{check.source_sheet}'!{_absolute(check.source)}"


def _absolute(area: Area) -> str:
    first, last = column_letters(area.first_column), column_letters(area.last_column)
    return f"${first}${area.first_row}:${last}${area.last_row}"


def _bounds(check: Check) -> dict[str, Any]:
    """Return the bounds of a number or a day; one that has none may be any number."""
    has = (check.least is not None, check.most is not None)
    if has == (True, True):
        return {"criteria": "between", "minimum": check.least, "maximum": check.most}
    if has == (False, False):
        return {"validate": "any"}
    return {"criteria": _COMPARED[has], "value": check.least if has[0] else check.most}
