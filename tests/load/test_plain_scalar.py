"""An unquoted word is what JSON says, or text, or a question; never a guess."""

from decimal import Decimal

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from auditor.load.fault import Refused
from auditor.load.plain_scalar import plain_value


@pytest.mark.parametrize(
    ("word", "value"),
    [("true", True), ("false", False), ("null", None), ("", None), ("0", 0), ("-12", -12)],
)
def test_what_json_reads_is_read(word, value):
    assert plain_value(word) is value or plain_value(word) == value
    assert type(plain_value(word)) is type(value)


@pytest.mark.parametrize(
    ("word", "digits"),
    [("5.10", "5.10"), ("-0.5", "-0.5"), ("1e3", "1000"), ("1.5E+3", "1500"), ("2e-3", "0.002")],
)
def test_other_numbers_are_decimals_with_their_digits(word, digits):
    value = plain_value(word)
    assert isinstance(value, Decimal)
    assert str(value) == digits


# fmt: off
TEXTS = [
    "NO", "no", "Yes", "on", "y", "<<", "=", "-", ".", "...", "+", "_1", "e5", "1e", "0x", "nan",
    "inf", "0.10.", "1.2.3", "1-2", "5½", "٣", "£5", "3.5%", "1,000", "1 000", "0800 11 11",
    "2026-11-22", "2026-11-22T10:00:00", "12/05/2026", "10:30", "1:30:00",
]
# fmt: on


@pytest.mark.parametrize("word", TEXTS)
def test_every_other_word_is_text(word):
    assert plain_value(word) == word


@pytest.mark.parametrize(
    ("word", "advice"),
    [
        ("010", 'Write 10 for the number, or "010" in double quotes for a code.'),
        ("07700900000", 'Write 7700900000 for the number, or "07700900000" in double quotes'),
        ("-007", "Write -7 "),
        ("00", "Write 0 "),
        ("1_000", "Write 1000 "),
        ("1_000.50", "Write 1000.50 "),
        ("+5", "Write 5 "),
        (".5", "Write 0.5 "),
        ("-.5", "Write -0.5 "),
        ("5.", "Write 5 "),
        ("0x1F", "Write ordinary digits "),
        ("0o17", "Write ordinary digits "),
        ("0b11", "Write ordinary digits "),
        ("~", "Write null, or "),
        ("NULL", "Write null, or "),
        ("True", "Write true, or "),
        ("FALSE", "Write false, or "),
        (".inf", "Leave the value out"),
        ("-.INF", "Leave the value out"),
        (".NaN", "Leave the value out"),
        ("NaN", "Leave the value out"),
        ("-Infinity", "Leave the value out"),
    ],
)
def test_a_word_of_two_meanings_is_refused_with_the_ways_to_write_it(word, advice):
    with pytest.raises(Refused) as caught:
        plain_value(word)
    assert caught.value.hint.startswith(advice)


# What other YAML readers make of a word beyond JSON and yet is text here, because people write it:
# yes and no, dates, and times (which YAML 1.1 counts in sixties).
LEFT_AS_TEXT = {"str", "bool", "timestamp", "merge", "value"}


@given(st.from_regex(r"[-+._0-9eExXoObBaA~nNuUlLiIfF]{1,7}", fullmatch=True))
def test_no_word_that_another_reader_takes_for_a_number_or_null_becomes_text_in_silence(word):
    try:
        value = plain_value(word)
    except Refused:
        return
    other = yaml.SafeLoader("").resolve(yaml.ScalarNode, word, (True, False)).rpartition(":")[2]
    assert not isinstance(value, str) or other in LEFT_AS_TEXT
