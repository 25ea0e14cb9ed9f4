from datetime import date
from decimal import Decimal

import pytest

from auditor.engine.show import day, money, number, percent, plain, ratio, show


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        (money(Decimal("-1234.5")), "-£1,234.50"),
        (money(400), "£400"),
        (money(Decimal("0.005")), "£0.01"),
        (money(Decimal("1E+6")), "£1,000,000"),
        (percent(Decimal("0.035")), "3.5%"),
        (percent(Decimal("0.4")), "40%"),
        (percent(1), "100%"),
        (plain(Decimal("5.070")), "5.07"),
        (plain(Decimal("100")), "100"),
        (number(Decimal("1234567.891")), "1,234,567.89"),
        (number(Decimal("0.50")), "0.5"),
        (ratio(Decimal("5.0733")), "5.07:1"),
        (day(date(2026, 2, 5)), "5 February 2026"),
        (number(Decimal("-0.001")), "0"),
        (percent(Decimal("-0.00001")), "0%"),
        (money(Decimal("-0.004")), "£0"),
        (plain(Decimal("-0.00")), "0"),
        (number(Decimal("12345.5")), "12,345.50"),
        (money(Decimal(10) ** 60), f"£1{',000' * 20}"),
        (show(None), "not stated"),
        (show(False), "no"),
        (show(("a", "b")), "a, b"),
        (show(()), "none"),
        (show((object(), object())), "2 entries"),
    ],
)
def test_a_value_is_printed_the_way_people_read_it(printed: str, expected: str) -> None:
    assert printed == expected
