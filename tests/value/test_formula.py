"""Work formulas out; the closed forms are worked out again in binary floating point."""

import math
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.model.formula_reader import read_formula
from auditor.value.formula import Undefined, annuity, exact, factor, span
from auditor.value.precision import Interval, stated_arithmetic

RATES = st.decimals("-0.5", "2", places=4)
YEARS = st.integers(0, 60).map(Decimal)


def value(text, **terms):
    with stated_arithmetic():
        return exact(read_formula(text).tree, {k: Decimal(str(v)) for k, v in terms.items()})


def test_a_costing_of_minutes_is_worked_out():
    # Wheels in Motion, British Red Cross 2015: an hour at £146, 11.4 and 12 minutes.
    assert value("hour * (visit + travel) / 60", hour=146, visit="11.4", travel=12) == Decimal(
        "56.94"
    )


def test_a_subtracted_bracket_keeps_its_sign():
    assert value("a - (b - c) - -d", a=10, b=3, c=1, d=2) == 10


def test_functions_of_many_parts_take_them_all():
    assert value("sum(a, b, 1) + min(a, b) * max(a, b)", a=2, b=5) == 18


def test_rounding_is_half_up_to_either_side_of_the_point():
    assert value("round(a, 2)", a="2.345") == Decimal("2.35")
    assert value("round(a, -3)", a=345440) == 345000
    assert value("round(a)", a="-0.5") == -1


def test_five_years_at_eight_per_cent_are_the_published_annuity():
    # Government of Canada, annualisation of net benefits: 1,500 over 5 years is 375.7 a year.
    assert round(value("pv / annuity(rate, 5)", pv=1500, rate="0.08"), 1) == Decimal("375.7")


def test_the_middle_of_year_nought_is_half_a_year_away():
    # Public sector discount rate 2011, 8%: 0.96225, 0.89097, 0.82497.
    published = ["0.96225", "0.89097", "0.82497"]
    found = [value("factor(rate, year, mid)", rate="0.08", year=year) for year in range(3)]
    assert [abs(a - Decimal(b)) <= Decimal("0.000005") for a, b in zip(found, published, strict=1)]
    assert value("factor(rate, 2, end)", rate="0.08") == value("factor(rate, 3)", rate="0.08")


@given(RATES, YEARS)
def test_an_annuity_is_the_sum_of_its_factors(rate, years):
    for timing in ("end", "mid", "start"):
        with stated_arithmetic():
            summed = sum(factor(rate, Decimal(year), timing) for year in range(int(years)))
            assert abs(annuity(rate, years, timing) - summed) <= abs(summed) * Decimal("1e-40")


@given(RATES, YEARS)
def test_factors_agree_with_binary_arithmetic(rate, years):
    with stated_arithmetic():
        found = float(factor(rate, years))
    assert math.isclose(found, (1 + float(rate)) ** -float(years), rel_tol=1e-9)


@pytest.mark.parametrize(
    ("text", "terms", "reason"),
    [
        ("a / (b - b)", {"a": 1, "b": 2}, "it divides by zero"),
        ("annuity(r, 5)", {"r": -1}, "it discounts at a rate of -100% or less"),
        ("factor(r, 5)", {"r": "-1.5"}, "it discounts at a rate of -100% or less"),
        ("factor(r, n)", {"r": "-0.5", "n": 10**15}, "the numbers become too large to work with"),
    ],
)
def test_a_formula_without_a_value_says_why(text, terms, reason):
    with pytest.raises(Undefined) as refused:
        value(text, **terms)
    assert refused.value.reason == reason


def test_a_zero_rate_counts_the_years():
    assert value("annuity(r, 7)", r=0) == 7


def test_a_range_that_may_divide_by_zero_has_no_value():
    with pytest.raises(Undefined), stated_arithmetic():
        span(read_formula("1 / a").tree, {"a": Interval(Decimal(-1), Decimal(1))})
