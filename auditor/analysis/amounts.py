"""Print the amounts, ratios and shares of an analysis, alike in every part of it."""

from decimal import Decimal

from auditor.value.printing import as_printed


def money(value: Decimal, currency: str) -> str:
    """Print an amount rounded half up to whole units.

    >>> money(Decimal("-1234.5"), "GBP")
    '-£1,235'
    """
    return as_printed(value, unit="money", decimals=0, currency=currency)


def ratio(value: Decimal) -> str:
    """Print a ratio to hundredths.

    >>> ratio(Decimal("5.0733"))
    '5.07'
    """
    return as_printed(value, unit="ratio", decimals=2, pad=True)


def share(value: Decimal | None) -> str:
    """Print a share to tenths of a per cent; a dash where there is none.

    >>> share(Decimal("0.8252"))
    '82.5%'
    """
    return "–" if value is None else as_printed(value, unit="share", decimals=3)
