from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from auditor.analysis.choice import Candidate, choice, options_compared, tenders_compared
from auditor.analysis.choice_section import choice_section
from tests.analysis.files import commissioning

APPRAISAL = {"base_year": 2025, "timing": "year_0_undiscounted", "schedule": "standard"}


def flow(year: int, cost: int, benefit: int = 0, **more: Any) -> dict[str, Any]:
    return {"year": year, "cost": cost, "benefit": benefit, **more}


def options(*flows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{"id": f"o{n}", "name": f"Option {n}", "cashflows": f} for n, f in enumerate(flows)]


def said(found: Any) -> str:
    return " ".join(choice_section(found).says)


def test_the_cheapest_option_that_is_not_worth_most_is_told_with_both_differences() -> None:
    listed = options([flow(2025, 100, 110)], [flow(2025, 150, 400)])
    found = options_compared(*commissioning(appraisal=APPRAISAL, options=listed))
    assert found is not None
    (economy,) = found.false_economies
    assert (economy.measure, economy.cheapest, economy.worth_most) == (
        "whole_life_cost",
        "o0",
        "o1",
    )
    assert (economy.dearer_by, economy.worth_more_by) == (50, 240)
    assert "costs £50 more by that measure, and its value less cost is £240 higher" in said(found)


def test_present_values_of_options_are_at_the_rates_in_force() -> None:
    listed = options([flow(2026, 207)], [flow(2026, 0, 414)])
    found = options_compared(*commissioning(appraisal=APPRAISAL, options=listed))
    assert found is not None
    assert [each.whole_life_cost for each in found.candidates] == [200, 0]
    assert [each.net_value for each in found.candidates] == [-200, 400]


def test_the_public_purse_counts_only_what_public_bodies_pay_and_gain() -> None:
    public = [
        flow(2025, 100, 30, public_purse=True),
        flow(2025, 40, 90, public_purse=False),
    ]
    private = [flow(2025, 10, 0, public_purse=False)]
    listed = options(public, private)
    found = options_compared(*commissioning(appraisal=APPRAISAL, options=listed))
    assert found is not None
    assert [each.purse_cost for each in found.candidates] == [70, 0]


def test_a_flow_that_does_not_say_who_pays_leaves_the_purse_unknown() -> None:
    listed = options([flow(2025, 100, public_purse=True), flow(2025, 5)], [flow(2025, 1)])
    found = options_compared(*commissioning(appraisal=APPRAISAL, options=listed))
    assert found is not None
    assert [each.purse_cost for each in found.candidates] == [None, None]
    assert "net cost to the public purse" in said(found)


def test_a_tender_with_the_lowest_unit_cost_may_cost_the_purse_more() -> None:
    tenders = [
        {"id": "a", "provider": "A", "unit_cost": 40, "price": 1000, "public_saving": 100,
         "benefits_value": 1100, "won": True},
        {"id": "b", "provider": "B", "unit_cost": 50, "price": 1200, "public_saving": 600,
         "benefits_value": 2000},
    ]  # fmt: skip
    found = tenders_compared(*commissioning(tenders=tenders))
    assert found is not None
    assert [each.purse_cost for each in found.candidates] == [900, 600]
    assert {each.measure for each in found.false_economies} == {"unit_cost", "whole_life_cost"}
    assert "A was chosen; B is worth more in money" in said(found)


def test_two_of_equal_cost_are_no_false_economy() -> None:
    pair = [Candidate(n, n, "tender", None, Decimal(5), None, Decimal(v)) for n, v in ("a1", "b9")]
    found = choice("GBP", pair, None)
    assert found.false_economies == ()
    assert "none is cheaper than the one that is worth most" in said(found)


def test_one_option_alone_is_not_compared() -> None:
    assert options_compared(*commissioning(options=options([flow(2025, 1)]))) is None
    assert tenders_compared(*commissioning()) is None


def test_candidates_of_unknown_value_are_named_and_never_ranked_by_it() -> None:
    known = Candidate("a", "A", "tender", None, Decimal(5), None, Decimal(9))
    unknown = Candidate("b", "B", "tender", None, Decimal(1), None, None)
    found = choice("GBP", [known, unknown], None)
    assert found.false_economies == ()
    (value,) = [each for each in found.rankings if each.measure == "net_value"]
    assert (value.order, value.unstated) == (("a",), ("b",))
    assert "Nothing can be said by full value less cost of B" in said(found)


def test_one_candidate_of_known_value_is_not_said_to_be_the_best() -> None:
    known = Candidate("a", "A", "tender", None, Decimal(5), None, Decimal(9))
    unknown = Candidate("b", "B", "tender", None, Decimal(1), None, None)
    says = said(choice("GBP", [known, unknown], None))
    assert "cannot be said whether the cheapest is worth most" in says
    assert "none is cheaper" not in says


def test_options_for_unlike_years_are_told_apart_and_shown_as_yearly_amounts() -> None:
    short, long = options([flow(2025, 100, 200)], [flow(2025, 100, 250)])
    listed = [{**short, "horizon_years": 1}, {**long, "horizon_years": 2}]
    found = options_compared(*commissioning(appraisal=APPRAISAL, options=listed))
    assert found is not None
    assert [each.what for each in found.differences] == ["years covered"]
    one_year, two_years = (each.yearly_value for each in found.candidates)
    assert one_year == 100
    assert two_years is not None
    assert round(two_years * (1 + 1 / Decimal("1.035")), 6) == 150
    assert "differ in: years covered" in said(found)


def test_options_in_prices_of_unlike_years_are_told_apart() -> None:
    old, new = options([flow(2025, 100, 200)], [flow(2025, 100, 250)])
    listed = [{**old, "price_year": 2020}, {**new, "price_year": 2025}]
    found = options_compared(*commissioning(appraisal=APPRAISAL, options=listed))
    assert found is not None
    assert found.differences[0].answers == (("Option 0", "2020"), ("Option 1", "2025"))


def test_options_on_the_same_footing_have_no_yearly_amounts() -> None:
    listed = options([flow(2025, 100, 200)], [flow(2025, 100, 250)])
    found = options_compared(*commissioning(appraisal=APPRAISAL, options=listed))
    assert found is not None
    assert found.differences == ()
    assert [each.yearly_value for each in found.candidates] == [None, None]


def test_a_price_that_stands_in_for_a_whole_life_cost_is_told() -> None:
    tenders = [
        {"id": "a", "provider": "A", "price": 1000},
        {"id": "b", "provider": "B", "price": 900, "whole_life_cost": 1200},
    ]
    found = tenders_compared(*commissioning(tenders=tenders))
    assert "No whole-life cost is stated of A; the price tendered stands in" in said(found)


amounts = st.none() | st.integers(-1000, 1000).map(Decimal)


@given(st.lists(st.tuples(amounts, amounts, amounts, amounts), min_size=2, max_size=6))
def test_a_false_economy_is_dearer_and_worth_more(rows: list[tuple[Decimal | None, ...]]) -> None:
    found = choice(
        "GBP", [Candidate(str(n), str(n), "option", *r) for n, r in enumerate(rows)], None
    )
    for economy in found.false_economies:
        assert economy.dearer_by > 0
        assert economy.worth_more_by > 0
    assert said(found)
