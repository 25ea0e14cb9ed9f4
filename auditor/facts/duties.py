"""Derive which duties to hear people reach a decision, and what they ask of it."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Literal

from auditor.facts.affected_heard import took_part
from auditor.facts.audiences import AUDIENCE_WORDS
from auditor.facts.once import once
from auditor.facts.reading import entries, is_nil, stated, texts
from auditor.model.decommissioning import Decommissioning
from auditor.model.file import Case
from auditor.model.proposals import Proposal
from auditor.model.record import Judgement

_COMPACT = ("compact", "local-compact")

_SUBJECTS: Mapping[str, str] = {
    "future": r"\b(future|closure|closing|reshap\w*)\b"
    r"|\b(end|ending|reduction|reducing) (of (?!life)|the )",
    "assets": r"\b(assets?|buildings|propert(y|ies)|premises|equipment)\b|(^|\bthe )building\b$",
    "community": r"^(the )?(communit(y|ies)|neighbour\w*|area|district)$"
    r"|\b(wider|impact|effects?)\b.*\b(communit|neighbour|area|district)"
    r"|\b(community|neighbour\w*|area|district)\b.* (impact|effects?)\b",
}
"""What the guidance on best value wants people asked about, by the usual words of a topic."""

_OPEN = ("proposal", "need", "design", "options", "tender")

Profile = Literal["compact", "government", "proportionate"]


class DutiesFacts:
    """Hold which promises and duties to hear people apply to a decision."""

    def __init__(self, case: Case, parameters: Mapping[str, Any]) -> None:
        self._case = case
        self._parameters = parameters

    @property
    def _ending(self) -> Decommissioning | None:
        return stated(getattr(self._case, "decommissioning", None))

    @property
    def _basis(self) -> tuple[str, ...]:
        return entries(self._case.policy_basis)

    @once
    def deciders_had_analysis(self) -> bool | None:
        """Whether those who decided had the analysis of equality by the day of the decision.

        It was shown to them by then, or the body that decides to end a service is named among those
        who considered it. Not stated where they are named and yet were shown it later, or where
        nothing says whether those who are named decided.
        """
        given = stated(self._case.equality)
        if given is None:
            return None
        named = self._decision_maker in entries(given.considered_by)
        if "decision_maker" not in entries(given.shared_with):
            nobody = is_nil(given.considered_by) and given.shared_with is not None
            return True if named else (False if nobody else None)
        in_time = self._by_the_decision(given.shared_on)
        return (None if in_time is False else True) if named else in_time

    @property
    def _decision_maker(self) -> str | None:
        """Return who decides to end a service; a commissioning file does not name who decides."""
        given = self._ending
        return given.decision_maker if given else None

    def _by_the_decision(self, day: date | None) -> bool | None:
        decided = self._case.decision_date
        return None if day is None or decided is None else day <= decided

    @once
    def ends_a_service(self) -> bool:
        """Whether it is about ending or reducing a service."""
        return self._case.kind == "decommissioning"

    @once
    def provider_gave_up(self) -> bool:
        """Whether the service ends for no other reason than that its provider gives up."""
        given = self._ending
        drivers = entries(given.drivers) if given else ()
        return bool(drivers) and all(driver == "provider_exit" for driver in drivers)

    @once
    def before_decision(self) -> bool:
        """Whether it stands at a stage before its decision."""
        return self._case.stage in _OPEN

    @once
    def takes_effect_on(self) -> date | None:
        """The day on which the decision is felt: the contract starts, or the service ends."""
        given = self._ending
        if self.ends_a_service:
            return given.effective_date if given else None
        contract = stated(self._case.contract)
        return contract.start if contract else None

    @once
    def urgent(self) -> bool | None:
        """Whether someone judged, by the day of the decision, that it could not wait.

        The ending of a service also needs its exceptional reason. Not stated where the judgement
        lacks its conclusion, its maker or its date.
        """
        found = [each for each in entries(self._case.judgements) if each.topic == "urgency"]
        if not found or (self.ends_a_service and not self._exceptional()):
            return False
        answers = [self._in_time(each) for each in found]
        return True if True in answers else (None if None in answers else False)

    def _exceptional(self) -> bool:
        given = self._ending
        return given is not None and bool(texts(given.exceptional_reason))

    def _in_time(self, judgement: Judgement) -> bool | None:
        decided = self._case.decision_date
        if decided is None or judgement.date is None or judgement.made_by is None:
            return None
        return judgement.date <= decided if texts(judgement.conclusion) else None

    @once
    def compact_applies(self) -> bool | None:
        """Whether the body is bound by a compact with voluntary bodies.

        It is where the file declares a compact or a local one is signed, and central government is
        as long as departments were held to theirs.
        """
        if _names(self._basis, _COMPACT) or self._case.local_compact_signed:
            return True
        if self._case.authority_type == "central":
            binds = self._parameters.get("compact_binds_departments")
            return None if binds is None else bool(binds)
        return self._case.local_compact_signed

    @once
    def consultation_profile(self) -> Profile:
        """By which guidance the length of a consultation is judged.

        `compact` where the file declares a compact or a local one is signed, `government` for the
        government of the United Kingdom and those who declare its principles, else
        `proportionate`: the governments of Scotland, Wales and Northern Ireland have their own.
        """
        if _names(self._basis, _COMPACT) or self._case.local_compact_signed:
            return "compact"
        by_government = self._case.authority_type == "central" and self._case.nation == "england"
        if by_government or "consultation-principles" in self._basis:
            return "government"
        return "proportionate"

    @once
    def consultation_days_due(self) -> int | None:
        """Days for which a written consultation runs by its profile, unless it says why not.

        Not stated where the file leaves open whether the government's length is asked for.
        """
        lengths = self._parameters.get("consultation_days")
        if lengths is None:
            return None
        profile = self.consultation_profile
        if profile == "proportionate" and self._may_be_government:
            same = lengths["government"] == lengths["proportionate"]
            return int(lengths["proportionate"]) if same else None
        return int(lengths[profile])

    @property
    def _may_be_government(self) -> bool:
        case = self._case
        return case.authority_type in ("central", None) and case.nation in ("england", None)

    @once
    def affected_took_part(self) -> bool | None:
        """Whether a group of a protected characteristic took part by the day of the decision."""
        return took_part(self._case)

    @once
    def asked_before_decision(self) -> tuple[str, ...] | None:
        """The kinds of people and bodies whom consultations asked that opened before the decision.

        `everyone` stands for a consultation that the file says was for no audience of its own,
        `nobody` for consultations that all opened too late.
        """
        held = entries(self._case.consultations)
        early = [each for each in held if self._in_time_for_it(each.opened)]
        if held and not early and all(each.opened is not None for each in held):
            return ("nobody",)
        asked = [AUDIENCE_WORDS[kind] for each in early for kind in entries(each.audience)]
        open_to_all = ["everyone"] if any(is_nil(each.audience) for each in early) else []
        return tuple(dict.fromkeys([*asked, *open_to_all])) or None

    @once
    def best_value_subjects_put(self) -> bool | None:
        """Whether the topics of consultations show the future of the service, assets, community.

        What staff alone were asked does not count. Topics are free text: words that are not
        recognised leave the answer open, never no.
        """
        asked = [
            topic.lower().replace("-", " ").strip()
            for consultation in entries(self._case.consultations)
            if self._in_time_for_it(consultation.opened)
            and set(entries(consultation.audience)) != {"staff"}
            for topic in entries(consultation.topics)
        ]
        known = all(_names_any(asked, words) for words in _SUBJECTS.values())
        return True if known else None

    @once
    def unanswered_proposals(self) -> tuple[str, ...] | None:
        """What others proposed by the decision that the file says had no answer and is no option.

        Proposals of a service that does not exist yet are left aside. Not stated where the file is
        silent on such an answer, or on whether the proposal came before the decision.
        """
        given = stated(self._case.proposals)
        held = [each for each in entries(given.received if given else None) if self._is_due(each)]
        without = [each for each in held if not texts(each.answer)]
        denied = [each.text for each in without if is_nil(each.answer) and each.received_on]
        known = bool(denied) or not without
        return tuple(dict.fromkeys(denied)) if known and self._case.decision_date else None

    def _is_due(self, proposal: Proposal) -> bool:
        decided, came = self._case.decision_date, proposal.received_on
        too_late = came is not None and decided is not None and came >= decided
        return proposal.option_id is None and proposal.kind != "propose" and not too_late

    def _in_time_for_it(self, opened: date | None) -> bool:
        decided = self._case.decision_date
        return opened is not None and (decided is None or opened < decided)


def _names(basis: Iterable[str], wanted: Iterable[str]) -> bool:
    return bool(set(basis) & set(wanted))


def _names_any(topics: Iterable[str], words: str) -> bool:
    return any(re.search(words, topic) for topic in topics)
