"""Hold what a judgement does where a check is not met: it is recorded, late or incomplete."""

from typing import Any

import pytest

from auditor.finding import Basis, Finding, Status
from tests.engine.builders import find

LATE_NEEDS = {
    "check": "case.needs.assessed_on < case.decision_date",
    "unless": {"topic": "needs-evidence", "before": "case.decision_date"},
    "basis": "cross_checked",
}
JUDGEMENT = {
    "id": "j1",
    "topic": "needs-evidence",
    "conclusion": "The census came late",
    "made_by": "A. Officer",
    "date": "2025-05-01",
}
DECIDED = "2025-06-01"
AFTER, BEFORE = {"assessed_on": "2025-07-01"}, {"assessed_on": "2025-04-01"}


def judged(*records: Any, needs: Any = AFTER, **changes: Any) -> Finding:
    rule = {**LATE_NEEDS, **changes.pop("rule", {})}
    case = {"decision_date": DECIDED, "needs": needs, "judgements": list(records) or None}
    return find(rule, **{**case, **changes})


def test_a_judgement_in_time_is_recorded_where_the_check_departs() -> None:
    finding = judged(JUDGEMENT)
    assert finding.status is Status.RECORDED
    assert "the judgement `j1` on `needs-evidence` (A. Officer, 1 May 2025)" in finding.message
    assert finding.counts.recorded == 1


def test_a_recorded_answer_shows_the_judgement_and_what_the_check_read() -> None:
    read = [each.pointer for each in judged(JUDGEMENT).evidence]
    assert read == ["/judgements/0", "/needs/assessed_on", "/decision_date"]


def test_an_answer_that_rests_on_a_judgement_is_only_stated() -> None:
    assert judged(JUDGEMENT).basis is Basis.STATED
    assert judged(JUDGEMENT, needs=BEFORE).basis is Basis.CROSS_CHECKED


def test_a_judgement_changes_nothing_where_the_check_is_met() -> None:
    assert judged(JUDGEMENT, needs=BEFORE).status is Status.CONFORMS


def test_a_judgement_is_recorded_where_what_the_check_needs_is_not_stated() -> None:
    assert judged(JUDGEMENT, needs=None).status is Status.RECORDED
    assert judged(needs=None).status is Status.CANNOT_CONCLUDE


def test_a_judgement_is_recorded_where_the_file_says_there_is_none_of_it() -> None:
    none = {"none": "Nobody was asked"}
    assert judged(JUDGEMENT, needs=none).status is Status.RECORDED
    assert judged(needs=none).status is Status.DEPARTS


@pytest.mark.parametrize(
    ("made", "status"), [("2025-06-01", Status.RECORDED), ("2025-06-02", Status.DEPARTS)]
)
def test_a_judgement_counts_up_to_the_day_that_it_must_come_before(
    made: str, status: Status
) -> None:
    assert judged({**JUDGEMENT, "date": made}).status is status


def test_a_judgement_made_too_late_is_shown_with_both_days() -> None:
    finding = judged({**JUDGEMENT, "date": "2025-06-02"})
    assert (finding.evidence[0].found, finding.evidence[0].expected) == (
        "2025-06-02",
        "on or before 2025-06-01",
    )


@pytest.mark.parametrize("part", ["conclusion", "made_by", "date"])
def test_a_judgement_that_lacks_what_who_or_when_leaves_the_answer_open(part: str) -> None:
    finding = judged({**JUDGEMENT, part: None})
    assert finding.status is Status.CANNOT_CONCLUDE
    assert finding.missing == (f"/judgements/0/{part}",)


def test_a_judgement_denied_its_conclusion_excuses_nothing_for_certain() -> None:
    assert judged({**JUDGEMENT, "conclusion": {"none": "Not yet"}}).status is Status.CANNOT_CONCLUDE


def test_without_the_day_that_it_must_come_before_nothing_can_be_concluded() -> None:
    rule = {"check": "case.needs.assessed_on < case.specification_date",
            "unless": {"topic": "needs-evidence", "before": "case.specification_date"}}  # fmt: skip
    finding = judged(JUDGEMENT, rule=rule)
    assert finding.status is Status.CANNOT_CONCLUDE


def test_of_several_judgements_one_that_stands_is_enough() -> None:
    late = {**JUDGEMENT, "id": "j0", "date": "2025-06-02"}
    assert judged(late, JUDGEMENT).status is Status.RECORDED


def test_a_judgement_on_another_topic_is_left_aside() -> None:
    assert judged({**JUDGEMENT, "topic": "market"}).status is Status.DEPARTS


@pytest.mark.parametrize(
    ("summary", "status"), [("Urgent", Status.RECORDED), (None, Status.DEPARTS)]
)
def test_a_judgement_stands_only_where_the_rule_says(summary: Any, status: Status) -> None:
    unless = {"topic": "needs-evidence", "where": "has(case.summary)"}
    assert judged(JUDGEMENT, rule={"unless": unless}, summary=summary).status is status


def test_a_condition_that_is_not_stated_leaves_the_answer_open() -> None:
    unless = {"topic": "needs-evidence", "where": 'case.summary == "Urgent"'}
    finding = judged(JUDGEMENT, rule={"unless": unless}, summary=None)
    assert finding.status is Status.CANNOT_CONCLUDE
    assert finding.missing == ("/summary",)


MATERIAL = {
    "each": "case.outcomes as outcome",
    "check": "outcome.duration_years > 1",
    "unless": {"topic": "needs-evidence", "where": "outcome.material"},
    "message": "{failing} of {checked} outcomes: {names}.",
}


def outcomes(*material: bool) -> list[dict[str, Any]]:
    return [
        {"id": f"o{at}", "text": f"Outcome {at}", "duration_years": 1, "material": each}
        for at, each in enumerate(material)
    ]


def test_a_judgement_is_recorded_for_each_entry_for_which_it_may_stand() -> None:
    finding = judged(JUDGEMENT, rule=MATERIAL, outcomes=outcomes(True, True))
    assert finding.status is Status.RECORDED
    assert finding.message.endswith("(2 of 2: Outcome 0, Outcome 1)")


def test_an_entry_for_which_it_may_not_stand_departs() -> None:
    finding = judged(JUDGEMENT, rule=MATERIAL, outcomes=outcomes(True, False))
    assert finding.status is Status.DEPARTS
    assert finding.message == "1 of 2 outcomes: Outcome 1."


def test_a_late_judgement_makes_no_departure_of_what_is_not_stated() -> None:
    late = {**JUDGEMENT, "date": "2025-06-02"}
    assert judged(late, needs=None).status is Status.CANNOT_CONCLUDE


def test_of_two_parts_that_are_denied_the_one_that_stopped_the_check_is_named() -> None:
    check = "has(case.needs.assessed_on) or not nil(case.options) or stated(case.needs.assessed_on)"
    finding = judged(needs={"none": "Known"}, rule={"check": check}, options={"none": "One way"})
    assert finding.message.startswith("The file says that there is none (`needs`): Known")


def test_a_denial_is_told_with_what_was_expected_instead() -> None:
    finding = judged(needs={"none": "Known."}, rule={"check": "stated(case.needs.assessed_on)"})
    assert finding.message == (
        "The file says that there is none (`needs`): Known. "
        "Expected: A title that is true of a good file."
    )
