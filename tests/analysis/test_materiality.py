from decimal import Decimal
from time import process_time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.analysis.materiality import Materiality, materiality
from auditor.analysis.materiality_section import materiality_section
from tests.analysis.files import Given, commissioning
from tests.facts.files import row

NUMBERS = {"materiality_focus_share": Decimal("0.90"), "sroi_duration_years": 5}


def map_of(*rows: dict[str, Any], **more: Any) -> Given:
    sroi = {"conventions": {"discounting": "none"}, "rows": list(rows), **more.pop("sroi", {})}
    return commissioning(sroi=sroi, **more)


def ranked(given: Given) -> Materiality:
    found = materiality(given.case, given.facts, NUMBERS)
    assert found is not None
    return found


def signs(*rows: dict[str, Any], **more: Any) -> dict[str, tuple[str, ...]]:
    return {each.id: each.signs for each in ranked(map_of(*rows, **more)).rows}


SOURCED = {"proxy_source": "A list", "proxy_price_year": 2025, "zero_reason": "None can be"}


def test_rows_stand_by_value_and_those_that_make_up_nine_tenths_are_in_focus() -> None:
    found = ranked(map_of(row("a", 1, 5), row("b", 1, 60), row("c", 1, 30), row("d", 1, 5)))
    assert [each.id for each in found.rows] == ["b", "c", "a", "d"]
    assert [each.in_focus for each in found.rows] == [True, True, False, False]
    assert [each.reached for each in found.rows] == [Decimal(n) for n in ("0.6", "0.9", "0.95", 1)]
    assert found.total == 100


def test_a_loss_counts_by_its_size() -> None:
    found = ranked(map_of(row("gain", 1, 50), row("loss", 1, -50)))
    assert [each.share for each in found.rows] == [Decimal("0.5")] * 2
    assert found.total == 0
    assert all(each.in_focus for each in found.rows)


def test_rows_below_the_threshold_of_the_file_are_named_and_one_at_it_is_not() -> None:
    given = map_of(row("a", 1, 97), row("b", 1, 2), row("c", 1, 1),
                   sroi={"materiality_threshold": Decimal("0.02")})  # fmt: skip
    found = ranked(given)
    assert [each.below for each in found.rows] == [False, False, True]
    assert "1 row is below the 2% of the value" in " ".join(materiality_section(found).says)


def test_a_row_without_its_figures_is_left_out_and_said_so() -> None:
    known, unknown = row("a", 1, 5), row("b", 1, 5)
    del unknown["proxy"]
    found = ranked(map_of(known, unknown))
    assert (found.unranked, found.basis) == (("b",), "the impact of the first year")
    assert "1 row is left out" in " ".join(materiality_section(found).says)


@pytest.mark.parametrize(
    ("more", "sign"),
    [
        ({"zero_reason": None}, "nothing taken off for deadweight and the share of others"),
        ({"duration_years": 3, "zero_reason": None}, "lasts 3 years without drop-off"),
        ({"duration_years": 6, "drop_off": Decimal("0.1")}, "counted for 6 years"),
        ({"proxy_source": None}, "unit value without source"),
        ({"proxy_price_year": None}, "unit value without price year"),
        ({"outcome_id": "shared"}, "its outcome is valued for another group too"),
        ({"outcome_id": "sessions"}, "its outcome is measured only by what goes in"),
    ],
)
def test_each_sign_of_overclaiming_is_named_and_its_absence_is_not(
    more: dict[str, Any], sign: str
) -> None:
    def named(**own: Any) -> str:
        given = {**SOURCED, "stakeholder_id": "g", **own}
        kept = {name: value for name, value in given.items() if value is not None}
        other = {**SOURCED, "stakeholder_id": "h", "outcome_id": "shared"}
        found = signs(
            row("r", 10, 7, **kept),
            row("o", 20, 8, **other),
            stakeholders=[{"id": "g", "name": "G"}, {"id": "h", "name": "H"}],
            outcomes=[{"id": "shared", "text": "T"}, {"id": "sessions", "text": "T"}],
            indicators=[{"id": "I", "text": "T", "kind": "output", "outcome_ids": ["sessions"]}],
        )
        return "; ".join(found["r"])

    assert sign in named(**more)
    assert sign not in named()


