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

_ZEROS = {"k": 3, "m": 6}
_LITERAL = re.compile(r'"[^"]*"|\\.')
_ERROR = re.compile(r"#[A-Z0-9/]+[!?]?|Err:\d+")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number that was read; `as_share` where it was marked as a percentage and is now a share."""

    value: int | Decimal
    as_share: bool = False
    printed: str = ""
    """As it is written, where that says less than the value: £1.2m."""


class Unclear(Exception):
    """A cell holds something where a number is wanted, and it is not one number."""

    def __init__(self, problem: str, *, error: bool = False) -> None:
        super().__init__(problem)
        self.problem = problem
        self.error = error


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
    if found is None or bool(found["open"]) != bool(found["close"]) or len(signs) > 1:
        shown = text if len(text) <= 40 else f"{text[:39]}…"
        raise Unclear(f"“{shown}” stands where a number is wanted")
    number = Decimal(found["digits"].replace(",", ""))
    number = -number if signs else number
    value = number.scaleb(-2) if found["percent"] else number
    return Amount(_plain(value), as_share=bool(found["percent"]))


def _plain(value: Decimal) -> int | Decimal:
    return int(value) if value == value.to_integral_value() else value
