from collections.abc import Sequence
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from auditor.facts.sroi_outcomes import OutcomeFacts, ValuedOutcomes
from auditor.model.outcomes import Outcome
from auditor.model.part import Nil
from auditor.model.value_map import ValueMapRow

Rows = Sequence[tuple[str | None, str | None]]


def stated(**parts: Any) -> dict[str, Any]:
    return {name: part for name, part in parts.items() if part is not None}


def outcome(name: str, group: str | None, chain: Any) -> Outcome:
    own = stated(stakeholder_id=group, chain=chain)
    return Outcome.model_validate({"id": name, "text": name, **own})


def looked_at(outcomes: list[Outcome], rows: Rows) -> tuple[OutcomeFacts, ...]:
    listed = [
        ValueMapRow.model_validate(
            {"id": f"r{n}", "proxy": 1, **stated(outcome_id=of, stakeholder_id=by)}
        )
        for n, (of, by) in enumerate(rows)
    ]
    return tuple(ValuedOutcomes(outcomes, listed).all())


def test_an_outcome_in_rows_of_two_groups_is_not_for_one_group() -> None:
    (found,) = looked_at([outcome("a", "g", "x")], [("a", "g"), ("a", "h")])
    assert found.for_one_group is False
    assert found.shown == "valued for g, h; chain x"


def test_two_outcomes_of_one_chain_and_group_are_not_alone() -> None:
    found = looked_at([outcome("a", "g", "x"), outcome("b", "g", "x")], [("a", "g"), ("b", "g")])
    assert [each.alone_in_chain for each in found] == [False, False]


def test_an_outcome_without_a_row_is_not_alone_where_another_of_its_chain_is_valued() -> None:
    found = looked_at([outcome("a", "g", "x"), outcome("b", "g", "x")], [("a", "g")])
    assert [each.alone_in_chain for each in found] == [True, False]


def test_capitals_and_spaces_make_no_other_chain() -> None:
    listed = [outcome("a", "g", "Carer wellbeing"), outcome("b", "g", "carer  wellbeing")]
    found = looked_at(listed, [("a", "g"), ("b", "g")])
    assert [each.alone_in_chain for each in found] == [False, False]


def test_a_row_that_stands_at_nothing_values_no_outcome() -> None:
    rows = [
        {"id": "r0", "outcome_id": "a", "stakeholder_id": "g", "proxy": 0},
        {"id": "r1", "outcome_id": "b", "stakeholder_id": "g", "quantity": 0},
        {"id": "r2", "outcome_id": "b", "stakeholder_id": "g", "quantity": 2, "proxy": -3},
    ]
    listed = [outcome("a", "g", "x"), outcome("b", "g", "x")]
    found = ValuedOutcomes(listed, [ValueMapRow.model_validate(each) for each in rows]).all()
    assert [(each.valued, each.alone_in_chain) for each in found] == [(False, False), (True, True)]


def test_a_row_that_does_not_say_what_it_is_worth_leaves_open_what_is_valued() -> None:
    row = ValueMapRow.model_validate({"id": "r0", "outcome_id": "a", "stakeholder_id": "g"})
    (found,) = ValuedOutcomes([outcome("a", "g", "x")], [row]).all()
    assert (found.valued, found.missing) == (None, ("/sroi/rows/0/proxy",))


def test_a_chain_that_is_not_stated_may_be_that_of_another_outcome() -> None:
    found = looked_at([outcome("a", "g", "x"), outcome("b", "g", None)], [("a", "g"), ("b", "g")])
    assert [each.alone_in_chain for each in found] == [None, None]
    assert found[0].missing == ("/outcomes/1/chain",)


def test_a_row_that_names_no_outcome_leaves_open_what_is_valued() -> None:
    (found,) = looked_at([outcome("a", "g", "x")], [(None, "g")])
    assert found.valued is None
    assert found.missing == ("/sroi/rows/0/outcome_id",)


def _one_by_one(outcomes: list[Outcome], rows: Rows, at: Outcome) -> bool | None:
    """Return whether an outcome is alone in its chain, by comparing it with each other one."""
    if isinstance(at.chain, Nil):
        return True
    answers: list[bool | None] = []
    for other in outcomes:
        if not any(of == other.id for of, _ in rows):
            continue
        if other.id != at.id and not isinstance(other.chain, Nil):
            groups, chains = (other.stakeholder_id, at.stakeholder_id), (other.chain, at.chain)
            if None in groups:
                answers.append(None)
            elif groups[0] == groups[1]:
                answers.append(None if None in chains else chains[0] == chains[1])
        elif other.id != at.id and None in (other.stakeholder_id, at.stakeholder_id):
            answers.append(None)
    return False if True in answers else None if None in answers else True


names = st.sampled_from(["a", "b", "c", "d"])
groups = st.sampled_from(["g", "h", None])
chains: Any = st.sampled_from(["x", "y", None, {"none": "It stands alone"}])


@given(
    st.dictionaries(names, st.tuples(groups, chains), min_size=1),
    st.lists(st.tuples(names, groups), max_size=6),
)
def test_one_pass_finds_what_comparing_each_with_each_finds(
    given_outcomes: dict[str, tuple[str | None, Any]], rows: Rows
) -> None:
    outcomes = [outcome(name, *rest) for name, rest in given_outcomes.items()]
    for at, found in zip(outcomes, looked_at(outcomes, rows), strict=True):
        if any(of == at.id for of, _ in rows):
            assert found.alone_in_chain == _one_by_one(outcomes, rows, at)
