"""Set out a condition of a rule in words, what it asks for under one another."""

import ast
from collections.abc import Iterator, Sequence

from auditor.engine.implied import asks_nothing, bare, leaves_open, parts_to_say
from auditor.engine.in_words import OPEN, over_entries, words
from auditor.engine.parse import parse

_SHORT = 60
"""The most letters of several conditions that stay on one line."""
_ALL, _ANY = "all of these:", "at least one of these:"


def outline(text: str) -> Iterator[tuple[int, str]]:
    """Yield each line of a condition with its depth, from 0.

    >>> for depth, line in outline("has(case.sroi.rows) and (case.stage == 'options' or "
    ...     "any(row.proxy > 0 and row.quantity > 0 for row in case.sroi.rows))"):
    ...     print("  " * depth + line)
    all of these:
      `sroi.rows` is stated
      at least one of these:
        `stage` is options
        for some entry of `sroi.rows`: `row.proxy` is more than 0 and `row.quantity` is more than 0
    """
    yield from _lines(parse(text), True, 0)


def _lines(node: ast.expr, holds: bool, depth: int, lead: str = "") -> Iterator[tuple[int, str]]:
    """Yield the lines of a condition; the first begins with `lead`."""
    node, holds = bare(node, holds)
    if isinstance(node, ast.BoolOp):
        yield from _several(node, holds, depth, lead)
    elif isinstance(node, ast.Call) and (loop := _loop(node)) and _is_long(loop.elt, holds):
        start, inner = over_entries(ast.unparse(node.func), loop, holds)
        yield from _lines(loop.elt, inner, depth, f"{lead}{start}, ")
    else:
        yield depth, f"{_before(lead)}{words(node, holds=holds)}"


def _several(node: ast.BoolOp, holds: bool, depth: int, lead: str) -> Iterator[tuple[int, str]]:
    is_and = isinstance(node.op, ast.And) is holds
    parts = parts_to_say(node.values, holds) if is_and else tuple(node.values)
    found = [each for each in _parts(parts, holds, is_and) if not asks_nothing(*each)]
    if len(found) == 1:
        yield from _lines(*found[0], depth, lead)
    elif not _is_long(node, holds):
        yield depth, f"{_before(lead)}{words(node, holds=holds)}"
    else:
        yield depth, f"{lead}{_ALL if is_and else _ANY}"
        once = {words(part, holds=stands): (part, stands) for part, stands in found}
        last = () if is_and else tuple(each for each in once.values() if leaves_open(*each))
        for part, stands in (each for each in once.values() if each not in last):
            yield from _lines(part, stands, depth + 1)
        for part, stands in last:
            yield from _lines(part, stands, depth + 1, f"otherwise {OPEN} ")


def _before(lead: str) -> str:
    return f"{lead[:-2]}: " if lead.endswith(", ") else lead


def _parts(
    values: Sequence[ast.expr], holds: bool, is_and: bool
) -> Iterator[tuple[ast.expr, bool]]:
    """Yield the parts of a condition; one of the same kind as the whole gives its own parts."""
    for value in values:
        inner, stands = bare(value, holds)
        if isinstance(inner, ast.BoolOp) and (isinstance(inner.op, ast.And) is stands) is is_and:
            inner_parts = parts_to_say(inner.values, stands) if is_and else inner.values
            yield from _parts(inner_parts, stands, is_and)
        else:
            yield inner, stands


def _loop(node: ast.Call) -> ast.GeneratorExp | None:
    loops = node.args[0] if node.args and ast.unparse(node.func) in ("any", "all") else None
    return loops if isinstance(loops, ast.GeneratorExp) else None


def _is_long(node: ast.expr, holds: bool) -> bool:
    several = isinstance(bare(node, holds)[0], ast.BoolOp) or _loops(node)
    return several and len(words(node, holds=holds)) > _SHORT


def _loops(node: ast.expr) -> bool:
    return any(isinstance(each, ast.GeneratorExp) for each in ast.walk(node))
