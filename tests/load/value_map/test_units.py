"""A number is read as a person sees it: quoted signs, thousands and millions."""

from decimal import Decimal

import pytest

from tests.load.value_map.books import ROWS, data, table


@pytest.mark.parametrize("number_format", ['0"%"', "0\\%", '0.0" %"'])
def test_a_sign_that_is_only_written_behind_the_number_makes_it_a_percentage(number_format):
    rows = [(*row[:5], (25, number_format), *row[6:]) for row in ROWS]
    shares = [row["deadweight"] for row in data(table(rows))["sroi"]["rows"]]
    assert shares == [Decimal("0.25")] * 3


@pytest.mark.parametrize(
    ("written", "read"),
    [("£1.2m", 1200000), ("£85k", 85000), ("$ 2.5 million", 2500000), ("€1,250k", 1250000)],
)
def test_thousands_and_millions_of_money_are_read(written, read):
    rows = [(*ROWS[0][:3], written, *ROWS[0][4:])]
    assert data(table(rows))["sroi"]["rows"][0]["proxy"] == read