def test_two_rows_with_the_same_number_and_value_are_pointed_out() -> None:
    found = signs(
        row("a", 30, 7, **SOURCED), row("b", 30, 7, **SOURCED), row("c", 30, 8, **SOURCED)
    )
    twin = "same quantity and unit value as another row"
    assert [twin in found[name] for name in "abc"] == [True, True, False]


def test_prices_of_another_year_than_most_are_pointed_out() -> None:
    years = [{**SOURCED, "proxy_price_year": year} for year in (2025, 2025, 2018)]
    given = map_of(
        *(row(n, i + 2, 9, **y) for i, (n, y) in enumerate(zip("abc", years, strict=True)))
    )
    found = ranked(given)
    assert {e.id: bool(e.signs) for e in found.rows} == {"a": False, "b": False, "c": True}
    assert "Unit values are in the prices of several years: 2018, 2025." in found.signs


def test_a_map_without_a_loss_and_an_outcome_left_out_without_a_reason_are_asked_about() -> None:
    outcomes = [
        {"id": "x", "text": "T"},
        {"id": "y", "text": "T", "excluded_reason": "not_relevant"},
    ]
    said = " ".join(ranked(map_of(row("a", 2, 9), outcomes=outcomes)).signs)
    assert "No loss is listed or valued" in said
    assert "1 outcome is listed but not valued, and no reason for that is stated: x." in said
    assert ranked(map_of(row("a", 2, 9), row("b", 2, -1))).signs == ()


@pytest.mark.parametrize("rows", [(row("a", 0, 0),), (row("a", 1, 5), row("b", 1, -5))])
def test_values_that_come_to_nothing_get_a_sentence(rows: Any) -> None:
    assert materiality_section(ranked(map_of(*rows))).says


def test_a_file_without_rows_has_nothing_to_rank() -> None:
    for made in (commissioning(), commissioning(sroi={"rows": {"none": "Not published"}})):
        assert materiality(made.case, made.facts, NUMBERS) is None


def test_without_the_parameter_nothing_is_said_to_be_in_focus() -> None:
    given = map_of(row("a", 1, 5))
    found = materiality(given.case, given.facts, {})
    assert found is not None
    assert not found.rows[0].in_focus


def test_ten_thousand_rows_are_ranked_in_seconds_and_printed_in_part() -> None:
    given = map_of(*(row(f"r{n}", n % 97 + 2, n + 1) for n in range(10_000)))
    start = process_time()
    found = ranked(given)
    section = materiality_section(found)
    assert process_time() - start < 10
    assert len(found.rows) == 10_000
    assert len(section.charts[0].table.rows) == 60
    assert len(section.charts[0].marks) == 20


values = st.lists(st.integers(-1000, 1000), min_size=1, max_size=12)


@given(values, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_no_share_and_the_focus_is_as_small_as_can_be(amounts, random):
    rows = [row(f"r{n}", 1, amount) for n, amount in enumerate(amounts)]
    found = ranked(map_of(*rows))
    random.shuffle(rows)
    again = ranked(map_of(*rows))
    assert [abs(each.amount) for each in found.rows] == [abs(each.amount) for each in again.rows]
    focus = [abs(each.amount) for each in found.rows if each.in_focus]
    whole = sum(abs(amount) for amount in amounts)
    if whole:
        assert sum(focus) >= Decimal("0.9") * whole > sum(focus[:-1])
    else:
        assert focus == []


def test_deductions_that_add_up_to_more_than_everything_are_worth_asking_about() -> None:
    too_much = row("a", 1, 100, deadweight=Decimal("0.8"), displacement=Decimal("0.5"))
    conventions = {"deductions": "additive", "discounting": "none"}
    found = signs(too_much, sroi={"conventions": conventions})
    assert "its deductions take off more than all of its value" in found["a"]


def test_a_loss_after_its_deductions_is_no_reversal() -> None:
    found = signs(row("a", 1, -100, deadweight=Decimal("0.8")))
    assert not any("more than all" in sign for sign in found["a"])
