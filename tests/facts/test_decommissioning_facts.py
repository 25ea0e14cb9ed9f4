from datetime import date
from typing import Any

import pytest

from auditor.facts import Facts
from tests.facts.files import claim, commissioning, decommissioning, without

REPORTED = {
    "gross_saving": 240000,
    "one_off_costs": 38000,
    "displaced_costs": 61000,
    "value_lost": 52000,
    "net_saving": 89000,
}
LISTS: dict[str, Any] = {
    "savings": [{"id": "s1", "amount": 200000}, {"id": "s2", "amount": 40000}],
    "costs": [
        {"id": "c1", "item": "Redundancy", "kind": "redundancy", "amount": 30000},
        {"id": "c2", "item": "Lease", "kind": "exit_penalty", "amount": 8000},
        {"id": "c3", "item": "Staff", "kind": "direct", "amount": 99999},
    ],
    "displaced_costs": [{"id": "d1", "body": "NHS", "amount": 61000}],
}
LOST = {
    "id": "v1",
    "stakeholder_id": "users",
    "annual_value": 26000,
    "years": 2,
    "disposition": "accepted_loss",
}
KEPT = {**LOST, "id": "v2", "annual_value": 10000, "disposition": "replaced"}


def ended(parts: dict[str, Any] | None = None, **given: Any) -> Facts:
    stakeholders = [{"id": "users", "name": "Users"}]
    return decommissioning(stakeholders=stakeholders, decommissioning=given, **(parts or {}))


def test_a_net_saving_follows_from_its_parts():
    found = claim(ended(reported=REPORTED), "decommissioning.net_saving")
    assert (found.verdict, found.rests_on_printed) == ("reproduced", True)


def test_a_net_saving_that_leaves_a_cost_out_is_not_reproduced():
    found = claim(ended(reported={**REPORTED, "net_saving": 141000}), "decommissioning.net_saving")
    assert (found.verdict, found.difference) == ("not_reproduced", 52000)


def test_every_part_follows_from_the_lists_of_the_file():
    facts = ended(LISTS, reported=REPORTED, value_at_risk=[LOST, KEPT])
    for name in REPORTED:
        assert claim(facts, f"decommissioning.{name}").verdict == "reproduced", name
    assert claim(facts, "decommissioning.net_saving").rests_on_printed is False


def test_a_part_that_the_lists_contradict_is_not_reproduced_and_the_sum_still_is():
    parts = {**LISTS, "displaced_costs": [{"id": "d1", "body": "NHS", "amount": 90000}]}
    facts = ended(parts, reported=REPORTED, value_at_risk=[LOST])
    assert claim(facts, "decommissioning.displaced_costs").verdict == "not_reproduced"
    assert claim(facts, "decommissioning.net_saving").verdict == "reproduced"


def test_parts_that_are_not_reported_are_taken_from_the_lists():
    facts = ended(LISTS, value_at_risk=[LOST, KEPT])
    assert facts.decommissioning.net_saving == 89000


def test_a_part_that_is_nowhere_keeps_the_net_saving_from_being_recomputed():
    facts = ended(reported=without(REPORTED, "value_lost"))
    found = claim(facts, "decommissioning.net_saving")
    assert found.verdict == "cannot_be_recomputed"
    assert "value lost" in found.note
    assert facts.decommissioning.net_saving is None


def test_costs_that_the_file_says_do_not_arise_count_as_zero():
    none = {"none": "No other body is affected"}
    facts = ended({**LISTS, "displaced_costs": none}, value_at_risk={"none": "Nothing is lost"})
    assert facts.decommissioning.displaced_costs == 0
    assert facts.decommissioning.value_lost == 0
    assert facts.decommissioning.net_saving == 202000


def test_an_amount_that_is_not_stated_keeps_a_sum_from_being_known():
    parts = {**LISTS, "displaced_costs": [{"id": "d1", "body": "NHS"}]}
    assert ended(parts).decommissioning.displaced_costs is None


