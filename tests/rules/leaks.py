"""Say whether a rule conforms without a value that it reads, although it may not."""

import ast
import re
from collections.abc import Iterator, Mapping
from typing import Any

from auditor.engine.expression import parse
from auditor.engine.ready import ReadyRule
from auditor.engine.subject import Subject
from tests.rules.guards import guarded, path_of

GATE = ("policy_basis", "currency", "contract", "contract/value_ex_vat")
"""What decides for whom and from what sum on a rule is asked, beside the gates that it names."""


def may_be_missing(ready: ReadyRule) -> frozenset[str]:
    """Return the paths that a rule says it may do without."""
    return frozenset(_may_be_missing(ready))


def leaks(
    ready: ReadyRule, before: Subject, after: Subject, pointer: str, may: frozenset[str]
) -> bool:
    """Say whether a rule that conforms before and after passed over a value that it needs."""
    field = re.sub(r"/\d+(?=/|$)", "", pointer)
    if _decides_who_is_asked(ready, field) or guarded(pointer, may):
        return False
    return not _same_claims(ready, before, after, pointer, field)


def _decides_who_is_asked(ready: ReadyRule, field: str) -> bool:
    """Say whether a field is no part of the check: a gate, or a pointer to the register."""
    named = {*ready.rule.gates.wanted, *GATE[:2], *(GATE[2:] if ready.rule.tier else ())}
    return field.strip("/") in named or field.endswith("/evidence")


def _same_claims(
    ready: ReadyRule, before: Subject, after: Subject, pointer: str, field: str
) -> bool:
    """Say whether the claims that a rule judges are as they were, save those no longer made."""
    written = _written(ready)
    if not any("facts.claims.items" in text for text in written):
        return False
    if any(f"case{field.replace('/', '.')}" in text for text in written):
        return False
    kept = _claims(ready, after)
    return all(
        kept[name][0] == verdict if name in kept else at.startswith(pointer)
        for name, (verdict, at) in _claims(ready, before).items()
    )


def _claims(ready: ReadyRule, subject: Subject) -> dict[str, tuple[Any, str]]:
    words = {node.value for text in _written(ready) for node in ast.walk(parse(text))
             if isinstance(node, ast.Constant)}  # fmt: skip
    return {
        claim.id: ((claim.verdict, claim.recomputed_value), claim.file_pointer)
        for claim in subject.facts.claims.items or ()
        if claim.kind in words or claim.area in words
    }


def _written(ready: ReadyRule) -> tuple[str, ...]:
    rule = ready.rule
    listed, _, keep = (rule.each or "").partition(" if ")
    stands = rule.unless.where if rule.unless else None
    return tuple(t for t in (rule.when, rule.check, stands, listed.partition(" as ")[0], keep) if t)


def _may_be_missing(ready: ReadyRule) -> Iterator[str]:
    names = {} if ready.each is None else {ready.each.name: ready.each.listed.text}
    for text in _written(ready):
        yield from _below(parse(text), names, one=False)


def _below(node: ast.AST, names: Mapping[str, str], *, one: bool) -> Iterator[str]:
    """Yield the paths that has() and nil() ask about, and those of which any() needs only one."""
    if isinstance(node, ast.GeneratorExp):
        loop = node.generators[0]
        inner = {**names, ast.unparse(loop.target): path_of(loop.iter, names)}
        yield from _below(loop.iter, names, one=False)
        for part in (node.elt, *loop.ifs):
            yield from _below(part, inner, one=one)
        return
    call = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
    if isinstance(node, ast.Call) and call in ("has", "nil"):
        yield path_of(node.args[0], names)
    if one and isinstance(node, ast.Attribute):
        yield path_of(node, names)
    for part in ast.iter_child_nodes(node):
        yield from _below(part, names, one=one or call == "any")
