from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from auditor.model.figure import MISPRINT, Figure


def test_a_bare_number_becomes_a_figure():
    assert Figure.model_validate(Decimal("5.07")) == Figure(value=Decimal("5.07"))
    assert Figure.model_validate(281010).value == 281010


def test_a_bare_number_is_as_precise_as_its_digits():
    assert Figure.model_validate(Decimal("5.10")).half_unit == Decimal("0.005")
    assert Figure.model_validate(345000).half_unit == Decimal("0.5")


def test_the_printed_text_sets_the_precision():
    figure = Figure.model_validate({"value": 345210, "printed": "£345k", "where": "Table 3"})
    assert figure.half_unit == 500
    assert figure.where == "Table 3"


def test_a_text_that_is_no_number_leaves_the_precision_to_the_value():
    figure = Figure.model_validate({"value": Decimal("5.07"), "printed": "five to one"})
    assert figure.half_unit == Decimal("0.005")


@pytest.mark.parametrize(
    ("value", "printed"), [(345500, "£345k"), (344500, "£345k"), (Decimal("-0.5"), "0")]
)
def test_a_value_half_a_unit_away_still_agrees(value, printed):
    assert Figure.model_validate({"value": value, "printed": printed}).value == value


@pytest.mark.parametrize(
    ("value", "printed"),
    [(345501, "£345k"), (345, "£345k"), (-400, "400"), (12, "12%"), (Decimal("5.5"), "5.07:1")],
)
def test_a_printed_number_that_disagrees_is_refused(value, printed):
    with pytest.raises(ValidationError) as refused:
        Figure.model_validate({"value": value, "printed": printed})
    assert [error["type"] for error in refused.value.errors()] == [MISPRINT]


@pytest.mark.parametrize("given_value", ["5.07", 5.07, True, None, Decimal("NaN"), [5], {}])
def test_anything_but_an_exact_number_is_refused(given_value):
    with pytest.raises(ValidationError):
        Figure.model_validate(given_value)


exact = st.decimals(
    min_value=-(10**15), max_value=10**15, allow_nan=False, allow_infinity=False, places=3
)


@given(exact)
def test_what_is_read_is_written_as_it_was(value):
    figure = Figure.model_validate(value)
    assert Figure.model_validate(figure.model_dump()) == figure
    assert figure.value.as_tuple() == value.as_tuple()


@given(exact)
def test_a_number_agrees_with_its_own_digits(value):
    figure = Figure.model_validate({"value": value, "printed": f"{value:,f}"})
    assert figure.half_unit == Decimal("0.0005")


def test_a_value_printed_in_free_words_has_the_digits_of_the_words():
    assert Figure(value=Decimal(345000), printed="£345k a year").half_unit == 500


def test_a_value_that_its_words_do_not_print_has_its_own_digits():
    assert Figure(value=Decimal("0.2"), printed="one in five").half_unit == Decimal("0.05")
