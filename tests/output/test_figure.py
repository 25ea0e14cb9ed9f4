import doctest
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.output import figure
from auditor.output.figure import Figure, value_of


def shown(number: Decimal, number_format: str) -> str:
    """Print a number by its format, as a spreadsheet does."""
    parts = number_format.split('"')
    plain = next(part for part in parts if "0" in part)
    before, after = number_format.split(plain)
    share = plain.endswith("%")
    decimals = plain.rstrip("%").partition(".")[2].count("0")
    grouped = "," if plain.startswith("#") else ""
    digits = f"{abs(number * (100 if share else 1)):{grouped}.{decimals}f}"
    sign = "-" if number < 0 else ""
    return f"{sign}{before}{digits}{'%' if share else ''}{after}".replace('"', "")


def test_the_examples_in_the_text_hold():
    failed, tried = doctest.testmod(figure)
    assert (failed, tried > 0) == (0, True)


@pytest.mark.parametrize(
    "text",
    ["£50,148", "-£1,234.50", "5.0733", "5.10", "2.60:1", "13.3 months", "1 month", "82.5%", "0",
     "INR 400", "12 years", "-3.5%", "0.00001", "€7", "123456789012345"],
)  # fmt: skip
def test_a_printed_figure_is_a_number_that_its_format_prints_again(text):
    found = value_of(text)
    assert isinstance(found, Figure)
    assert shown(found.number, found.number_format) == text


@pytest.mark.parametrize(
    "text",
    ["007", "+5", "-0", "1,23", "£", "5.", ".5", "1e5", "1234567890123456", "0.1234567890123456",
     "about 5", "5 kg", "２", "5\n", "=5", "12:1:1", "£1,234,56"],
)  # fmt: skip
def test_what_a_number_would_not_print_again_stays_text(text):
    assert value_of(text) == text


@given(st.from_regex(figure._FIGURE, fullmatch=True, alphabet=st.characters(codec="ascii")))
def test_every_figure_keeps_its_digits(text):
    found = value_of(text)
    if isinstance(found, Figure):
        assert shown(found.number, found.number_format) == text


@pytest.mark.parametrize("text", ["1900-02-29", "1899-12-31", "2099-01-01", "2026-02-30"])
def test_a_day_that_spreadsheets_do_not_know_stays_text(text):
    assert value_of(text) == text
