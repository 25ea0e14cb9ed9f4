"""Say in words how a condition works out a value: days between dates, sums, the least of a list."""

import ast
from collections.abc import Callable, Mapping

Say = Callable[[ast.expr], str]

_CALLS: Mapping[str, str] = {
    "days_between": "the number of days from {0} to {1}",
    "months_between": "the number of whole months from {0} to {1}",
    "working_days_between": "the number of working days from {0} to {1}",
    "abs": "the size of {0}",
    "round": "{0} rounded to {1} decimals",
    "close": "{0} is within {2} of {1}",
}
_LATER: Mapping[str, str] = {"add_days": "day", "add_months": "month"}
_OVER: Mapping[str, str] = {
    "min": "the least of",
    "max": "the greatest of",
    "sum": "the sum of",
    "distinct": "the different values of",
}
_DAYS = (
    "_date",
    ".date",
    "_on",
    ".start",
    ".end",
    "_start",
    "_end",
    "_deadline",
    ".closed",
    ".done",
    ".due",
)
"""How the names of fields end that hold a day."""
_SIGNS: Mapping[type[ast.operator], str] = {
    ast.Add: "plus",
    ast.Sub: "minus",
    ast.Mult: "times",
    ast.Div: "divided by",
}


def worked_out(node: ast.expr, say: Say, entries: Callable[[ast.comprehension], str]) -> str:
    """Return in words how a value is worked out, or nothing for what is not worked out.

    `say` puts a value into words and `entries` the entries of a list.
    """
    if isinstance(node, ast.BinOp) and type(node.op) in _SIGNS:
        left = say(node.left) if _same(node, node.left) else _term(node.left, say)
        return f"{left} {_SIGNS[type(node.op)]} {_term(node.right, say)}"
    if not isinstance(node, ast.Call):
        return ""
    name = ast.unparse(node.func)
    if name in _LATER:
        return _later(_LATER[name], *node.args, say=say)
    if name in _OVER:
        return f"{_OVER[name]} {_over(node.args[0], say, entries)}"
    return _CALLS[name].format(*map(say, node.args)) if name in _CALLS else ""


def is_a_day(node: ast.expr) -> bool:
    """Say whether a condition compares with a day, so that it is said as before and after."""
    called = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
    return called in _LATER or ast.unparse(node).endswith(_DAYS)


def _same(node: ast.BinOp, left: ast.expr) -> bool:
    return isinstance(left, ast.BinOp) and type(left.op) is type(node.op)


def _term(node: ast.expr, say: Say) -> str:
    return f"({say(node)})" if isinstance(node, ast.BinOp) else say(node)


def _later(unit: str, start: ast.expr, number: ast.expr, *, say: Say) -> str:
    """Return a day so many days or months after another; `0 - n` stands for so many before it."""
    way = "after"
    if isinstance(number, ast.BinOp) and ast.unparse(number.left) == "0":
        way, number = "before", number.right
    many = say(number)
    return f"{many} {unit}{'' if many == '1' else 's'} {way} {say(start)}"


def _over(listed: ast.expr, say: Say, entries: Callable[[ast.comprehension], str]) -> str:
    if not isinstance(listed, ast.GeneratorExp):
        return say(listed)
    each = f"({say(listed.elt)})" if isinstance(listed.elt, ast.Call) else say(listed.elt)
    return f"{each} over all {entries(listed.generators[0])}"
