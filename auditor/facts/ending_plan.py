"""Say for which tasks the plan to end a service leaves no time."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TypeAlias

from auditor.facts.reading import entries, is_nil, stated, texts
from auditor.model.decommissioning import Decommissioning
from auditor.model.file import Case
from auditor.model.transition import PlanItem

Answer: TypeAlias = bool | None
"""Yes, no, or not stated."""

_AFTER_NOTICE = ("transition", "closed")


def time_by_kind(case: Case, given: Decommissioning) -> Mapping[str, Answer]:
    """Return for each kind of task whether the plan has time for it, or need not have."""
    plan = entries(given.project_plan)
    return {
        kind: _either((_planned(plan, kind), otherwise(case, given)))
        for kind, otherwise in _OTHERWISE.items()
    }


def without_time(case: Case, given: Decommissioning) -> tuple[str, ...] | None:
    """Return the kinds of task for which there is no time; None where only open ones may be."""
    if not entries(given.project_plan):
        return None
    answers = time_by_kind(case, given)
    lacking = tuple(kind for kind, answer in answers.items() if answer is False)
    return None if not lacking and None in answers.values() else lacking


def _either(answers: Iterable[Answer]) -> Answer:
    held = tuple(answers)
    return True if True in held else (None if None in held else False)


def _planned(plan: tuple[PlanItem, ...], kind: str) -> Answer:
    """Say whether a task of a kind is planned; one whose text is denied is none."""
    real = (task for task in plan if not is_nil(task.text))
    return _either(None if task.kind is None else task.kind == kind for task in real)


def _consulted(case: Case, given: Decommissioning) -> Answer:
    """Say whether consultation is on record; after the decision silence shows nothing."""
    if case.consultations is not None:
        return True
    return False if case.stage == "proposal" else None


def _notified(case: Case, given: Decommissioning) -> Answer:
    """Say whether notice is on record or not the body's to give."""
    if given.notice_served_on is not None:
        return True
    drivers = entries(given.drivers)
    if drivers and all(driver == "provider_exit" for driver in drivers):
        return True
    return None if given.drivers is None or case.stage in _AFTER_NOTICE else False


def _no_cases(case: Case, given: Decommissioning) -> Answer:
    """Say whether the file states that there are no cases to hand over."""
    plan = stated(given.transition_plan)
    if plan is None:
        return True if is_nil(given.transition_plan) else None
    return None if plan.cases is None else is_nil(plan.cases)


def _no_transfer(case: Case, given: Decommissioning) -> Answer:
    """Say whether the file states that no staff transfer."""
    assessed = stated(given.tupe_assessment)
    if assessed is None:
        return True if is_nil(given.tupe_assessment) else None
    return None if assessed.applies is None else not assessed.applies


def _time_in_hand(case: Case, given: Decommissioning) -> Answer:
    """Say whether the work is simple, or days are left before the service ends.

    An exceptional reason may be why there is no time, and leaves it open.
    """
    if is_nil(given.longer_notice_flags):
        return True
    ends = given.effective_date
    if given.longer_notice_flags is None or ends is None:
        return None
    answers = [_leaves_time(task, ends) for task in entries(given.project_plan)]
    if False in answers:
        return None if texts(given.exceptional_reason) else False
    return None if None in answers else True


def _leaves_time(task: PlanItem, ends: date) -> Answer:
    """Say whether a task leaves days before the end; notice and a transfer may well end with it.

    Cases handed over only afterwards are late; whatever else starts then takes no time before.
    """
    cases, consultation = task.kind == "case_transfer", task.kind == "consultation"
    if not cases and task.start is not None and task.start > ends:
        return True
    if task.end is None or task.end < ends:
        return None if task.end is None else True
    under_way = task.start is not None or task.end == ends
    return False if cases or (consultation and under_way) else None


_OTHERWISE: Mapping[str, Callable[[Case, Decommissioning], Answer]] = {
    "consultation": _consulted,
    "notice": _notified,
    "case_transfer": _no_cases,
    "tupe": _no_transfer,
    "contingency": _time_in_hand,
}
"""What makes up for a task of each kind that does not stand in the plan."""
