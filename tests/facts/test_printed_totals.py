"""Reports that print results without what is behind them."""

from decimal import Decimal
from typing import Any

import pytest

from tests.facts.files import claim, commissioning

# Jones and others (2016), Food for Life in Kirklees: inputs, yearly values and results as printed;
# the quantities are not in the report.
INPUTS = [152000, 26235, 703, 15953, 1912]
YEARS = [617596, 296683, 148342]
RESULTS: dict[str, Any] = {
    "total_inputs": 196803,
    "net_present_value": 810661,
    "ratio": Decimal("5.12"),
    "net_ratio": Decimal("4.12"),
}
AT_END = {"discounting": "end_of_year"}


def food_for_life(**more: Any) -> dict[str, Any]:
    inputs = [{"id": f"i{number}", "amount": amount} for number, amount in enumerate(INPUTS)]
    return {
        "inputs": inputs,
        "discount_rate": Decimal("0.035"),
        "conventions": AT_END,
        **more,
    }


def test_results_follow_from_printed_yearly_values():
    rows = [{"id": "all", "reported_years": YEARS}]
    reported = {**RESULTS, "total_present_value": 1007464}
    facts = commissioning(sroi=food_for_life(rows=rows, reported=reported))
    for name in reported:
        assert claim(facts, f"sroi.{name}").verdict == "reproduced", name


def test_results_that_rest_on_printed_rows_say_so_and_the_rows_decide_with_them():
    rows = [{"id": "all", "reported_years": YEARS}]
    sroi = food_for_life(rows=rows, reported={"ratio": Decimal("5.12")})
    facts = commissioning(sroi=sroi, decision_rests_on="sroi.ratio")
    assert claim(facts, "sroi.ratio").note.endswith(
        "It rests on row all as printed; the file does not show what is behind."
    )
    assert {each.decisive for each in facts.claims.results} == {True}


def test_the_yearly_values_themselves_cannot_be_recomputed():
    rows = [{"id": "all", "reported_years": YEARS}]
    facts = commissioning(sroi=food_for_life(rows=rows))
    assert [item.verdict for item in facts.claims.items] == ["cannot_be_recomputed"] * 3


def test_the_year_that_the_report_misprints_is_not_what_its_results_rest_on():
    rows = [{"id": "all", "reported_years": [617596, 2696683, 148342]}]
    reported = {"total_present_value": 1007464}
    facts = commissioning(sroi=food_for_life(rows=rows, reported=reported))
    assert claim(facts, "sroi.total_present_value").verdict == "not_reproduced"


def test_a_ratio_is_judged_by_a_printed_total_and_says_so():
    reported = {**RESULTS, "total_present_value": 1007464}
    facts = commissioning(sroi=food_for_life(reported=reported))
    ratio = claim(facts, "sroi.ratio")
    assert (ratio.verdict, ratio.rests_on_printed) == ("reproduced", True)
    assert ratio.note.endswith(
        "It rests on the total present value as printed; the file does not show what is behind."
    )
    assert claim(facts, "sroi.total_present_value").verdict == "cannot_be_recomputed"


def test_a_ratio_that_contradicts_the_printed_total_is_not_reproduced():
    reported = {"ratio": Decimal("5.30"), "total_present_value": 1007464}
    facts = commissioning(sroi=food_for_life(reported=reported))
    assert claim(facts, "sroi.ratio").verdict == "not_reproduced"


def test_what_a_decisive_ratio_rests_on_as_printed_is_decisive_too():
    reported = {"ratio": Decimal("5.12"), "total_present_value": 1007464, "total_inputs": 196803}
    facts = commissioning(
        sroi=food_for_life(reported=reported), decision_rests_on="sroi.reported.ratio"
    )
    assert {each.id: each.decisive for each in facts.claims.results} == {
        "sroi.total_inputs": False,
        "sroi.total_present_value": True,
        "sroi.ratio": True,
    }
    assert facts.claims.decisive.id == "sroi.ratio"


def test_an_aggregate_of_programmes_adds_up():
    # Cooney and Lynch-Cerullo (2014), table 5: value of four programmes, printed ratio 20.
    costs = [403060, 314985, 2058683, 969744]
    values = [3096221, 1854897, 67303694, 2792532]
    sroi = {
        "inputs": [{"id": f"c{n}", "amount": cost} for n, cost in enumerate(costs)],
        "rows": [
            {"id": f"p{n}", "reported_impact": value, "duration_years": 1}
            for n, value in enumerate(values)
        ],
        "conventions": {"discounting": "none"},
        "reported": {"total_inputs": 3746472, "total_present_value": 75047344, "ratio": 20},
    }
    facts = commissioning(sroi=sroi, currency="USD")
    for name in ("total_inputs", "total_present_value", "ratio"):
        assert claim(facts, f"sroi.{name}").verdict == "reproduced"


