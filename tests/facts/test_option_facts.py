from decimal import Decimal
from typing import Any

import pytest

from auditor.facts import Facts
from tests.facts.files import claim, commissioning, without

D = Decimal
APPRAISAL = {
    "base_year": 2025,
    "horizon_years": 3,
    "schedule": "standard",
    "timing": "year_0_undiscounted",
}


def years(costs: list[int], benefits: list[int]) -> list[dict[str, Any]]:
    pairs = zip(costs, benefits, strict=True)
    return [{"year": 2025 + t, "cost": c, "benefit": b} for t, (c, b) in enumerate(pairs)]


USUAL = {
    "id": "usual",
    "name": "As now",
    "kind": "business_as_usual",
    "cashflows": years([100, 100, 100], [150, 150, 150]),
}


def option(**more: Any) -> dict[str, Any]:
    return {
        "id": "new",
        "name": "New",
        "kind": "preferred",
        "cashflows": years([1000, 0, 0], [0, 1035, 0]),
        **more,
    }


def appraised(*options: dict[str, Any], **appraisal: Any) -> Facts:
    chosen = {key: value for key, value in {**APPRAISAL, **appraisal}.items() if value is not None}
    return commissioning(options=list(options), appraisal=chosen)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("npv", 0),
        ("present_value_of_costs", 1000),
        ("present_value_of_benefits", 1000),
        ("bcr", D("1.00")),
    ],
)
def test_every_figure_of_an_option_is_reproduced(name, value):
    facts = appraised(option(reported={name: value}))
    assert claim(facts, f"options.new.{name}").verdict == "reproduced"


def test_a_wrong_net_present_value_is_not_reproduced():
    facts = appraised(option(reported={"npv": 35}))
    found = claim(facts, "options.new.npv")
    assert found.verdict == "not_reproduced"
    assert found.difference == 35


@pytest.mark.parametrize(
    ("timing", "npv"),
    [("year_0_undiscounted", 0), ("end_of_year", 0), ("mid_year", 0)],
)
def test_timing_moves_costs_and_benefits_alike(timing, npv):
    assert appraised(option(), timing=timing).options.preferred.npv.quantize(D(1)) == npv


def test_timing_that_is_not_declared_is_not_assumed():
    facts = appraised(option(reported={"present_value_of_costs": 1000, "npv": 0}), timing=None)
    assert claim(facts, "options.new.present_value_of_costs").verdict == "ambiguous"
    assert "when in a year amounts fall" in claim(facts, "options.new.present_value_of_costs").note
    assert claim(facts, "options.new.npv").verdict == "reproduced"
    assert facts.options.preferred.npv is None


def test_the_designing_buildings_example_is_reproduced_as_a_whole():
    flows = years([1700000, 0, 0, 0, 0], [0, 120000, 250000, 550000, 1300000])
    reported = {
        "npv": {"value": D("185666.97"), "printed": "185,666.97"},
        "present_value_of_benefits": D("1885667"),
    }
    facts = appraised(
        option(cashflows=flows, reported=reported),
        schedule="custom",
        rates_used=[{"from_year": 0, "rate": D("0.05")}],
    )
    assert claim(facts, "options.new.present_value_of_benefits").verdict == "reproduced"
    # The page adds up years that it had cut off after the second decimal.
    assert claim(facts, "options.new.npv").verdict == "reproduced_within_rounding"


def test_claims_are_worked_out_at_the_rates_that_the_file_used():
    flows = years([1000, 0], [0, 1060])
    facts = appraised(
        option(cashflows=flows, reported={"npv": 0}),
        rates_used=[{"from_year": 0, "rate": D("0.06")}],
    )
    assert claim(facts, "options.new.npv").verdict == "reproduced"
    assert facts.options.rates_agree is False
    assert facts.options.preferred.npv.quantize(D("0.01")) == D("24.15")  # at 3.5%


def test_the_first_year_whose_rate_differs_is_named():
    used = [{"from_year": 0, "rate": D("0.035")}]
    assert appraised(option(), rates_used=used, horizon_years=30).options.rates_agree is True
    found = appraised(option(), rates_used=used, horizon_years=60).options.first_rate_difference
    assert (found.year, found.used, found.in_force) == (31, D("0.035"), D("0.03"))


