"""List what each derived value of the duties to hear people needs."""

from collections.abc import Iterable, Iterator, Mapping

from auditor.facts.absent import absent
from auditor.facts.need import Need, View, decided
from auditor.facts.reading import entries, is_nil, stated
from auditor.model.people import Stakeholder


def _who_is_bound(view: View) -> Iterator[str]:
    """Yield what says whether a compact reaches the decision and is not stated."""
    if view.case.authority_type == "central":
        yield from decided(view)
    else:
        yield from absent(view.case, "local_compact_signed")


def _day_of_effect(view: View) -> Iterable[str]:
    """Return the first day of the contract, or the day on which the service ends, if not stated."""
    ends = view.case.kind == "decommissioning"
    return absent(view.case, "decommissioning.effective_date" if ends else "contract.start")


def _day_of_analysis(view: View) -> Iterator[str]:
    """Yield what is not stated of whom the analysis was shown, and when."""
    given = stated(view.case.equality)
    if given is None or given.shared_with is None:
        yield from absent(view.case, "equality.shared_with")
    elif "decision_maker" in entries(given.shared_with):
        yield from absent(view.case, "equality.shared_on")
        yield from absent(view.case, "decision_date")


def _took_part(view: View) -> Iterator[str]:
    """Yield what is not stated of the groups and of the occasions on which they took part."""
    yield from absent(view.case, "decision_date")
    groups = entries(view.case.stakeholders)
    if not groups:
        yield from absent(view.case, "stakeholders")
    for number, group in enumerate(groups):
        if is_nil(group.protected_characteristics):
            continue
        for name in ("protected_characteristics", "involved"):
            if getattr(group, name) is None:
                yield f"/stakeholders/{number}/{name}"
        yield from _undated(number, group)
    yield from absent(view.case, "consultations")


def _undated(number: int, group: Stakeholder) -> Iterator[str]:
    for position, occasion in enumerate(entries(group.involved)):
        if occasion.date is None:
            yield f"/stakeholders/{number}/involved/{position}/date"


def _which_government(view: View) -> Iterator[str]:
    """Yield what says whether the body is the government of the United Kingdom."""
    yield from absent(view.case, "authority_type")
    yield from absent(view.case, "nation")


NEEDS: Mapping[str, Need] = {
    "duties.deciders_had_analysis": Need(
        "whether those who decided had the analysis in time",
        (_day_of_analysis,),
        "`decision_maker` in `equality.shared_with` with the first day on which they had it, or in "
        "`equality.considered_by` their name as the file gives it",
    ),
    "duties.affected_took_part": Need(
        "whether people affected took part in time",
        (_took_part,),
        "an occasion before the decision under `involved` of a group that a characteristic defines",
    ),
    "duties.takes_effect_on": Need("the day on which it takes effect", (_day_of_effect,)),
    "duties.urgent": Need(
        "whether the decision could not wait",
        ("judgements.conclusion", "judgements.made_by", "judgements.date", "decision_date"),
    ),
    "duties.compact_applies": Need("whether a compact applies", (_who_is_bound,)),
    "duties.consultation_profile": Need("the guidance on length", ()),
    "duties.consultation_days_due": Need("the length that is due", (decided, _which_government)),
    "duties.asked_before_decision": Need(
        "who was asked before the decision",
        ("consultations.audience", "consultations.opened"),
        "a consultation that opened before the decision",
    ),
    "duties.unanswered_proposals": Need(
        "which proposals had no answer",
        ("proposals.received.answer", "proposals.received.received_on", "decision_date"),
    ),
    "duties.best_value_subjects_put": Need(
        "what people were asked about",
        ("consultations.topics",),
        "topics that name the future of the service, its assets and the wider community",
    ),
}
