"""A figure is held to the digits that its cell shows."""

from decimal import Decimal

import pytest

from auditor.load.value_map.printed import currency_sign, printed
from auditor.model.printed import read_printed

NUMBER = Decimal("345678.905")


@pytest.mark.parametrize(
    ("number_format", "shown"),
    [
        ("0", "345,679"),
        ("#,##0.00", "345,678.91"),
        ('"£"#,##0', "£345,679"),
        ("[$€-2] #,##0.0", "€345,678.9"),
        ("_-£* #,##0.00_-;-£* #,##0.00_-", "£345,678.91"),
        ('#,##0,"k"', "346k"),
        ('0.0,,"m"', "0.3m"),
        ("0%", "34,567,891%"),
        ('0.00":1"', "345,678.91"),
        ("[Red]0.0;[Blue]-0.0", "345,678.9"),
        ("0.00E+00", ""),
        ("# ?/?", ""),
        ("@", ""),
        ("dd/mm/yyyy", ""),
        ("General", ""),
    ],
)
def test_a_number_is_written_as_its_format_shows_it(number_format, shown):
    assert printed(NUMBER, number_format) == shown


@pytest.mark.parametrize("number_format", ["0", "#,##0.00", '"£"0.0', "0.0%", '0,"k"', "0.00"])
@pytest.mark.parametrize("value", [NUMBER, Decimal("-12.345"), 0, Decimal("0.005"), 7])
def test_what_is_printed_reads_back_to_the_value_within_half_a_digit(value, number_format):
    back = read_printed(printed(value, number_format))
    assert back is not None
    assert abs(back.value - value) <= back.half_unit


def test_a_cell_without_a_format_shows_ten_digits():
    assert printed(Decimal("1.73246345064051"), "General") == "1.732463451"
    assert printed(Decimal("0.000123456789012345"), "General") == "0.000123457"
    assert printed(Decimal("123456789012345"), "General") == ""


def test_the_sign_of_the_currency_is_seen_and_a_language_is_none():
    assert currency_sign("[$-809]d mmmm yyyy") == ""
    assert currency_sign("[$$-409]#,##0.00") == "$"
