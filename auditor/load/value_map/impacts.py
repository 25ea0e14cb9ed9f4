"""Say from which columns the impacts of a map follow."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from auditor.load.value_map.amounts import Unclear, amount_of
from auditor.load.value_map.table import Table

_SHARES = ("deadweight", "displacement", "attribution", "attribution_others")
_ENOUGH = Decimal("0.02")
"""How near a product must come to the printed impact to count as the one that gives it."""


def multiplied(table: Table, offers: list[str]) -> str | None:
    """Return the one column of values from which most impacts follow, if just one is."""
    numbers = [_numbers(table, row, offers) for row in table.rows]
    counts = {name: sum(_follows(each, name) for each in numbers) for name in offers}
    best = max(counts.values())
    fits = [name for name, count in counts.items() if count == best]
    return fits[0] if len(fits) == 1 and best * 2 > len(table.rows) else None


def _follows(numbers: Mapping[str, Decimal], proxy: str, *, kept: bool = False) -> bool:
    value = numbers.get(proxy)
    if value is None or not {"quantity", "impact"} <= set(numbers):
        return False
    left = Decimal(1)
    for name in _SHARES:
        share = numbers.get(name, Decimal(0))
        share = share / 100 if share > 1 else share
        left *= share if kept and name == "attribution" else 1 - share
    product, impact = numbers["quantity"] * value * left, numbers["impact"]
    return abs(product - impact) <= _ENOUGH * abs(impact)


def _numbers(table: Table, row: int, proxies: Sequence[str]) -> dict[str, Decimal]:
    """Return the numbers of a row by which its impact is worked out."""
    wanted = ("quantity", "impact", *_SHARES, *proxies)
    held = ((name, table.columns[name]) for name in wanted if name in table.columns)
    return {name: n for name, at in held if (n := _number(table, row, at)) is not None}


def _number(table: Table, row: int, column: int) -> Decimal | None:
    try:
        amount = amount_of(table.grid.cell(row, column))
    except Unclear:
        return None
    return Decimal(amount.value) if amount else None


def follow_from_what_is_kept(table: Table) -> bool:
    """Say whether most impacts follow if attribution is kept, and none that tells if deducted."""
    if not {"quantity", "impact", "proxy", "attribution"} <= set(table.columns):
        return False
    numbers = {row: _numbers(table, row, ["proxy"]) for row in table.rows}
    deducted = {row for row, each in numbers.items() if _follows(each, "proxy")}
    kept = {row for row, each in numbers.items() if _follows(each, "proxy", kept=True)}
    telling = kept - deducted
    return len(telling) > 1 and not deducted - kept and len(kept) * 2 > len(table.rows)


def make_wholes(table: Table, names: Sequence[str]) -> bool:
    """Say whether the shares of these columns make 100% in every row that states any."""
    sums = {
        sum(shares)
        for row in table.rows
        if (shares := [n for name in names if (n := _number(table, row, table.columns[name]))])
    }
    return bool(sums) and (sums == {1} or sums == {100})


def holds_numbers(table: Table, column: int) -> bool:
    """Say whether most rows of a map have a number in a column."""
    count = sum(_number(table, row, column) is not None for row in table.rows)
    return count * 2 > len(table.rows)
