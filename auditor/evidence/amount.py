"""Read every number of a text in all the ways in which it may be meant."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from auditor.model.printed import half_unit

_SPACE = "\u0020\u00a0\u2009\u202f\u2007"
_NUMBER = re.compile(
    rf"(?P<digits>\d+(?:[.,'’{_SPACE}]\d+)*)"
    rf"(?:[{_SPACE}]?(?P<scale>%|per[ -]?cent\b|percent\b|thousand\b|million\b|billion\b|"
    r"(?:k|mn?|bn)\b))?",
    re.IGNORECASE,
)
_CURRENCY = re.compile(rf"(£|€|\$|GBP|EUR|USD)[{_SPACE}]?\Z", re.IGNORECASE)
_SCALES = {"%": -2, "p": -2, "k": 3, "t": 3, "m": 6, "b": 9}
_CURRENCIES = {"£": "GBP", "€": "EUR", "$": "USD"}
_GROUPS = r"\d{{1,3}}(?:[{between}]\d{{3}})+"
_ENGLISH = re.compile(_GROUPS.format(between=f",'’{_SPACE}") + r"(?:\.\d+)?|\d+(?:\.\d+)?")
_CONTINENTAL = re.compile(_GROUPS.format(between=f".'’{_SPACE}") + r"(?:,\d+)?|\d+(?:,\d+)?")
_SPACES = re.compile(f"[{_SPACE}]")
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

    `scaled` says that a word or sign such as `k` or `%` stands behind it.
    """

    value: Decimal
    half_unit: Decimal
    start: int
    end: int
    currency: str = ""
    scaled: bool = False


def amounts(text: str) -> Iterator[Amount]:
    """Yield every number of a text, once for each way in which it may be meant.

    >>> sorted({str(a.value) for a in amounts("EUR 1.234,50 or 5%")})
    ['0.05', '1234.50']
    """
    for found in _NUMBER.finditer(text):
        sign = _CURRENCY.search(text[max(0, found.start() - 4) : found.start()])
        start = found.start() - (len(sign[0]) if sign else 0)
        yield from _read(found["digits"], start, found.end(), sign, found["scale"])
        parts = [*re.finditer(r"\S+", _SPACES.sub(" ", found["digits"]))]
        for part in parts if len(parts) > 1 else ():  # or numbers beside one another
            start = found.start("digits") + part.start()
            yield from _read(part[0], start, start + len(part[0]))


def _read(
    digits: str, start: int, end: int, sign: re.Match[str] | None = None, scale: str | None = None
) -> Iterator[Amount]:
    if len(digits) > LONGEST:
        return
    currency = sign[1].upper() if sign else ""
    power = _SCALES.get((scale or "")[:1].lower(), 0)
    for number in _meant(digits):
        value = number.scaleb(power)
        half = half_unit(number).scaleb(power)
        yield Amount(value, half, start, end, _CURRENCIES.get(currency, currency),
                     bool(scale))  # fmt: skip


def _meant(digits: str) -> set[Decimal]:
    """Return the numbers that digits with separators may stand for."""
    meant = set()
    if _ENGLISH.fullmatch(digits):
        meant.add(Decimal(re.sub(r"[^\d.]", "", digits)))
    if _CONTINENTAL.fullmatch(digits):
        meant.add(Decimal(re.sub(r"[^\d,]", "", digits).replace(",", ".")))
    return meant


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
