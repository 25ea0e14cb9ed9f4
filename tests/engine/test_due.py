from typing import Any

import pytest

from auditor.engine.admission import refuse_unmeant
from auditor.engine.evaluate import evaluate
from auditor.finding import Finding, Severity, Status
from tests.engine.builders import PARAMETERS, find, ready, subject

BASIS = {"authority_type": ["central"], "or_declared_basis": "green-book"}


def test_a_rule_is_due_from_its_stage_on() -> None:
    rule = ready(stages=["award"])
    at = {stage: evaluate(rule, subject(stage=stage, summary="x")).status
          for stage in ("tender", "award", "review")}  # fmt: skip
    assert at == {"tender": "not_applicable", "award": "conforms", "review": "conforms"}


def test_a_rule_for_one_kind_is_not_asked_of_the_other() -> None:
    finding = find({"stages": ["decision"]}, summary="x")
    assert finding.condition == "asked of decommissioning files only"


@pytest.mark.parametrize(
    ("day", "status"),
    [
        ("2026-02-04", "not_applicable"),
        ("2026-02-05", "conforms"),
        ("2027-01-01", "not_applicable"),
    ],
)
def test_guidance_applies_between_its_dates(day: str, status: str) -> None:
    rule = {"in_force": {"from": "2026-02-05", "until": "2027-01-01"}}
    assert find(rule, summary="x", decision_date=day).status == status


def test_without_a_decision_date_what_was_in_force_is_an_unknown_gate() -> None:
    finding = find({"in_force": {"from": "2026-02-05"}}, summary="x", decision_date=None)
    assert finding.waits_for == "decision_date"


def gate(**file: object) -> Finding:
    return find({"gates": BASIS}, summary="x", **file)


def test_a_gate_lets_in_whom_it_is_meant_for() -> None:
    assert gate(authority_type="central").status is Status.CONFORMS


def test_a_gate_keeps_out_others_and_says_why() -> None:
    finding = gate(authority_type="local")
    assert finding.condition == "for authority type central; this file states local"


def test_a_gate_is_said_in_words_and_not_in_codes() -> None:
    rule = {"gates": {"nation": ["northern_ireland"], "regime": ["below_threshold"]}}
    finding = find(rule, summary="x", nation="northern_ireland", regime="exempt")
    assert finding.condition == "for regime below threshold; this file states exempt"
    finding = find(rule, summary="x", nation="wales", regime="below_threshold")
    assert finding.condition == "for nation Northern Ireland; this file states Wales"


def test_a_declared_basis_opens_the_gate() -> None:
    assert gate(authority_type="local", policy_basis=["green-book"]).status is Status.CONFORMS


def test_an_unknown_gate_is_waited_for() -> None:
    finding = gate()
    assert (finding.status, finding.waits_for) == (Status.CANNOT_CONCLUDE, "authority_type")


def test_for_everyone_else_a_rule_may_be_advice_that_never_counts() -> None:
    finding = find({"gates": {**BASIS, "otherwise": "advisory"}}, authority_type="local",
                   summary={"none": "no"})  # fmt: skip
    assert finding.severity is Severity.ADVISORY
    assert finding.status is Status.DEPARTS
    assert not finding.counts_towards


@pytest.mark.parametrize(
    ("value", "status"),
    [(99_999, "not_applicable"), (100_000, "conforms"), (None, "cannot_conclude")],
)
def test_a_tier_is_due_from_a_contract_value_on(value: int | None, status: str) -> None:
    assert find({"tier": "large"}, summary="x", contract={"value_ex_vat": value}).status == status


def test_a_gate_that_keeps_a_rule_out_outweighs_one_that_is_unknown() -> None:
    gates = {"nation": ["wales"], "authority_type": ["central"]}
    finding = find({"gates": gates}, summary="x", authority_type="local")
    assert finding.condition == "for authority type central; this file states local"


def test_a_rule_that_is_not_in_force_is_not_due_whatever_the_gates_would_say() -> None:
    rule = {"gates": {"nation": ["wales"]}, "in_force": {"from": "2026-01-01"}, "tier": "large"}
    assert find(rule, summary="x").condition.startswith("in force from 1 January 2026")


def test_of_several_unknown_gates_the_date_is_asked_for_first() -> None:
    rule = {"gates": {"nation": ["wales"]}, "in_force": {"from": "2026-01-01"}}
    assert find(rule, summary="x", decision_date=None).waits_for == "decision_date"
    assert find(rule, summary="x", decision_date="2026-02-01").waits_for == "nation"