def test_without_rates_used_nothing_is_said_about_agreement():
    facts = appraised(option())
    assert (facts.options.rates_used, facts.options.rates_agree) == (None, None)


def test_rates_that_begin_after_the_first_year_leave_agreement_open():
    late = [{"from_year": 2, "rate": D("0.035")}]
    first = [{"from_year": 1, "rate": D("0.035")}]
    assert appraised(option(), rates_used=late).options.rates_agree is None
    assert appraised(option(), rates_used=first).options.rates_agree is True


def test_a_line_without_an_amount_is_not_taken_for_nothing():
    bare = option(cashflows=[{"year": 2025, "cost": 100}, {"year": 2026}], reported={"npv": -100})
    assert claim(appraised(bare), "options.new.npv").verdict == "cannot_be_recomputed"


def test_health_rates_apply_to_effects_on_health_only():
    flows = [
        {"year": 2026, "cost": 1035, "benefit": 0},
        {"year": 2026, "benefit": 1015, "category": "health"},
    ]
    facts = appraised(option(cashflows=flows), schedule="health")
    assert facts.options.preferred.present_value_of_costs == 1000
    assert facts.options.preferred.present_value_of_benefits == 1000
    used = [{"from_year": 0, "rate": D("0.015")}]
    assert appraised(option(), schedule="health", rates_used=used).options.rates_agree is True


def test_reduced_rates_are_not_those_in_force_for_main_results():
    used = [{"from_year": 0, "rate": D("0.03")}]
    found = appraised(option(), schedule="reduced", rates_used=used).options
    assert found.rates_agree is False
    assert found.first_rate_difference is not None
    assert found.first_rate_difference.in_force == D("0.035")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"base_year": None}, "the base year"),
        ({"base_year": 2026}, "a base year that is not after the first cash flow (2025)"),
        ({"schedule": "custom"}, "discount rates for every year"),
        ({"rates_used": [{"from_year": 5, "rate": D("0.035")}]}, "discount rates for every year"),
    ],
)
def test_what_a_present_value_needs_is_named(change, words):
    facts = appraised(option(reported={"npv": 0}), **change)
    found = claim(facts, "options.new.npv")
    assert found.verdict == "cannot_be_recomputed"
    assert words in found.note


def test_an_option_without_cash_flows_cannot_be_recomputed():
    facts = appraised(without(option(reported={"npv": 0}), "cashflows"))
    assert "the cash flows of the option" in claim(facts, "options.new.npv").note


def test_net_present_values_of_different_years_are_not_set_against_each_other():
    short = option(cashflows=years([50, 0], [0, 90]), horizon_years=2)
    longer = {**USUAL, "horizon_years": 5}
    assert (
        appraised({**USUAL, "horizon_years": 2}, short).options.preferred.npv_over_bau is not None
    )
    found = appraised(longer, short).options.preferred
    assert (found.npv_over_bau, found.false_economy) == (None, None)


def test_an_option_that_saves_early_and_loses_in_the_end_is_a_false_economy():
    cheap = option(cashflows=years([50, 100, 100], [150, 100, 100]))
    found = appraised(USUAL, cheap).options.preferred
    assert found.first_year_saving_vs_bau == 50
    assert found.npv_over_bau < 0
    assert found.false_economy is True


def test_an_option_that_is_worth_more_in_the_end_is_none():
    good = option(cashflows=years([50, 100, 100], [150, 150, 150]))
    assert appraised(USUAL, good).options.preferred.false_economy is False
    assert appraised(USUAL, good).options.false_economies == ()


def test_an_option_that_costs_more_from_the_start_is_none():
    dear = option(cashflows=years([200, 100, 100], [150, 150, 150]))
    assert appraised(USUAL, dear).options.preferred.false_economy is False


def test_business_as_usual_is_not_compared_with_itself():
    usual = appraised(USUAL, option()).options.business_as_usual
    assert (usual.npv_over_bau, usual.false_economy) == (None, None)


