"""Turn the value of a field into the cell that holds it, with the number format that shows it."""

from datetime import date
from decimal import Decimal
from typing import Any

from auditor.load.sheets import Cell
from auditor.load.template.cell_text import (
    digits_of,
    lines_as_cell,
    nil_as_cell,
    text_as_cell,
)
from auditor.load.template.field import Field, Holds
from auditor.load.template.noted_text import figure_as_cell, use_as_cell
from auditor.model.walk import is_nil

TEXT_FORMAT, DATE_FORMAT, GENERAL = "@", "yyyy-mm-dd", "General"
STATED = "stated"
"""What stands for a record that is there although none of its values is."""

LONGEST_TEXT = 32_767
"""How many characters a cell can hold."""

_SIGNIFICANT = 15
"""How many digits of a number spreadsheets keep; one with more is written as text."""

_FIRST_YEAR, _LAST_YEAR = 1901, 2098
"""Dates outside are written as text: spreadsheets take 1900 for a leap year."""


def cell_of(field: Field, value: Any) -> Cell:
    """Return the cell that holds a value; raises ValueError where no cell is large enough."""
    cell = _cell(field, value)
    if isinstance(cell.value, str) and len(cell.value) > LONGEST_TEXT:
        raise ValueError(f"a cell holds at most {LONGEST_TEXT:,} characters")
    return cell


def _cell(field: Field, value: Any) -> Cell:
    if is_nil(value):
        return Cell(nil_as_cell(value), number_format=TEXT_FORMAT)
    if field.holds_parts:
        return Cell(STATED if field.holds is Holds.RECORD and not value else None)
    if field.many:
        lines = (_line(field, each) for each in value)
        return Cell(lines_as_cell(lines), number_format=TEXT_FORMAT)
    if field.holds is Holds.DATE:
        return _day(value)
    if type(value) in (int, Decimal) and field.holds is not Holds.FIGURE:
        return _number(value, share=field.unit == "share")
    return Cell(_line(field, value, one_line=False), number_format=TEXT_FORMAT)


def _line(field: Field, value: Any, *, one_line: bool = True) -> str:
    if field.holds is Holds.FIGURE:
        return figure_as_cell(value)
    if field.holds is Holds.USE:
        return use_as_cell(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | Decimal):
        return digits_of(value)
    return str(value) if field.choices else text_as_cell(value, one_line=one_line)


def _day(text: str) -> Cell:
    day = date.fromisoformat(text)
    if _FIRST_YEAR <= day.year <= _LAST_YEAR:
        return Cell(day, number_format=DATE_FORMAT)
    return Cell(text, number_format=TEXT_FORMAT)


def _number(value: int | Decimal, *, share: bool) -> Cell:
    """Return a number as one where a spreadsheet keeps its digits, else as their text.

    A share of two decimals is shown as a per cent without any, which is how both ways know it.
    """
    if isinstance(value, int):
        kept = len(str(abs(value))) <= _SIGNIFICANT
        return Cell(value) if kept else Cell(str(value), number_format=TEXT_FORMAT)
    sign, digits, exponent = value.as_tuple()
    decimals = -int(exponent)
    percent = share and 2 <= decimals <= _SIGNIFICANT
    padded = not digits[-1] and not (percent and decimals == 2 and not (sign and not value))
    if padded or max(len(digits), decimals) > _SIGNIFICANT:
        return Cell(digits_of(value), number_format=TEXT_FORMAT)
    zeros = "0" * (decimals - 2)
    return Cell(value, number_format=("0." + zeros).rstrip(".") + "%" if percent else GENERAL)
