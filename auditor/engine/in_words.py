"""Say a condition of a rule in words, for readers who do not read expressions."""

import ast
import re
from collections.abc import Mapping

from auditor.engine.language import COMPARISONS
from auditor.engine.parse import parse

_ROOTS = ("case.", "facts.", "param.")
_TOPIC = re.compile(r"`\w+\.topic` is (?:equal to )?([\w-]+)")
_CALLS: Mapping[str, str] = {"has": "{} is stated", "nil": "the file says that there is no {}"}
_NOT: Mapping[str, str] = {
    "has": "{} is not stated",
    "nil": "the file does not say that there is no {}",
}


def in_words(text: str) -> str:
    """Return an expression in words; what has no words of its own stays as it is written.

    >>> in_words("has(case.sroi) and case.contract.payment.basis in ['results', 'mixed']")
    '`sroi` is stated and `contract.payment.basis` is one of results, mixed'
    """
    return in_words_of(parse(text))


def in_words_of(*conditions: ast.expr) -> str:
    """Return conditions that must all hold in words."""
    return " and ".join(_words(condition) for condition in conditions)


def counted(loop: ast.comprehension) -> str:
    """Return what a loop counts, in words; `{list}` stands for the place of its list.

    >>> loop = parse("[j for j in case.judgements if j.topic == 'urgency']")
    >>> counted(loop.generators[0])
    'a judgement on `urgency`'
    """
    kept = in_words_of(*loop.ifs)
    topic = _TOPIC.fullmatch(kept)
    if topic and _value(loop.iter) == "`judgements`":
        return f"a judgement on `{topic[1]}`"
    return f"an entry of `{{list}}` where {kept}"


def _words(node: ast.expr) -> str:
    if isinstance(node, ast.BoolOp):
        word = " and " if isinstance(node.op, ast.And) else " or "
        return word.join(_part(value) for value in node.values)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        return _denied(node.operand)
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        relation = COMPARISONS[type(node.ops[0])][1]
        return f"{_words(node.left)} is {relation} {_words(node.comparators[0])}"
    if isinstance(node, ast.Call):
        return _call(node)
    return _value(node)


def _part(node: ast.expr) -> str:
    return f"({_words(node)})" if isinstance(node, ast.BoolOp) else _words(node)


def _denied(node: ast.expr) -> str:
    if isinstance(node, ast.Call) and (said := _NOT.get(ast.unparse(node.func))):
        return said.format(_value(node.args[0]))
    return f"not ({_words(node)})"


def _call(node: ast.Call) -> str:
    name = ast.unparse(node.func)
    if name in _CALLS:
        return _CALLS[name].format(_value(node.args[0]))
    if name == "stated":
        return _on_record([_value(each) for each in node.args])
    if name in ("any", "all") and isinstance(node.args[0], ast.GeneratorExp):
        return _quantified(name, node.args[0])
    return f"`{ast.unparse(node)}`"


def _on_record(values: list[str]) -> str:
    *others, last = values
    return f"{', '.join(others)} and {last} are on record" if others else f"{last} is on record"


def _quantified(name: str, loop: ast.GeneratorExp) -> str:
    one = loop.generators[0]
    start = "some entry" if name == "any" else "every entry"
    kept = "".join(f" where {_words(test)}" for test in one.ifs)
    return f"for {start} of {_value(one.iter)}{kept}: {_words(loop.elt)}"


def _value(node: ast.expr) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.List):
        return ", ".join(_value(element) for element in node.elts)
    text = ast.unparse(node)
    for root in _ROOTS:
        text = text.removeprefix(root)
    return f"`{text}`"
