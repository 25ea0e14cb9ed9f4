"""Bend an expression in every small way that its cases ought to notice."""

import ast
from collections.abc import Iterator
from copy import deepcopy

from auditor.engine.parse import parse

_BENT: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}


def bend(text: str) -> Iterator[str]:
    """Yield the expression with one comparison, `and` or `or` bent at a time.

    >>> list(bend("a.b >= 3 and a.c == 1"))
    ['a.b > 3 and a.c == 1', 'a.b >= 3 and a.c != 1', 'a.b >= 3 or a.c == 1']
    """
    tree = parse(text)
    places = [node for node in ast.walk(tree) if isinstance(node, ast.Compare)]
    for place in range(len(places)):
        for position in range(len(places[place].ops)):
            yield _bend_comparison(tree, place, position)
    for place in range(sum(isinstance(node, ast.BoolOp) for node in ast.walk(tree))):
        yield _bend_word(tree, place)


def _bend_comparison(tree: ast.expr, place: int, position: int) -> str:
    bent = deepcopy(tree)
    node = [node for node in ast.walk(bent) if isinstance(node, ast.Compare)][place]
    node.ops[position] = _BENT[type(node.ops[position])]()
    return ast.unparse(bent)


def _bend_word(tree: ast.expr, place: int) -> str:
    bent = deepcopy(tree)
    node = [node for node in ast.walk(bent) if isinstance(node, ast.BoolOp)][place]
    node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    return ast.unparse(bent)
