"""YAML gives JSON's data and nothing else, with the line of every value."""

import json
from decimal import Decimal

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from auditor.errors import InputError, Problem
from auditor.load import parse
from auditor.load.yaml_reader import YamlFault, load_plain, read_yaml
from tests.load.json_values import TEXT, deep_equal, json_values, place_by_markers, with_markers

# What YAML cannot hold unescaped although JSON can, and we refuse by name.
NOT_IN_YAML = frozenset("\u2028\u2029\ufeff\ufffe\uffff")


def yaml_values():
    return json_values().filter(
        lambda value: not NOT_IN_YAML & set(json.dumps(value, ensure_ascii=False))
    )


def read(text: str):
    return parse(text.encode(), name="case.yaml")


@given(yaml_values(), st.sampled_from([None, 0, 2]))
def test_json_text_read_as_yaml_gives_the_same_data_and_places(value, indent):
    text = json.dumps(value, indent=indent, ensure_ascii=False)
    as_json = parse(text.encode(), name="case.json")
    as_yaml = parse(text.encode(), name="case.yaml")
    assert deep_equal(as_yaml.data, as_json.data)
    assert as_yaml.places == as_json.places


# PyYAML leaves unquoted some keys that are numbers elsewhere (1e5, Infinity): here they have a k.
@given(json_values(keys=TEXT.map("k".__add__)))
def test_what_another_program_writes_in_block_style_is_read_back_with_its_lines(value):
    marked, markers = with_markers(value)
    text = yaml.safe_dump(marked, default_flow_style=False, width=10_000, sort_keys=False)
    document = read(text)
    assert document.data == marked
    expected = place_by_markers(text, markers)
    assert {pointer: document.places[pointer] for pointer in expected} == expected


@given(yaml_values(), st.data())
def test_a_spoilt_text_is_read_or_refused_but_never_fails_otherwise(value, data):
    dump = data.draw(st.sampled_from([json.dumps, yaml.safe_dump]))
    text = dump(value)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(text)))
        put = data.draw(
            st.sampled_from([*"\"'[]{},:&*!|>%@`#?-~ \n\t\r\\0\x85\u2028\ufeff", "---", "<<"])
        )
        text = text[:at] + put + text[at + data.draw(st.integers(0, 2)) :]
    try:
        document = read(text)
    except InputError as error:
        (problem,) = error.problems
        assert problem.where.startswith("case.yaml")
    else:
        assert deep_equal(load_plain(text, name="case.yaml"), document.data)


WRITTEN = """\
# a comment
title: Day care at 5% of cost

needs:
  assessed_on: 2026-11-22
  groups:
  - id: g1
    size: 66
  -
    id: g2
    note: >
      two lines
      of text
ratio: 5.10
agreed: NO
closed:
flow: {a: [1,
  2.50]}
none: ~not
last: 'it''s'
"""


def test_a_file_as_people_write_it_is_read():
    assert read(WRITTEN).data == {
        "title": "Day care at 5% of cost",
        "needs": {
            "assessed_on": "2026-11-22",
            "groups": [{"id": "g1", "size": 66}, {"id": "g2", "note": "two lines of text\n"}],
        },
        "ratio": Decimal("5.10"),
        "agreed": "NO",
        "closed": None,
        "flow": {"a": [1, Decimal("2.50")]},
        "none": "~not",
        "last": "it's",
    }


def test_a_record_stands_on_the_line_of_its_key_and_a_value_on_its_own():
    places = read(WRITTEN).places
    lines = {pointer: int(place.removeprefix("line ")) for pointer, place in places.items()}
    assert lines == {
        "": 2,
        "/title": 2,
        "/needs": 4,
        "/needs/assessed_on": 5,
        "/needs/groups": 6,
        "/needs/groups/0": 7,
        "/needs/groups/0/id": 7,
        "/needs/groups/0/size": 8,
        "/needs/groups/1": 10,
        "/needs/groups/1/id": 10,
        "/needs/groups/1/note": 11,
        "/ratio": 14,
        "/agreed": 15,
        "/closed": 16,
        "/flow": 17,
        "/flow/a": 17,
        "/flow/a/0": 17,
        "/flow/a/1": 18,
        "/none": 19,
        "/last": 20,
    }


def test_a_value_without_a_place_has_that_of_what_holds_it():
    assert read(WRITTEN).place("/needs/groups/0/hard_to_reach") == "line 7"


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_of_other_systems_change_nothing(end):
    document = parse(WRITTEN.replace("\n", end).encode(), name="case.yaml")
    assert (document.data, document.places) == (read(WRITTEN).data, read(WRITTEN).places)


def test_a_first_document_may_be_marked_as_such():
    assert read("%YAML 1.2\n---\na: 1\n...\n").data == {"a": 1}


def test_a_merge_key_is_an_ordinary_key():
    assert read("<<: {a: 1}").data == {"<<": {"a": 1}}


def test_plain_loading_blames_nobody():
    with pytest.raises(YamlFault) as caught:
        load_plain("a: 1\nb: 010\n", name="GB-14.yaml")
    fault = caught.value
    assert (fault.line, fault.column) == (2, 4)
    assert fault.as_problem() == Problem(
        "010 can be a number or a text",
        "GB-14.yaml, line 2, column 4",
        'Write 10 for the number, or "010" in double quotes for a code.',
    )


def test_plain_loading_of_nothing_gives_none():
    assert load_plain("# only a comment\n", name="empty.yaml") is None


def test_a_byte_order_mark_is_no_part_of_a_plain_text():
    assert load_plain("\ufeffa: 1\n", name="GB-14.yaml") == {"a": 1}


@pytest.mark.parametrize("amount", ["1,000", "12,345", "1,000,000"])
def test_a_comma_between_thousands_in_braces_is_explained(amount):
    with pytest.raises(YamlFault) as caught:
        read_yaml(f"a: {{amount: {amount}}}".encode(), name="case.yaml")
    assert caught.value.hint.startswith("Write thousands without a comma: 1000, not 1,000.")
