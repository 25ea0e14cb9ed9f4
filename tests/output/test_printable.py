import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.output.printable import printable


@pytest.mark.parametrize(
    "text", ["", "£345k at 3.5%", "Zażółć Ελληνικά العربية 中文 👩", "a–b “c”"]
)
def test_what_can_be_seen_stays_as_it_is(text):
    assert printable(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "[U+001B][31mred"),
        ("\x9b31m", "[U+009B]31m"),
        ("bell\x07", "bell[U+0007]"),
        ("null\x00", "null[U+0000]"),
        ("\u202eevil\u202c", "[U+202E]evil[U+202C]"),
        ("zero\u200bwidth", "zero[U+200B]width"),
        ("\ud800", "[U+D800]"),
        ("line\u2028two", "line[U+2028]two"),
        ("\ue000", "[U+E000]"),
    ],
)
def test_what_cannot_be_seen_is_written_as_its_number(text, shown):
    assert printable(text) == shown


def test_line_breaks_and_tabs_become_spaces():
    assert printable("a\r\n\tb") == "a   b"


def test_what_the_fonts_lack_is_written_as_its_number():
    assert printable("a中", covers=str.isascii) == "a[U+4E2D]"


@given(st.text(st.characters()))
def test_no_text_keeps_a_hidden_character(text):
    shown = printable(text)
    assert {unicodedata.category(character) for character in shown}.isdisjoint({"Cc", "Cf", "Cs"})


@given(st.text(st.characters()))
def test_printable_text_stays_printable_text(text):
    assert printable(printable(text)) == printable(text)
