"""Numbers stand with their noun in the right form, wherever they are printed."""

from decimal import Decimal

import pytest

from auditor.counted import after, count
from auditor.engine.message import compile_message
from auditor.value.printing import as_printed
from tests.engine.test_expression import FILE, SCOPE


@pytest.mark.parametrize(
    ("number", "said"),
    [(0, "0 entries"), (1, "1 entry"), (2, "2 entries"), (1200, "1,200 entries")],
)
def test_a_number_stands_with_its_noun(number, said):
    assert count(number, "entry", "entries") == said


@pytest.mark.parametrize(
    ("number", "text", "said"),
    [
        ("1", " years from 2025", " year from 2025"),
        ("1", " calendar months of notice", " calendar month of notice"),
        ("2", " years", " years"),
        ("1", " is 3 years", " is 3 years"),
        ("", " years", " years"),
    ],
)
def test_only_a_measure_directly_behind_a_one_is_changed(number, text, said):
    assert after(number, text) == said


def test_a_message_says_one_year():
    message = compile_message("It runs for {len(case.outcomes) - 1} years, or 1.", SCOPE)
    assert message.fill({"case": FILE}, {}) == "It runs for 1 year, or 1."


def test_a_message_keeps_its_plural_behind_a_count_of_entries():
    message = compile_message("{failing} of {checked} years differ", SCOPE, placeholders=True)
    assert message.fill({"case": FILE}, {"failing": "1", "checked": "1"}) == "1 of 1 years differ"


def test_a_payback_of_one_month_is_one_month():
    assert as_printed(Decimal(1), unit="months", decimals=1) == "1 month"
