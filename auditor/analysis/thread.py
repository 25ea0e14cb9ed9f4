"""Follow each material outcome through the points of the cycle that a file speaks of."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from auditor.facts import Facts
from auditor.facts.reading import entries
from auditor.facts.thread import OutcomeThread
from auditor.model.file import Case


@dataclass(frozen=True, slots=True)
class FollowedOutcome:
    """One material outcome with its group, and the points at which it is named, lost or open."""

    thread: OutcomeThread
    group: str


@dataclass(frozen=True, slots=True)
class ValueThread:
    """The material outcomes, and the points at which the file names any of them."""

    outcomes: tuple[FollowedOutcome, ...]
    points: tuple[str, ...]


def value_thread(case: Case, facts: Facts, parameters: Mapping[str, Any]) -> ValueThread | None:
    """Return where each material outcome is taken up; None where no point names any."""
    found = facts.lifecycle.threads or ()
    points = dict.fromkeys(
        point for each in found for point in (*each.present_at, *each.missing_at, *each.open_at)
    )
    if not any(each.present_at for each in found):
        return None
    names = {each.id: each.name for each in entries(case.stakeholders)}
    followed = (FollowedOutcome(each, names.get(each.stakeholder_id or "", "")) for each in found)
    return ValueThread(tuple(followed), tuple(points))