def test_value_is_lost_only_where_nothing_protects_or_replaces_it():
    facts = ended(value_at_risk=[LOST, KEPT])
    assert facts.decommissioning.value_lost == 52000
    assert facts.decommissioning.value_at_risk_total == 72000
    assert facts.decommissioning.value_protected_or_replaced == 20000
    assert facts.decommissioning.losers == ("users",)


def test_value_without_a_disposition_is_not_known_to_be_lost():
    assert ended(value_at_risk=[without(LOST, "disposition")]).decommissioning.value_lost is None


def test_material_outcomes_without_a_disposition_are_named():
    outcomes = [
        {"id": "o1", "text": "o1", "material": True},
        {"id": "o2", "text": "o2", "material": True},
        {"id": "o3", "text": "o3", "material": False},
    ]
    facts = ended({"outcomes": outcomes}, value_at_risk=[{**LOST, "outcome_id": "o1"}])
    assert facts.decommissioning.outcomes_without_disposition == ("o2",)


@pytest.mark.parametrize(
    ("served", "earliest"),
    [("2026-07-01", date(2026, 10, 1)), ("2026-11-30", date(2027, 2, 28))],
)
def test_three_months_of_notice_are_calendar_months(served, earliest):
    assert ended(notice_served_on=served).decommissioning.earliest_effective_date == earliest


def test_ninety_days_are_not_three_months():
    facts = ended(notice_served_on="2026-07-01", effective_date="2026-09-29")
    assert facts.decommissioning.months_of_notice == 2
    assert date(2026, 9, 29) < facts.decommissioning.earliest_effective_date


def test_a_longer_local_agreement_decides():
    facts = ended(notice_served_on="2026-07-01", local_notice_months=6)
    assert facts.decommissioning.notice_months_due == 6
    assert facts.decommissioning.earliest_effective_date == date(2027, 1, 1)


def test_the_contract_may_ask_for_its_own_notice():
    facts = ended({"contract": {"notice_days_commissioner": 180}}, notice_served_on="2026-07-01")
    assert facts.decommissioning.contract_notice_until == date(2026, 12, 28)


def test_every_user_has_a_destination_or_is_missing():
    parts = {"transferred": 41, "signposted": 6, "no_longer_needing": 4, "declined": 3}
    facts = ended(user_destinations={"current": 56, **parts})
    assert facts.decommissioning.destinations_sum == 54
    assert facts.decommissioning.users_unaccounted_for == 2
    some = ended(user_destinations=without({"current": 56, **parts}, "declined"))
    assert some.decommissioning.users_unaccounted_for is None


def test_the_review_has_a_last_day():
    facts = ended(effective_date="2026-06-30")
    assert facts.decommissioning.review_due_by == date(2027, 6, 30)


ALL_KINDS = {
    "consultation": {"kind": "consultation", "end": "2026-01-09"},
    "notice": {"kind": "notice", "end": "2026-02-06"},
    "case_transfer": {"kind": "case_transfer", "end": "2026-05-01"},
    "tupe": {"kind": "tupe", "end": "2026-06-30"},
    "contingency": {"kind": "contingency"},
}
COMPLEX = {
    "effective_date": "2026-06-30",
    "drivers": ["budget"],
    "longer_notice_flags": ["tupe"],
    "transition_plan": {"cases": "In person"},
    "tupe_assessment": {"applies": True},
}


def lacking(*left_out: str, **parts: Any) -> Any:
    plan = [task for kind, task in ALL_KINDS.items() if kind not in left_out]
    given = {**COMPLEX, "project_plan": plan, **parts}
    return ended({"stage": "decision"}, **given).decommissioning.kinds_without_time


def test_a_plan_with_tasks_of_every_kind_lacks_no_time():
    assert lacking() == ()


@pytest.mark.parametrize("kind", ["notice", "case_transfer", "tupe"])
def test_a_plan_lacks_the_kind_of_task_that_nothing_makes_up_for(kind: str):
    assert lacking(kind) == (kind,)


def test_a_task_of_which_nothing_is_done_is_not_planned():
    denied = {**ALL_KINDS["tupe"], "text": {"none": "Nobody has time for it"}}
    plan = [task for kind, task in ALL_KINDS.items() if kind != "tupe"]
    assert lacking(project_plan=[*plan, denied]) == ("tupe",)


