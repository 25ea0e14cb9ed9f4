"""Find the values of a file whose absence a rule answers on purpose, with has()."""

import ast
from collections.abc import Iterator, Mapping

from auditor.engine.expression import parse
from auditor.engine.ready import ReadyRule


def guards(ready: ReadyRule) -> frozenset[str]:
    """Return the paths that a rule asks for with has(), loop names replaced by their lists."""
    return frozenset(_guards(ready))


def guarded(pointer: str, paths: frozenset[str]) -> bool:
    """Say whether the value at a pointer, or one below it, is among some paths."""
    names = [part for part in pointer.split("/") if part and not part.isdigit()]
    value = ".".join(("case", *names))
    return any(path == value or path.startswith(f"{value}.") for path in paths)


def asks_only_whether_it_is_there(text: str) -> bool:
    """Say whether a check departs for no other reason than that something is left out."""
    return _bare(parse(text))


def _bare(node: ast.expr) -> bool:
    if isinstance(node, ast.BoolOp):
        parts = [_bare(value) for value in node.values]
        return any(parts) if isinstance(node.op, ast.And) else all(parts)
    if not isinstance(node, ast.Call):
        return False
    if ast.unparse(node.func) == "all" and isinstance(node.args[0], ast.GeneratorExp):
        return _bare(node.args[0].elt)
    return ast.unparse(node.func) == "has"


def _guards(ready: ReadyRule) -> Iterator[str]:
    names: dict[str, str] = {}
    if ready.each is not None:
        names[ready.each.name] = ready.each.listed.text
        if ready.each.keep is not None:
            yield from _below(parse(ready.each.keep.text), names)
    if ready.rule.unless is not None:
        yield "case.judgements"  # one that is not on record excuses nothing
    stands = ready.rule.unless.where if ready.rule.unless else None
    if ready.rule.unless is not None:
        yield "case.judgements"  # without one, the check alone answers
    for text in (ready.rule.when, ready.rule.check, stands):
        if text is not None:
            yield from _below(parse(text), names)


def _below(node: ast.AST, names: Mapping[str, str]) -> Iterator[str]:
    if isinstance(node, ast.GeneratorExp):
        loop = node.generators[0]
        inner = {**names, ast.unparse(loop.target): path_of(loop.iter, names)}
        yield from _below(loop.iter, names)
        for part in (node.elt, *loop.ifs):
            yield from _below(part, inner)
        return
    if isinstance(node, ast.Call) and ast.unparse(node.func) == "has":
        yield path_of(node.args[0], names)
    for part in ast.iter_child_nodes(node):
        yield from _below(part, names)


def path_of(node: ast.expr, names: Mapping[str, str]) -> str:
    """Return the path that an expression names, loop names replaced by their lists."""
    first, dot, rest = ast.unparse(node).partition(".")
    return names.get(first, first) + dot + rest
