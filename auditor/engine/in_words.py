"""Say a condition of a rule in words, for readers who do not read expressions."""

import ast
import re
from collections.abc import Iterator, Mapping

from auditor.engine.fact_words import fact_in_words
from auditor.engine.implied import asks_nothing, bare, leaves_open, parts_to_say
from auditor.engine.language import COMPARISONS, DATE_WORDS
from auditor.engine.parse import parse
from auditor.engine.sums_in_words import is_a_day, worked_out

LONGEST = 200
"""The most letters of a condition that a finding repeats; `auditor explain` prints longer ones."""
OPEN = "the answer is open where"
"""How a way begins that never makes a condition hold, and may leave it open."""
_ENTRIES = "the number of entries of "
_SOME = " that the rule is about"
_ROOTS = re.compile(r"\b(?:case|facts|param)\.")
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


def entry_in_words(listed: str, keep: str | None, longest: int = LONGEST) -> str:
    """Return in words what a rule asks about one by one, in short where that would be too long.

    `longest` is the most letters of the condition on an entry.

    >>> entry_in_words("case.outcomes", "outcome.material")
    'entry of `outcomes` where `outcome.material` is true'
    """
    kept = f" where {in_words(keep)}" if keep else ""
    return f"entry of {_value(parse(listed))}{kept if len(kept) <= longest else _SOME}"


def in_words_of(*conditions: ast.expr) -> str:
    """Return conditions that must all hold in words."""
    parts = parts_to_say(conditions, True)
    if len(parts) == 1:
        return words(parts[0])
    return " and ".join(dict.fromkeys(_part(each, True) for each in parts))


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


def words(node: ast.expr, *, holds: bool = True) -> str:
    """Return a condition in words, or its contrary where it is not to hold."""
    node, holds = bare(node, holds)
    if isinstance(node, ast.BoolOp):
        return _joined(node, holds)
    if isinstance(node, ast.Compare):
        return (" and " if holds else " or ").join(_compared(each, holds) for each in _pairs(node))
    if isinstance(node, ast.Call):
        return _call(node, holds)
    if isinstance(node, _PATH):
        return _true(node, holds)
    return _value(node) if holds else f"not ({_value(node)})"


def _joined(node: ast.BoolOp, holds: bool) -> str:
    """Join conditions; where the whole is not to hold, by the rules of De Morgan."""
    is_and = isinstance(node.op, ast.And) is holds
    parts = parts_to_say(node.values, holds) if is_and else tuple(node.values)
    parts = tuple(each for each in parts if not asks_nothing(each, holds))
    if len(parts) == 1:
        return words(parts[0], holds=holds)
    if is_and:
        return " and ".join(_part(each, holds) for each in parts)
    return " or ".join(sorted((_way(each, holds) for each in parts), key=_is_open))


def _way(node: ast.expr, holds: bool) -> str:
    return f"{OPEN} {_part(node, holds)}" if leaves_open(node, holds) else _part(node, holds)


def _is_open(said: str) -> bool:
    return said.startswith(OPEN)


def _part(node: ast.expr, holds: bool) -> str:
    said = words(node, holds=holds)
    several = isinstance(bare(node, holds)[0], ast.BoolOp | ast.Compare)
    runs_on = several and (" and " in said or " or " in said)
    return f"({said})" if runs_on or said.startswith("for ") else said


def _pairs(node: ast.Compare) -> Iterator[ast.Compare]:
    """Yield `a < b < c` as `a < b` and `b < c`."""
    sides = [node.left, *node.comparators]
    for left, sign, right in zip(sides, node.ops, sides[1:], strict=False):
        yield ast.Compare(left, [sign], [right])


def _compared(node: ast.Compare, holds: bool) -> str:
    sign, right = type(node.ops[0]), node.comparators[0]
    written, relation = COMPARISONS[sign if holds else _CONTRARY[sign]]
    if is_a_day(right) or is_a_day(node.left):
        relation = {**DATE_WORDS, "==": "the same day as"}.get(written, relation)
    if isinstance(node.left, ast.Constant) and written in ("in", "not in"):
        relation = "among" if written == "in" else "not among"
    if relation == "less than" and ast.unparse(node).startswith("len(") and _value(right) == "0":
        return f"{_value(node.left).removeprefix(_ENTRIES)} cannot be worked out"
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
        return _of_entries(name, node.args[0], holds)
    return f"{_value(node)}" if holds else f"not ({_value(node)})"


def _on_record(values: list[str], holds: bool) -> str:
    *others, last = values
    listed = f"{', '.join(others)} and {last}" if others else last
    if not holds:
        return f"{'one of ' if others else ''}{listed} is left out"
    return f"{listed} {'are' if others else 'is'} on record"


def _of_entries(name: str, loop: ast.GeneratorExp, holds: bool) -> str:
    start, inner = over_entries(name, loop, holds)
    asks_for_one = name == "all" and not holds and ast.unparse(loop.elt).startswith("stated(")
    if asks_for_one and ast.unparse(loop.elt).endswith(".id)"):
        return f"there is no {start.partition(' ')[2].partition(' ')[2]}"
    return f"{start}: {words(loop.elt, holds=inner)}"


def over_entries(name: str, loop: ast.GeneratorExp, holds: bool) -> tuple[str, bool]:
    """Return of which entries of a list something is asked, and whether that is to hold."""
    one = loop.generators[0]
    start = ("some" if holds else "no") if name == "any" else ("every" if holds else "some")
    kept = f" where {in_words_of(*one.ifs)}" if one.ifs else ""
    return f"for {start} entry of {_value(one.iter)}{kept}", holds or name == "any"


def _value(node: ast.expr) -> str:
    if isinstance(node, ast.Constant):
        text = str(node.value)
        return text.replace("_", " ") if _CODE.fullmatch(text) else text
    if isinstance(node, ast.List):
        return ", ".join(_value(element) for element in node.elts)
    if isinstance(node, ast.Call) and ast.unparse(node.func) == "len":
        return _number_of(node.args[0])
    if said := worked_out(node, _value, _entries):
        return said
    return f"`{_ROOTS.sub('', ast.unparse(node))}`"


def _number_of(listed: ast.expr) -> str:
    if isinstance(listed, ast.GeneratorExp):
        return f"the number of {_entries(listed.generators[0])}"
    if said := worked_out(listed, _value, _entries):
        return f"the number of {said}"
    return f"{_ENTRIES}{_value(listed)}"


def _entries(loop: ast.comprehension) -> str:
    kept = f" where {in_words_of(*loop.ifs)}" if loop.ifs else ""
    return f"entries of {_value(loop.iter)}{kept}"
