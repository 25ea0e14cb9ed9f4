"""Tell whether outcomes are met again in a tender, in its scoring, and in what is watched after."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from auditor.facts.reading import entries, is_nil, stated
from auditor.model.file import Case
from auditor.model.framework import Place
from auditor.model.monitoring import Measurement

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
    """Look through the award criteria; one whose weight is zero counts for nothing."""
    if case.award is None:
        return Met(None, missing=("/award",))
    award = stated(case.award)
    return _in_list("/award/criteria", award.criteria, outcomes) if award else None


def _in_monitoring(case: Case, outcomes: Collection[str]) -> Met | None:
    named = tuple(_measured(case, _indicators(case, outcomes)))
    if named:
        return Met(True, f"measured by {', '.join(dict.fromkeys(named))}")
    if case.contract is None:
        return Met(None, missing=("/contract",))
    contract = stated(case.contract)
    if contract is None:
        return None
    found = _in_list("/contract/kpis", contract.kpis, outcomes) or Met(False)
    if found.met is not False:
        return found
    missing = tuple(_may_be_measured(case, outcomes))
    return Met(None, missing=missing[:_SHOWN]) if missing else found


def _indicators(case: Case, outcomes: Collection[str]) -> Collection[str]:
    """Return the indicators of some outcomes, whichever of the two names the other."""
    naming = set(_naming(entries(case.indicators), outcomes))
    named = (entries(each.indicator_ids) for each in entries(case.outcomes) if each.id in outcomes)
    return naming.union(*named)


def _measured(case: Case, indicators: Collection[str]) -> Iterator[str]:
    """Yield the indicators with a value; one from before the contract is where it started from."""
    for each in entries(case.monitoring):
        if each.indicator_id in indicators and each.value is not None and _in_term(case, each):
            yield str(each.indicator_id)


def _in_term(case: Case, result: Measurement) -> bool | None:
    """Say whether a value is from before the contract; None where a day is not stated.

    Where there is no contract, every value is from the time of the service.
    """
    contract = stated(case.contract)
    if contract is None:
        return True if is_nil(case.contract) else None
    if result.date is None or contract.start is None:
        return None
    return result.date >= contract.start


def _may_be_measured(case: Case, outcomes: Collection[str]) -> Iterator[str]:
    """Yield what is not stated and might show that an outcome is measured after all."""
    indicators = _indicators(case, outcomes)
    if case.monitoring is None and (indicators or case.stage in _RUNNING):
        yield "/monitoring"
    for n, each in enumerate(entries(case.monitoring)):
        if each.indicator_id is None:
            yield f"/monitoring/{n}/indicator_id"
        elif each.indicator_id in indicators and each.value is None:
            yield f"/monitoring/{n}/value"
        elif each.indicator_id in indicators and _in_term(case, each) is None:
            yield f"/monitoring/{n}/date" if each.date is None else "/contract/start"
    measured = {each.indicator_id for each in entries(case.monitoring)}
    for n, indicator in enumerate(entries(case.indicators)):
        if indicator.id in measured and indicator.outcome_ids is None:
            yield f"/indicators/{n}/outcome_ids"
    for n, outcome in enumerate(entries(case.outcomes)):
        if measured and outcome.id in outcomes and outcome.indicator_ids is None:
            yield f"/outcomes/{n}/indicator_ids"


_RUNNING = ("monitoring", "review")
"""The stages of a file at which something should have been measured."""


def _in_list(pointer: str, parts: Any, outcomes: Collection[str]) -> Met | None:
    """Look through a list; a part that does not say which outcomes it is about leaves it open."""
    if is_nil(parts):
        return None
    if parts is None:
        return Met(None, missing=(pointer,))
    counted = {n: part for n, part in enumerate(parts) if getattr(part, "weight", None) != 0}
    if found := tuple(_naming(counted.values(), outcomes)):
        return Met(True, f"named by {', '.join(found)}")
    silent = tuple(
        f"{pointer}/{n}/outcome_ids"
        for n, part in counted.items()
        if part.outcome_ids is None and getattr(part, "kind", None) not in _NEVER
    )
    return Met(None if silent else False, missing=silent[:_SHOWN])


_NEVER = ("price", "input")
"""Kinds of criterion and measure that are about no outcome."""


def _naming(parts: Iterable[Any], outcomes: Collection[str]) -> Iterator[str]:
    return (part.id for part in parts if any(e in outcomes for e in entries(part.outcome_ids)))