def test_what_is_lacking_for_certain_does_not_wait_for_what_is_silent():
    assert lacking("case_transfer", "tupe", tupe_assessment={}) == ("case_transfer",)
    assert lacking("tupe", tupe_assessment={}) is None


def test_a_transfer_on_the_last_day_leaves_open_whether_there_is_time_in_hand():
    assert lacking("contingency") is None
    assert lacking("contingency", effective_date="2026-07-01") == ()
    assert lacking("contingency", effective_date="2026-05-01") == ("contingency",)


def test_an_exceptional_reason_leaves_open_whether_there_is_time_in_hand():
    late = {"effective_date": "2026-05-01", "exceptional_reason": "The roof fell in"}
    assert lacking("contingency", **late) is None


def test_tasks_of_afterwards_take_no_time_before_the_end():
    afterwards = {"kind": "other", "start": "2026-08-03", "end": "2026-09-30"}
    plan = [*list(ALL_KINDS.values())[:3], afterwards]
    simple = {"project_plan": plan, "tupe_assessment": {"applies": False}}
    assert lacking(**simple) == ()


@pytest.mark.parametrize(
    ("ended_on", "end", "months", "ran_out"),
    [
        ("2026-06-30", "2026-06-30", None, True),
        ("2026-07-01", "2026-06-30", None, True),
        ("2026-06-29", "2026-06-30", None, False),
        ("2026-07-02", "2026-06-30", None, None),
        ("2027-06-30", "2026-06-30", 12, True),
        ("2026-03-31", "2026-02-28", 1, True),
        ("2026-12-30", "2026-06-30", 12, None),
        ("2026-12-31", "2026-06-30", 12, None),
        ("2026-12-15", "2026-06-30", 12, False),
        ("2027-07-02", "2026-06-30", 12, False),
        ("2027-12-31", "2026-06-30", 12, False),
    ],
)
def test_a_contract_runs_out_on_its_last_day_or_that_of_its_extension(
    ended_on: str, end: str, months: int | None, ran_out: bool | None
):
    contract = {"end": end, "extension_months": months} if months else {"end": end}
    facts = ended({"contract": contract}, effective_date=ended_on)
    assert facts.decommissioning.contract_ran_out is ran_out


JUDGED = {"id": "J1", "topic": "options", "conclusion": "Few will do", "made_by": "R. Exemplar"}


@pytest.mark.parametrize(
    ("changed", "answer"),
    [
        ({"date": "2025-10-01"}, True),
        ({"date": "2025-10-02"}, None),
        ({}, None),
        ({"date": "2025-10-01", "made_by": None}, None),
        ({"date": "2025-10-01", "conclusion": {"none": "Nobody knew"}}, None),
        ({"date": "2025-10-01", "topic": "market"}, None),
    ],
)
def test_few_options_are_enough_where_someone_judged_so_in_time(
    changed: dict[str, Any], answer: bool | None
):
    judged = {key: value for key, value in {**JUDGED, **changed}.items() if value is not None}
    facts = ended({"decision_date": "2025-10-01", "judgements": [judged]})
    assert facts.decommissioning.few_options_judged is answer


@pytest.mark.parametrize(("stage", "answer"), [("proposal", True), ("decision", None)])
def test_few_options_are_judged_on_any_day_before_there_is_a_decision(
    stage: str, answer: bool | None
):
    facts = ended({"stage": stage, "judgements": [JUDGED]})
    assert facts.decommissioning.few_options_judged is answer


def test_a_commissioning_file_states_none_of_it():
    facts = commissioning(savings=LISTS["savings"])
    assert facts.decommissioning.net_saving is None
    assert facts.decommissioning.notice_months_due is None


@pytest.mark.parametrize(
    ("claimed", "verdict"),
    [(141000, "reproduced"), (202000, "not_reproduced"), (89000, "cannot_be_recomputed")],
)
def test_a_net_saving_is_judged_unless_what_is_not_stated_may_explain_it(claimed, verdict):
    reported = {**without(REPORTED, "value_lost"), "net_saving": claimed}
    assert claim(ended(reported=reported), "decommissioning.net_saving").verdict == verdict
