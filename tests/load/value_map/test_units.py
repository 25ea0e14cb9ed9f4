"""A number is read as a person sees it: quoted signs, thousands and millions."""

from decimal import Decimal

import pytest

from auditor.errors import InputError
from tests.load.value_map.books import ROWS, TITLES, data, table


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


def test_a_total_written_in_millions_is_held_to_its_digits():
    lines = [*table(), (), ("Total present value", "£1.2m")]
    figure = data(lines)["sroi"]["reported"]["total_present_value"]
    assert figure == {"value": 1200000, "printed": "£1.2m"}


@pytest.mark.parametrize("written", ["3.10:1", "£3.10 : £1", "£1:£3.10", "3.10 to 1"])
def test_a_return_written_as_a_proportion_is_read(written):
    lines = [*table(), (), ("SROI ratio", written)]
    assert data(lines)["sroi"]["reported"]["ratio"] == Decimal("3.1")


@pytest.mark.parametrize("title", ["Proxy value (£'000)", "Proxy value £k", "Proxy value (€ 000s)"])
def test_a_column_in_thousands_is_asked_about(title):
    lines = table(titles=(*TITLES[:3], title, *TITLES[4:]))
    with pytest.raises(InputError, match="column D seems to leave out zeros"):
        data(lines)
    assert data(lines, said=["D=proxy"])["sroi"]["rows"] == data(table())["sroi"]["rows"]


def test_a_line_above_the_map_may_say_that_all_is_in_thousands():
    with pytest.raises(InputError) as caught:
        data([("All figures in £000",), (), *table()])
    assert len(caught.value.problems) == 2


def test_an_introduction_that_names_an_amount_leaves_out_no_zeros():
    lines = [
        ("A grant of £85,000 reached thousands of people; £2,000 was returned.",),
        (),
        *table(),
    ]
    assert len(data(lines)["sroi"]["rows"]) == 3


@pytest.mark.parametrize("written", ["€1.200", "€1.200,50", "1.250", "£ 12.500"])
def test_a_point_that_may_divide_thousands_is_asked_about(written):
    rows = [(*ROWS[0][:3], written, *ROWS[0][4:])]
    with pytest.raises(InputError, match="may divide thousands, or begin the decimals"):
        data(table(rows))


@pytest.mark.parametrize("written", ["12,5%", "€350,00"])
def test_a_decimal_comma_is_named_as_such(written):
    rows = [(*ROWS[0][:3], written, *ROWS[0][4:])]
    with pytest.raises(InputError, match="is written with a decimal comma"):
        data(table(rows))


@pytest.mark.parametrize("written", ["0.125", "12.50", "£1,200.505"])
def test_a_point_that_can_only_begin_decimals_is_read(written):
    rows = [(*ROWS[0][:3], written, *ROWS[0][4:])]
    read = data(table(rows))["sroi"]["rows"][0]["proxy"]
    assert read == Decimal(written.replace("£", "").replace(",", ""))


def test_a_column_of_amounts_with_decimal_commas_is_no_column_of_words():
    titles = (*TITLES[:3], "Proxy (€)", *TITLES[4:])
    rows = [(*row[:3], "€350,00", *row[4:]) for row in ROWS]
    with pytest.raises(InputError) as caught:
        data(table(rows, titles))
    assert [problem.where for problem in caught.value.problems] == [
        f"map.xlsx, Map!D{row}" for row in (2, 3, 4)
    ]


def test_the_sign_over_a_column_tells_the_currency():
    titles = (*TITLES[:3], "Proxy value (€)", *TITLES[4:])
    assert data(table(titles=titles))["currency"] == "EUR"
