"""A check is set out in words, what it asks for under one another."""

import pytest

from auditor.engine.outline import outline


def _set_out(text: str) -> list[str]:
    return [f"{'  ' * depth}{line}" for depth, line in outline(text)]


def test_a_single_condition_is_one_line() -> None:
    assert _set_out("case.light_touch") == ["`light_touch` is true"]


def test_short_conditions_that_must_all_hold_stay_on_one_line() -> None:
    text = "case.light_touch and case.stage == 'award'"
    assert _set_out(text) == ["`light_touch` is true and `stage` is award"]


def test_conditions_of_the_same_kind_stand_in_one_list() -> None:
    text = (
        "case.stage == 'award' or (case.stage == 'contract' or case.regime == 'grant') "
        "or case.light_touch"
    )
    assert _set_out(text) == [
        "at least one of these:",
        "  `stage` is award",
        "  `stage` is contract",
        "  `regime` is grant",
        "  `light_touch` is true",
    ]


def test_what_must_not_hold_is_set_out_by_its_contrary() -> None:
    text = "not (case.stage == 'award' or case.stage == 'contract' or case.regime == 'grant')"
    assert _set_out(text) == [
        "all of these:",
        "  `stage` is other than award",
        "  `stage` is other than contract",
        "  `regime` is other than grant",
    ]


def test_the_same_condition_stands_in_a_list_once() -> None:
    text = (
        "(has(case.light_touch) and case.light_touch) or case.decision_date > "
        "case.procurement_start_date or case.light_touch"
    )
    assert _set_out(text) == [
        "at least one of these:",
        "  `light_touch` is true",
        "  `decision_date` is after `procurement_start_date`",
    ]


def test_what_is_asked_of_each_entry_stands_under_its_list() -> None:
    text = (
        "any(group.most_affected and not nil(group.involved) and group.effect == 'negative' "
        "for group in case.stakeholders if group.included)"
    )
    assert _set_out(text) == [
        "for some entry of `stakeholders` where `group.included` is true, all of these:",
        "  `group.most_affected` is true",
        "  the file does not say that there is no `group.involved`",
        "  `group.effect` is negative",
    ]


def test_a_value_without_which_the_answer_stays_open_is_said_to_leave_it_open() -> None:
    left_out = "not nil(case.award.criteria) and not stated(case.award.criteria)"
    assert _set_out(f"({left_out}) or case.light_touch or case.regime == 'grant'") == [
        "at least one of these:",
        "  `light_touch` is true",
        "  `regime` is grant",
        "  otherwise the answer is open where `award.criteria` is left out",
    ]


@pytest.mark.parametrize(
    ("device", "said"),
    [
        ("not has(case.award) and stated(case.award)", ["`award` is left out"]),
        ("len(facts.purse.own_names) < 0", ["`purse.own_names` cannot be worked out"]),
        (
            "nil(case.award) and all(has(it.item) for it in case.costs if len(case.costs) == 0)",
            ["the file says that there is no `award`"],
        ),
        (
            "nil(case.costs) and not all(stated(each.id) for each in case.judgements "
            "if each.topic == 'urgency')",
            [
                "all of these:",
                "    the file says that there is no `costs`",
                "    there is no entry of `judgements` where `each.topic` is urgency",
            ],
        ),
        (
            "not nil(met.purposes) and not stated(met.date, met.purposes)",
            [
                "all of these:",
                "    the file does not say that there is no `met.purposes`",
                "    one of `met.date` and `met.purposes` is left out",
            ],
        ),
    ],
)
def test_what_is_never_so_is_said_to_leave_the_answer_open(device: str, said: list[str]) -> None:
    first, *more = said
    assert _set_out(f"({device}) or case.light_touch") == [
        "at least one of these:",
        "  `light_touch` is true",
        f"  otherwise the answer is open where {first}",
        *more,
    ]


def test_that_nothing_in_a_list_is_so_is_not_said_of_every_entry() -> None:
    assert _set_out("not any(cost.kind == 'volunteer' for cost in case.costs)") == [
        "for no entry of `costs`: `cost.kind` is volunteer"
    ]
    assert _set_out("all(cost.kind == 'volunteer' for cost in case.costs)") == [
        "for every entry of `costs`: `cost.kind` is volunteer"
    ]


def test_that_a_value_is_stated_is_said_where_another_part_only_sets_it_apart() -> None:
    assert _set_out("has(case.regime) and case.regime != 'grant'") == [
        "`regime` is stated and `regime` is other than grant"
    ]
    assert _set_out("not (not has(case.regime) or case.regime == 'grant')") == [
        "`regime` is stated and `regime` is other than grant"
    ]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (
            "days_between(award.date, award.published_on) <= param.days",
            "the number of days from `award.date` to `award.published_on` is at most `days`",
        ),
        (
            "case.contract.end >= add_days(case.contract.start, 1)",
            "`contract.end` is on or after 1 day after `contract.start`",
        ),
        (
            "case.contract.end > add_months(case.contract.start, 0 - 2)",
            "`contract.end` is after 2 months before `contract.start`",
        ),
        (
            "close(sum(part.share for part in case.sroi.shares), 1, param.margin)",
            "the sum of `part.share` over all entries of `sroi.shares` is within `margin` of 1",
        ),
        (
            "len(distinct(option.kind for option in case.options)) > 1",
            "the number of the different values of `option.kind` over all entries of `options` "
            "is more than 1",
        ),
        (
            "row.a * row.b * (1 - row.c) > 12",
            "`row.a` times `row.b` times (1 minus `row.c`) is more than 12",
        ),
        (
            "row.a - (row.b - row.c) > 12",
            "`row.a` minus (`row.b` minus `row.c`) is more than 12",
        ),
        (
            "min(case.equality.considered_on) <= case.decision_date",
            "the least of `equality.considered_on` is on or before `decision_date`",
        ),
    ],
)
def test_what_is_worked_out_is_said_in_words(written: str, said: str) -> None:
    assert _set_out(written) == [said]
