from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.evidence.amount import amounts, in_words


def read(text):
    return {amount.value for amount in amounts(text)}


@pytest.mark.parametrize(
    "text",
    [
        "1,234.50",
        "£1234.5",
        "1 234,50",
        "1.234,50 EUR",
        "1\u202f234.50",
        "1'234.50",
        "GBP 1234.5",
    ],
)
def test_a_number_is_read_in_every_usual_form(text):
    assert Decimal("1234.5") in read(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("£345k", "345000"), ("£1.2m", "1200000"), ("3 million", "3000000"), ("12%", "0.12"),
        ("12 per cent", "0.12"), ("1:5.07", "5.07"), ("£2bn", "2000000000"),
    ],
)  # fmt: skip
def test_what_stands_behind_a_number_counts(text, value):
    assert Decimal(value) in read(text)


def test_numbers_beside_one_another_may_be_one_or_two():
    assert read("12 345") == {Decimal(12345), Decimal(12), Decimal(345)}


def test_each_of_two_numbers_keeps_what_stands_beside_it():
    found = {(a.value, a.currency, a.start) for a in amounts("$1,234 56%") if not a.doubt}
    assert found == {(Decimal(1234), "$", 0), (Decimal("0.56"), "", 7)}


def test_a_metre_is_no_million():
    assert read("12 metres") == {Decimal(12)}


def test_a_currency_is_kept():
    assert [amount.currency for amount in amounts("£5 and €6 and 7")] == ["GBP", "EUR", ""]


def test_a_row_of_digits_without_end_is_no_number():
    assert read("1" * 1000) == set()


@given(st.integers(0, 10**9))
def test_every_whole_number_is_read_back_with_its_commas(number):
    assert Decimal(number) in read(f"costs £{number:,} a year")


@given(st.text(max_size=80))
def test_any_text_is_read(text):
    assert all(0 <= a.start < a.end <= len(text) for a in amounts(text))


def test_small_numbers_have_words():
    words = [in_words(Decimal(n)) for n in (0, 12, 20, 47, 99)]
    assert words == ["zero", "twelve", "twenty", "forty-seven", "ninety-nine"]
    assert in_words(Decimal("1.5")) == in_words(Decimal(100)) == ""


@pytest.mark.parametrize(
    "text",
    ["01926 410410", "(01926) 410410", "+44 1926 410410", "+44 (0)1926 410-410", "020 7410 0958",
     "0800 410 4100", "00 44 1926 410410", "01926-410410", "01926/410410"],
)  # fmt: skip
def test_the_parts_of_a_telephone_number_are_doubted(text):
    found = [amount for amount in amounts(f"Call {text}, or write.") if amount.value > 410]
    assert found
    assert all(amount.doubt for amount in found)


@pytest.mark.parametrize(
    ("text", "value"),
    [("In 2019 410,410 was spent", 410410), ("0 410,410", 410410), ("0.12 410410", 410410),
     ("01926 £410,410", 410410), ("row 007: 410,410", 410410), ("01926 12%", "0.12")],
)  # fmt: skip
def test_an_amount_behind_other_digits_is_no_telephone_number(text, value):
    assert Decimal(value) in {amount.value for amount in amounts(text) if not amount.doubt}
