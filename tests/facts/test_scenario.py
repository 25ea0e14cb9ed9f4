"""A sensitivity test of the file, worked out: what it changes, and what it leaves unsaid."""

from decimal import Decimal
from typing import Any

import pytest

from auditor.facts.scenario import Reading, Scenario, scenario_of
from auditor.facts.sroi_figures import SroiFigures
from auditor.facts.value_map import ValueMap
from auditor.model.file import CommissioningFile
from auditor.value.precision import stated_arithmetic
from tests.facts.files import row
from tests.facts.health_precinct import sroi as health_precinct


def scenario(test: dict[str, Any], *others: dict[str, Any], **parts: Any) -> Scenario:
    """Return the first of some tests of an analysis, worked out."""
    whole = {**health_precinct(), **parts, "sensitivity": [{"id": "t", **test}, *others]}
    analysis = {name: part for name, part in whole.items() if part is not None}
    given = {"format_version": "1", "kind": "commissioning", "title": "T", "stage": "review"}
    case = CommissioningFile.model_validate({**given, "sroi": analysis})
    return scenario_of(case, case.sroi.sensitivity[0])


def ratio(reading: Reading) -> Decimal:
    """Return the ratio of a changed analysis under the first of its conventions."""
    with stated_arithmetic():
        value_map = ValueMap(reading.sroi)
        found = SroiFigures(value_map).figure("ratio", value_map.candidates[0]).exact
    assert found is not None
    return found


def only_ratio(found: Scenario) -> Decimal:
    assert found.missing == ()
    (reading,) = found.readings
    assert reading.taken_as == ""
    return round(ratio(reading), 2)


def test_the_published_tests_of_the_health_precinct_come_out_as_printed():
    # Tables 2 and 3 and the sensitivity analysis of the article: 2.60, 5.04 and 5.16.
    proxies = [
        {"row_ids": ["health", "family"], "field": "proxy", "value": 10220},
        {"row_id": "conf", "field": "proxy", "value": 1314},
    ]
    assert only_ratio(scenario({"sets": proxies})) == Decimal("2.60")
    half = [{"row_id": "leisure", "field": "quantity", "value": 14}]
    assert only_ratio(scenario({"sets": half})) == Decimal("5.04")
    more = [{"row_id": "social", "field": "quantity", "value": 21}]
    assert only_ratio(scenario({"sets": more})) == Decimal("5.16")


MAP = {
    "inputs": [{"id": "a", "amount": 60}, {"id": "b", "amount": 40}],
    "rows": [
        row("x", 10, 100),
        row("y", 10, 100, deadweight=Decimal("0.1"), duration_years=2),
    ],
    "discount_rate": Decimal("0.25"),
    "conventions": {"discounting": "first_year_at_par", "drop_off_from": "year_2"},
    "reported": {"ratio": Decimal("26.2")},
}
# x gives 1,000; y 900 + 900 / 1.25 = 1,620; together 2,620 for 100.


@pytest.mark.parametrize(
    ("test", "ratio"),
    [
        ({"sets": [{"all_rows": True, "field": "quantity", "value": 5}]}, "13.1"),
        ({"sets": [{"all_rows": True, "field": "proxy", "change_by": Decimal("-0.5")}]}, "13.1"),
        ({"sets": [{"row_id": "y", "field": "duration_years", "value": 1}]}, "19"),
        ({"sets": [{"row_id": "y", "field": "duration_years", "value": 0}]}, "10"),
        ({"sets": [{"row_id": "y", "field": "drop_off", "value": 1}]}, "19"),
        ({"sets": [{"field": "discount_rate", "value": 0}]}, "28"),
        ({"sets": [{"input_id": "b", "field": "amount", "change_by": 1}]}, "18.71"),
        ({"leaves_out_rows": ["y"]}, "10"),
        ({"leaves_out_inputs": ["b"]}, "43.67"),
    ],
)
def test_a_test_changes_what_it_names_and_nothing_else(test, ratio):
    assert only_ratio(scenario(test, **MAP)) == Decimal(ratio)


@pytest.mark.parametrize(
    ("where", "limit", "ratio"),
    [("below", "0.1", "21.2"), ("equal_to", "0.1", "19"), ("at_least", "0", "14")],
)
def test_a_test_may_be_of_some_rows_by_the_value_that_the_file_gives(where, limit, ratio):
    change = {"all_rows": True, "field": "deadweight", "value": Decimal("0.5")}
    change |= {"only_where": where, "only_value": Decimal(limit)}
    assert only_ratio(scenario({"sets": [change]}, **MAP)) == Decimal(ratio)


def test_two_changes_of_one_test_both_start_from_the_values_of_the_file():
    # 0% becomes 10% and 10% becomes 30%: the first row does not go through both.
    steps = [("0", "0.1"), ("0.1", "0.3")]
    sets = [
        {"all_rows": True, "field": "deadweight", "only_where": "equal_to"}
        | {"only_value": Decimal(now), "value": Decimal(new)}
        for now, new in steps
    ]
    assert only_ratio(scenario({"sets": sets}, **MAP)) == Decimal("21.6")


def test_points_and_per_cent_are_two_readings_until_the_file_says_which():
    change = {"row_id": "y", "field": "deadweight", "change_by": Decimal("0.1")}
    found = scenario({"sets": [change]}, **MAP)
    assert [round(ratio(each), 3) for each in found.readings] == [
        Decimal("24.4"),
        Decimal("26.02"),
    ]
    assert "three percentage points" in found.readings[0].taken_as
    declared = {**MAP, "conventions": {**MAP["conventions"], "change_means": "per_cent"}}
    assert only_ratio(scenario({"sets": [change]}, **declared)) == Decimal("26.02")
    own = {**change, "change_means": "percentage_points"}
    assert only_ratio(scenario({"sets": [own]}, **declared)) == Decimal("24.4")


