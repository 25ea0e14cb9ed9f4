"""Tell the range of formulas, against values drawn from inside the ranges of their terms."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.model.formula_reader import read_formula
from auditor.value.formula import exact
from auditor.value.formula_range import is_fraction_of_lines, range_of, way
from auditor.value.precision import Interval, stated_arithmetic

PLACES = st.decimals("-5", "5", places=2)
SHARES = st.decimals("0", "1", places=3)
TOLD = [
    "a + b * c",
    "(a - b) * (a + c)",
    "a * b - a * c",
    "(a - b) / (3 * b + 40)",
    "a / (c + 50) + (b - a / (c + 50)) * annuity(r, 4)",
    "a * factor(r, 1) + b * factor(r, 2, mid)",
    "min(a, b) - max(b, c)",
    "round(a * b, 1) + c",
    "sum(a, b, a, c) / 2",
]


def ranges(low, high):
    return {name: Interval(min(p), max(p)) for name, p in zip("abc", zip(low, high, strict=1),
                                                              strict=1)}  # fmt: skip


@pytest.mark.parametrize("text", TOLD)
@settings(max_examples=40, deadline=None)
@given(low=st.tuples(PLACES, PLACES, PLACES), high=st.tuples(PLACES, PLACES, PLACES),
       rates=st.tuples(SHARES, SHARES), at=st.lists(SHARES, min_size=4, max_size=4))  # fmt: skip
def test_no_value_inside_leaves_the_range(text, low, high, rates, at):
    formula = read_formula(text)
    box = {**ranges(low, high), "r": Interval(min(rates), max(rates))}
    names = ("a", "b", "c", "r")
    inside = {
        name: box[name].low + share * (box[name].high - box[name].low)
        for name, share in zip(names, at, strict=True)
    }
    with stated_arithmetic():
        told = range_of(formula, {name: box[name] for name in formula.names})
        if told is not None:
            near = abs(told.high - told.low) * Decimal("1e-40") + Decimal("1e-40")
            value = exact(formula.tree, inside)
            assert told.low - near <= value <= told.high + near


@settings(max_examples=60, deadline=None)
@given(low=st.tuples(PLACES, PLACES, PLACES), high=st.tuples(PLACES, PLACES, PLACES))
def test_both_ends_are_reached_where_a_term_stands_in_it_twice(low, high):
    formula = read_formula("a * b - a * c")
    box = ranges(low, high)
    with stated_arithmetic():
        told = range_of(formula, box)
        corners = [
            exact(formula.tree, {"a": a, "b": b, "c": c})
            for a in (box["a"].low, box["a"].high)
            for b in (box["b"].low, box["b"].high)
            for c in (box["c"].low, box["c"].high)
        ]
    assert told == Interval(min(corners), max(corners))


def test_a_net_ratio_moves_with_its_cost_in_both_places_together():
    # Taken apart, 100 less 40 to 60 over 40 to 60 would seem to reach from 0.67 to 1.5.
    formula = read_formula("(value - cost) / cost")
    box = {
        "value": Interval(Decimal(100), Decimal(100)),
        "cost": Interval(Decimal(40), Decimal(80)),
    }
    assert range_of(formula, box) == Interval(Decimal("0.25"), Decimal("1.5"))


def test_a_sum_of_many_discounted_flows_is_told_by_its_signs():
    text = " + ".join(f"flow * factor(rate, {year})" for year in range(1, 31))
    box = {
        "flow": Interval(Decimal("99.5"), Decimal("100.5")),
        "rate": Interval(Decimal("0.0795"), Decimal("0.0805")),
    }
    with stated_arithmetic():
        told = range_of(read_formula(text), box)
        same = range_of(read_formula("flow * annuity(rate, 30)"), box)
    assert told is not None
    assert same is not None
    assert abs(told.low - same.low) < Decimal("1e-40")
    assert abs(told.high - same.high) < Decimal("1e-40")


def test_a_hump_is_not_told():
    box = {"a": Interval(Decimal(0), Decimal(1))}
    assert range_of(read_formula("a - a * a"), box) is None
    assert range_of(read_formula("1 / (a - 0.5)"), box) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x * a", 1),
        ("a - x", -1),
        ("a / x", -1),
        ("a * b", 0),
        ("a * factor(x, 3)", -1),
        ("a * factor(b, x)", -1),
        ("annuity(b, x)", 1),
        ("annuity(x, a, mid)", None),
        ("(x - 1) * c", None),
        ("x * a - x", None),
    ],
)
def test_the_way_follows_from_signs(text, expected):
    names = dict.fromkeys("abx", Interval(Decimal("0.1"), Decimal("0.2")))
    crossing = {"c": Interval(Decimal(-1), Decimal(1))}
    assert way(read_formula(text).tree, "x", names | crossing) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(v - x) / x", True),
        ("v / x + (r - v / x) * 4", True),
        ("a / (x + b) - x / (x + b)", True),
        ("x * x", False),
        ("x / (1 / x)", False),
        ("1 / x + 1 / (x + 1)", False),
        ("round(x, 1)", False),
        ("round(a, 1) * x", True),
    ],
)
def test_a_quotient_of_two_lines_is_seen_through_its_divisors(text, expected):
    assert is_fraction_of_lines(read_formula(text).tree, "x") is expected