def test_the_years_of_the_horizon_without_a_cost_are_named():
    gap = option(cashflows=[{"year": 2025, "cost": 5}, {"year": 2027, "cost": 0}])
    found = appraised(gap).options.preferred
    assert (found.years_covered, found.years_without_cost) == ((2025, 2027), (2026,))
    assert found.covers_horizon is False
    assert appraised(option()).options.preferred.covers_horizon is True


def test_options_on_different_footings_are_seen():
    longer = option(
        id="other", kind="alternative", horizon_years=5, price_year=2024, base_year=2025
    )
    facts = appraised(option(price_year=2025), longer)
    assert facts.options.same_horizon is False
    assert facts.options.same_price_year is False
    assert facts.options.same_base_year is True


def test_one_option_alone_is_not_compared():
    assert appraised(option()).options.same_horizon is None


def test_the_option_with_the_highest_value_is_found():
    facts = appraised(USUAL, option())
    assert facts.options.best_by_npv.id == "usual"
    assert facts.options.preferred_has_highest_npv is False


def test_a_test_in_which_another_option_wins_is_named():
    tests = [
        {"id": "S1", "option_id": "usual", "result": 150},
        {"id": "S2", "option_id": "usual", "result": -5},
    ]
    facts = appraised(USUAL, option(), preferred_option_id="usual", sensitivity=tests)
    assert facts.options.tests_that_change_ranking == ("S2",)


def test_a_test_that_prints_what_the_next_best_option_is_worth_changes_nothing():
    other = option(cashflows=[{"year": 2025, "cost": 0, "benefit": D("100.4")}])
    first = option(id="first", cashflows=[{"year": 2025, "cost": 0, "benefit": 200}])
    tests = [{"id": f"S{worth}", "option_id": "first", "result": worth} for worth in (100, 99)]
    found = appraised(first, other, preferred_option_id="first", sensitivity=tests).options
    assert found.tests_that_change_ranking == ("S99",)


def test_an_option_that_was_not_first_before_it_was_tested_is_put_behind_by_no_test():
    tests = [{"id": "S1", "option_id": "new", "result": -500}]
    facts = appraised(USUAL, option(), preferred_option_id="new", sensitivity=tests)
    assert facts.options.tests_that_change_ranking == ()


def test_uplifts_stand_beside_their_published_bounds():
    uplifts = [
        {"category": "outsourcing", "applies_to": "operating", "percent": D("0.41")},
        {"category": "standard_buildings", "applies_to": "capital", "percent": D("0.01")},
        {"category": "outsourcing", "applies_to": "capital", "percent": D("0.15")},
    ]
    top, low, odd = appraised(option(optimism_bias=uplifts)).options.optimism_bias
    assert (top.within_bounds, top.below_upper) == (True, False)
    assert (low.within_bounds, low.below_upper, low.has_mitigation) == (False, True, False)
    assert (odd.upper, odd.within_bounds) == (None, None)


def test_the_weight_for_half_the_median_income_is_the_published_one():
    facts = appraised(option(), distribution={"income_ratio": 2})
    assert round(facts.options.distribution_weight, 3) == D("2.462")


def test_the_usual_horizon_depends_on_the_asset():
    assert appraised(option(), asset_type="buildings").options.longest_horizon == 60
    assert appraised(option(), asset_type="other").options.longest_horizon == 10
    assert appraised(option()).options.longest_horizon is None


def test_the_years_to_cover_are_the_longer_of_contract_and_outcomes():
    contract = {"start": "2025-04-01", "end": "2028-03-31", "extension_months": 24}
    facts = commissioning(contract=contract)
    assert facts.options.years_to_cover == 5
    outcome = {"id": "o", "text": "o", "material": True, "duration_years": 7}
    assert commissioning(contract=contract, outcomes=[outcome]).options.years_to_cover == 7


def test_the_working_shows_each_amount_with_its_factor():
    (found,) = appraised(option(reported={"npv": 0})).claims.results
    assert found.pointer == "/options/0/reported/npv"
    assert ("£1,035 × 0.966184", "£1,000") in [(s.arithmetic, s.result) for s in found.working]
    assert found.working[-1].arithmetic == "£1,000 − £1,000"
    assert found.convention == (
        "Options: the Green Book's standard rates in force; the base year is at par."
    )


