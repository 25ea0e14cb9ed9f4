from decimal import Decimal
from typing import Any

from auditor.facts import Facts
from tests.facts.files import commissioning, row


def ranked(*rows: tuple[str, str, int, int]) -> Facts:
    """Return a file whose rows have a group, an importance and a value."""
    return commissioning(
        stakeholders=[{"id": name, "name": name} for name in sorted({g for _, g, _, _ in rows})],
        outcomes=[
            {"id": name, "text": name, "relative_importance": Decimal(weight)}
            for name, _, weight, _ in rows
        ],
        sroi={"rows": [_row(name, group, value) for name, group, _, value in rows]},
    )


def _row(name: str, group: str, value: int) -> dict[str, Any]:
    return row(name, 1, value, stakeholder_id=group, outcome_id=name)


def test_values_in_the_order_of_importance_are_no_inversion():
    assert ranked(("a", "g", 9, 900), ("b", "g", 6, 600)).sroi.importance_inversions == ()


def test_a_more_important_outcome_with_a_smaller_value_is_an_inversion():
    facts = ranked(("a", "g", 9, 100), ("b", "g", 6, 600))
    assert facts.sroi.importance_inversions == ("b and a",)


def test_outcomes_of_equal_importance_may_have_any_values():
    assert ranked(("a", "g", 6, 100), ("b", "g", 6, 600)).sroi.importance_inversions == ()


def test_a_loss_counts_by_its_size():
    assert ranked(("a", "g", 9, -900), ("b", "g", 6, 600)).sroi.importance_inversions == ()


def test_outcomes_of_different_groups_are_not_compared():
    assert ranked(("a", "g", 9, 100), ("b", "h", 6, 600)).sroi.importance_inversions is None


def test_a_row_shares_its_group_only_with_another_row():
    facts = ranked(("a", "g", 9, 100), ("b", "g", 6, 600), ("c", "h", 6, 600))
    assert [each.shares_group for each in facts.sroi.ranked_rows or ()] == [True, True, False]


def test_a_row_without_a_group_may_share_that_of_any_other():
    rows = [_row("a", "g", 1), row("b", 1, 2)]
    groups = [{"id": "g", "name": "g"}]
    outcomes = [{"id": "a", "text": "a"}]
    facts = commissioning(stakeholders=groups, outcomes=outcomes, sroi={"rows": rows})
    assert [each.shares_group for each in facts.sroi.ranked_rows or ()] == [None, None]


def test_a_unit_cost_that_may_be_saved_is_not_held_against_the_order():
    rows = [_row("a", "g", 100), {**_row("b", "g", 600), "proxy_type": "saving"}]
    groups = [{"id": "g", "name": "g"}]
    outcomes = [
        {"id": "a", "text": "a", "relative_importance": Decimal(9)},
        {"id": "b", "text": "b", "relative_importance": Decimal(6)},
    ]
    facts = commissioning(stakeholders=groups, outcomes=outcomes, sroi={"rows": rows})
    assert facts.sroi.importance_inversions is None
    assert [each.shares_group for each in facts.sroi.ranked_rows or ()] == [False, False]


def test_a_row_that_stands_at_nothing_is_not_held_against_the_order():
    facts = ranked(("a", "g", 9, 0), ("b", "g", 6, 600))
    assert facts.sroi.importance_inversions is None
    assert [each.shares_group for each in facts.sroi.ranked_rows or ()] == [False, False]


def test_an_importance_that_another_group_gave_is_not_held_against_the_group_of_the_row():
    rows = [_row("a", "g", 100), _row("b", "g", 600)]
    groups = [{"id": "g", "name": "g"}, {"id": "h", "name": "h"}]
    outcomes = [
        {"id": "a", "text": "a", "stakeholder_id": "h", "relative_importance": Decimal(9)},
        {"id": "b", "text": "b", "stakeholder_id": "g", "relative_importance": Decimal(6)},
    ]
    facts = commissioning(stakeholders=groups, outcomes=outcomes, sroi={"rows": rows})
    assert facts.sroi.importance_inversions is None
    assert [each.relative_importance for each in facts.sroi.ranked_rows or ()] == [None, Decimal(6)]
