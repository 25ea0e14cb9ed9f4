from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from auditor.analysis.reconciled import Reconciliation
from auditor.analysis.reconciliation import reconcile_map
from auditor.facts import Facts
from auditor.facts.map_claims import MapClaims
from auditor.facts.sroi_figures import SroiFigures
from auditor.value.answers import ANSWERS
from auditor.value.conventions import STANDARD, Conventions
from auditor.value.precision import stated_arithmetic
from auditor.value.readings import departing as departs
from auditor.value.readings import differing
from tests.analysis.value_maps import (
    MapRow,
    case,
    departing,
    departure,
    figures,
    maps,
    present_value,
    reading,
)
from tests.facts import health_precinct
from tests.facts.files import claim, commissioning

ROWS = [
    MapRow(20, 1000, 30, 10, 25, 20, 35),
    MapRow(7, 433, 10, 0, 0, 35, 47),
    MapRow(113, 71, 25, 5, 40, 10, 20),
]
DECLARED = {
    "discounting": "end_of_year",
    "drop_off_method": "compound",
    "fractional_years": "whole",
    "outcome_start": "during",
}


def reconciled(facts: Facts) -> Reconciliation:
    found = reconcile_map(facts._case, facts)
    assert found is not None
    return found


def under(facts: Facts, how: Conventions) -> dict[str, Decimal | None]:
    """Return what the product works out under conventions, by the name of the claim."""
    assert facts.value_map is not None
    with stated_arithmetic():
        claims = MapClaims(facts._case, SroiFigures(facts.value_map)).all()
        return {claim.id: claim.asked.under(how)[0].exact for claim in claims}


@settings(max_examples=30, deadline=None)
@given(maps, reading, departure, st.booleans())
def test_the_product_agrees_with_fractions_under_any_convention(rows, how, change, also):
    chosen = departing(how, change) if also else how
    facts = case(rows, 9000, figures(rows, 9000, chosen))
    exact = under(facts, chosen)["sroi.total_present_value"]
    expected = present_value(rows, chosen)
    assert exact is not None
    assert abs(exact - Decimal(expected.numerator) / Decimal(expected.denominator)) < Decimal(
        "1e-15"
    )


@settings(max_examples=20, deadline=None)
@given(maps, reading)
def test_the_search_finds_the_reading_that_made_the_figures(rows, how):
    assume(any(row.drop_off and row.tenths > 20 for row in rows))
    facts = case(rows, 9000, figures(rows, 9000, how))
    found = reconciled(facts)
    assert found.status in ("one_reading", "several_readings", "every_reading")
    assert found.given == found.claims == 4
    if facts.value_map and facts.value_map.settled:
        made = under(facts, how)
        assert all(under(facts, each) == made for each in facts.value_map.settled)


@settings(max_examples=15, deadline=None)
@given(maps, departure)
def test_the_search_finds_the_departure_that_made_the_figures(rows, change):
    how = departing(STANDARD, change)
    made = figures(rows, 9000, how)
    assume(made != figures(rows, 9000, STANDARD))
    facts = case(rows, 9000, made, DECLARED)
    found = reconciled(facts)
    assert found.fitting > 0
    (question, answer), *_ = change.items()
    same = under(facts, how)
    words = ANSWERS[question][answer].words
    explained = [reading.differs for reading in found.readings]
    assert (words,) in explained or any(len(differs) == 1 for differs in explained), (
        f"{explained}, {same}"
    )


@settings(max_examples=15, deadline=None)
@given(maps, departure)
def test_a_departure_never_makes_a_figure_reproduced(rows, change):
    how = departing(STANDARD, change)
    made = figures(rows, 9000, how)
    facts = case(rows, 9000, made, DECLARED)
    exact = under(facts, STANDARD)
    for item in facts.claims.items or ():
        value = exact[item.id]
        assert value is not None
        if item.verdict == "reproduced":
            assert abs(value - item.claimed_value) <= Decimal("0.005")


@settings(max_examples=20, deadline=None)
@given(maps, st.integers(1, 10**6), st.integers(100, 999))
def test_no_set_is_claimed_that_fails(rows, value, ratio):
    reported = {"total_present_value": value, "ratio": Decimal(ratio).scaleb(-2)}
    facts = case(rows, 9000, reported)
    found = reconciled(facts)
    for each in found.readings:
        for figure in each.figures:
            assert figure.id in ("sroi.total_present_value", "sroi.ratio")
    for item in facts.claims.items or ():
        if item.verdict == "reproduced":
            assert facts.value_map is not None
            half = Decimal("0.5") if item.id == "sroi.total_present_value" else Decimal("0.005")
            exacts = [under(facts, how)[item.id] for how in facts.value_map.candidates]
            assert all(e is not None and abs(e - item.claimed_value) <= half for e in exacts)


def test_a_net_headline_is_found_as_the_one_explanation():
    made = figures(ROWS, 9000, replace(STANDARD, ratio_means="net"))
    found = reconciled(case(ROWS, 9000, made, DECLARED))
    assert (found.status, found.given, found.claims) == ("one_departure", 3, 4)
    (only,) = found.readings
    assert only.differs == ("the headline ratio is net of the inputs",)
    assert only.departs == only.differs
    (ratio,) = only.figures
    assert (ratio.id, ratio.claimed) == ("sroi.ratio", str(made["ratio"]))
    assert ratio.standard == ratio.otherwise != ratio.figure


