"""The order of columns, and columns beside them, change nothing that is read."""

from hypothesis import given
from hypothesis import strategies as st

from auditor.errors import AuditorError
from auditor.load.value_map.corrections import fields
from auditor.load.value_map.titles import column_of, vocabulary
from tests.load.value_map.books import ROWS, TITLES, data, table

EXTRA = ("Comments", "Owner", "Postcode", "Colour", "Checked by", "Link", "RAG status")
WHOLE = data(table())


def arranged(order):
    return [tuple(line[column] for column in order) for line in table()]


@given(st.permutations(range(len(TITLES))))
def test_columns_in_any_order_give_the_same_data(order):
    lines = arranged(order)
    first = order.index(0)
    filled = [list(line) for line in lines]
    for line, above in zip(filled[2:], filled[1:], strict=False):
        line[first] = line[first] or above[first]
    assert data(filled) == WHOLE


@given(st.lists(st.tuples(st.sampled_from(EXTRA), st.integers(0, len(TITLES))), max_size=5))
def test_columns_that_are_added_change_nothing(added):
    lines = [list(line) for line in table()]
    for title, at in added:
        for number, line in enumerate(lines):
            line.insert(at, "seen" if number else title)
    assert data(lines) == WHOLE


@given(st.integers(0, 5), st.sampled_from(["", "Our map", "SROI 2024 (draft)"]))
def test_lines_above_the_table_change_nothing_but_places(blank, words):
    found = data([*[()] * blank, (words,), (), *table()])
    for row, wanted in zip(found["sroi"]["rows"], WHOLE["sroi"]["rows"], strict=True):
        assert {**row, "id": ""} == {**wanted, "id": ""}


@given(st.text(max_size=60))
def test_any_title_is_read_as_a_known_field_or_none(text):
    assert set(column_of(text).fields) <= set(fields())


words = st.sampled_from(
    [*vocabulary().columns, *vocabulary().figures, *vocabulary().nothing, "Year 1", "Total"]
)
values = st.one_of(
    words, st.integers(-(10**6), 10**6), st.none(), st.text(max_size=8), st.booleans(),
    st.decimals(-1000, 1000, places=2), st.sampled_from(["25%", "£1,200", "#REF!", "1 year"]),
)  # fmt: skip


@given(st.lists(st.lists(values, max_size=8), max_size=12))
def test_any_sheet_is_read_or_refused_in_words(lines):
    try:
        found = data([TITLES, *ROWS, *lines])
    except AuditorError as error:
        assert all(problem.problem for problem in error.problems)
    else:
        assert found["kind"] == "commissioning"
