"""Name what differs between two results: versions, conclusion, findings, figures."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from typing import Any

from auditor.canonical import plain
from auditor.report import Report

MOST = 50
_ASIDE = frozenset({"digest", "engine"})
_BY_NAME = {"findings": "rule", "claims": "pointer", "packs": "id", "coverage": "pack"}


def differences(stated: Report, made: Report) -> list[str]:
    """Return what differs in a result that was made again, each in a line, but for the program."""
    before, after = plain(stated), plain(made)
    names = (field.name for field in fields(Report) if field.name not in _ASIDE)
    found = [line for name in names for line in _between(name, before[name], after[name])]
    left = len(found) - MOST
    return [*found[:MOST], *([f"and {left} more"] if left > 0 else [])]


def _between(name: str, before: Any, after: Any) -> Iterator[str]:
    if before == after:
        return
    if name in _BY_NAME:
        yield from _listed(name, before, after)
    elif isinstance(before, dict) and isinstance(after, dict):
        yield from _fields(name, before, after)
    else:
        yield f"{name}: {_short(before)} is now {_short(after)}"


def _listed(name: str, before: Iterable[Any], after: Iterable[Any]) -> Iterator[str]:
    key = _BY_NAME[name]
    old = {each[key]: each for each in before}
    new = {each[key]: each for each in after}
    for which in dict.fromkeys([*old, *new]):
        if which not in new:
            yield f"{name} {which}: is not found again"
        elif which not in old:
            yield f"{name} {which}: is new"
        elif old[which] != new[which]:
            yield from _fields(f"{name} {which}", old[which], new[which])
    if list(old) != list(new) and set(old) == set(new):
        yield f"{name}: stand in another order"


def _fields(what: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[str]:
    for name in dict.fromkeys([*before, *after]):
        if before.get(name) != after.get(name):
            yield f"{what}, {name}: {_short(before.get(name))} is now {_short(after.get(name))}"


def _short(value: object) -> str:
    text = " ".join(str(value).split()) if not isinstance(value, str) else value
    return text if len(text) <= 80 else f"{text[:79]}…"
