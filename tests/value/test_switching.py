"""The value at which a figure reaches its target: closed forms, searches, and put back again."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.value.precision import stated_arithmetic
from auditor.value.switching import crossing, whole_years

D = Decimal
amounts = st.integers(-(10**6), 10**6).filter(bool).map(Decimal)


@given(amounts, amounts, st.integers(0, 100).map(Decimal))
def test_a_straight_line_is_solved_exactly(slope, constant, now):
    with stated_arithmetic():
        found = crossing(lambda x: slope * x + constant, now=now)
        assert found.method == "closed_form"
        assert found.value is not None
        assert abs(slope * found.value + constant) < D("1e-30")


@given(st.integers(1, 99).map(lambda n: D(n) / 100), st.integers(2, 12))
def test_the_value_found_by_search_gives_the_target_when_put_back(target, years):
    def figure(x):
        return (1 - x) ** years - target if x != 1 else -target

    with stated_arithmetic():
        found = crossing(figure, now=D("0.1"), low=D(0), high=D(1))
        assert found.method == "bisection"
        assert found.monotone
        assert abs(figure(found.value)) < D("1e-20")


def test_what_lies_outside_the_range_is_not_reached():
    # 10 - 4x is zero at 2.5.
    assert crossing(lambda x: 10 - 4 * x, now=D(0), low=D(0), high=D(1)).value is None
    assert crossing(lambda x: 10 - 4 * x, now=D(0), low=D(0), high=D("2.5")).value == D("2.5")


def test_a_figure_that_stays_put_has_no_crossing_and_says_why():
    found = crossing(lambda x: D(3), now=D("0.2"), low=D(0), high=D(1))
    assert found.value is None
    assert not found.moves


def test_a_figure_that_rises_and_falls_again_is_found_out():
    # (x - 0.2)(x - 0.9) is zero twice; 0.2 is the nearer to 0.3, and 0.9 to 0.8.
    def bent(x):
        return (x - D("0.2")) * (x - D("0.9"))

    with stated_arithmetic():
        near, far = (crossing(bent, now=D(now), low=D(0), high=D(1)) for now in ("0.3", "0.8"))
    assert not near.monotone
    assert abs(near.value - D("0.2")) < D("1e-20")
    assert abs(far.value - D("0.9")) < D("1e-20")


@pytest.mark.parametrize(("now", "side"), [("0", "at_or_above"), ("1", "below")])
def test_of_a_jump_the_side_that_it_is_made_to_is_given(now, side):
    # The square keeps it from being a straight line; it jumps from negative to positive at 0.4.
    def jumps(x):
        return x * x + 1 if x >= D("0.4") else x * x - 1

    with stated_arithmetic():
        value = crossing(jumps, now=D(now), low=D(0), high=D(1)).value
    assert abs(value - D("0.4")) < D("1e-15")
    assert (value >= D("0.4")) == (side == "at_or_above")


def test_a_range_without_end_is_followed_outwards():
    with stated_arithmetic():
        found = crossing(lambda x: x * x - 10**10, now=D(3), low=D(0))
    assert abs(found.value - 10**5) < D("1e-15")


@pytest.mark.parametrize(
    ("figures", "now", "years"),
    [
        ((-5, -2, 1, 4, 7), 4, 1),  # from four years down, the target is passed at one
        ((-5, -2, 1, 4, 7), 0, 2),  # from none up, it is reached at two
        ((-5, -2, 0, 4, 7), 4, 2),  # reached exactly
        ((-5, -4, -3, -2, -1), 4, None),
        ((1, 2, 3, 4, 5), 0, None),
    ],
)
def test_whole_years_are_counted_to_where_the_target_is_passed(figures, now, years):
    found = whole_years([D(figure) for figure in figures], now=D(now))
    assert found.value == (None if years is None else D(years))


def test_part_of_a_year_counts_in_proportion_where_it_is_so_taken():
    found = whole_years([D(-5), D(-2), D(2), D(4)], now=D(3), prorated=True)
    assert found.value == D("1.5")
