import doctest
from decimal import Decimal

import pytest

from auditor.model import scalar
from auditor.schema import accept, values
from auditor.schema.values import date_fault, found, plain, type_hint


@pytest.mark.parametrize("module", [scalar, accept, values], ids=lambda module: module.__name__)
def test_the_worked_examples_hold(module):
    failed, tried = doctest.testmod(module)
    assert tried
    assert not failed


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "nothing"),
        (False, "false"),
        ({}, "a record"),
        ([1], "a list"),
        (Decimal("0.50"), "the number 0.50"),
        (Decimal("1E-7"), "the number 0.0000001"),
        ("x" * 100, f'the text "{"x" * 60}…"'),
    ],
)
def test_a_value_is_named_in_words(value, words):
    assert found(value) == words


def test_a_long_number_is_written_out():
    assert plain(Decimal(10) ** 20) == "100000000000000000000"


@pytest.mark.parametrize("text", ["31/02/2026", "2026-1", "1.1.26", "May 2026", "99/99/9999"])
def test_a_day_that_cannot_be_guessed_is_not_guessed(text):
    assert date_fault(text)[1] == "Write year-month-day: 2026-03-31."


def test_the_hint_for_a_whole_number_in_a_text_is_its_digits():
    schema = {"type": "integer", "x-unit": "count"}
    assert type_hint(schema, "1,200") == "Write it as 1200, without quotes, signs or units."
