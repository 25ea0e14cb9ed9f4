"""Read the number that a cell holds, as a number or as text, or say that it is none."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from auditor.load.sheets import Cell
from auditor.load.value_map.titles import vocabulary

_AMOUNT = re.compile(
    r"(?:[£$€]\s*1\s*:\s*(?=[£$€]))?"
    r"(?P<open>\()?\s*(?P<minus>[-\u2212])?\s*(?:£|\$|€|₹|GBP|USD|EUR|INR)?\s*(?P<after>[-\u2212])?"
    r"(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)\s*(?P<percent>%|per cent)?"
    r"\s*(?:years?|yrs?|GBP|USD|EUR|INR|pa|p\.a\.)?\s*(?P<close>\))?"
    r"(?:\s*(?::|to)\s*[£$€]?\s*1(?:\.0+)?)?",
    re.IGNORECASE | re.ASCII,
)
_MONEY_IN_WORDS = re.compile(
    r"(?:£|\$|€|₹)\s*(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"\s*(?P<many>k|m|thousand|million)",
    re.IGNORECASE | re.ASCII,
)
"""Without a currency, 12m may be months."""

_MONEY = r"(?:£|\$|€|₹|GBP|USD|EUR|INR)"
_EITHER_POINT = re.compile(
    rf"{_MONEY}?\s*-?(?:[1-9]\d{{0,2}}\.\d{{3}}|\d{{1,3}}(?:\.\d{{3}})+,\d+)\s*{_MONEY}?",
    re.ASCII | re.IGNORECASE,
)
"""€1.200 is twelve hundred in one country, and a little more than one in another."""

_DECIMAL_COMMA = re.compile(r"\D*\d+,\d{1,2}\D*", re.ASCII)

_SIGNS = re.compile(rf"{_MONEY}?[-+\s]*\d[\d.,' ]*\s*%?\s*{_MONEY}?", re.ASCII | re.IGNORECASE)

_ZEROS = {"k": 3, "m": 6}
_LITERAL = re.compile(r'"[^"]*"|\\.')
_ERROR = re.compile(r"#[A-Z0-9/]+[!?]?|Err:\d+")


_HINT = "Write the number alone in the cell, or empty it where there is none."
_HINT_OF_POINTS = "Write it as a number, with a point before its decimals alone: 1200.5."


@dataclass(frozen=True, slots=True)
class Amount:
    """A number that was read; `as_share` where it was marked as a percentage and is now a share."""

    value: int | Decimal
    as_share: bool = False
    printed: str = ""
    """As it is written, where that says less than the value: £1.2m."""


class Unclear(Exception):
    """A cell holds something where a number is wanted, and it is not one number."""

    def __init__(self, problem: str, *, error: bool = False, hint: str = "") -> None:
        super().__init__(problem)
        self.problem = problem
        self.error = error
        self.hint = hint or _HINT


def is_nothing(cell: Cell) -> bool:
    """Say whether a cell is empty or says that there is nothing, as with a dash."""
    value = cell.value
    return value is None or (
        isinstance(value, str) and (not value.strip() or _as_word(value) in vocabulary().nothing)
    )


def _as_word(text: str) -> str:
    return text.strip().lower()


def amount_of(cell: Cell) -> Amount | None:
    """Return the number of a cell, None where there is nothing; raises Unclear for all else."""
    value = cell.value
    if is_nothing(cell):
        return None
    if isinstance(value, bool | date):
        raise Unclear(f"{value} stands where a number is wanted")
    if isinstance(value, int | Decimal):
        return _from_number(value, cell.number_format)
    text = str(value).strip()
    if _ERROR.fullmatch(text):
        raise Unclear(f"the cell shows the error {text}", error=True)
    return _from_text(text)


def is_meant_as_number(cell: Cell) -> bool:
    """Say whether a cell holds one number, or signs and digits that somebody meant as one."""
    value = cell.value
    return number_in(cell) or (isinstance(value, str) and bool(_SIGNS.fullmatch(value.strip())))


def number_in(cell: Cell) -> bool:
    """Say whether a cell holds one number."""
    try:
        return amount_of(cell) is not None
    except Unclear:
        return False


def _from_number(value: int | Decimal, number_format: str) -> Amount:
    """Return a number as its format shows it: 0.25 in `0%` and 25 in `0"%"` both show 25%."""
    if "%" not in number_format:
        return Amount(value)
    if "%" in _LITERAL.sub("", number_format):
        return Amount(value, as_share=True)
    return Amount(_plain(Decimal(value).scaleb(-2)), as_share=True)


def _from_text(text: str) -> Amount:
    money = _MONEY_IN_WORDS.fullmatch(text)
    if money:
        number = Decimal(money["digits"].replace(",", ""))
        many = money["many"][0].lower().replace("t", "k")
        shown = f"{text[0]}{money['digits']}{many}"
        return Amount(_plain(number.scaleb(_ZEROS[many])), printed=shown)
    found = _AMOUNT.fullmatch(text)
    signs = [found[name] for name in ("open", "minus", "after") if found[name]] if found else []
    shown = text if len(text) <= 40 else f"{text[:39]}…"
    if _EITHER_POINT.fullmatch(text):
        problem = f"the point in “{shown}” may divide thousands, or begin the decimals"
        raise Unclear(problem, hint=_HINT_OF_POINTS)
    if found is None and _DECIMAL_COMMA.fullmatch(text):
        raise Unclear(f"“{shown}” is written with a decimal comma", hint=_HINT_OF_POINTS)
    if found is None or bool(found["open"]) != bool(found["close"]) or len(signs) > 1:
        raise Unclear(f"“{shown}” stands where a number is wanted")
    number = Decimal(found["digits"].replace(",", ""))
    number = -number if signs else number
    value = number.scaleb(-2) if found["percent"] else number
    return Amount(_plain(value), as_share=bool(found["percent"]))


def _plain(value: Decimal) -> int | Decimal:
    return int(value) if value == value.to_integral_value() else value
