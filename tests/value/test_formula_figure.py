from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from auditor.model.formula_reader import read_formula
from auditor.model.printed import half_unit
from auditor.value.claim import ClaimVerdict
from auditor.value.formula import exact
from auditor.value.formula_figure import FormulaFigure
from auditor.value.precision import around, stated_arithmetic
from auditor.value.quotient import PrintedInput, Quotient, printed
from auditor.value.verdict import Recomputed, judge


def figure(text, **terms):
    """Return a formula with terms as printed; a whole number is exact."""
    given = {name: Decimal(value) for name, value in terms.items()}
    inputs = {
        name: PrintedInput(name, value, half_unit(value) if "." in terms[name] else Decimal(0))
        for name, value in given.items()
    }
    return FormulaFigure(read_formula(text), inputs)


def claim(text):
    return around(Decimal(text), half_unit(Decimal(text)))


def put_back(worked, name, value):
    values = {key: term.value for key, term in worked.terms.items()}
    return exact(worked.formula.tree, values | {name: value})


def test_a_printed_rate_is_found_to_be_rounded():
    # CTBC 2018 prints 1.05% and works with 1.047%.
    worked = figure("value * factor(rate, 1)", value="19998766866.83", rate="0.0105")
    with stated_arithmetic():
        year_1 = claim("19791549345.19")
        assert judge(year_1, Recomputed(worked)).verdict is ClaimVerdict.WITHIN_ROUNDING
        [found] = worked.explanations(year_1)
        assert found.input.name == "rate"
        assert found.needed.contains(Decimal("0.01047"))
        for end in (found.needed.low, found.needed.high):
            assert abs(put_back(worked, "rate", end) - Decimal("19791549345.19")) < Decimal(
                "0.0051"
            )


def test_a_printed_ratio_is_found_to_be_rounded_where_it_stands_twice():
    worked = figure(
        "value / cost + (two - value / cost) * annuity(rate, 4)",
        value="784294", cost="403060", two="3.50", rate="0.0341",
    )  # fmt: skip
    with stated_arithmetic():
        [found] = worked.explanations(claim("7.68"))
    assert found.input.name == "two"
    assert Decimal("3.502") < found.needed.low < Decimal("3.503")


def test_the_days_that_a_claim_needs_are_solved_for():
    worked = figure("days * rate", days="29", rate="495")
    with stated_arithmetic():
        needed = worked.needed("days", claim("26235"))
    assert needed is not None
    assert needed.contains(Decimal(53))
    assert needed.high - needed.low < Decimal("0.01")


def test_nothing_is_solved_for_where_there_may_be_two_answers():
    assert figure("a * a", a="2.0").needed("a", claim("9")) is None


def test_a_divisor_that_would_have_to_be_infinite_is_not_an_answer():
    with stated_arithmetic():
        assert figure("a / b", a="2.0", b="3.0").needed(
            "b", around(Decimal(0), Decimal("0.1"))
        ) is (None)


@settings(deadline=None)
@given(
    a=st.decimals("0.1", "500", places=1), b=st.decimals("0.1", "500", places=1),
    shift=st.decimals("-0.04", "0.04", places=3),
    text=st.sampled_from(["a / b", "a * b + a", "(a - b) / b", "a * factor(0.05, 2) - b",
                          "a * annuity(0.035, b)", "b * b * a"]),
)  # fmt: skip
def test_an_explanation_put_back_gives_the_claim(a, b, shift, text):
    worked = figure(text, a=str(a), b=str(b))
    assume(a + shift > 0)
    with stated_arithmetic():
        target = put_back(worked, "a", a + shift)
        found = {each.input.name: each for each in worked.explanations(around(target, Decimal(0)))}
        assume(put_back(worked, "a", a) != put_back(worked, "a", a + Decimal("0.01")))
        assert "a" in found
        for name, each in found.items():
            middle = (each.needed.low + each.needed.high) / 2
            assert abs(put_back(worked, name, middle) - target) <= abs(target) * Decimal("1e-20")


@given(a=st.decimals("1", "500", places=1), b=st.decimals("1", "500", places=1))
def test_a_formula_and_a_quotient_of_sums_judge_alike(a, b):
    worked = figure("a / b", a=str(a), b=str(b))
    same = Quotient(printed("a", a, half_unit), printed("b", b, half_unit))
    with stated_arithmetic():
        assert worked.exact == same.exact
        assert worked.interval() == same.interval()


@pytest.mark.parametrize(
    ("text", "terms", "problem"),
    [("a / b", {"a": "1", "b": "0"}, "it divides by zero"), ("a / b", {"a": "0", "b": "1"}, "")],
)
def test_a_figure_without_a_value_says_why(text, terms, problem):
    worked = figure(text, **terms)
    assert worked.problem == problem
    assert (worked.exact is None) is bool(problem)
