"""Bend when a rule applies, and what excuses, in every small way that its cases should notice."""

from collections.abc import Iterator
from datetime import timedelta

from auditor.engine.mutate import bend
from auditor.engine.rule import Rule, Unless
from auditor.engine.scope import Gates, InForce

_DAYS = (1, -1)


def bent_scopes(rule: Rule) -> Iterator[tuple[str, Rule]]:
    """Yield the rule in force a day later or earlier, and without one of its gates, in words.

    A gate that leaves the rule as advice for everyone else changes no answer and is not dropped.
    """
    for says, in_force in _dates(rule.in_force):
        yield says, rule.model_copy(update={"in_force": in_force})
    if rule.gates.otherwise == "not_applicable":
        for name in rule.gates.wanted:
            yield f"without the gate {name}", rule.model_copy(update={"gates": _open(rule, name)})


def _open(rule: Rule, name: str) -> Gates:
    kept = {each: getattr(rule.gates, each) for each in Gates.model_fields if each != name}
    return Gates.model_construct(**kept)


def _dates(in_force: InForce | None) -> Iterator[tuple[str, InForce]]:
    if in_force is None:
        return
    for key, word in (("from_", "from"), ("until", "until")):
        day = getattr(in_force, key)
        for days in _DAYS if day else ():
            moved = day + timedelta(days=days)
            yield f"{word} {moved}", in_force.model_copy(update={key: moved})


def bent_excuses(rule: Rule) -> Iterator[tuple[str, Rule]]:
    """Yield the rule without its `unless`, its date or its condition, or with that bent."""
    unless = rule.unless
    if unless is None:
        return
    yield "left out", rule.model_copy(update={"unless": None})
    for says, change in _changes(unless):
        yield says, rule.model_copy(update={"unless": unless.model_copy(update=change)})


def _changes(unless: Unless) -> Iterator[tuple[str, dict[str, str | None]]]:
    for name in ("before", "where"):
        if getattr(unless, name):
            yield f"{name} left out", {name: None}
    for bent in bend(unless.where or "True"):
        yield f"where {bent}", {"where": bent}
