"""Read every number of a text in all the ways in which it may be meant."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from auditor.evidence.currency import SPACES, before, behind
from auditor.model.printed import half_unit

_SCALE = (
    rf"(?:[{SPACES}\n\r]{{0,2}}(?P<scale>%|per[ -]?cent\b|percent\b|(?:hundred|thousand|million|"
    r"billion|trillion|lakh|crore)s?\b|(?:k|mn?|bn|tn)\b)|(?P<pence>p)\b)?"
)
_NUMBER = re.compile(rf"(?P<digits>\d+(?:[.,'’{SPACES}]\d+)*){_SCALE}", re.IGNORECASE)
_WITHOUT_SPACES = re.compile(rf"(?P<digits>\d+(?:[.,'’]\d+)*){_SCALE}", re.IGNORECASE)
_SCALES = {"%": -2, "p": -2, "h": 2, "k": 3, "th": 3, "m": 6, "b": 9, "t": 12, "l": 5, "c": 7}
_LETTERS = ("k", "m", "mn", "bn", "tn")
_GROUPS = r"\d{{1,3}}(?:[{between}]\d{{3}})+"
_ENGLISH = re.compile(_GROUPS.format(between=f",'’{SPACES}") + r"(?:\.\d+)?|\d+(?:\.\d+)?")
_CONTINENTAL = re.compile(_GROUPS.format(between=f".'’{SPACES}") + r"(?:,\d+)?|\d+(?:,\d+)?")
_ANY_SPACE = re.compile(f"[{SPACES}]")
_MINUS = re.compile(r"(?:(?<![^\s(\[:=/|])-|\u2212)\Z")
_FRACTIONS = {"¼": Decimal("0.25"), "½": Decimal("0.5"), "¾": Decimal("0.75")}
_TELEPHONE = re.compile(
    rf"(?<![\w.,])(?:\+\d{{1,3}}|00[{SPACES}]?\d{{2,3}}|\(?0\d{{2,4}}\)?)"
    rf"(?:[{SPACES}]?(?:\(0\)|[-./])?[{SPACES}]?\(?\d{{2,8}}\)?){{1,4}}(?![.,]?\d|[{SPACES}]?%)"
)
_DIGITS_OF_ONE = range(9, 16)
"""How many digits a telephone number has, with its code: 0 and nine or ten more in this country."""
_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_HUNDRED = 100
LONGEST = 30
"""How many digits and separators a number has at most; more is a table without its lines."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as it is read in one way: exact, without its sign, and half its last digit.

    `scaled` says that a word or sign such as `k` or `%` stands behind it, `letter` that it is a
    mere letter, `negative` that a minus stands before it, and `bracketed` that it may be negative.
    `doubt` says why it may not be meant so.
    """

    value: Decimal
    half_unit: Decimal
    start: int
    end: int
    currency: str = ""
    scaled: bool = False
    letter: bool = False
    negative: bool = False
    bracketed: bool = False
    doubt: str = ""


def amounts(text: str) -> Iterator[Amount]:
    """Yield every number of a text, once for each way in which it may be meant.

    >>> sorted({str(a.value) for a in amounts("EUR 1.234,50 or 5%")})
    ['0.05', '1234.50']
    """
    telephones = _telephones(text)
    for found in _NUMBER.finditer(text):
        digits = found["digits"]
        doubt = _DIALLED if found.start() in telephones else ""
        yield from _read(text, found, doubt)
        if _ANY_SPACE.search(digits):  # or numbers beside one another
            for part in _WITHOUT_SPACES.finditer(text, found.start(), found.end()):
                yield from _read(text, part, doubt)


_DIALLED = "it looks like a part of a telephone number there"


def _telephones(text: str) -> frozenset[int]:
    """Return the places of all characters of what looks like telephone numbers."""
    return frozenset(
        place
        for found in _TELEPHONE.finditer(text)
        if sum(map(str.isdigit, found[0])) in _DIGITS_OF_ONE
        for place in range(*found.span())
    )


def _read(text: str, found: re.Match[str], doubt: str) -> Iterator[Amount]:
    currency, start = before(text, found.start())
    pence = bool(found["pence"]) and not currency
    currency = currency or ("GBP" if pence else behind(text, found.end()))
    scale = (found["scale"] or "").lower()
    power = -2 if pence else _SCALES[scale[:2] if scale[:2] == "th" else scale[:1]] if scale else 0
    doubt = "" if currency else doubt
    doubt = doubt or (_glued(text, found.start()) if start == found.start() else "")
    fraction = _FRACTIONS.get(text[found.end() : found.end() + 1], Decimal(0))
    if " " in found["digits"] and not currency:
        doubt = doubt or "two numbers may stand beside one another there"
    end = found.end() + bool(fraction)
    for each in _plain(found["digits"], start, end):
        yield replace(
            each,
            value=(each.value + fraction).scaleb(power),
            half_unit=each.half_unit.scaleb(power),
            currency=currency,
            scaled=bool(scale),
            letter=scale in _LETTERS,
            negative=_is_negative(text, start, found.start()),
            bracketed=text[max(0, start - 1) : start] == "(" and text[end : end + 1] == ")",
            doubt=each.doubt or doubt,
        )


def _is_negative(text: str, start: int, digits: int) -> bool:
    """Say whether a minus stands before an amount or between its currency and its digits."""
    inside = start < digits and text[digits - 1] in "-\u2212"
    minus = text[max(0, start - 2) : start]
    return inside or (minus[-1:] in ("-", "\u2212") and _MINUS.search(minus) is not None)


def _glued(text: str, start: int) -> str:
    """Return why digits may be no number: letters right before them, or a nought without end."""
    if start and text[start - 1].isalpha():
        return "it is part of a word or of a reference there"
    if text[start] == "0" and text[start + 1 : start + 2].isdigit():
        return "it begins with a nought there, as other things than amounts do"
    return ""


def _plain(digits: str, start: int, end: int) -> Iterator[Amount]:
    """Yield the numbers that digits with separators may stand for, the likelier one first."""
    if len(digits) > LONGEST:
        return
    english = continental = None
    if _ENGLISH.fullmatch(digits):
        english = Decimal(re.sub(r"[^\d.]", "", digits))
        yield Amount(english, half_unit(english), start, end)
    if _CONTINENTAL.fullmatch(digits):
        continental = Decimal(re.sub(r"[^\d,]", "", digits).replace(",", "."))
        doubt = "" if english is None else "its point or comma may mean either there"
        if continental != english:
            yield Amount(continental, half_unit(continental), start, end, doubt=doubt)


def in_words(number: Decimal) -> str:
    """Return a whole number below a hundred in words, "" for any other.

    >>> in_words(Decimal(47)), in_words(Decimal(100))
    ('forty-seven', '')
    """
    if number != number.to_integral_value() or not 0 <= number < _HUNDRED:
        return ""
    tens, units = divmod(int(number), 10)
    if int(number) < len(_UNITS):
        return _UNITS[int(number)]
    return _TENS[tens - 2] + (f"-{_UNITS[units]}" if units else "")
