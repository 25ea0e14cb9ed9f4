from dataclasses import replace
from typing import Any

import pytest

from auditor.engine.evaluate import evaluate
from auditor.engine.parameters import ParameterNames
from auditor.errors import RulesError
from auditor.finding import Basis, Counts, Evidence, Status
from tests.engine.builders import PARAMETERS, find, ready, subject

OUTCOMES = [
    {"id": "a", "text": "Confidence", "duration_years": 3, "material": True},
    {"id": "b", "text": "Health", "duration_years": 1, "material": True},
    {"id": "c", "text": "Skills", "material": False},
]
EACH = {
    "each": "case.outcomes as outcome if outcome.material",
    "check": "outcome.duration_years > 1",
    "message": "{failing} of {checked}: {names}",
}


def test_what_is_stated_conforms() -> None:
    assert find({}, summary="A summary").status is Status.CONFORMS


def test_what_is_absent_is_not_stated_never_not_done() -> None:
    finding = find({})
    assert finding.status is Status.CANNOT_CONCLUDE
    assert finding.missing == ("/summary",)
    assert finding.message == "Not recorded in this file: summary"


def test_an_explicit_nil_departs_with_its_reason() -> None:
    finding = find({}, summary={"none": "It was never written"})
    assert finding.status is Status.DEPARTS
    assert "It was never written" in finding.message


@pytest.mark.parametrize("answer", ["conforms", "not_applicable"])
def test_a_rule_may_allow_a_reasoned_nil(answer: str) -> None:
    assert find({"nil": answer}, summary={"none": "A reason"}).status == answer


def test_a_departure_shows_the_value_its_place_and_what_was_expected() -> None:
    rule = {"check": "case.needs.assessed_on < case.decision_date"}
    finding = find(rule, needs={"assessed_on": "2025-03-01"})
    assert finding.evidence[0] == Evidence(
        "/needs/assessed_on", "at /needs/assessed_on", "2025-03-01", "before 2025-03-01"
    )


def test_a_departure_under_not_expects_the_opposite() -> None:
    finding = find({"check": "not case.title == 'A file'"})
    assert finding.evidence[0].expected == "other than A file"


def test_nothing_is_expected_of_each_entry_where_one_of_them_would_do() -> None:
    costs = [{"id": "x", "item": "Rent", "amount": 2}, {"id": "y", "item": "Pay", "amount": 3}]
    one = find({"check": "any(c.amount > 5 for c in case.costs)"}, costs=costs)
    every = find({"check": "all(c.amount > 2 for c in case.costs)"}, costs=costs)
    assert [e.expected for e in one.evidence] == ["", ""]
    assert [e.expected for e in every.evidence] == ["more than 2"]


def test_every_value_read_on_the_way_is_evidence() -> None:
    finding = find(
        {"check": "sum(c.amount for c in case.costs) == 5"},
        costs=[{"id": "x", "item": "Rent", "amount": 2}, {"id": "y", "item": "Pay", "amount": 2}],
    )
    assert {e.pointer for e in finding.evidence} >= {"/costs/0/amount", "/costs/1/amount"}


def test_a_condition_that_is_false_makes_the_rule_not_apply_and_is_printed() -> None:
    finding = find({"when": "case.light_touch"}, light_touch=False)
    assert finding.status is Status.NOT_APPLICABLE
    assert finding.condition == "`light_touch` is false"


def test_a_condition_that_cannot_be_read_cannot_be_concluded_upon() -> None:
    finding = find({"when": "case.light_touch"}, summary="A summary")
    assert (finding.status, finding.missing) == (Status.CANNOT_CONCLUDE, ("/light_touch",))


def test_and_and_or_are_read_from_left_to_right_up_to_what_is_missing() -> None:
    assert find({"check": "case.title == 'B' and case.light_touch"}).status is Status.DEPARTS
    silent = find({"check": "case.light_touch or case.title == 'A file'"})
    assert silent.status is Status.CANNOT_CONCLUDE


def test_a_nil_names_what_it_denies() -> None:
    assert "`needs`" in find({"check": "stated(case.needs.assessed_on)"},
                             needs={"none": "Nobody asked"}).message  # fmt: skip


