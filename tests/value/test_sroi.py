from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.value import sroi
from auditor.value.conventions import Conventions
from auditor.value.discounting import flat

RATE = flat(Decimal("0.035"))
INPUTS = Decimal(8000)
SHARES = {
    "deadweight": Decimal("0.30"),
    "displacement": Decimal("0.10"),
    "attribution_to_others": Decimal("0.25"),
}
WEIGHTS = sroi.year_weights(Decimal(3), drop_off=Decimal("0.20"), conventions=Conventions())

shares = st.decimals(min_value=0, max_value=1, places=2)
amounts = st.decimals(min_value=-(10**6), max_value=10**6, places=2)
durations = st.decimals(min_value="0.1", max_value=20, places=1)
conventions = st.builds(
    Conventions,
    discounting=st.sampled_from(["none", "first_year_at_par", "end_of_year", "mid_year"]),
    drop_off_method=st.sampled_from(["compound", "straight"]),
    drop_off_from=st.sampled_from(["year_2", "year_1"]),
    fractional_years=st.sampled_from(["whole", "rounded_up", "prorated"]),
    outcome_start=st.sampled_from(["during", "after"]),
)


def first_year() -> Decimal:
    return sroi.impact(Decimal(20), Decimal(1000), **SHARES)


def present(discounting: str) -> Decimal:
    values = sroi.yearly_values(first_year(), WEIGHTS)
    return sroi.present_value(values, sroi.year_factors(RATE, 3, discounting))


def test_impact_drops_off_from_the_second_year():
    assert sroi.yearly_values(first_year(), WEIGHTS) == (9450, 7560, 6048)


def test_straight_drop_off_takes_the_same_amount_every_year():
    straight = Conventions(drop_off_method="straight")
    weights = sroi.year_weights(Decimal(3), drop_off=Decimal("0.20"), conventions=straight)
    values = sroi.yearly_values(first_year(), weights)
    assert values == (9450, 7560, 5670)
    factors = sroi.year_factors(RATE, 3, "end_of_year")
    assert round(sroi.present_value(values, factors), 2) == Decimal("21301.79")


@pytest.mark.parametrize(
    ("discounting", "value"),
    [("end_of_year", "21642.73"), ("first_year_at_par", "22400.22"), ("none", "23058.00")],
)
def test_present_value_depends_on_what_is_done_with_the_first_year(discounting, value):
    assert round(present(discounting), 2) == Decimal(value)


def test_results_follow_from_present_value_and_inputs():
    value = present("end_of_year")
    assert round(sroi.ratio(value, INPUTS), 3) == Decimal("2.705")
    assert round(sroi.net_ratio(value, INPUTS), 3) == Decimal("1.705")
    assert round(sroi.net_present_value(value, INPUTS), 2) == Decimal("13642.73")
    assert round(sroi.payback_months(INPUTS, first_year()), 2) == Decimal("10.16")


def test_adding_the_deductions_up_first_gives_another_figure():
    assert sroi.additive_impact(Decimal(20), Decimal(1000), **SHARES) == 7000


def test_without_inputs_there_is_no_ratio():
    assert sroi.ratio(Decimal(1), Decimal(0)) is None
    assert sroi.net_ratio(Decimal(1), Decimal(0)) is None


@pytest.mark.parametrize("yearly", [0, -5])
def test_what_never_pays_back_has_no_payback(yearly):
    assert sroi.payback_months(INPUTS, Decimal(yearly)) is None


# Jones and others, International Journal of Environmental Research and Public Health 17 (2020)
# 5249, table 3: quantity, value, deadweight, attribution to others, impact as printed.
HEALTH_PRECINCT = [
    (32, 4179, "0.25", "0.5", 50148),
    (13, 20141, "0.25", "0.5", 98187),
    (15, 13080, "0.25", "0.5", 73575),
    (14, 1850, "0.25", "0.5", 9713),
    (12, 20141, "0.25", "0.75", 45317),
    (28, 233, "0.25", "0.25", 3670),
]


