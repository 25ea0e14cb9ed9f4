"""Print a figure with the digits that a reader needs, rounded half up."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Literal, TypeAlias

from auditor.counted import after
from auditor.value.precision import CONTEXT

Unit: TypeAlias = Literal["money", "ratio", "share", "months", "number"]

_SYMBOLS: Mapping[str, str] = {"GBP": "£", "EUR": "€", "USD": "$"}
MORE_DIGITS = 2
"""A recomputed figure shows this many more than the claim, so that a difference can be seen."""


def decimals_of(half_unit: Decimal) -> int:
    """Return the decimals that a figure is printed to.

    >>> decimals_of(Decimal("0.005")), decimals_of(Decimal("500"))
    (2, 0)
    """
    exponent = half_unit.normalize().as_tuple().exponent
    return max(0, -exponent - 1) if isinstance(exponent, int) else 0


def as_printed(
    value: Decimal, *, unit: Unit, decimals: int, currency: str = "GBP", pad: bool = False
) -> str:
    """Print a value in its unit to at most so many decimals, or to all of them where `pad` is set.

    >>> as_printed(Decimal("395.4375"), unit="money", decimals=2)
    '£395.44'
    >>> as_printed(Decimal("-4012000"), unit="money", decimals=0, currency="TWD")
    '-TWD 4,012,000'
    >>> as_printed(Decimal("0.8252"), unit="share", decimals=3)
    '82.5%'
    >>> as_printed(Decimal("5.1"), unit="ratio", decimals=2, pad=True)
    '5.10'
    """
    if unit == "share":
        return f"{_number(rounded(value * 100, max(0, decimals - 2)), pad)}%"
    exact = rounded(value, decimals)
    if unit == "months":
        printed = _number(exact, pad)
        return f"{printed}{after(printed, ' months')}"
    if unit != "money":
        return _number(exact, pad)
    sign = "-" if exact < 0 else ""
    return f"{sign}{symbol(currency)}{_pence(_number(abs(exact), pad))}"


def _number(exact: Decimal, pad: bool) -> str:
    text = f"{exact:,f}"
    return text if pad or "." not in text else text.rstrip("0").rstrip(".")


def rounded(value: Decimal, decimals: int) -> Decimal:
    """Round half up; a value too long to be rounded there keeps all its digits.

    Nothing comes out as minus zero, which a reader would look for in vain.

    >>> rounded(Decimal("0.125"), 2), rounded(Decimal("-0.001"), 2)
    (Decimal('0.13'), Decimal('0.00'))
    """
    if value.adjusted() + decimals >= CONTEXT.prec:
        return value
    return CONTEXT.plus(value.quantize(_place(decimals), ROUND_HALF_UP, CONTEXT))


@cache
def _place(decimals: int) -> Decimal:
    return Decimal(1).scaleb(-decimals)


def _pence(amount: str) -> str:
    return f"{amount}0" if amount[-2:-1] == "." else amount


def symbol(currency: str) -> str:
    """Return what stands before an amount: a sign, or else the code of the currency."""
    return _SYMBOLS.get(currency, f"{currency} ")
