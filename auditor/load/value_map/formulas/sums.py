"""Find out which rows a total adds up, through its subtotals too."""

from collections.abc import Iterator
from decimal import Decimal

from auditor.load.value_map.formulas.parse import Call, Node, NotWorkedOut, tree
from auditor.load.value_map.formulas.references import Reference
from auditor.load.value_map.table import Table

_ADDING = frozenset({"SUM", "SUBTOTAL", "+"})
_LEAST = 2
"""A formula that reaches fewer rows is no sum over the map."""


def left_out(table: Table, row: int, column: int) -> list[int]:
    """Return the rows with a number that a total in this cell does not add up; none if unclear."""
    reached = _reached(table, row, column, frozenset({row}))
    counted = [
        each
        for each in table.rows
        if isinstance(table.grid.cell(each, column).value, int | Decimal)
    ]
    missed = [each for each in counted if each not in reached]
    return missed if len(counted) - len(missed) >= _LEAST else []


def _reached(table: Table, row: int, column: int, passed: frozenset[int]) -> set[int]:
    formula = table.grid.cell(row, column).formula
    try:
        node = tree(formula, row, column) if formula else None
    except NotWorkedOut:
        return set(table.rows)  # what cannot be read is not complained of
    reached: set[int] = set()
    for named in _added(node):
        if named is None:
            return set(table.rows)
        top, left, bottom, right = named.area(row, column)
        if named.sheet or not left <= column <= right:
            continue
        lines = [each for each in (*table.rows, *table.subtotals) if top <= each <= bottom]
        for line in lines:
            reached.add(line)
            if line in table.subtotals and line not in passed:
                reached |= _reached(table, line, column, passed | {line})
    return reached


def _added(node: Node) -> Iterator[Reference | None]:
    """Yield the cells that are added up; None where something else is done with them."""
    if isinstance(node, Reference):
        yield node
    elif isinstance(node, Call):
        if node.name not in _ADDING:
            yield None
        for each in node.given:
            yield from _added(each)
