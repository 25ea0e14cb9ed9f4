"""Read the value of a field from its cell, or say why it may mean more than one thing."""

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from auditor.load.fault import Refused, shown
from auditor.load.sheets import Cell, CellValue
from auditor.load.template.cell_text import (
    digits_of,
    is_error,
    lines_of_cell,
    nil_of_cell,
    number_of_text,
    says_nothing,
    text_of_cell,
    without_unit,
)
from auditor.load.template.encode import STATED
from auditor.load.template.field import Field, Holds
from auditor.load.template.noted_text import figure_of_cell, use_of_cell

_YES_NO = {"yes": True, "y": True, "true": True, "no": False, "n": False, "false": False}
_AS_SHOWN = frozenset({"General", "0", "@", ""})


def value_of(field: Field, cell: Cell) -> Any:
    """Return what a cell states of a field, None where it states nothing; raises Refused."""
    value = cell.value
    if value is None:
        if cell.formula:
            raise Refused("the formula of this cell was never calculated", _RECALCULATE)
        return None
    if not isinstance(value, str):
        return _single(field, value, cell.number_format)
    text = value.strip()
    if is_error(text):
        raise Refused(f"the formula of this cell gives {text}", "Correct it, or write the value.")
    if not text:
        return None
    return _stated(field, text)


_WORDS = (Holds.TEXT, Holds.ID, Holds.RECORD, Holds.LIST)


def states_nothing(field: Field, cell: Cell) -> bool:
    """Say whether a dash or n/a stands in a cell that may be blank, where it can mean no value."""
    text = cell.value
    return (
        isinstance(text, str)
        and says_nothing(text)
        and not field.must
        and field.holds not in _WORDS
        and not any(_alike(str(each)) == _alike(text) for each in field.choices)
    )


_RECALCULATE = "Open the workbook in a spreadsheet program, save it, and check it again."


def _stated(field: Field, text: str) -> Any:
    nil = nil_of_cell(text)
    if nil is not None:
        if not nil["none"]:
            raise Refused("the reason why there is none is missing", _WHY)
        return nil
    if field.nil and text.lower() == "none" and "none" not in field.choices:
        raise Refused("it is not said why there is none", _WHY)
    if field.holds_parts:
        return _part(field, text)
    if field.many:
        return [_of_text(field, line) for line in lines_of_cell(text)]
    return _of_text(field, text)


_WHY = "Write `none: ` and the reason behind it, or leave the cell blank."


def _part(field: Field, text: str) -> Any:
    if field.holds is Holds.RECORD and text.lower() == STATED:
        return {}
    says = f'only `none: ` with a reason may stand here, and the cell holds "{shown(text)}"'
    where = f"on the sheet {field.sheet}" if field.sheet else "in the fields behind this one"
    raise Refused(says, f"Write what there is {where}, and leave this cell blank.")


def _of_text(field: Field, text: str) -> Any:
    """Return the value that a text states; what is no such value is left for the schema."""
    match field.holds:
        case Holds.CHOICE:
            return _choice(field, text)
        case Holds.YES_NO:
            return _yes_no(text)
        case Holds.WHOLE | Holds.NUMBER:
            return number_of_text(without_unit(text, field.unit))
        case Holds.FIGURE:
            return figure_of_cell(text)
        case Holds.USE:
            return use_of_cell(text)
    return text_of_cell(text)


def _choice(field: Field, text: str) -> str | int:
    """Return the one choice that a text names in whatever case and with spaces; else the text."""
    meant = [each for each in field.choices if _alike(str(each)) == _alike(text)]
    return meant[0] if len(meant) == 1 else text


@lru_cache(maxsize=2048)  # the same few choices come again and again
def _alike(text: str) -> str:
    return re.sub(r"[\s_-]+", "_", text.strip()).casefold()


def _yes_no(text: str) -> bool:
    if text.lower() not in _YES_NO:
        raise Refused(f'yes or no is wanted here, and the cell holds the text "{shown(text)}"',
                      "Write yes or no, or leave the cell blank if it is not known.")  # fmt: skip
    return _YES_NO[text.lower()]


def _single(field: Field, value: CellValue, number_format: str) -> Any:
    """Return what a cell states that holds no text: a number, a day, true or false."""
    if field.holds_parts:
        return _part(field, str(value))
    wanted = field.holds
    if isinstance(value, bool):
        if wanted is not Holds.YES_NO:
            raise _wrong(field, str(value).upper())
        return value
    if isinstance(value, date):
        if wanted is not Holds.DATE:
            raise Refused(f"{_article(field)} is wanted here, and the cell holds a date",
                          "Format the cell as text, and write what was meant again.")  # fmt: skip
        return [value.isoformat()] if field.many else value.isoformat()
    assert isinstance(value, int | Decimal)
    read = _number(field, value, number_format)
    return [read] if field.many else read


def _number(field: Field, value: int | Decimal, number_format: str) -> Any:
    match field.holds:
        case Holds.WHOLE | Holds.NUMBER | Holds.FIGURE:
            return _with_percent(value, number_format)
        case Holds.CHOICE:
            return _choice(field, digits_of(value))
        case Holds.TEXT | Holds.ID if number_format in _AS_SHOWN:
            return digits_of(value)
        case Holds.TEXT | Holds.ID:
            raise Refused(f"{_article(field)} is wanted here, and the cell holds the number "
                          f"{digits_of(value)}, shown in another form",
                          "Format the cell as text, and write what was meant again.")  # fmt: skip
    raise _wrong(field, digits_of(value))


def _with_percent(value: int | Decimal, number_format: str) -> int | Decimal:
    """Return a number that is shown as a per cent with at least two decimals: 50% is 0.50."""
    decimals = -int(value.as_tuple().exponent) if isinstance(value, Decimal) else 0
    if "%" not in number_format or decimals >= 2:
        return value
    sign, digits, exponent = Decimal(value).as_tuple()
    return Decimal((sign, (*digits, *(0,) * (2 + int(exponent))), -2))


def _wrong(field: Field, held: str) -> Refused:
    return Refused(f"{_article(field)} is wanted here, and the cell holds {held}",
                   "Write it as the guidance of the field says.")  # fmt: skip


def _article(field: Field) -> str:
    return field.holds if field.holds is Holds.YES_NO else f"a {field.holds}"
