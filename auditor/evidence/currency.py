"""Know the currency of an amount by the sign, code or word before or behind it."""

import re
from collections.abc import Mapping
from types import MappingProxyType

SPACES = "\u0020\u00a0\u2009\u202f\u2007"
"""The spaces that may stand inside an amount or beside it."""
_SIGNS: Mapping[str, str] = MappingProxyType(
    {"£": "GBP", "€": "EUR", "$": "$", "¥": "JPY", "₹": "INR", "us$": "USD", "a$": "AUD",
     "au$": "AUD", "nz$": "NZD", "c$": "CAD", "ca$": "CAD", "hk$": "HKD", "s$": "SGD",
     "pounds": "GBP", "pound": "GBP", "euros": "EUR", "euro": "EUR", "dollars": "$",
     "dollar": "$", "rupees": "INR", "yen": "JPY", "kr": "kr"}
)  # fmt: skip
_CODES = ("GBP", "EUR", "USD", "CAD", "AUD", "NZD", "HKD", "SGD", "JPY", "INR", "CNY", "CHF",
          "SEK", "NOK", "DKK", "PLN", "CZK", "ZAR")  # fmt: skip
_DOLLARS = frozenset({"USD", "CAD", "AUD", "NZD", "HKD", "SGD"})
_CODE = "|".join(_CODES)
_DOLLAR = r"(?<![a-z])(?:us|au?|nz|ca?|hk|s)\$"
_BEFORE = re.compile(
    rf"(?P<currency>{_DOLLAR}|[£€$¥₹]|(?<![a-z])(?:{_CODE}))[{SPACES}]?[-\u2212]?\Z", re.IGNORECASE
)
_BEHIND = re.compile(
    rf"[{SPACES}]?(?P<currency>[£€$¥₹](?![{SPACES}]?\d)|"
    rf"(?:{_CODE}|pounds?|euros?|dollars?|rupees|yen|kr)(?![^\W\d_]))",
    re.IGNORECASE,
)
_ANYWHERE = re.compile(rf"{_DOLLAR}|[£€$¥₹]|(?<![a-z])(?:{_CODE})(?![a-z])", re.IGNORECASE)
_LONGEST = 8
_NEVER = frozenset({"", *",.;:()[]/%0123456789"})
"""Next to these nothing is looked for: most numbers stand beside one of them or in a word."""


def before(text: str, start: int) -> tuple[str, int]:
    """Return the currency that stands before an amount, and where it begins.

    >>> before("costs US$5", 9)
    ('USD', 6)
    """
    first = max(0, start - _LONGEST)
    ahead = text[first:start]
    last = ahead.rstrip()[-1:]
    found = None if last in _NEVER else _BEFORE.search(ahead)
    return (_name(found), first + found.start()) if found else ("", start)


def behind(text: str, end: int) -> str:
    """Return the currency that stands behind an amount.

    >>> behind("5 euros", 1), behind("5 £6", 1)
    ('EUR', '')
    """
    follows = text[end : end + 2].lstrip()[:1]
    found = None if follows in _NEVER else _BEHIND.match(text, end)
    return _name(found) if found else ""


def currency_in(text: str) -> str:
    """Return the currency that a printed amount is in, empty where it has none."""
    found = _ANYWHERE.search(text)
    return _known(found[0]) if found else ""


def is_other(one: str, other: str) -> bool:
    """Say whether two currencies that are stated are not the same."""
    if not one or not other or one == other:
        return False
    return not ("$" in (one, other) and {one, other} - {"$"} <= _DOLLARS)


def _name(found: re.Match[str]) -> str:
    return _known(found["currency"])


def _known(sign: str) -> str:
    return _SIGNS.get(sign.lower(), sign.upper())
