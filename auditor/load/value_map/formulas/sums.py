"""Find out which rows a total adds up, through its subtotals too."""

from collections.abc import Iterator
from decimal import Decimal

from auditor.load.value_map.formulas.parse import Call, Node, NotWorkedOut, tree
from auditor.load.value_map.formulas.references import Reference
from auditor.load.value_map.table import Table

_ADDING = frozenset({"SUM", "SUBTOTAL", "+"})
_MOST = 100
"""How many subtotals are looked through."""
_LEAST = 2
"""A formula that reaches fewer rows is no sum over the map."""


def left_out(table: Table, row: int, column: int) -> list[int]:
    """Return the rows with a number that a total in this cell does not add up; none if unclear."""
    reached = _reached(table, row, column)
    counted = [
        each
        for each in table.rows
        if isinstance(table.grid.cell(each, column).value, int | Decimal)
    ]
    missed = [each for each in counted if each not in reached]
    return missed if len(counted) - len(missed) >= _LEAST else []


def _reached(table: Table, total: int, column: int) -> set[int]:
    """Return the rows that a total adds up, those of the subtotals that it names included."""
    reached: set[int] = set()
    open_rows = [total]
    seen = 0
    while open_rows:
        row = open_rows.pop()
        seen += 1
        if seen > _MOST:
            return set(table.rows)
        for named in _named(table.grid.cell(row, column).formula, row, column):
            if named is None:
                return set(table.rows)  # what cannot be read is not complained of
            top, left, bottom, right = named.area(row, column)
            if named.sheet or not left <= column <= right:
                continue
            for line in (*table.rows, *table.subtotals):
                if top <= line <= bottom and line not in reached:
                    reached.add(line)
                    if line in table.subtotals and line != total:
                        open_rows.append(line)
    return reached


def _named(formula: str, row: int, column: int) -> list[Reference | None]:
    if not formula:
        return []
    try:
        return list(_added(tree(formula, row, column)))
    except NotWorkedOut:
        return [None]


def _added(node: Node) -> Iterator[Reference | None]:
    """Yield the cells that are added up; None where something else is done with them."""
    if isinstance(node, Reference):
        yield node
    elif isinstance(node, Call):
        if node.name not in _ADDING:
            yield None
        for each in node.given:
            yield from _added(each)