def test_a_reading_that_breaks_a_bound_is_no_reading():
    # 60% more of 70% is 112%, sixty points more 130%; 60% more of 60% is 96%.
    rows = [row("x", 10, 100, deadweight=Decimal("0.6"))]
    change = {"row_id": "x", "field": "deadweight", "change_by": Decimal("0.6")}
    (reading,) = scenario({"sets": [change]}, **{**MAP, "rows": rows}).readings
    assert "multiplies" in reading.taken_as
    over = [row("x", 10, 100, deadweight=Decimal("0.7"))]
    assert scenario({"sets": [change]}, **{**MAP, "rows": over}).missing == (
        "x: deadweight within its bounds: test t makes it 130%",
    )


def test_a_test_may_combine_others():
    half = {"id": "half", "sets": [{"row_id": "x", "field": "quantity", "value": 5}]}
    short = {"id": "short", "sets": [{"row_id": "y", "field": "duration_years", "value": 1}]}
    both = scenario({"combines": ["half", "short"]}, half, short, **MAP)
    assert only_ratio(both) == Decimal("14")
    assert both.steps == ("x: quantity from 10 to 5", "y: duration years from 2 to 1")


def test_tests_that_combine_each_other_in_a_circle_are_each_made_once():
    half = {"id": "half", "combines": ["t"]}
    half["sets"] = [{"row_id": "x", "field": "quantity", "value": 5}]
    assert only_ratio(scenario({"combines": ["half"]}, half, **MAP)) == Decimal("21.2")


def test_a_test_that_combines_one_without_its_changes_cannot_be_worked_out():
    half = {"id": "half", "sets": [{"row_id": "x", "field": "quantity", "value": 5}]}
    found = scenario({"combines": ["half", "silent"]}, half, {"id": "silent"}, **MAP)
    assert found.missing == ("what the test silent changes, value by value",)


def test_tests_that_set_one_value_to_two_things_cannot_be_combined():
    sets = {"row_id": "x", "field": "quantity"}
    tests = [{"id": name, "sets": [{**sets, "value": n}]} for name, n in (("a", 5), ("b", 6))]
    found = scenario({"combines": ["a", "b"]}, *tests, **MAP)
    assert found.missing == ("x: quantity: which of the tests a and b counts",)


@pytest.mark.parametrize(
    ("test", "missing"),
    [
        ({}, "what the test changes, value by value"),
        ({"sets": [{"row_id": "x", "value": 1}]}, "which value test t changes"),
        ({"sets": [{"row_id": "x", "field": "proxy"}]}, "what test t sets the proxy to"),
        (
            {"sets": [{"row_id": "x", "field": "proxy", "value": 1, "change_by": 1}]},
            "what test t sets the proxy to (it states both a value and a change)",
        ),
        ({"sets": [{"field": "proxy", "value": 1}]}, "in which rows test t changes the proxy"),
        ({"sets": [{"field": "amount", "value": 1}]}, "which input that test t changes"),
        (
            {"sets": [{"all_rows": True, "field": "proxy", "value": 1}
                      | {"only_where": "below", "only_value": 5}]},
            "a row whose proxy is as test t says",
        ),
        (
            {"sets": [{"row_id": "x", "field": "proxy", "change_by": 1}
                      | {"change_means": "percentage_points"}]},
            "x: proxy: what a percentage point of it is",
        ),
        ({"leaves_out_rows": ["x", "y"]}, "a row that the test leaves in"),
        ({"leaves_out_inputs": ["a", "b"]}, "an input that the test leaves in"),
    ],
)  # fmt: skip
def test_what_a_test_does_not_say_is_named(test, missing):
    assert scenario(test, **MAP).missing == (missing,)


def test_a_row_that_prints_only_results_has_no_values_to_change():
    printed = {"id": "z", "reported_years": [400, 200]}
    change = {"all_rows": True, "field": "deadweight", "value": Decimal("0.5")}
    found = scenario({"sets": [change]}, **{**MAP, "rows": [*MAP["rows"], printed]})
    assert found.missing == ("row z: its quantity and value, of which only results stand",)


def test_a_rate_cannot_be_changed_where_no_years_are_shown():
    parts = {key: value for key, value in MAP.items() if key != "rows"}
    analysis = {**parts, "reported": {"total_present_value": 2620}, "rows": None}
    found = scenario({"sets": [{"field": "discount_rate", "value": 0}]}, **analysis)
    assert found.missing == ("the values of the years, to discount them at another rate",)


def test_a_test_that_discounts_what_is_not_discounted_can_be_read_in_three_ways():
    flat = {**MAP, "conventions": {"discounting": "none", "drop_off_from": "year_2"}}
    rate = [{"field": "discount_rate", "value": Decimal("0.25")}]
    found = scenario({"sets": rate}, **flat)
    assert [each.taken_as for each in found.readings] == [
        "every year is discounted, the first one once",
        "the first year is at par, later years are discounted",
        "every year is discounted to its middle",
    ]
    assert ratio(found.readings[1]) == Decimal("26.2")


def test_a_flat_rate_takes_the_place_of_banded_ones():
    banded = {**MAP, "conventions": {**MAP["conventions"], "rates": "standard"}}
    sets = [{"field": "discount_rate", "value": Decimal("0.1")}]
    (reading,) = scenario({"sets": sets}, **banded).readings
    assert reading.sroi.conventions.rates == "flat"
