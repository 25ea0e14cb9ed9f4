from typing import Any

import pytest

from auditor.engine.again import check_again
from auditor.engine.trace import pointer_of
from auditor.finding import Status
from tests.engine.builders import find, ready, subject

COSTS: list[dict[str, Any]] = [
    {"id": "x", "item": "Rent", "amount": 2},
    {"id": "y", "item": "Pay", "amount": 2},
]


def expected(check: str, **file: Any) -> dict[str, str]:
    finding = find({"check": check}, **file)
    assert finding.status is Status.DEPARTS
    return {each.pointer: each.expected for each in finding.evidence if each.expected}


@pytest.mark.parametrize(
    ("check", "expectations"),
    [
        ("case.contract.start < case.contract.end", {"/contract/start": "before 2025-02-01"}),
        ("case.contract.annual_value >= 30", {"/contract/annual_value": "at least 30"}),
        ("30 <= case.contract.annual_value", {"/contract/annual_value": "at least 30"}),
        ("not case.title == 'A file'", {"/title": "other than A file"}),
        ("case.title in ['B', 'C']", {"/title": "one of B, C"}),
        ("len(case.costs) > 2", {"/costs": "more than 2"}),
        (
            "sum(c.amount for c in case.costs) == case.contract.annual_value",
            {"/contract/annual_value": "equal to 4"},
        ),
        ("months_between(case.contract.end, case.contract.start) >= 3", {}),
        ("case.contract.annual_value - 1 == 2", {}),
    ],
)
def test_something_is_expected_of_the_value_that_was_compared_and_of_no_other(
    check: str, expectations: dict[str, str]
) -> None:
    contract = {"start": "2025-03-01", "end": "2025-02-01", "annual_value": 9}
    assert expected(check, contract=contract, costs=COSTS) == expectations


def test_what_has_asked_about_is_not_what_stopped_a_rule() -> None:
    finding = find({"check": "not has(case.summary) and stated(case.needs.assessed_on)"})
    assert finding.missing == ("/needs",)
    assert finding.message == "Not recorded in this file: needs"


def test_what_any_could_do_without_is_not_what_stopped_a_rule() -> None:
    outcomes = [{"id": "a", "text": "x"}, {"id": "b", "text": "y", "material": True}]
    rule = {"check": "any(o.material for o in case.outcomes) and stated(case.summary)"}
    assert find(rule, outcomes=outcomes).missing == ("/summary",)


def test_where_nothing_else_is_missing_what_was_passed_over_is_named() -> None:
    rule = {"check": "all(o.material for o in case.outcomes if has(o.duration_years))"}
    finding = find(rule, outcomes=[{"id": "a", "text": "x"}])
    assert finding.missing == ("/outcomes/0/duration_years",)


def test_a_name_of_a_fixed_set_is_compared_as_text_with_and_without_a_record() -> None:
    # verdicts are StrEnum, which have attributes of their own
    claims = {
        "inputs": [{"id": "i", "kind": "funding", "amount": 100}],
        "reported": {"total_inputs": 90},
    }
    check = "not any(c.verdict != 'reproduced' for c in facts.claims.results)"
    finding = find({"check": check}, sroi=claims)
    assert finding.status is Status.DEPARTS
    assert find({"check": check}, sroi={**claims, "reported": {"total_inputs": 100}}).status == (
        "conforms"
    )


def test_a_departure_that_turns_into_conforming_when_recorded_is_a_fault_of_the_program() -> None:
    with pytest.raises(RuntimeError, match="TOY-01 answers otherwise"):
        check_again(ready(), subject(summary="This conforms"))


@pytest.mark.parametrize(
    ("path", "pointer"),
    [("case.sroi.rows", "/sroi/rows"), ("facts.options.list", "facts.options.list")],
)
def test_a_path_of_a_rule_has_its_pointer(path: str, pointer: str) -> None:
    assert pointer_of(path) == pointer
