from auditor.finding import Counts, Status
from tests.engine.builders import find

ROWS = [{"id": "a", "text": "Confidence"}, {"id": "b", "text": "Health"}]
REASON = "The report speaks of everyone as a whole"


def test_entries_of_which_the_same_part_is_denied_are_not_said_to_be_absent() -> None:
    rule = {
        "each": "case.outcomes as outcome",
        "check": "any(group.name == outcome.text for group in case.stakeholders)",
        "nil": "not_applicable",
    }
    finding = find(rule, outcomes=ROWS, stakeholders={"none": REASON})
    assert finding.status is Status.NOT_APPLICABLE
    assert finding.counts == Counts(not_applicable=2)
    assert finding.condition == finding.message
    assert finding.message == (
        "each entry of `outcomes` was read, and none applies: the file says that there is none"
        f" (`stakeholders`): {REASON}"
    )
    assert [each.found for each in finding.evidence if each.pointer == "/stakeholders"] == [
        f"none: {REASON}"
    ]


def test_only_the_entries_that_a_rule_asks_about_are_said_to_be_denied() -> None:
    rule = {
        "each": "case.costs as cost if cost.amount > 1",
        "check": "stated(cost.evidence)",
        "nil": "not_applicable",
    }
    costs = [
        {"id": "x", "item": "Rent", "amount": 2, "evidence": {"none": "Paid in cash"}},
        {"id": "y", "item": "Pay", "amount": 1, "evidence": {"none": "Given free"}},
        {"id": "z", "item": "Food", "amount": 3, "evidence": {"none": "Lost in a move"}},
    ]
    message = find(rule, costs=costs).message
    assert message.startswith("each entry of `costs` where `cost.amount` is more than 1 was read")
    assert "`costs[0].evidence`): Paid in cash; " in message
    assert "`costs[2].evidence`): Lost in a move" in message
    assert "Given free" not in message


def test_one_entry_that_can_be_judged_decides_over_those_that_are_denied() -> None:
    rule = {"each": "case.costs as cost", "check": "stated(cost.evidence)", "nil": "not_applicable"}
    costs = [
        {"id": "x", "item": "Rent", "amount": 2, "evidence": {"none": "Paid in cash"}},
        {"id": "y", "item": "Pay", "amount": 1, "evidence": ["E1"]},
    ]
    assert find(rule, costs=costs).counts == Counts(conforms=1, not_applicable=1)


def test_a_condition_on_entries_that_a_denial_stops_names_it_and_not_what_has_asked_about() -> None:
    rule = {
        "each": "case.procurement.awards as award"
        ' if not (has(award.status) and award.status == "pending") and award.value.amount > 1',
        "check": "stated(award.title)",
    }
    awards = [{"title": "North", "value": {"none": "It is kept confidential"}}]
    finding = find(rule, procurement={"awards": awards})
    assert finding.status is Status.CANNOT_CONCLUDE
    assert finding.missing == ()
    assert finding.message == (
        "The file says that there is none: procurement.awards[0].value (1 of 1: North)"
    )


def test_a_denial_in_one_entry_and_a_gap_in_another_are_both_said() -> None:
    rule = {
        "each": "case.procurement.awards as award if award.value.amount > 1",
        "check": "stated(award.title)",
    }
    awards = [{"title": "North", "value": {"none": "It is kept secret"}}, {"title": "South"}]
    finding = find(rule, procurement={"awards": awards})
    assert finding.missing == ("/procurement/awards/1/value",)
    assert "procurement.awards[1].value; the file says that there is none" in finding.message


def test_a_reason_that_ends_in_a_full_stop_gets_no_second_one() -> None:
    rule = {
        "each": "case.costs as cost",
        "check": "stated(cost.evidence)",
        "message": "No evidence: {names}.",
    }
    costs = [{"id": "x", "item": "Rent", "amount": 2, "evidence": {"none": "Paid in cash."}}]
    finding = find(rule, costs=costs)
    assert finding.status is Status.DEPARTS
    assert finding.message.endswith("Paid in cash.")
    assert ".." not in finding.message