def test_a_message_prints_money_in_the_currency_of_the_file() -> None:
    rule = {"check": "case.title == 'B'", "message": "It costs {case.contract.value_ex_vat:money}."}
    finding = find(rule, currency="INR", contract={"value_ex_vat": 1200})
    assert finding.message == "It costs INR 1,200."


def test_each_reports_one_finding_with_counts_and_evidence_at_the_failing_entries() -> None:
    finding = find(EACH, outcomes=OUTCOMES)
    assert finding.status is Status.DEPARTS
    assert finding.message == "1 of 2: Health"
    assert finding.counts == Counts(conforms=1, departs=1, not_applicable=1)
    assert [e.pointer for e in finding.evidence] == ["/outcomes/1/duration_years"]


def test_each_with_a_missing_value_cannot_conclude_where_nothing_departs() -> None:
    outcomes = [OUTCOMES[0], {"id": "d", "text": "Sleep", "material": True}]
    finding = find(EACH, outcomes=outcomes)
    assert finding.status is Status.CANNOT_CONCLUDE
    assert finding.missing == ("/outcomes/1/duration_years",)
    assert "1 of 2: Sleep" in finding.message


def test_a_departure_outweighs_a_missing_value_and_says_so() -> None:
    outcomes = [OUTCOMES[1], {"id": "d", "text": "Sleep", "material": True}]
    finding = find(EACH, outcomes=outcomes)
    assert finding.status is Status.DEPARTS
    assert "Another 1 could not be judged." in finding.message


def test_a_guarded_condition_on_entries_does_not_hide_a_departure() -> None:
    each = "case.outcomes as outcome if not has(outcome.excluded_reason)"
    finding = find({**EACH, "each": each}, outcomes=[OUTCOMES[1]])
    assert finding.status is Status.DEPARTS


def test_each_without_an_entry_that_fits_does_not_apply() -> None:
    finding = find(EACH, outcomes=[OUTCOMES[2]])
    assert finding.status is Status.NOT_APPLICABLE
    assert finding.counts == Counts(not_applicable=1)


def test_each_over_what_is_not_stated_cannot_conclude() -> None:
    assert find(EACH).missing == ("/outcomes",)


def test_each_over_an_explicit_nil_departs() -> None:
    finding = find(EACH, outcomes={"none": "Nobody knows any"})
    assert finding.status is Status.DEPARTS
    assert "Nobody knows any" in finding.message


def test_a_nil_in_one_entry_hides_neither_the_count_nor_the_other_entries() -> None:
    notes = [{"id": "a", "text": "Rest", "causal_note": {"none": "Nobody asked"}},
             {"id": "b", "text": "Sleep", "causal_note": "No"}]  # fmt: skip
    finding = find({**EACH, "each": "case.outcomes as o", "check": "o.causal_note == 'Yes'"},
                   outcomes=notes)  # fmt: skip
    assert finding.message.startswith("2 of 2: Rest, Sleep The file says that there is none")
    assert "Nobody asked" in finding.message


def test_a_long_list_of_names_is_counted_in_the_message_and_kept_in_full_beside_it() -> None:
    outcomes = [{"id": f"o{n}", "text": f"Outcome {n}"} for n in range(500)]
    finding = find({"each": "case.outcomes as o", "check": "o.material"}, outcomes=outcomes)
    assert len(finding.missing) == 500
    assert "and 490 more, all listed in this finding" in finding.message
    assert len(finding.message) < 1000


def test_entries_are_evidenced_by_their_own_list_only() -> None:
    # the name of the entry stands inside the name of another field
    rule = {"each": "case.needs.sources as needs", "check": "stated(case.needs.assessed_on)"}
    needs = {"assessed_on": "2025-01-01", "sources": [{"id": "s", "text": "x"}], "evidence": ["e1"]}
    finding = find(rule, needs=needs, evidence=[{"id": "e1", "title": "Report"}])
    assert finding.basis is Basis.EVIDENCED


