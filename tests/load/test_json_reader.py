"""What the JSON reader gives is what the standard library gives, with the line of every value."""

import json
import re
from decimal import Decimal, InvalidOperation

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.errors import InputError
from auditor.load import parse
from auditor.load.json_reader import read_json
from tests.load.json_values import deep_equal, json_values, place_by_markers, with_markers


def data_of(text: str):
    return read_json(text.encode(), name="case.json")[0]


def refuse(constant: str):
    raise ValueError(constant)


def no_repeats(pairs):
    if len(dict(pairs)) != len(pairs):
        raise ValueError("repeated key")
    return dict(pairs)


@given(json_values(), st.sampled_from([None, 0, 1, "\t"]), st.booleans())
def test_any_json_reads_as_the_standard_library_reads_it(value, indent, ascii_only):
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    assert deep_equal(data_of(text), json.loads(text, parse_float=Decimal))


@given(json_values(), st.data())
def test_what_the_standard_library_refuses_is_refused_and_nothing_else(value, data):
    text = json.dumps(value, indent=data.draw(st.sampled_from([None, 1])))
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(text)))
        put = data.draw(st.sampled_from([*'"[]{},:\\ -.e0a', ""]))
        text = text[:at] + put + text[at + data.draw(st.integers(0, 2)) :]
    try:
        expected = json.loads(
            text, parse_float=Decimal, parse_constant=refuse, object_pairs_hook=no_repeats
        )
    except (ValueError, InvalidOperation):  # the latter for an exponent of 19 digits
        with pytest.raises(InputError):
            parse(text.encode(), name="case.json")
    else:
        try:
            found = parse(text.encode(), name="case.json").data
        except InputError as error:  # only what we refuse beyond the standard
            assert re.search("40 digits|unprintable", str(error))
        else:
            assert deep_equal(found, expected)


@given(json_values(), st.sampled_from([0, 1, 4]))
def test_every_place_is_the_line_on_which_the_value_stands(value, indent):
    marked, markers = with_markers(value)
    text = json.dumps(marked, indent=indent, ensure_ascii=False)
    places = parse(text.encode(), name="case.json").places
    expected = place_by_markers(text, markers)
    assert {pointer: places[pointer] for pointer in expected} == expected


@given(json_values())
def test_every_value_has_a_place_and_nothing_else_has(value):
    def pointers(part, at=""):
        yield at
        if isinstance(part, dict):
            for key, item in part.items():
                yield from pointers(item, f"{at}/{key.replace('~', '~0').replace('/', '~1')}")
        if isinstance(part, list):
            for index, item in enumerate(part):
                yield from pointers(item, f"{at}/{index}")

    places = parse(json.dumps(value).encode(), name="case.json").places
    assert set(places) == set(pointers(value))


def test_a_value_may_stand_on_another_line_than_its_key():
    text = '{"a"\n:\n1,\r\n"b": [\r2,\n {"c": "d"}]}'
    assert parse(text.encode(), name="case.json").places == {
        "": "line 1",
        "/a": "line 3",
        "/b": "line 4",
        "/b/0": "line 5",
        "/b/1": "line 6",
        "/b/1/c": "line 6",
    }


def test_numbers_keep_the_digits_of_the_file():
    data = data_of("[5.10, 345000, -0.50, 25e-2, 1.5e3, 1E3, 12345678901234567890.12]")
    assert [repr(number) for number in data] == [
        "Decimal('5.10')",
        "345000",
        "Decimal('-0.50')",
        "Decimal('0.25')",
        "Decimal('1500')",
        "Decimal('1000')",
        "Decimal('12345678901234567890.12')",
    ]


def test_a_byte_order_mark_is_no_part_of_the_data():
    assert parse(b'\xef\xbb\xbf{"a": 1}', name="case.json").data == {"a": 1}


@pytest.mark.parametrize("text", ["[1]", "5", '"text"', "null"])
def test_what_is_no_object_is_left_to_the_schema(text):
    assert parse(text.encode(), name="case.json").data == json.loads(text)


def test_keys_are_the_same_however_they_are_escaped():
    with pytest.raises(InputError, match="is repeated"):
        parse(b'{"a/b": 1, "\\u0061/b": 2}', name="case.json")


def test_equal_keys_in_different_objects_are_no_repetition():
    assert data_of('[{"a": {"a": 1}}, {"a": 2}]') == [{"a": {"a": 1}}, {"a": 2}]
