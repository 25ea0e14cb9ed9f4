from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.value.discounting import (
    TIMINGS,
    Band,
    annuity_factor,
    discount_factor,
    discount_factors,
    equivalent_annual_value,
    flat,
    is_set_rate,
    rate_in_year,
    schedule_of,
    timed_factors,
)

YEARS = (0, 31, 76, 126, 201, 301)


def schedule(*rates: str) -> tuple[Band, ...]:
    return tuple(Band(year, Decimal(rate)) for year, rate in zip(YEARS, rates, strict=True))


# The Green Book's rates, as the Department for Transport's TAG printed them on 16 April 2026.
STANDARD = schedule("0.035", "0.03", "0.025", "0.02", "0.015", "0.01")
HEALTH = schedule("0.015", "0.0129", "0.0107", "0.0086", "0.0064", "0.0043")
REDUCED = schedule("0.03", "0.0257", "0.0214", "0.0171", "0.0129", "0.0086")

rates = st.decimals(min_value=0, max_value=1, places=4)


@pytest.mark.parametrize(
    ("rates_used", "year", "factor"),
    [
        *[
            (STANDARD, year, factor)
            for year, factor in [
                (0, "1.0000"),
                (1, "0.9662"),
                (2, "0.9335"),
                (5, "0.8420"),
                (10, "0.7089"),
                (20, "0.5026"),
                (30, "0.3563"),
                (31, "0.3459"),
                (60, "0.1468"),
                (75, "0.0942"),
                (76, "0.0919"),
                (125, "0.0274"),
                (126, "0.0269"),
            ]
        ],
        *[(HEALTH, year, f) for year, f in [(1, "0.9852"), (10, "0.8617"), (30, "0.6398")]],
        (HEALTH, 31, "0.6316"),
        *[(REDUCED, year, f) for year, f in [(1, "0.9709"), (30, "0.4120"), (60, "0.1924")]],
    ],
)
def test_factors_are_those_of_the_published_rates(rates_used, year, factor):
    assert round(discount_factor(rates_used, year), 4) == Decimal(factor)


def test_a_rate_holds_from_its_own_year_on():
    assert rate_in_year(STANDARD, 30) == Decimal("0.035")
    assert rate_in_year(STANDARD, 31) == Decimal("0.03")


def test_ten_equal_payments_differ_by_a_year_of_discounting():
    at_par = annuity_factor(STANDARD, 10, timing="year_0_undiscounted")
    at_end = annuity_factor(STANDARD, 10, timing="end_of_year")
    assert (round(at_par, 4), round(at_end, 4)) == (Decimal("8.6077"), Decimal("8.3166"))


def test_mid_year_factors_are_those_of_a_public_sector_tool():
    # Cost benefit analysis tool, Public Sector Discount Rate 2011, 8%: its first three factors.
    found = [round(f, 5) for f in timed_factors(flat(Decimal("0.08")), 3, timing="mid_year")]
    assert found == [Decimal("0.96225"), Decimal("0.89097"), Decimal("0.82497")]


@pytest.mark.parametrize(
    ("present", "years", "annual"), [(1500, 5, "375.7"), (1750, 7, "336.1"), (1700, 7, "326.5")]
)
def test_equal_yearly_amounts_are_those_of_the_canadian_guide(present, years, annual):
    # GCcollab wiki, annualization of net benefits: its text says 1,700 and its formula 1,750.
    found = equivalent_annual_value(Decimal(present), flat(Decimal("0.08")), years)
    assert round(found, 1) == Decimal(annual)


@given(rates, st.integers(0, 60))
def test_a_flat_schedule_gives_the_closed_form(rate, year):
    exact = 1 / (1 + Fraction(rate)) ** year
    assert abs(Fraction(discount_factor(flat(rate), year)) - exact) < Fraction(1, 10**40)


@given(rates.filter(bool), st.integers(1, 60))
def test_an_ordinary_annuity_gives_the_closed_form(rate, years):
    r = Fraction(rate)
    exact = (1 - (1 + r) ** -years) / r
    found = annuity_factor(flat(rate), years, timing="end_of_year")
    assert abs(Fraction(found) - exact) < Fraction(1, 10**20)


@given(st.lists(rates, min_size=6, max_size=6))
def test_factors_never_rise_from_one_year_to_the_next(six):
    factors = discount_factors(tuple(Band(y, r) for y, r in zip(YEARS, six, strict=True)), 320)
    assert all(later <= earlier for earlier, later in pairwise(factors))


@given(rates, st.integers(1, 40))
def test_mid_year_lies_between_the_start_and_the_end_of_the_year(rate, years):
    start, end, middle = (timed_factors(flat(rate), years, timing=timing) for timing in TIMINGS)
    tiny = Decimal("1e-40")
    for at_start, at_end, in_middle in zip(start, end, middle, strict=True):
        assert at_end - tiny <= in_middle <= at_start + tiny


def test_bands_are_read_in_any_order():
    rows = [{"from_year": 31, "rate": Decimal("0.03")}, {"from_year": 0, "rate": Decimal("0.035")}]
    assert schedule_of(rows) == STANDARD[:2]


@pytest.mark.parametrize("bad", [flat(Decimal(-1)), (Band(5, Decimal("0.03")),), ()])
def test_a_year_without_a_usable_rate_is_an_error(bad):
    with pytest.raises(ValueError, match="no rate that can be discounted with"):
        discount_factor(bad, 3)


@pytest.mark.parametrize("rate", ["0", "0.015", "0.035", "0.08", "0.0075"])
def test_a_rate_in_steps_of_a_quarter_point_is_set(rate):
    assert is_set_rate(Decimal(rate))


@pytest.mark.parametrize("rate", ["0.0105", "0.0341", "0.036"])
def test_a_rate_between_such_steps_was_measured(rate):
    assert not is_set_rate(Decimal(rate))