def test_a_statement_alone_is_told_from_one_with_evidence() -> None:
    rule = {"check": "stated(case.needs.assessed_on)"}
    needs: dict[str, Any] = {"assessed_on": "2025-03-01"}
    register = [{"id": "e1", "title": "Report"}]
    alone = find(rule, needs=needs)
    backed = find(rule, needs={**needs, "evidence": ["e1"]}, evidence=register)
    assert (alone.basis, backed.basis) == (Basis.STATED, Basis.EVIDENCED)


def test_each_is_evidenced_only_if_every_entry_is() -> None:
    rule = {**EACH, "check": "outcome.duration_years > 0"}
    some = [{**OUTCOMES[0], "evidence": ["e1"]}, OUTCOMES[1]]
    every = [{**outcome, "evidence": ["e1"]} for outcome in OUTCOMES]
    register = [{"id": "e1", "title": "Report"}]
    assert find(rule, outcomes=some, evidence=register).basis is Basis.STATED
    assert find(rule, outcomes=every, evidence=register).basis is Basis.EVIDENCED


def test_a_message_that_reads_a_missing_value_says_that_it_is_not_stated() -> None:
    rule = {"check": "case.title == 'B'", "message": "Decided on {case.decision_date:date}."}
    assert find(rule, decision_date=None).message == "Decided on [decision date not stated]."


def test_a_parameter_has_the_value_that_was_in_force() -> None:
    rule = {"check": "param.notice == 3"}
    assert find(rule, decision_date="2025-03-01").status is Status.CONFORMS
    assert find(rule, decision_date="2019-12-31").status is Status.DEPARTS


def test_a_parameter_not_yet_in_force_cannot_be_concluded_upon() -> None:
    assert find({"check": "param.notice == 3"}, decision_date="1999-01-01").status == (
        Status.CANNOT_CONCLUDE
    )


def test_a_rule_of_low_confidence_never_counts_towards_the_conclusion() -> None:
    cite = [{"source": "toy", "where": "x", "confidence": "memory_medium"}]
    assert not find({"cite": cite}, summary="A summary").counts_towards


def test_a_rule_from_memory_cannot_be_major() -> None:
    cite = [{"source": "toy", "where": "x", "confidence": "memory_high"}]
    with pytest.raises(ValueError, match="minor or advisory"):
        ready(cite=cite, severity="major")


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"check": "case.sumary == 'a'"}, "`case.sumary` is not a field"),
        ({"check": "param.notise == 3"}, "`param.notise` is not a field"),
        ({"check": "facts.sroy == 3"}, "`facts.sroy` is not a field"),
        ({"message": "Found {case.sumary}."}, "`case.sumary` is not a field"),
        ({"message": "Found {case.title:pounds}."}, "`pounds` is not a format"),
        ({"message": "Found {case.title:money}."}, "is a text, not a number"),
        ({"each": "case.outcomes as case"}, "already a name"),
        ({"each": "case.outcomes as class"}, "word of the language"),
        ({"each": "case.outcomes as _need"}, "starts with `_`"),
        ({"each": "case.title as letter"}, "must give a list"),
        ({"stages": ["need", "award"]}, "name the first stage only"),
        ({"check": "case.decommissioning.effective_date > '2025-01-01'"}, "is not a field"),
    ],
)
def test_a_broken_rule_is_an_error_and_never_a_finding(changes: Any, problem: str) -> None:
    with pytest.raises(RulesError, match=problem):
        ready(**changes)


def test_a_rule_that_cannot_be_run_is_an_error_and_never_a_finding() -> None:
    rule = ready(check="param.notice > 1")
    broken = replace(subject(), param=ParameterNames(PARAMETERS, {"notice": "three"}))
    with pytest.raises(RulesError, match="rule TOY-01 cannot be run"):
        evaluate(rule, broken)


def test_a_fault_in_a_fact_is_a_fault_of_the_program_and_not_of_the_rule() -> None:
    made: dict[str, Any] = {"__name__": "auditor.facts.broken"}
    exec("class Broken:\n    sroi = property(lambda self: None + 1)", made)
    with pytest.raises(TypeError, match="unsupported operand"):
        evaluate(ready(check="facts.sroi.ratio_recomputed > 1"),
                 replace(subject(), facts=made["Broken"]()))  # fmt: skip
