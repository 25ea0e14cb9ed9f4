"""Tell whether outcomes are met again in a tender, in its scoring, and in what is watched after."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from auditor.facts.reading import entries, is_nil, stated
from auditor.model.file import Case
from auditor.model.framework import Place

_SHOWN = 10
"""How many of the fields are named that would tell."""


@dataclass(frozen=True, slots=True)
class Met:
    """Whether outcomes are met at a place, where, and what is not stated if nobody can tell."""

    met: bool | None
    shown: str = ""
    missing: tuple[str, ...] = ()


def met_at(case: Case, place: Place, outcomes: Collection[str]) -> Met | None:
    """Return whether a place names any of some outcomes; None where the file has no such place."""
    if place == "tender":
        return _in_list("/objectives", case.objectives, outcomes)
    if place == "award":
        return _in_award(case, outcomes)
    return _in_monitoring(case, outcomes)


def _in_award(case: Case, outcomes: Collection[str]) -> Met | None:
    if case.award is None:
        return Met(None, missing=("/award",))
    award = stated(case.award)
    return _in_list("/award/criteria", award.criteria, outcomes) if award else None


def _in_monitoring(case: Case, outcomes: Collection[str]) -> Met | None:
    measured = {each.indicator_id for each in entries(case.monitoring)}
    indicators = [each for each in entries(case.indicators) if each.id in measured]
    found = tuple(_naming(indicators, outcomes))
    if found:
        return Met(True, f"measured by {', '.join(found)}")
    if case.contract is None:
        return Met(None, missing=("/contract",))
    contract = stated(case.contract)
    return _in_list("/contract/kpis", contract.kpis, outcomes) if contract else None


def _in_list(pointer: str, parts: Any, outcomes: Collection[str]) -> Met | None:
    """Look through a list; a part that does not say which outcomes it is about leaves it open."""
    if is_nil(parts):
        return None
    if parts is None:
        return Met(None, missing=(pointer,))
    if found := tuple(_naming(parts, outcomes)):
        return Met(True, f"named by {', '.join(found)}")
    silent = tuple(
        f"{pointer}/{n}/outcome_ids"
        for n, part in enumerate(parts)
        if part.outcome_ids is None and getattr(part, "kind", None) not in _NEVER
    )
    return Met(None if silent else False, missing=silent[:_SHOWN])


_NEVER = ("price", "input")
"""Kinds of criterion and measure that are about no outcome."""


def _naming(parts: Iterable[Any], outcomes: Collection[str]) -> Iterator[str]:
    return (part.id for part in parts if any(e in outcomes for e in entries(part.outcome_ids)))
