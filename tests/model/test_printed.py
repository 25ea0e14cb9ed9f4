import doctest
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.model import printed
from auditor.model.printed import half_unit, half_unit_in, read_printed


def test_the_worked_examples_hold():
    assert doctest.testmod(printed).failed == 0


# Published forms: the Health Precinct study (2020), the hundred-million scaling claim of A better
# return (2009), and the ways in which reports write a ratio.
@pytest.mark.parametrize(
    ("text", "value", "half"),
    [
        ("5.07", "5.07", "0.005"),
        ("5.10", "5.10", "0.005"),
        ("£50,148", "50148", "0.5"),
        ("£345k", "345000", "500"),
        ("£100 million", "100000000", "500000"),
        ("£1.2 million", "1200000", "50000"),
        ("£2m", "2000000", "500000"),
        ("£1.5bn", "1500000000", "50000000"),
        ("12 thousand", "12000", "500"),
        ("1:3.8", "3.8", "0.05"),
        ("5.07:1", "5.07", "0.005"),
        ("5.07 : 1", "5.07", "0.005"),
        ("£5.07:£1", "5.07", "0.005"),
        ("5.07 to 1", "5.07", "0.005"),
        ("12%", "0.12", "0.005"),
        ("12.5 per cent", "0.125", "0.0005"),
        ("3.50%", "0.0350", "0.00005"),
        ("(400)", "-400", "0.5"),
        ("(£1.2m)", "-1200000", "50000"),
        ("-£400", "-400", "0.5"),
        ("£-400", "-400", "0.5"),
        ("\u2212400", "-400", "0.5"),
        ("about £345k", "345000", "500"),
        ("c. 3.8", "3.8", "0.05"),
        ("~3.8", "3.8", "0.05"),
        ("10.2 months", "10.2", "0.05"),
        ("GBP 1,000", "1000", "0.5"),
        ("  0  ", "0", "0.5"),
    ],
)
def test_a_printed_number_has_its_value_and_half_a_unit(text, value, half):
    number = read_printed(text)
    assert number is not None
    assert (str(number.value), number.half_unit) == (value, Decimal(half))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "five to one",
        "between 3 and 4",
        "3 to 4",
        "2:3",
        "1:2:3",
        "1,23,456",
        "12,34",
        "1.2.3",
        "(400",
        "400)",
        "-(400)",
        "--4",
        "£3.80 for every £1",
        "over 5",
        "5x",
        "٣",
    ],
)
def test_what_is_not_one_number_is_none(text):
    assert read_printed(text) is None


numbers = st.decimals(
    min_value=0, max_value=10**12, allow_nan=False, allow_infinity=False, places=4
)


@given(numbers, st.sampled_from(["", "k", "m", "bn"]), st.integers(0, 3))
def test_printing_moves_a_number_by_at_most_half_a_unit(number, scale, places):
    unit = Decimal(10) ** {"": 0, "k": 3, "m": 6, "bn": 9}[scale]
    shown = (number / unit).quantize(Decimal(10) ** -places, ROUND_HALF_UP)
    found = read_printed(f"£{shown:,f}{scale}")
    assert found is not None
    assert abs(found.value - number) <= found.half_unit


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=0, max_value=10**15))
def test_a_number_written_out_is_read_back_exactly(number):
    found = read_printed(f"{number:f}")
    assert found is not None
    assert found.value == number


@given(st.text(max_size=30))
def test_any_text_gives_a_finite_number_with_a_last_digit_or_nothing(text):
    found = read_printed(text)
    assert found is None or (found.value.is_finite() and found.half_unit > 0)


def test_a_number_that_is_not_finite_has_no_last_digit():
    with pytest.raises(ValueError, match="not finite"):
        half_unit(Decimal("NaN"))


@pytest.mark.parametrize(
    ("text", "value", "half"),
    [
        ("US$4.3m", "4300000", "50000"),
        ("NZ$2.4m", "2400000", "50000"),
        ("CAD 1.2 billion", "1200000000", "50000000"),
        ("CHF 1,200", "1200", "0.5"),
        ("$1 to $3.20", "3.20", "0.005"),
        ("€1:€2.7", "2.7", "0.05"),
    ],
)
def test_other_currencies_are_read_like_the_pound(text, value, half):
    number = read_printed(text)
    assert number is not None
    assert (number.value, number.half_unit) == (Decimal(value), Decimal(half))


@pytest.mark.parametrize(
    ("text", "value", "half"),
    [
        ("£4.30 for every £1 invested", "4.3", "0.005"),
        ("3.6 years", "3.6", "0.05"),
        ("£345k a year", "345000", "500"),
        ("4.5 crore rupees", "45000000", "500000"),
        ("-£12.5 million a year", "-12500000", "50000"),
    ],
)
def test_free_words_give_the_digits_to_which_they_print_a_value(text, value, half):
    assert half_unit_in(text, Decimal(value)) == Decimal(half)


@pytest.mark.parametrize(
    ("text", "value"), [("one in five", "0.2"), ("1,300 of 13,000", "13000"), ("nil", "0")]
)
def test_free_words_that_print_no_one_such_number_give_no_digits(text, value):
    assert half_unit_in(text, Decimal(value)) is None
