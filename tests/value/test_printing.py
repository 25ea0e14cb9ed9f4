from decimal import Decimal

import pytest

from auditor.value.printing import as_printed, decimals_of


@pytest.mark.parametrize(
    ("value", "unit", "decimals", "text"),
    [
        ("281005.3125", "money", 2, "£281,005.31"),
        ("281010", "money", 2, "£281,010"),
        ("72.5", "money", 2, "£72.50"),
        ("-4.5625", "money", 2, "-£4.56"),
        ("-0.001", "money", 2, "£0"),
        ("0.005", "money", 2, "£0.01"),
        ("5.073305", "ratio", 4, "5.0733"),
        ("0.825", "share", 2, "83%"),
        ("0.825", "share", 3, "82.5%"),
        ("10.158", "months", 1, "10.2 months"),
    ],
)
def test_a_figure_is_printed_in_its_unit_and_rounded_half_up(value, unit, decimals, text):
    assert as_printed(Decimal(value), unit=unit, decimals=decimals) == text


def test_a_currency_without_a_sign_is_named():
    assert as_printed(Decimal(5), unit="money", decimals=0, currency="TWD") == "TWD 5"


def test_a_number_too_long_to_round_keeps_its_digits():
    assert as_printed(Decimal(10) ** 60, unit="number", decimals=2) == f"{10**60:,}"


@pytest.mark.parametrize(("half", "decimals"), [("0.5", 0), ("0.005", 2), ("500", 0), ("5E-9", 8)])
def test_decimals_follow_from_half_a_unit(half, decimals):
    assert decimals_of(Decimal(half)) == decimals
