"""Find numbers and dates that a rule should read from a parameter, dated and cited."""

import ast
from collections.abc import Iterator

from auditor.engine.pack_parts import DAY
from auditor.engine.parse import parse

STRUCTURAL = (0, 1, 2, 12, 100)
"""None, one, a pair, the months of a year and the whole of a percentage: nobody set these."""


def literals(text: str) -> Iterator[str]:
    """Yield each fixed number and date of an expression, as it is written.

    Digits to round to are part of how a figure is shown.

    >>> list(literals('case.a >= 3 and case.b > "2025-02-24" and round(case.c, 4) != 100'))
    ['3', '"2025-02-24"']
    """
    tree = parse(text)
    shown = {digits for node in ast.walk(tree) for digits in _digits(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and node not in shown and _is_set(node.value):
            yield ast.get_source_segment(text.strip(), node) or str(node.value)


def _digits(node: ast.AST) -> list[ast.expr]:
    rounds = isinstance(node, ast.Call) and ast.unparse(node.func) == "round"
    return node.args[1:] if rounds and isinstance(node, ast.Call) else []


def _is_set(value: object) -> bool:
    if isinstance(value, str):
        return DAY.fullmatch(value) is not None
    return not isinstance(value, bool) and value not in STRUCTURAL
