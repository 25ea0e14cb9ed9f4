from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from auditor.value.precision import Interval, around, stated_arithmetic
from auditor.value.quotient import Quotient, Total, printed, total, weighted

HALF = Decimal("0.5")
values = st.decimals(min_value=1, max_value=10**6, places=0)
factors = st.decimals(min_value=-5, max_value=5, places=2)


def pounds(name: str, value: Decimal | int) -> Total:
    return printed(name, Decimal(value), lambda number: HALF)


@given(st.lists(st.tuples(values, factors), min_size=1, max_size=5))
def test_a_sum_ranges_over_all_that_its_inputs_may_stand_for(parts):
    whole = weighted([(pounds("x", value), factor) for value, factor in parts])
    slack = sum(abs(factor) * HALF for _, factor in parts)
    assert whole.interval() == around(whole.exact, slack)
    assert whole.interval().contains(whole.exact)


def test_a_printed_zero_is_exact():
    assert pounds("nothing", 0).interval() == Interval(Decimal(0), Decimal(0))


def test_what_no_input_stands_behind_is_exact():
    assert Total(Decimal(7)).interval() == Interval(Decimal(7), Decimal(7))


def test_terms_are_worked_out_only_when_asked_for_and_once():
    asked = []

    def work():
        asked.append(1)
        return ()

    whole = total([Total(Decimal(1), work)])
    assert asked == []
    assert (whole.terms(), whole.terms(), asked) == ((), (), [1])


def test_a_difference_keeps_the_slack_of_both_sides():
    assert pounds("a", 10).minus(pounds("b", 4)).interval() == Interval(Decimal(5), Decimal(7))


def test_the_one_input_that_could_explain_a_claim_is_named_with_what_it_would_be():
    # Health Precinct, general practitioner: 19 x £37 x 0.75 x 0.75, printed as £400.
    figure = Quotient(weighted([(pounds("visit", 37), Decimal("10.6875"))]))
    (found,) = figure.explanations(Interval(Decimal("399.5"), Decimal("400.5")))
    assert found.input.name == "visit"
    assert (round(found.needed.low, 2), round(found.needed.high, 2)) == (
        Decimal("37.38"),
        Decimal("37.47"),
    )


def test_an_input_that_would_have_to_be_another_number_explains_nothing():
    figure = Quotient(weighted([(pounds("visit", 37), Decimal("10.6875"))]))
    assert figure.explanations(around(Decimal(410), HALF)) == ()


@given(values, values, st.decimals(min_value="-0.5", max_value="0.5", places=2))
def test_an_input_put_back_gives_the_claim(above, below, move):
    claim_value = (above + move) / below
    claim = around(claim_value, Decimal("1e-9"))
    with stated_arithmetic():
        figure = Quotient(pounds("above", above), pounds("below", below))
        for found in figure.explanations(claim):
            needed = (found.needed.low + found.needed.high) / 2
            top = needed if found.input.name == "above" else above
            bottom = needed if found.input.name == "below" else below
            assert claim.contains(top / bottom)
        assert any(each.input.name == "above" for each in figure.explanations(claim))


@given(values, values.filter(lambda value: value > 2))
def test_a_quotient_ranges_over_the_quotients_of_its_ends(above, below):
    with stated_arithmetic():
        found = Quotient(pounds("a", above), pounds("b", below), Decimal(-1)).interval()
        assert found.low == (above - HALF) / (below + HALF) - 1
        assert found.high == (above + HALF) / (below - HALF) - 1


def test_a_division_by_zero_has_no_figure():
    assert Quotient(pounds("a", 1), Total(Decimal(0))).exact is None


def test_a_divisor_that_may_be_zero_has_no_range():
    assert Quotient(pounds("a", 1), printed("b", Decimal("0.2"), lambda n: HALF)).interval() is None


def test_every_input_of_both_sides_is_listed():
    figure = Quotient(pounds("a", 1), total([pounds("b", 2), pounds("c", 3)]))
    assert [each.name for each in figure.inputs] == ["a", "b", "c"]
