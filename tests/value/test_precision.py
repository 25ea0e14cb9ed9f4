from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from auditor.value.precision import CONTEXT, Interval, around, stated_arithmetic

numbers = st.decimals(min_value=-(10**6), max_value=10**6, places=3)
halves = st.decimals(min_value=0, max_value=100, places=3)


def test_a_printed_figure_stands_for_half_a_unit_either_way():
    assert around(Decimal("5.07"), Decimal("0.005")) == Interval(Decimal("5.065"), Decimal("5.075"))


def test_the_ends_of_the_interval_count():
    # Food for Life prints half of 296,683 as 148,342: exactly half a unit away.
    assert around(Decimal(148342), Decimal("0.5")).contains(Decimal("148341.5"))


@given(numbers, numbers, halves, halves)
def test_a_product_of_intervals_holds_the_product_of_any_of_their_values(a, b, p, q):
    product = around(a, p).times(around(b, q))
    for x in (a - p, a, a + p):
        for y in (b - q, b, b + q):
            assert product.contains(x * y)


@given(numbers, numbers.filter(lambda n: abs(n) > 100), halves, halves)
def test_a_quotient_of_intervals_holds_the_quotient_of_the_figures(a, b, p, q):
    with stated_arithmetic():
        divided = around(a, p).over(around(b, q))
        if divided is not None:
            assert divided.low <= a / b <= divided.high


def test_dividing_by_what_may_be_zero_has_no_answer():
    assert around(Decimal(5), Decimal(1)).over(around(Decimal("0.2"), Decimal("0.5"))) is None


@given(numbers, numbers, halves, halves)
def test_two_intervals_meet_exactly_where_they_share_a_value(a, b, p, q):
    one, other = around(a, p), around(b, q)
    assert one.meets(other) == (one.shared(other) is not None) == other.meets(one)


def test_arithmetic_has_fifty_digits_whatever_the_caller_set():
    with stated_arithmetic():
        assert len((Decimal(1) / 3).as_tuple().digits) == 50 == CONTEXT.prec
