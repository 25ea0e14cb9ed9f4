"""Say a condition of a rule in words, for readers who do not read expressions."""

import ast
import re
from collections.abc import Mapping, Sequence

from auditor.engine.fact_words import fact_in_words
from auditor.engine.language import COMPARISONS, DATE_WORDS
from auditor.engine.parse import parse

LONGEST = 200
"""The most letters of a condition that a finding repeats; `auditor explain` prints longer ones."""
_SOME = " that the rule is about"
_ROOTS = ("case.", "facts.", "param.")
_TOPIC = re.compile(r"`\w+\.topic` is ([\w-]+)")
_CODE = re.compile(r"[a-z0-9]+(_[a-z0-9]+)+")
_PATH = (ast.Attribute, ast.Name)
_CONTRARY: Mapping[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.GtE,
    ast.GtE: ast.Lt,
    ast.Gt: ast.LtE,
    ast.LtE: ast.Gt,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_CALLS: Mapping[str, tuple[str, str]] = {
    "has": ("{} is stated", "{} is not stated"),
    "nil": ("the file says that there is no {}", "the file does not say that there is no {}"),
}
"""Calls on a path in words: where they hold, and where they do not."""


def in_words(text: str) -> str:
    """Return an expression in words; what has no words of its own stays as it is written.

    >>> in_words("has(case.sroi) and case.contract.payment.basis in ['results', 'mixed']")
    '`sroi` is stated and `contract.payment.basis` is one of results, mixed'
    """
    return in_words_of(parse(text))


def entry_in_words(listed: str, keep: str | None) -> str:
    """Return in words what a rule asks about one by one, in short where that would be too long.

    >>> entry_in_words("case.outcomes", "outcome.material")
    'entry of `outcomes` where `outcome.material` is true'
    """
    kept = f" where {in_words(keep)}" if keep else ""
    return f"entry of {_value(parse(listed))}{kept if len(kept) <= LONGEST else _SOME}"


def in_words_of(*conditions: ast.expr) -> str:
    """Return conditions that must all hold in words."""
    parts = _without_presence(conditions, True)
    if len(parts) == 1:
        return _words(parts[0])
    return " and ".join(_part(each, True) for each in parts)


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


def _words(node: ast.expr, *, holds: bool = True) -> str:
    node, holds = _bare(node, holds)
    if isinstance(node, ast.BoolOp):
        return _joined(node, holds)
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        return _compared(node, holds)
    if isinstance(node, ast.Call):
        return _call(node, holds)
    if isinstance(node, _PATH):
        return _true(node, holds)
    return _value(node) if holds else f"not ({_value(node)})"


def _bare(node: ast.expr, holds: bool) -> tuple[ast.expr, bool]:
    """Take every `not` from before a condition, and say whether what is left is to hold."""
    while isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        node, holds = node.operand, not holds
    return node, holds


def _joined(node: ast.BoolOp, holds: bool) -> str:
    """Join conditions; where the whole is not to hold, by the rules of De Morgan."""
    is_and = isinstance(node.op, ast.And) is holds
    parts = _without_presence(node.values, holds) if is_and else tuple(node.values)
    if len(parts) == 1:
        return _words(parts[0], holds=holds)
    return (" and " if is_and else " or ").join(_part(each, holds) for each in parts)


def _without_presence(parts: Sequence[ast.expr], holds: bool) -> tuple[ast.expr, ...]:
    """Leave out that a value is stated where another part says what it is."""
    return tuple(each for each in parts if not _is_implied(each, parts, holds))


def _is_implied(part: ast.expr, parts: Sequence[ast.expr], holds: bool) -> bool:
    bare, stands = _bare(part, holds)
    if not (stands and isinstance(bare, ast.Call) and ast.unparse(bare.func) == "has"):
        return False
    path = re.compile(rf"(?<![\w.]){re.escape(ast.unparse(bare.args[0]))}(?![\w.])")
    return any(path.search(_read_in_any_case(each)) for each in parts if each is not part)


def _read_in_any_case(part: ast.expr) -> str:
    """Return as written what a condition reads whatever else it finds; nothing for several."""
    bare, _ = _bare(part, True)
    if isinstance(bare, ast.Call) and bare.args and isinstance(bare.args[0], ast.GeneratorExp):
        return ast.unparse(bare.args[0].generators[0].iter)
    return ast.unparse(bare) if isinstance(bare, (ast.Compare, *_PATH)) else ""


def _part(node: ast.expr, holds: bool) -> str:
    words = _words(node, holds=holds)
    bare = _bare(node, holds)[0]
    runs_on = isinstance(bare, ast.BoolOp) and (" and " in words or " or " in words)
    return f"({words})" if runs_on or words.startswith("for ") else words


def _compared(node: ast.Compare, holds: bool) -> str:
    sign, right = type(node.ops[0]), node.comparators[0]
    written, relation = COMPARISONS[sign if holds else _CONTRARY[sign]]
    if ast.unparse(right).endswith("_date"):
        relation = DATE_WORDS.get(written, relation)
    if relation == "equal to" and isinstance(right, ast.Constant):
        return f"{_value(node.left)} is {_value(right)}"
    return f"{_value(node.left)} is {relation} {_value(right)}"


def _true(node: ast.expr, holds: bool) -> str:
    if fact := fact_in_words(ast.unparse(node)):
        return f"the file {'shows' if holds else 'does not show'} that {fact}"
    return f"{_value(node)} is {'true' if holds else 'false'}"


def _call(node: ast.Call, holds: bool) -> str:
    name = ast.unparse(node.func)
    if name in _CALLS:
        return _CALLS[name][0 if holds else 1].format(_value(node.args[0]))
    if name == "stated":
        return _on_record([_value(each) for each in node.args], holds)
    if name in ("any", "all") and isinstance(node.args[0], ast.GeneratorExp):
        return _quantified(name, node.args[0], holds)
    return f"{_value(node)}" if holds else f"not ({_value(node)})"


def _on_record(values: list[str], holds: bool) -> str:
    *others, last = values
    if not others:
        return f"{last} is {'' if holds else 'not '}on record"
    return f"{', '.join(others)} and {last} are {'' if holds else 'not all '}on record"


def _quantified(name: str, loop: ast.GeneratorExp, holds: bool) -> str:
    one = loop.generators[0]
    start = "some" if (name == "any") is holds else "every"
    said = f"for {start} entry of {_value(one.iter)}"
    kept = f" where {in_words_of(*one.ifs)}" if one.ifs else ""
    return f"{said}{kept}: {_words(loop.elt, holds=holds)}"


def _value(node: ast.expr) -> str:
    if isinstance(node, ast.Constant):
        text = str(node.value)
        return text.replace("_", " ") if _CODE.fullmatch(text) else text
    if isinstance(node, ast.List):
        return ", ".join(_value(element) for element in node.elts)
    if isinstance(node, ast.Call) and ast.unparse(node.func) == "len":
        return _number_of(node.args[0])
    text = ast.unparse(node)
    for root in _ROOTS:
        text = text.removeprefix(root)
    return f"`{text}`"


def _number_of(listed: ast.expr) -> str:
    if not isinstance(listed, ast.GeneratorExp):
        return f"the number of entries of {_value(listed)}"
    one = listed.generators[0]
    kept = f" where {in_words_of(*one.ifs)}" if one.ifs else ""
    return f"the number of entries of {_value(one.iter)}{kept}"