def test_guidance_may_hinge_on_the_start_of_the_procurement() -> None:
    rule = {"in_force": {"from": "2025-02-24", "hinges_on": "procurement_start"}}
    assert find(rule, summary="x").waits_for == "procurement_start_date"
    early = find(rule, summary="x", procurement_start_date="2025-02-23")
    assert early.condition.endswith("this file hinges on 23 February 2025")
    late = find(rule, summary="x", procurement_start_date="2025-02-24")
    assert late.status is Status.CONFORMS


def test_a_rule_that_is_not_for_a_file_anyhow_waits_for_no_gate() -> None:
    rule = {"gates": {"nation": ["england"]}, "when": "has(case.sroi)"}
    finding = find(rule, summary="x")
    assert (finding.status, finding.waits_for) == (Status.NOT_APPLICABLE, "")


@pytest.mark.parametrize(
    ("edition", "finished", "status"),
    [
        (2022, "2026-02-04", "not_applicable"),
        (2022, "2026-02-05", "conforms"),
        (2022, None, "conforms"),
        (2026, "2026-02-04", "conforms"),
        (None, "2026-02-04", "conforms"),
    ],
)
def test_an_appraisal_finished_under_an_earlier_edition_may_be_spared(
    edition: int | None, finished: str | None, status: str
) -> None:
    rule = {"in_force": {"from": "2026-02-05", "spares_earlier_appraisals": True}}
    appraisal = {"date": finished} if finished else {}
    found = find(
        rule, summary="x", decision_date="2026-03-01", green_book_edition=edition,
        appraisal=appraisal,
    )  # fmt: skip
    assert found.status == status


def test_a_tier_that_did_not_exist_yet_is_not_blamed_on_the_date_that_the_file_states() -> None:
    finding = find({"tier": "large"}, summary="x", decision_date="1999-12-31")
    assert (finding.status, finding.condition) == (
        Status.NOT_APPLICABLE,
        "no such tier on 31 December 1999",
    )


def test_a_contract_that_the_file_says_does_not_exist_leaves_its_value_unknown() -> None:
    finding = find({"tier": "large"}, summary="x", contract={"none": "It is a grant"})
    assert finding.waits_for == "contract.value_ex_vat"


def flows(*costs: int | None) -> list[dict[str, int]]:
    return [
        {"year": 2025 + n, **({} if cost is None else {"cost": cost})}
        for n, cost in enumerate(costs)
    ]


@pytest.mark.parametrize(
    ("costs", "status"),
    [
        ([60_000, 39_999], "not_applicable"),
        ([60_000, 40_000], "conforms"),
        ([100_000, None], "conforms"),  # what is stated is enough already
        ([99_999, None], "cannot_conclude"),  # what is not stated is not guessed
    ],
)
def test_before_there_is_a_contract_the_dearest_option_is_at_stake(
    costs: list[int | None], status: str
) -> None:
    options = [
        {"id": "a", "name": "A", "cashflows": flows(*costs)},
        {"id": "b", "name": "B", "cashflows": flows(1)},
        {"id": "c", "name": "C", "cashflows": flows(900_000), "short_list": False},
    ]
    assert find({"tier": "large"}, summary="x", options=options).status == status


def test_an_option_without_costs_leaves_open_what_is_at_stake() -> None:
    options = [{"id": "a", "name": "A", "cashflows": flows(1)}, {"id": "b", "name": "B"}]
    assert find({"tier": "large"}, summary="x", options=options).waits_for


def test_an_option_that_costs_nothing_says_so_with_a_reason() -> None:
    options = [{"id": "a", "name": "A", "cashflows": {"none": "Nothing is spent"}}]
    finding = find({"tier": "large"}, summary="x", options=options)
    assert finding.condition == (
        "asked from £100,000 at stake, a figure of this test; "
        "over all years the dearest option costs £0"
    )


def tender(name: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "provider": name, **more}


@pytest.mark.parametrize(
    ("tenders", "status"),
    [
        ([tender("T1", won=True, price=99_999), tender("T2", price=900_000)], "not_applicable"),
        ([tender("T1", won=True, price=100_000)], "conforms"),
        ([tender("T1", won=True, price=9, whole_life_cost=100_000)], "conforms"),
        ([tender(name, won=True, price=50_000) for name in ("T1", "T2")], "conforms"),
        ([tender("T1", won=True, price=99_999), tender("T2", won=True)], "cannot_conclude"),
    ],
)
def test_without_the_value_of_the_contract_what_won_the_tender_is_at_stake(
    tenders: list[dict[str, Any]], status: str
) -> None:
    options = [{"id": "a", "name": "A", "cashflows": flows(1)}]
    found = find({"tier": "large"}, summary="x", tenders=tenders, options=options)
    assert found.status == status


