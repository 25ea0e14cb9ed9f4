"""Find the fields that rules read, which a short form asks for."""

import ast
from collections.abc import Iterator

from auditor.engine.judgement import PARTS
from auditor.engine.nodes import path
from auditor.engine.pack import load_packs
from auditor.engine.parse import parse
from auditor.engine.ready import ReadyRule
from auditor.facts.needs import all_needs
from auditor.facts.value_row import FACTORS
from auditor.finding import Severity

_WEIGHTY = (Severity.CRITICAL, Severity.MAJOR)
_BEHIND_A_VALUE_MAP = (
    *(f"sroi.rows.{name}" for name in (*FACTORS, "duration_years", "drop_off", "reported_impact")),
    *(f"sroi.conventions.{name}" for name in ("discounting", "drop_off_from", "drop_off_method")),
    "sroi.discount_rate",
    "sroi.inputs.amount",
    "sroi.reported.total_present_value",
    "options.cashflows.cost",
    "options.cashflows.benefit",
    "options.reported.npv",
    "appraisal.timing",
    "appraisal.base_year",
)
"""What figures are worked out from that no single derived value names."""
_FOR_EVERY_READER = (
    "summary",
    *(f"engagement.{name}" for name in ("body", "prepared_by", "role", "scope", "limitations")),
    *(f"judgements.{name}" for name in ("question", "conclusion", *PARTS)),
    *(f"evidence.{name}" for name in ("title", "kind", "date", "where")),
    "needs.assessed_on",
)
"""What the report prints, and what judgements and evidence are made of."""


def fields_asked(kind: str) -> frozenset[str]:
    """Return the paths of the fields that weighty rules of a kind of file read: `needs.groups.id`.

    What derived values are worked out from is among them, for whatever rule they are.
    """
    rules = (ready for pack in load_packs() for ready in pack.rules if kind in ready.kinds)
    read = (found for ready in rules if ready.rule.severity in _WEIGHTY for found in _read(ready))
    needs = (ask for need in all_needs().values() for ask in need.asks if isinstance(ask, str))
    return frozenset((*read, *needs, *_BEHIND_A_VALUE_MAP, *_FOR_EVERY_READER))


def _read(ready: ReadyRule) -> Iterator[str]:
    """Yield the path of every field that a rule names, through the lists that it goes through."""
    yield from ready.rule.gates.wanted
    each = ready.each
    loops = {each.name: parse(each.listed.text)} if each else {}
    parts = (ready.when, ready.check, ready.before, ready.stands_where, each and each.keep)
    texts = [part.text for part in parts if part]
    trees = [*loops.values(), *(parse(text) for text in texts)]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    for node in nodes:
        if isinstance(node, ast.comprehension) and isinstance(node.target, ast.Name):
            loops[node.target.id] = node.iter
    for node in nodes:
        if isinstance(node, ast.Attribute) and (found := _whole(path(node), loops)):
            yield found


def _whole(named: str, loops: dict[str, ast.expr]) -> str:
    """Return a path from the top of the file; empty for what is not of the file."""
    start, _, rest = named.partition(".")
    for _ in range(len(loops) + 1):
        if start == "case":
            return rest
        if start not in loops:
            return ""
        above, _, listed = path(loops[start]).partition(".")
        start, rest = above, f"{listed}.{rest}" if rest else listed
    return ""
