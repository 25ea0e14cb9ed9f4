"""Write claims and uses of evidence, with what is noted of them, as one line, and read them back.

The value stands first, and notes follow behind upright strokes: `345000 | printed: £345k`.
"""

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from auditor.load.fault import Refused, shown
from auditor.load.template.cell_text import (
    QUOTED,
    digits_of,
    is_number,
    number_of_text,
    text_as_cell,
    text_of_cell,
)
from auditor.model.printed import read_printed

_BETWEEN = " | "
_SOURCE = "source"
_OF_USE = ("page", "sheet", "cell", "quote", "figure")
_OF_FIGURE = ("printed", "where", _SOURCE, *(f"{_SOURCE}.{each}" for each in ("entry", *_OF_USE)))
_NUMBERS = frozenset({"page", f"{_SOURCE}.page"})
_HOW_TO_CLAIM = "Write it as: 345000 | printed: £345k | where: Table 3"
_HOW_TO_CITE = "Write it as: E1 | page: 4 | quote: the words that stand there"


def figure_as_cell(figure: Any) -> str:
    """Return how a cell holds a claim: its digits, what is printed, where, and its source.

    >>> figure_as_cell({"value": 345000, "printed": "£345k", "source": {"entry": "E1", "page": 4}})
    '345000 | printed: £345k | source.entry: E1 | source.page: 4'
    """
    if not isinstance(figure, dict):
        return digits_of(figure)
    notes = {name: value for name, value in figure.items() if name != "value"}
    source = notes.get(_SOURCE)
    if isinstance(source, dict):
        del notes[_SOURCE]
        notes |= {f"{_SOURCE}.{name}": value for name, value in source.items()}
    return _line(digits_of(figure["value"]), notes)


def figure_of_cell(text: str) -> int | Decimal | dict[str, Any]:
    """Return the claim that a cell states; what it prints is kept beside the number that it means.

    >>> figure_of_cell("5.10"), figure_of_cell("£345k")
    (Decimal('5.10'), {'value': 345000, 'printed': '£345k'})
    """
    first, *notes = (piece.strip() for piece in text.split("|"))
    if not notes and not is_number(first) and (printed := read_printed(first)):
        return {"value": _whole(printed.value), "printed": first}
    value = number_of_text(first)
    if not notes:
        return value
    noted = _noted(notes, _OF_FIGURE, _HOW_TO_CLAIM)
    source = {name.partition(".")[2]: noted.pop(name) for name in list(noted) if "." in name}
    if source and _SOURCE in noted:
        raise Refused("the source is stated in two ways", _HOW_TO_CLAIM)
    return {"value": value, **noted, **({_SOURCE: source} if source else {})}


def use_as_cell(use: Any) -> str:
    """Return how a cell holds a use of evidence: its entry, and where in it what stands.

    >>> use_as_cell("E1"), use_as_cell({"entry": "E1", "page": 4})
    ('E1', 'E1 | page: 4')
    """
    if not isinstance(use, dict):
        return text_as_cell(use, one_line=True)
    notes = {name: value for name, value in use.items() if name != "entry"}
    return _line(_written(use["entry"]), notes)


def use_of_cell(text: str) -> str | dict[str, Any]:
    """Return the use of evidence that a line states.

    >>> use_of_cell("E1 | page: 4")
    {'entry': 'E1', 'page': 4}
    """
    first, *notes = (piece.strip() for piece in text.split("|"))
    entry = text_of_cell(first)
    return {"entry": entry, **_noted(notes, _OF_USE, _HOW_TO_CITE)} if notes else entry


def _line(first: str, notes: Mapping[str, Any]) -> str:
    pieces = [first, *(f"{name}: {_written(value)}" for name, value in notes.items())]
    # A record without any note is still told from its value alone.
    return _BETWEEN.join(pieces) if notes else f"{first} |"


def _written(value: Any) -> str:
    if not isinstance(value, str):
        return digits_of(value)
    written = text_as_cell(value, one_line=True)
    return written if "|" not in value else QUOTED + json.dumps(value).replace("|", "\\u007c")


def _noted(notes: list[str], known: tuple[str, ...], how: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for note in filter(None, notes):
        name, colon, said = note.partition(":")
        name = name.strip().lower()
        if not colon or name not in known or name in found:
            raise Refused(f'"{shown(note)}" cannot stand here', how)
        found[name] = number_of_text(said) if name in _NUMBERS else text_of_cell(said)
    return found


def _whole(value: Decimal) -> int | Decimal:
    return value if value.as_tuple().exponent else int(value)