def test_a_reading_that_differs_from_what_is_declared_is_an_explanation_and_no_verdict():
    made = figures(ROWS, 9000, replace(STANDARD, discounting="mid_year"))
    facts = case(ROWS, 9000, made, DECLARED)
    found = reconciled(facts)
    assert (found.status, found.settled) == ("one_departure", False)
    assert found.readings[0].differs == ("every year is discounted to its middle",)
    assert found.readings[0].departs == ()
    assert claim(facts, "sroi.ratio").verdict == "not_reproduced"


def test_a_coarse_ratio_fits_many_sets_and_settles_nothing():
    facts = case(ROWS, 9000, {"ratio": Decimal("2.5")})
    found = reconciled(facts)
    assert found.status != "as_declared"
    assert found.tried > found.fitting > 1
    assert found.chance is not None
    assert found.chance > Decimal("0.01")
    assert claim(facts, "sroi.ratio").verdict in ("ambiguous", "not_reproduced")


def test_a_figure_that_no_set_gives_is_put_aside_and_the_rest_reconciled():
    made = figures(ROWS, 9000, replace(STANDARD, attribution_means="this_activity"))
    printed = [row.impact(replace(STANDARD, attribution_means="this_activity")) for row in ROWS]
    amounts = [Decimal(round(each)) for each in printed]
    amounts[1] += 777
    facts = case(ROWS, 9000, made, DECLARED, amounts)
    found = reconciled(facts)
    assert found.status == "one_departure"
    names = [each.id for each in found.not_given]
    assert "sroi.rows.r1.impact" in names


def test_the_health_precinct_is_reconciled_as_published():
    found = reconciled(commissioning(sroi=health_precinct.sroi()))
    assert (found.status, found.tried, found.given) == ("as_declared", 1, 11)


def test_a_file_that_claims_nothing_has_nothing_to_reconcile():
    facts = case(ROWS, 9000, {"ratio_basis": "total"})
    assert reconcile_map(facts._case, facts) is None


@pytest.mark.parametrize(
    "change",
    [
        {"rows": [{"id": "r", "quantity": 1, "proxy": 1}]},
        {"inputs": [{"id": "i", "amount": 0}]},
        {"inputs": [{"id": "i", "amount": -5}]},
        {"discount_rate": Decimal(0)},
        {"discount_rate": Decimal(1)},
        {"discount_rate": None},
        {"rows": None},
        {"rows": [{**ROWS[0].as_given("r"), "duration_years": 60}]},
        {"rows": [{**ROWS[0].as_given("r"), "duration_years": Decimal("0.5")}]},
        {"rows": [{**ROWS[0].as_given("r"), "drop_off": 1}]},
        {"rows": [{**ROWS[0].as_given("r"), "deadweight": 1, "displacement": 1}]},
        {"rows": [{"id": "r", "reported_years": [5, 4, 3], "reported_impact": 5}]},
        {"rows": None, "reported": {"years": [{"year": 1, "value": 5, "present_value": 4.83}],
                                    "ratio": 3, "total_present_value": 9}},
    ],
)  # fmt: skip
def test_degenerate_maps_are_reconciled_without_an_exception(change):
    sroi: dict[str, Any] = {
        "inputs": [{"id": "i", "amount": 9000}],
        "rows": [row.as_given(f"r{index}") for index, row in enumerate(ROWS)],
        "discount_rate": Decimal("0.035"),
        "reported": {
            "total_impact": 5, "ratio": 3, "total_present_value": 9, "payback_months": 3,
            "horizons": [{"years": 2, "ratio": 4}, {"years": Decimal("1.5"), "ratio": 4}],
            "years": [{"year": 0, "value": 3}, {"year": 70, "value": 3, "present_value": 4}],
        },
    }  # fmt: skip
    given = {key: value for key, value in {**sroi, **change}.items() if value is not None}
    if "years" in given["reported"] and isinstance(given["reported"].get("years"), list):
        for year in given["reported"]["years"]:
            year.update({k: Decimal(str(v)) for k, v in year.items() if k != "year"})
    facts = commissioning(sroi=given)
    found = reconcile_map(facts._case, facts)
    assert found is None or found.claims >= found.given
    assert facts.claims.results


def test_what_is_tried_is_bounded_for_a_long_map_and_said():
    rows = [replace(row, quantity=row.quantity + n) for n in range(400) for row in ROWS]
    facts = case(rows, 9000, {"total_present_value": 5, "ratio": Decimal("2.5")}, DECLARED)
    found = reconciled(facts)
    assert found.widest is not None
    assert found.tried * len(rows) <= 2_000_000


def test_the_order_of_rows_does_not_matter():
    made = figures(ROWS, 9000, replace(STANDARD, deductions="additive"))
    one = reconciled(case(ROWS, 9000, made, DECLARED))
    other = reconciled(case(ROWS[::-1], 9000, made, DECLARED))
    assert (one.status, one.tried, one.fitting) == (other.status, other.tried, other.fitting)
    assert [each.differs for each in one.readings] == [each.differs for each in other.readings]


def test_departures_are_told_from_readings():
    assert departs(STANDARD) == ()
    changed = replace(STANDARD, deductions="additive", discounting="none")
    assert departs(changed) == ("deductions",)
    assert differing(changed, STANDARD) == ("discounting", "deductions")
