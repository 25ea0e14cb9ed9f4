"""Write texts, explicit nils, lists and numbers as the text of one cell, and read them back.

What people type is taken as it looks, without the spaces around it. A text that a cell would not
keep (spaces at its ends, characters that nobody can see) or that would be read as something else
(`none: …`) is written as `json:` with the text in JSON's quotes.
"""

import json
import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from auditor.load import number
from auditor.load.fault import Refused, shown
from auditor.model.printed import read_printed

QUOTED = "json:"
_NIL = re.compile(r"\s*none\s*:(.*)", re.IGNORECASE | re.DOTALL)
_TOTALS = r"(?:grand |sub-?)?totals?|sum"
_ERROR = r"#(?:REF!|DIV/0!|VALUE!|NAME\?|N/A|NUM!|NULL!)"
_SPECIAL = re.compile(rf"json\s*:|none\s*(?::|$)|(?:{_TOTALS}):?$|{_ERROR}$", re.IGNORECASE)
_ESCAPE_OF_WORKBOOKS = re.compile("_x[0-9A-Fa-f]{4}_")
_KEPT = frozenset("\n\N{NO-BREAK SPACE}\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?P<exact>\.[0-9]+(?:[eE][-+]?[0-9]+)?|[eE][-+]?[0-9]+)?")
_THOUSANDS = re.compile(r"(-?)[£€$]?\s?([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(\.[0-9]+)?", re.ASCII)
_PER_CENT = re.compile(r"(-?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+))\s*%", re.ASCII)
_BARE_POINT = re.compile(r"-?\.[0-9]+", re.ASCII)
_NOTHING = frozenset({"-", "–", "—", "n/a", "n.a.", "na", "not known", "unknown"})
_WITH_UNIT = re.compile(r"([0-9][0-9.,]*)\s+([a-z]+)", re.ASCII | re.IGNORECASE)
_ABOUT = re.compile(r"(?:about|around|approx\w*\.?|circa|c\.|roughly|some|~)\s*", re.IGNORECASE)


def text_as_cell(text: str, *, one_line: bool = False) -> str:
    """Return how a cell holds a text; `one_line` where each line of the cell is a text.

    >>> text_as_cell("=A1 or -5"), text_as_cell(" x"), text_as_cell("None: closed in May")
    ('=A1 or -5', 'json:" x"', 'json:"None: closed in May"')
    """
    plain = (
        text == text.strip()
        and not _SPECIAL.match(text)
        and not _ESCAPE_OF_WORKBOOKS.search(text)
        and all(each.isprintable() or each in _KEPT for each in text)
        and not (one_line and "\n" in text)
    )
    return text if plain else QUOTED + json.dumps(text).replace("_x", "\\u005fx")


def text_of_cell(text: str) -> str:
    """Return the text that a cell holds; raises Refused for broken quotes.

    >>> text_of_cell(" Adult care "), text_of_cell('json:" x"')
    ('Adult care', ' x')
    """
    text = text.strip()
    if not text.startswith(QUOTED):
        return text
    try:
        read = json.loads(text.removeprefix(QUOTED))
    except json.JSONDecodeError:
        read = None
    if not isinstance(read, str):
        hint = "Write the text alone; the quotes and `json:` are only for texts with odd spaces."
        raise Refused("behind `json:` a text in JSON's double quotes is wanted", hint)
    return read


def names_total(text: str) -> bool:
    """Say whether a cell says that its row adds up others."""
    short = len(text) <= _LONGEST_TOTAL and text.strip().rstrip(":").strip()
    return bool(short and re.fullmatch(_TOTALS, short, re.IGNORECASE))


_LONGEST_TOTAL = 40
"""Beyond it, no text is looked at; spaces around the word are few."""


def says_nothing(text: str) -> bool:
    """Say whether a text stands where people mean an empty cell: a dash, or n/a."""
    return text.strip().lower() in _NOTHING


def without_unit(text: str, unit: str) -> str:
    """Return a number without the unit of its field behind it; any other text as it is.

    >>> without_unit("3 years", "years"), without_unit("1 year", "years"), without_unit("3 m", "£")
    ('3', '1', '3 m')
    """
    found = _WITH_UNIT.fullmatch(text.strip())
    same = found and found[2].lower().rstrip("s") == unit.lower().rstrip("s")
    return found[1] if found and same else text


def is_error(text: str) -> bool:
    """Say whether a cell shows that its formula went wrong: `#REF!` and its like."""
    return text.startswith("#") and bool(re.fullmatch(_ERROR, text))


def nil_as_cell(nil: Mapping[str, Any]) -> str:
    """Return how a cell says that there is none, and why."""
    return f"none: {text_as_cell(nil['none'])}"


def nil_of_cell(text: str) -> dict[str, str] | None:
    """Return the explicit nil that a cell states, or None where it states something else.

    >>> nil_of_cell("None: a grant was given"), nil_of_cell("none")
    ({'none': 'a grant was given'}, None)
    """
    match = _NIL.match(text)
    return {"none": text_of_cell(match[1])} if match else None


def lines_as_cell(lines: Iterable[str]) -> str:
    """Return how a cell holds a list of what is written on one line each."""
    return "\n".join(lines)


def lines_of_cell(text: str) -> list[str]:
    """Return the lines of a cell that hold something."""
    return [line.strip() for line in text.split("\n") if line.strip()]


def is_number(text: str) -> bool:
    """Say whether a text is a number as files write it."""
    return bool(_NUMBER.fullmatch(text))


def number_of_text(text: str) -> int | Decimal:
    """Return the number that a text of digits is, with all its digits.

    >>> number_of_text("5.10"), number_of_text("£1,200"), number_of_text("25%")
    (Decimal('5.10'), 1200, Decimal('0.25'))

    Raises Refused for whatever may be another number than it looks.
    """
    text = text.strip()
    if plain := _NUMBER.fullmatch(text):
        return number.exact(text) if plain["exact"] else number.whole(text)
    if _BARE_POINT.fullmatch(text):
        return number.exact(text.replace(".", "0.", 1))
    if per_cent := _PER_CENT.fullmatch(text):
        sign, digits, exponent = number.exact(per_cent[1]).as_tuple()
        return Decimal((sign, digits, int(exponent) - 2))
    if grouped := _THOUSANDS.fullmatch(text):
        return number_of_text(f"{grouped[1]}{_unpadded(grouped[2])}{grouped[3] or ''}")
    printed = read_printed(text)
    hint = f"Write it as {printed.value:f}." if printed else _HOW_TO_NUMBER
    if printed and _ABOUT.match(text):
        hint = f"Is {printed.value:f} the figure to work with? Then write it alone. Or leave the "
        hint += "cell blank, if nobody knows it."
    raise Refused(f'a number is wanted here, and the cell holds the text "{shown(text)}"', hint)


_HOW_TO_NUMBER = "Write digits, such as 1200 or 0.25, or leave the cell blank if it is not known."


def _unpadded(digits: str) -> str:
    plain = digits.replace(",", "")
    if len(plain) > 1 and plain.startswith("0"):
        raise Refused(f'"{shown(digits)}" can be a number or a code', "Write it without the zeros.")
    return plain


def digits_of(value: int | Decimal) -> str:
    """Return a number as the text of its digits."""
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
