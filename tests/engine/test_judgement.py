from typing import Any

import pytest

from auditor.finding import Finding, Status
from tests.engine.builders import find

RULE = {
    "kind": "judgement",
    "check": None,
    "judgement": {"topic": "lots", "before": "case.decision_date"},
}
COMPLETE = {
    "id": "j1",
    "topic": "lots",
    "question": "One lot or several?",
    "conclusion": "Three lots",
    "made_by": "A. Officer",
    "role": "Commissioner",
    "date": "2025-03-01",
    "evidence": ["e1"],
    "alternatives_considered": "One lot",
    "proportionality_note": "Small providers can bid",
}


def judged(*records: dict[str, Any], **changes: Any) -> Finding:
    register = [{"id": "e1", "title": "Report"}]
    return find({**RULE, **changes}, judgements=list(records) or None, evidence=register)


def test_a_complete_judgement_in_time_is_recorded_and_never_conforms() -> None:
    finding = judged(COMPLETE)
    assert finding.status is Status.RECORDED
    assert "A. Officer" in finding.evidence[0].found
    assert not finding.counts_towards


def test_a_judgement_that_is_not_there_is_not_recorded() -> None:
    finding = judged()
    assert finding.status is Status.CANNOT_CONCLUDE
    assert "not recorded in this file" in finding.message.lower()


def test_a_judgement_without_its_maker_names_what_is_missing() -> None:
    finding = judged({**COMPLETE, "made_by": None})
    assert finding.missing == ("/judgements/0/made_by",)


@pytest.mark.parametrize("part", ["question", "conclusion", "evidence"])
def test_a_judgement_that_says_it_has_no_evidence_or_answer_departs(part: str) -> None:
    finding = judged({**COMPLETE, part: {"none": "Everybody knew"}})
    assert finding.status is Status.DEPARTS
    assert finding.message == (
        f"The judgement `j1` says that it has no {part}: Everybody knew. "
        "Expected: A title that is true of a good file."
    )


def test_a_judgement_may_say_why_nothing_else_was_considered() -> None:
    reason = {"none": "The law leaves one answer"}
    assert judged({**COMPLETE, "alternatives_considered": reason}).status is Status.RECORDED


def test_a_judgement_made_after_the_decision_departs() -> None:
    finding = judged({**COMPLETE, "date": "2025-03-02"})
    assert finding.status is Status.DEPARTS
    assert finding.evidence[0].expected == "on or before 2025-03-01"


def test_the_best_of_several_records_counts() -> None:
    assert judged({**COMPLETE, "date": "2025-03-02"}, {**COMPLETE, "id": "j2"}).status == "recorded"


def test_a_date_that_is_needed_is_named_as_it_stands_in_the_file() -> None:
    finding = judged(COMPLETE, judgement={"topic": "lots", "before": "case.specification_date"})
    assert finding.message == "Not recorded in this file: specification_date"
