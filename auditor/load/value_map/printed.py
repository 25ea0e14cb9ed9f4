"""Write a number the way its cell shows it, so that it is held to the digits that are seen."""

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.')
_BRACKET = re.compile(r"\[[^\]]*\]")
_NUMBER = re.compile(r"[#0?](?:[#0?,]*[#0?])?(?:\.(?P<decimals>[0#?]+))?(?P<scale>,*)")
_SCALES = {0: (0, ""), 1: (3, "k"), 2: (6, "m")}


@lru_cache(maxsize=4096)
def printed(value: int | Decimal, number_format: str) -> str:
    """Return a number as its format shows it, or nothing where the format keeps every digit.

    Without a format a cell has room for eleven characters, so ten digits are taken as shown.

    >>> printed(Decimal("5.0733"), '0.00'), printed(281010, '"£"#,##0')
    ('5.07', '£281,010')
    >>> printed(Decimal("0.25"), "0%"), printed(Decimal("5.07"), "General")
    ('25%', '')
    """
    if number_format == "General":
        return _general(Decimal(value))
    section = _section(number_format, negative=value < 0)
    bare = _BRACKET.sub("", _QUOTED.sub("", section))
    found = _NUMBER.search(bare)
    if not found or "E+" in bare.upper() or "/" in bare or "@" in bare:
        return ""
    percent = bare.count("%")
    scale = len(found["scale"])
    if percent > 1 or scale not in _SCALES or (percent and scale):
        return ""
    shift, sign = _SCALES[scale]
    decimals = len(found["decimals"] or "")
    shown = Decimal(value).scaleb(2 * percent - shift)
    shown = shown.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    minus = "-" if shown < 0 else ""
    return f"{minus}{_currency(section)}{abs(shown):,.{decimals}f}{'%' * percent}{sign}"


_GENERAL_DIGITS = 10


def _general(value: Decimal) -> str:
    if len(value.as_tuple().digits) <= _GENERAL_DIGITS or value == value.to_integral_value():
        return ""
    decimals = max(0, _GENERAL_DIGITS - 1 - max(value.adjusted(), 0))
    return f"{value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP):f}"


def currency_sign(number_format: str) -> str:
    """Return the sign of the currency that a format shows, or nothing.

    >>> currency_sign('[$€-2] #,##0.00'), currency_sign("0.0")
    ('€', '')
    """
    return next((sign for sign in "£€$₹" if sign in _signs(number_format)), "")


def _signs(number_format: str) -> str:
    return re.sub(r"\[\$(?P<sign>[^\]-]*)(?:-[^\]]*)?\]", r"\g<sign>", number_format)


def _section(number_format: str, *, negative: bool) -> str:
    parts = number_format.split(";")
    return parts[1] if negative and len(parts) > 1 and parts[1].strip() else parts[0]


def _currency(section: str) -> str:
    sign = currency_sign(section)
    return sign if sign in ("£", "$", "€") else ""