@pytest.mark.parametrize(("quantity", "proxy", "dead", "others", "printed"), HEALTH_PRECINCT)
def test_six_rows_of_the_health_precinct_are_as_printed(quantity, proxy, dead, others, printed):
    found = sroi.impact(
        Decimal(quantity),
        Decimal(proxy),
        deadweight=Decimal(dead),
        displacement=Decimal(0),
        attribution_to_others=Decimal(others),
    )
    assert abs(found - printed) <= Decimal("0.5")


def test_food_for_life_discounts_its_first_year_once():
    # Jones and others (2016), Food for Life in Kirklees: undiscounted years and present values.
    years = [Decimal(617596), Decimal(296683), Decimal(148342)]
    factors = sroi.year_factors(RATE, 3, "end_of_year")
    found = [year * factor for year, factor in zip(years, factors, strict=True)]
    assert [round(value) for value in found] == [596711, 276957, 133796]
    assert round(sum(found)) == 1007464
    assert round(sroi.ratio(sum(found), Decimal(196803)), 2) == Decimal("5.12")


def test_jvs_discounts_every_year_but_the_first():
    # Cooney and Lynch-Cerullo (2014): 3.68 and 7.64 are annuities at 3.41% for n - 1 further years.
    rate = flat(Decimal("0.0341"))
    for years, printed in [(5, "3.68"), (10, "7.64")]:
        factors = sroi.year_factors(rate, years, "first_year_at_par")
        assert round(sum(factors) - 1, 2) == Decimal(printed)


@pytest.mark.parametrize(
    ("fractional", "weights"),
    [("whole", ["1", "1"]), ("rounded_up", ["1", "1", "1"]), ("prorated", ["1", "1", "0.1"])],
)
def test_part_of_a_year_counts_by_convention(fractional, weights):
    chosen = Conventions(fractional_years=fractional)
    found = sroi.year_weights(Decimal("2.1"), drop_off=Decimal(0), conventions=chosen)
    assert list(found) == [Decimal(weight) for weight in weights]


def test_an_outcome_that_starts_afterwards_has_nothing_in_the_first_year():
    found = sroi.year_weights(
        Decimal(2), drop_off=Decimal("0.5"), conventions=Conventions(), outcome_start="after"
    )
    assert list(found) == [0, 1, Decimal("0.5")]


def test_drop_off_may_be_taken_in_the_first_year_already():
    early = Conventions(drop_off_from="year_1")
    found = sroi.year_weights(Decimal(2), drop_off=Decimal("0.5"), conventions=early)
    assert list(found) == [Decimal("0.5"), Decimal("0.25")]


def test_a_total_drop_off_leaves_the_first_year_whole():
    found = sroi.year_weights(Decimal(3), drop_off=Decimal(1), conventions=Conventions())
    assert list(found) == [1, 0, 0]


@given(durations, shares, conventions)
def test_no_year_holds_more_than_the_year_before_it(duration, drop_off, chosen):
    weights = sroi.year_weights(duration, drop_off=drop_off, conventions=chosen)
    kept = weights[1:] if chosen.outcome_start == "after" else weights
    assert all(later <= earlier for earlier, later in pairwise(kept))
    assert all(0 <= weight <= 1 for weight in weights)


@given(durations, shares, conventions, amounts, amounts)
def test_present_value_is_linear_in_impact(duration, drop_off, chosen, one, other):
    weights = sroi.year_weights(duration, drop_off=drop_off, conventions=chosen)
    factors = sroi.year_factors(RATE, len(weights), chosen.discounting)

    def worth(amount: Decimal) -> Decimal:
        return sroi.present_value(sroi.yearly_values(amount, weights), factors)

    assert abs(worth(one + other) - worth(one) - worth(other)) < Decimal("1e-15")


@given(amounts, shares, shares, shares)
def test_deductions_can_be_taken_in_any_order(value, a, b, c):
    one = sroi.impact(Decimal(3), value, deadweight=a, displacement=b, attribution_to_others=c)
    other = sroi.impact(Decimal(3), value, deadweight=c, displacement=a, attribution_to_others=b)
    assert one == other


@given(amounts, st.decimals(min_value=1, max_value=10**6, places=2))
def test_the_net_ratio_is_the_ratio_less_one(value, inputs):
    gross, net = sroi.ratio(value, inputs), sroi.net_ratio(value, inputs)
    assert abs(gross - 1 - net) < Decimal("1e-20")
