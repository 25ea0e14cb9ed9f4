"""Tell what of a condition goes without saying, and what in it can only leave an answer open."""

import ast
import re
from collections.abc import Iterator, Sequence

_PATH = (ast.Attribute, ast.Name)
_PRESENT = (("has", True), ("nil", False))
"""Calls that go without saying where another part says what the value is, and how they stand."""
_APART = (ast.NotEq, ast.NotIn)
"""Comparisons that a reader takes to be so of a value that is not stated, too."""
_ALIKE = {ast.Eq: ast.NotEq, ast.In: ast.NotIn, ast.NotEq: ast.Eq, ast.NotIn: ast.In}


def bare(node: ast.expr, holds: bool) -> tuple[ast.expr, bool]:
    """Take every `not` from before a condition, and say whether what is left is to hold."""
    while isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        node, holds = node.operand, not holds
    return node, holds


def parts_to_say(parts: Sequence[ast.expr], holds: bool) -> tuple[ast.expr, ...]:
    """Return the parts of conditions that must all hold, without what another part implies.

    What asks for a value that it finds not stated can only leave the answer open: it is said so.
    """
    said = [each for each in parts if not _is_implied(each, parts, holds)]
    return tuple(_left_out(each, said, holds) for each in said if not _is_asked(each, said, holds))


def leaves_open(node: ast.expr, holds: bool) -> bool:
    """Say whether a condition is never so and is there to leave an answer open.

    To ask whether a value is stated stops a rule where it is not, so the contrary is never so.
    """
    node, holds = bare(node, holds)
    if isinstance(node, ast.BoolOp):
        is_and = isinstance(node.op, ast.And) is holds
        parts = parts_to_say(node.values, holds) if is_and else node.values
        return (any if is_and else all)(leaves_open(each, holds) for each in parts)
    if isinstance(node, ast.Compare):
        return holds and ast.unparse(node).startswith("len(") and ast.unparse(node).endswith(" < 0")
    if not isinstance(node, ast.Call):
        return False
    if ast.unparse(node.func) == "stated":
        return not holds
    loop = node.args[0] if node.args else None
    if not isinstance(loop, ast.GeneratorExp):
        return False
    return asks_nothing(node, holds) or leaves_open(loop.elt, holds)


def asks_nothing(node: ast.expr, holds: bool) -> bool:
    """Say whether a condition asks for every entry of a list where that has none."""
    match bare(node, holds):
        case (
            ast.Call(
                func=ast.Name(id="all"),
                args=[ast.GeneratorExp(generators=[ast.comprehension(iter=listed, ifs=[kept])])],
            ),
            True,
        ):
            return ast.unparse(kept) == f"len({ast.unparse(listed)}) == 0"
    return False


def _is_implied(part: ast.expr, parts: Sequence[ast.expr], holds: bool) -> bool:
    call, stands = bare(part, holds)
    if not isinstance(call, ast.Call) or (ast.unparse(call.func), stands) not in _PRESENT:
        return False
    path = re.compile(rf"(?<![\w.]){re.escape(ast.unparse(call.args[0]))}(?![\w.])")
    others = (each for each in parts if each is not part)
    return any(path.search(_read_in_any_case(each, holds, lists=stands)) for each in others)


def _read_in_any_case(part: ast.expr, holds: bool, *, lists: bool) -> str:
    """Return as written what a condition reads whatever else it finds; nothing for several."""
    node, stands = bare(part, holds)
    if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.GeneratorExp):
        return ast.unparse(node.args[0].generators[0].iter) if lists else ""
    if isinstance(node, ast.Call) and ast.unparse(node.func) == "stated":
        return ast.unparse(node) if stands or (not lists and len(node.args) == 1) else ""
    if isinstance(node, ast.Compare):
        return "" if lists and _sets_apart(node, stands) else ast.unparse(node)
    return ast.unparse(node) if isinstance(node, _PATH) else ""


def _sets_apart(node: ast.Compare, stands: bool) -> bool:
    signs = (type(sign) for sign in node.ops)
    return any((sign if stands else _ALIKE.get(sign)) in _APART for sign in signs)


def _stated(parts: Sequence[ast.expr], holds: bool) -> Iterator[str]:
    for node, stands in (bare(each, holds) for each in parts):
        if isinstance(node, ast.Call) and stands and ast.unparse(node.func) == "stated":
            yield from map(ast.unparse, node.args)


def _not_stated(parts: Sequence[ast.expr], holds: bool) -> Iterator[str]:
    for node, stands in (bare(each, holds) for each in parts):
        if isinstance(node, ast.Call) and not stands and ast.unparse(node.func) == "has":
            yield ast.unparse(node.args[0])


def _is_asked(part: ast.expr, parts: Sequence[ast.expr], holds: bool) -> bool:
    """Say whether a part finds a value not stated that another part asks to be stated."""
    return any(path in set(_stated(parts, holds)) for path in _not_stated([part], holds))


def _left_out(part: ast.expr, parts: Sequence[ast.expr], holds: bool) -> ast.expr:
    """Return the contrary of a part that asks for a value which another part finds not stated."""
    if not set(_stated([part], holds)) & set(_not_stated(parts, holds)):
        return part
    asked = bare(part, holds)[0]
    return ast.UnaryOp(ast.Not(), asked) if holds else asked