def test_equal_annual_values_compare_unequal_horizons():
    short = option(cashflows=years([0, 0], [100, 100]), horizon_years=2)
    assert round(appraised(short).options.preferred.equivalent_annual_value, 10) == 100


def test_without_a_horizon_only_the_first_year_is_held_against_the_rate_in_force():
    def rates(rate):
        used = [{"from_year": 0, "rate": D(rate)}]
        return appraised(option(), rates_used=used, horizon_years=None).options

    assert (rates("0.035").rates_agree, rates("0.035").first_rate_difference) == (None, None)
    assert rates("0.06").rates_agree is False


def template(**appraisal: Any) -> Facts:
    """Return option 2 of a public-sector template: 8%, 30 years, flows at the middle of the year.

    Cost benefit analysis tool (xls), public sector discount rate 2011: capital of 2,000,000 at the
    start of year 0, then benefits of 650,000 and costs of 500,000 a year; printed are the factors
    0.96225 and 0.89097 of years 0 and 1, and the four results.
    """
    flows = [{"year": 2011, "cost": 2000000, "category": "capital"}]
    for year in range(2011, 2041):
        flows.append({"year": year, "cost": 500000, "category": "operating"})
        flows.append({"year": year, "benefit": 650000, "category": "benefit"})
    printed = {
        "present_value_of_benefits": 7604631,
        "present_value_of_costs": 7849716,
        "npv": -245085,
        "bcr": D("0.97"),
    }
    return appraised(
        option(cashflows=flows, reported=printed),
        base_year=2011,
        horizon_years=30,
        schedule="custom",
        rates_used=[{"from_year": 0, "rate": D("0.08")}],
        timing="mid_year",
        **appraisal,
    )


def test_capital_may_fall_at_the_start_of_its_year_and_other_flows_in_its_middle():
    facts = template(capital_timing="start_of_year")
    assert {item.verdict for item in facts.claims.items or ()} == {"reproduced"}
    first = facts.claims.results[0]
    assert first.convention.endswith("; capital falls at the start of its year.")


def test_capital_falls_with_other_flows_unless_the_file_says_otherwise():
    verdicts = {item.id: item.verdict for item in template().claims.items or ()}
    assert verdicts["options.new.present_value_of_benefits"] == "reproduced"
    assert verdicts["options.new.present_value_of_costs"] == "not_reproduced"


def test_a_figure_that_capital_at_the_start_of_its_year_would_give_says_so():
    results = {each.id: each for each in template().claims.results}
    note = results["options.new.present_value_of_costs"].note
    assert "It would come out if capital falls at the start of its year" in note
    stated = template(capital_timing="as_other_flows").claims.results
    assert not any("would come out" in each.note for each in stated)


MIDDLE = {"present_value_of_costs": D("982.946"), "present_value_of_benefits": D("982.946")}


def test_a_timing_that_only_one_reading_gives_is_found_from_precise_present_values():
    facts = appraised(option(reported=MIDDLE), timing=None)
    assert {each.verdict for each in facts.claims.items or ()} == {"reproduced"}
    first = facts.claims.results[0]
    assert first.convention.endswith("(not stated; the only reading that gives the figures).")


@pytest.mark.parametrize(
    "printed",
    [
        {"bcr": D("1.0")},  # the same under every timing
        {"present_value_of_costs": {"value": 1000, "printed": "£1k"}},  # too coarse
        {**MIDDLE, "npv": 5, "bcr": 7},  # as many figures speak against it
    ],
)
def test_a_timing_that_the_figures_do_not_prove_stays_open(printed):
    facts = appraised(option(reported=printed), timing=None)
    assert facts.option_flows[0].settled is None
    assert len(facts.option_flows[0].timings) == 3


def test_an_option_that_does_not_say_whether_it_is_short_listed_leaves_the_list_open():
    known, silent = {**USUAL, "short_list": True}, option()
    assert appraised(USUAL, silent).options.short_listed is not None
    facts = appraised(known, silent)
    assert facts.options.short_listed is None
    assert facts.options.best_by_npv is None
    assert facts.lack("options.short_listed").missing == ("/options/1/short_list",)
