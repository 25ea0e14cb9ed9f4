import pytest

from auditor.evidence.currency import before, behind, currency_in, is_other


@pytest.mark.parametrize(
    ("text", "currency"),
    [("£", "GBP"), ("costs US$", "USD"), ("EUR ", "EUR"), ("a £-", "GBP"), ("was$", "$"),
     ("fur ", ""), ("", "")],
)  # fmt: skip
def test_a_currency_stands_before_an_amount(text, currency):
    assert before(f"{text}5", len(text))[0] == currency


@pytest.mark.parametrize(
    ("text", "currency"),
    [("5 €", "EUR"), ("5 pounds", "GBP"), ("5 kr", "kr"), ("5 £6", ""), ("5 europeans", "")],
)
def test_a_currency_stands_behind_an_amount(text, currency):
    assert behind(text, 1) == currency


def test_a_printed_amount_has_a_currency_or_none():
    assert [currency_in(text) for text in ("NZ$2.4m", "CAD 5", "12%")] == ["NZD", "CAD", ""]


def test_a_dollar_may_be_that_of_any_country_with_dollars():
    assert not is_other("$", "NZD")
    assert is_other("$", "GBP")
    assert is_other("USD", "NZD")
    assert not is_other("GBP", "")
