import pytest

from auditor.model.formula import Call, Name, Number, Operation
from auditor.model.formula_reader import DEEPEST, FormulaError, is_term, read_formula


def refusal(text):
    with pytest.raises(FormulaError) as refused:
        read_formula(text)
    error = refused.value
    return error.column, error.problem, error.hint


def test_signs_as_people_write_them_are_read():
    assert read_formula("(a − b) × c ÷ 2").tree == read_formula("(a - b) * c / 2").tree


def test_multiplication_binds_before_addition():
    tree = read_formula("a + b * 2").tree
    assert isinstance(tree, Operation)
    assert tree.sign == "+"
    assert tree.right == Operation("*", Name("b"), Number(2))


def test_each_name_is_listed_once_in_its_order():
    assert read_formula("b / a + b * min(c, 2)").names == ("b", "a", "c")


def test_a_timing_is_no_term():
    formula = read_formula("annuity(rate, years, mid)")
    assert formula.tree == Call("annuity", (Name("rate"), Name("years")), "mid")
    assert formula.names == ("rate", "years")


def test_decimals_may_be_left_of_the_point():
    assert read_formula("round(a, -3)").tree == Call("round", (Name("a"),), "-3")


@pytest.mark.parametrize(
    ("text", "column", "problem"),
    [
        ("1,912 + a", 1, "a number with commas"),
        ("a * 20%", 5, "a percentage"),
        ("a + £3", 5, "a sign of money"),
        ("43 x 371", 4, "the letter x between two parts"),
        ("a x b", 3, "the letter x between two parts"),
        ("a^2", 2, "a power"),
        ("a ** 2", 3, "a power"),
        ("a = b", 3, "the sign ="),
        ("a + 'b' * 9", 5, "a character that is not part of a formula"),
        ("été + 1", 1, "a character that is not part of a formula"),
        ("a // b", 1, "only + - * / are worked out"),
        ("a +", 3, "this is not a formula"),
        ("a)+(b", 2, "this is not a formula"),
        ("  (a", 3, "this is not a formula"),
        ("", 1, "this is not a formula"),
        ("a.b", 1, "this is not part of a formula"),
        ("2 + 1e9", 5, "write a number in plain digits"),
        ("2 + 10_000", 5, "write a number in plain digits"),
        ("a + open(b)", 5, "there is no function open()"),
        ("annuity(rate)", 1, "annuity() is not given what it takes"),
        ("min()", 1, "min() is not given what it takes"),
        ("annuity(rate, 5, late)", 18, "late is not a timing"),
        ("round(a, 99)", 10, "99 is not a number of decimals"),
        ("round(a, b)", 10, "b is not a number of decimals"),
    ],
)
def test_what_is_not_read_is_named_with_its_column_and_a_hint(text, column, problem):
    found = refusal(text)
    assert found[:2] == (column, problem)
    assert found[2]


def test_the_letter_x_may_be_a_term():
    assert read_formula("a * x + b").names == ("a", "x", "b")


def test_commas_between_two_parts_are_not_those_of_thousands():
    assert read_formula("max(a1,200)").names == ("a1",)
    assert read_formula("max(10, 200)").names == ()


def test_a_misspelt_function_is_answered_with_the_nearest():
    assert "Did you mean round()?" in refusal("rund(a)")[2]


def test_a_formula_is_bounded_in_length_and_depth():
    assert "longer than" in refusal("a+" * 800 + "a")[1]
    deep = DEEPEST + 1
    column, problem, hint = refusal("+".join("a" * (deep + 1)))
    assert (column, problem) == (0, f"the formula is nested deeper than {DEEPEST} levels")
    assert hint == "add many terms with sum()"


@pytest.mark.parametrize("name", ["unit-cost", "2nd", "sum", "for", "None", "a b", "é", ""])
def test_what_a_formula_cannot_name_is_no_term(name):
    assert not is_term(name)


@pytest.mark.parametrize("name", ["a", "unit_cost", "Rate2", "end"])
def test_plain_words_are_terms(name):
    assert is_term(name)