def test_the_award_may_name_the_tender_that_won() -> None:
    given = {"tenders": [tender("T1", price=5), tender("T2", price=7)], "award": {"winner": "T2"}}
    found = find({"tier": "large"}, summary="x", **given)
    assert found.condition.endswith("the tender that won comes to £7")


@pytest.mark.parametrize(
    ("value", "status"), [(99_999, "not_applicable"), (100_000, "cannot_conclude")]
)
def test_a_value_with_vat_can_only_show_that_less_is_at_stake(value: int, status: str) -> None:
    contract = {"value_inc_vat": value}
    assert find({"tier": "large"}, summary="x", contract=contract).status == status


def test_a_tier_in_pounds_excuses_nothing_in_another_currency() -> None:
    finding = find({"tier": "large"}, summary="x", currency="INR", contract={"value_ex_vat": 1})
    assert finding.status is Status.CONFORMS


ADVICE: dict[str, Any] = {"gates": {**BASIS, "otherwise": "advisory"}, "tier": "large"}


SMALL = "asked from £100,000 at stake, a figure of this test; this contract is worth £1"


@pytest.mark.parametrize(
    ("authority", "value", "why"),
    [
        ("local", None, "meant for authority type central; this file states local"),
        ("central", 1, SMALL),
        ("local", 1, "meant for authority type central; this file states local"),
        (None, 1, SMALL),
    ],
)
def test_what_can_only_be_advice_is_advice_and_says_why(
    authority: str | None, value: int | None, why: str
) -> None:
    contract = {"value_ex_vat": value}
    finding = find(ADVICE, summary="x", authority_type=authority, contract=contract)
    assert (finding.severity, finding.status) == (Severity.ADVISORY, Status.CONFORMS)
    assert finding.condition == f"advice only: {why}"
    assert not finding.counts_towards


def test_what_may_not_be_in_force_does_not_even_advise() -> None:
    rule = {"gates": {**BASIS, "otherwise": "advisory"}, "in_force": {"from": "2022-03-28"}}
    undated = find(rule, authority_type="local", decision_date=None)
    assert (undated.status, undated.waits_for) == (Status.CANNOT_CONCLUDE, "decision_date")
    advised = find(rule, summary="x", authority_type="local", decision_date="2022-03-28")
    assert advised.severity is Severity.ADVISORY
    assert advised.condition.startswith("advice only: ")


def test_from_the_tier_on_a_rule_with_advice_for_others_counts() -> None:
    finding = find(ADVICE, summary="x", authority_type="central", contract={"value_ex_vat": 100000})
    assert (finding.severity, finding.condition) == (Severity.MINOR, "")
    assert finding.counts_towards


def test_for_whom_a_rule_is_meant_is_asked_before_what_is_at_stake() -> None:
    assert find(ADVICE, summary="x").waits_for == "authority_type"


def test_what_might_count_waits_for_what_is_at_stake() -> None:
    assert find(ADVICE, summary="x", authority_type="central").waits_for == "contract.value_ex_vat"


ONE_KIND: dict[str, Any] = {"tier": "large", "stages": ["design", "decision"]}


@pytest.mark.parametrize(
    ("kind", "status"), [("commissioning", "not_applicable"), ("decommissioning", "conforms")]
)
def test_a_tier_of_one_kind_of_file_excuses_no_file_of_the_other(kind: str, status: str) -> None:
    rule = {**ONE_KIND, "tier_for": "commissioning"}
    small = find(rule, summary="x", kind=kind, stage="review" if kind == "commissioning" else
                 "closed", contract={"value_ex_vat": 1})  # fmt: skip
    assert small.status == status


@pytest.mark.parametrize(
    ("decided", "severity"),
    [("2024-05-07", "major"), ("2024-05-08", "minor"), (None, "minor")],
)
def test_a_departure_is_minor_from_the_day_of_an_edition_that_was_not_seen(
    decided: str | None, severity: str
) -> None:
    rule = {"severity": "major", "minor_from": "2024-05-08", "check": 'case.nation == "wales"'}
    assert find(rule, nation="england", decision_date=decided).severity == severity


def test_a_rule_for_everyone_may_be_advice_below_its_tier() -> None:
    rule = {"gates": {"otherwise": "advisory"}, "tier": "large"}
    refuse_unmeant(ready(**rule), PARAMETERS)
    finding = find(rule, summary="x", contract={"value_ex_vat": 1})
    assert (finding.status, finding.severity) == (Status.CONFORMS, Severity.ADVISORY)
