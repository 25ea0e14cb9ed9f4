"""A fault names its place as an editor counts it, and quotes no more than a line can hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.errors import Problem
from auditor.load.fault import Fault, position, shown


@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [
        ("ab", 0, (1, 1)),
        ("ab", 1, (1, 2)),
        ("\nab", 0, (1, 1)),
        ("\nab", 1, (2, 1)),
        ("a\n\nbc", 4, (3, 2)),
        ("a\n", 2, (2, 1)),
    ],
)
def test_lines_and_columns_count_from_one(text, offset, place):
    assert position(text, offset) == place


@given(st.text("ab\n"), st.data())
def test_a_place_leads_back_to_its_offset(text, data):
    offset = data.draw(st.integers(0, len(text)))
    line, column = position(text, offset)
    before = text.split("\n")[: line - 1]
    assert sum(len(each) + 1 for each in before) + column - 1 == offset


def test_a_short_text_is_quoted_whole_and_a_long_one_in_part():
    assert shown("a" * 40) == "a" * 40
    assert shown("a" * 41) == "a" * 39 + "…"


def test_a_fault_of_the_whole_file_has_no_line():
    fault = Fault("the file is empty", name="case.json", hint="Fill it in.")
    assert fault.as_problem() == Problem("the file is empty", "case.json", "Fill it in.")


def test_a_fault_inside_a_file_has_line_and_column():
    fault = Fault("a value is wanted here", name="case.json", line=3, column=5)
    assert fault.where == "case.json, line 3, column 5"