def test_a_ratio_without_anything_behind_it_cannot_be_recomputed():
    facts = commissioning(sroi={"reported": {"ratio": Decimal("3.8")}})
    found = claim(facts, "sroi.ratio")
    assert found.verdict == "cannot_be_recomputed"
    assert found.recomputed_value is None
    assert "the rows of the value map" in found.note
    (result,) = facts.claims.results
    assert (result.recomputed, result.lowest, result.working) == ("", "", ())


def test_a_file_that_claims_nothing_states_no_claims():
    facts = commissioning()
    assert facts.claims.items is None
    assert facts.claims.results == ()


def by_group(*shares: dict[str, Any], total: int = 1000) -> Any:
    reported = {"total_present_value": total, "total_inputs": 250}
    people = [{"id": each["stakeholder_id"], "name": "A group"} for each in shares]
    return commissioning(stakeholders=people, sroi={"reported": reported, "shares": list(shares)})


def test_a_share_is_held_against_the_printed_value_of_its_group():
    facts = by_group({"stakeholder_id": "a", "share": Decimal("0.6"), "present_value": 600})
    assert claim(facts, "sroi.shares.a").verdict == "reproduced"


def test_a_total_is_held_against_a_table_whose_shares_make_the_whole():
    facts = by_group(
        {"stakeholder_id": "a", "share": Decimal("0.6"), "present_value": 690},
        {"stakeholder_id": "b", "share": Decimal("0.4"), "present_value": 400},
    )
    assert claim(facts, "sroi.total_present_value").verdict == "not_reproduced"


@pytest.mark.parametrize(
    ("shares", "verdict"),
    [(("0.51", "0.48"), "reproduced"), (("0.51", "0.47"), "cannot_be_recomputed")],
)
def test_shares_make_the_whole_within_the_rounding_of_each_of_them(shares, verdict):
    facts = by_group(
        {"stakeholder_id": "a", "share": Decimal(shares[0]), "present_value": 510},
        {"stakeholder_id": "b", "share": Decimal(shares[1]), "present_value": 490},
    )
    assert claim(facts, "sroi.total_present_value").verdict == verdict


def test_a_group_without_its_printed_value_makes_no_whole():
    facts = by_group(
        {"stakeholder_id": "a", "share": Decimal("0.6"), "present_value": 1000},
        {"stakeholder_id": "b", "share": Decimal("0.4")},
    )
    assert claim(facts, "sroi.total_present_value").verdict == "cannot_be_recomputed"


def test_a_total_is_not_held_against_a_table_that_may_leave_groups_out():
    facts = by_group({"stakeholder_id": "a", "share": Decimal("0.6"), "present_value": 600})
    assert claim(facts, "sroi.total_present_value").verdict == "cannot_be_recomputed"


def test_a_horizon_beyond_the_printed_years_cannot_be_recomputed():
    years = [{"year": n, "value": value} for n, value in enumerate(YEARS, 1)]
    horizons = [{"years": 5, "total_present_value": 1100000}]
    facts = commissioning(sroi=food_for_life(reported={"years": years, "horizons": horizons}))
    found = claim(facts, "sroi.horizons.5.total_present_value")
    assert found.verdict == "cannot_be_recomputed"
    assert "the values of years 4 to 5" in found.note


def verdict_with_more_inputs(reported):
    """Return the verdict on a test in which inputs rise from 100 to 200."""
    sets = [{"input_id": "i0", "field": "amount", "value": 200}]
    facts = commissioning(
        sroi={
            "inputs": [{"id": "i0", "amount": 100}],
            "reported": reported,
            "sensitivity": [{"id": "more", "sets": sets, "ratio": Decimal("5.0")}],
        }
    )
    return claim(facts, "sroi.sensitivity.more.ratio").verdict


def test_inputs_may_change_under_a_printed_total():
    assert verdict_with_more_inputs({"total_present_value": 1000}) == "reproduced"


def test_inputs_may_not_change_under_a_total_that_is_known_only_net_of_them():
    assert verdict_with_more_inputs({"net_present_value": 900}) == "cannot_be_recomputed"


@pytest.mark.parametrize(("means", "ratio"), [("gross", "4.60"), ("net", "3.60")])
def test_a_ratio_follows_from_the_printed_net_value_and_the_inputs(means, ratio):
    facts = commissioning(
        sroi={
            "inputs": [{"id": "i", "amount": 250}],
            "conventions": {"ratio_means": means},
            "reported": {"net_present_value": 900, "ratio": Decimal(ratio)},
        }
    )
    assert claim(facts, "sroi.ratio").verdict == "reproduced"
