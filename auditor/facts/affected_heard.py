"""Say whether people defined by a protected characteristic took part before a decision."""

from datetime import date

from auditor.facts.reading import entries, is_nil
from auditor.model.file import Case
from auditor.model.people import Consultation, Stakeholder

_ORGANISATIONS = {"providers", "vcse", "small_business"}


def took_part(case: Case) -> bool | None:
    """Say whether any such group took part by the day of the decision, or there is none.

    None where the file does not state enough, and where no such group took part but a consultation
    before the decision was not one of organisations alone: they may have answered it.
    """
    if is_nil(case.stakeholders):
        return True
    groups = entries(case.stakeholders)
    asked = [group for group in groups if not is_nil(group.protected_characteristics)]
    if groups and not asked:
        return True
    if not groups or case.decision_date is None:
        return None
    day = case.decision_date
    answers = [_of_group(group, day) for group in asked]
    if True in answers:
        return True
    held = case.consultations
    may_be_open = held is None or any(_may_reach_them(each, day) for each in entries(held))
    return None if None in answers or may_be_open else False


def _of_group(group: Stakeholder, day: date) -> bool | None:
    if is_nil(group.involved):
        return False
    held = entries(group.involved)
    days = [occasion.date for occasion in held if occasion.number != 0]
    if held and not days:
        return False
    if any(met is not None and met <= day for met in days):
        return None if group.protected_characteristics is None else True
    return None if not days or None in days else False


def _may_reach_them(consultation: Consultation, day: date) -> bool:
    if consultation.opened is not None and consultation.opened >= day:
        return False
    named = set(entries(consultation.audience))
    return not named or bool(named - _ORGANISATIONS)
