"""The canonical form is one and the same for the same values, whatever made them."""

import dataclasses
import doctest
import hashlib
import json
from collections import UserDict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum, IntEnum
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor import canonical as module
from auditor.canonical import canonical, digest, plain
from auditor.finding import Counts, Severity

TEXT = st.text(st.characters(codec="utf-8"), max_size=8)
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | TEXT
    | st.decimals(allow_nan=False, allow_infinity=False)
    | st.dates()
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.lists(inner, max_size=4).map(tuple)
        | st.dictionaries(TEXT, inner, max_size=4)
    ),
    max_leaves=20,
)


class Side(Enum):
    PUBLIC = "public"


class Rank(IntEnum):
    FIRST = 1


@dataclass(frozen=True, slots=True)
class Line:
    label: str
    amount: Decimal
    parts: tuple["Line", ...] = ()


def as_json(value):
    """Return what a reader of the canonical form gets back."""
    if isinstance(value, dict):
        return {key: as_json(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [as_json(item) for item in value]
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) >= 2**53:
        return str(value)
    return value


def shuffled(value, random):
    if isinstance(value, dict):
        items = list(value.items())
        random.shuffle(items)
        return {key: shuffled(item, random) for key, item in items}
    if isinstance(value, list | tuple):
        return [shuffled(item, random) for item in value]
    return value


@given(VALUES)
def test_nothing_is_lost_on_the_way(value):
    assert json.loads(canonical(value)) == as_json(value)


@given(VALUES)
def test_the_canonical_form_of_itself_is_itself(value):
    form = canonical(value)
    assert canonical(json.loads(form)) == form


@given(VALUES, st.randoms(use_true_random=False))
def test_the_order_of_keys_changes_nothing(value, random):
    assert canonical(shuffled(value, random)) == canonical(value)


@given(st.dictionaries(TEXT, st.none(), max_size=8))
def test_keys_stand_in_the_order_of_their_utf_16_units(value):
    keys = list(json.loads(canonical(value)))
    assert keys == sorted(value, key=lambda key: key.encode("utf-16-be"))


def test_the_sorting_example_of_rfc_8785_comes_out_as_printed_there():
    # RFC 8785, section 3.2.3.
    names = {
        "\u20ac": "Euro Sign",
        "\r": "Carriage Return",
        "\ufb33": "Hebrew Letter Dalet With Dagesh",
        "1": "One",
        "\U0001f600": "Emoji: Grinning Face",
        "\u0080": "Control",
        "\u00f6": "Latin Small Letter O With Diaeresis",
    }
    assert list(json.loads(canonical(names)).values()) == [
        "Carriage Return",
        "One",
        "Control",
        "Latin Small Letter O With Diaeresis",
        "Euro Sign",
        "Emoji: Grinning Face",
        "Hebrew Letter Dalet With Dagesh",
    ]


def test_the_string_example_of_rfc_8785_comes_out_as_printed_there():
    # RFC 8785, section 3.2.2: the literal as escaped there.
    text = "\u20ac$\u000f\u000aA'\u0042\u0022\u005c\\\"\u002f"
    assert canonical(text) == '"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"'.encode()


@pytest.mark.parametrize(
    ("value", "form"),
    [
        (Decimal("5.10"), b'"5.10"'),
        (Decimal("1E+3"), b'"1000"'),
        (Decimal("1E-9"), b'"0.000000001"'),
        (date(2026, 11, 22), b'"2026-11-22"'),
        (Side.PUBLIC, b'"public"'),
        (Severity.MAJOR, b'"major"'),
        (Rank.FIRST, b'"1"'),
        (True, b"true"),
        (2**53 - 1, b"9007199254740991"),
        (-(2**53) + 1, b"-9007199254740991"),
        (2**53, b'"9007199254740992"'),
        (MappingProxyType({"b": 1, "a": UserDict(c=())}), b'{"a":{"c":[]},"b":1}'),
        ({Severity.MAJOR: 1}, b'{"major":1}'),
        (
            Line("total", Decimal("2.50"), (Line("part", Decimal(2)),)),
            b'{"amount":"2.50","label":"total","parts":[{"amount":"2","label":"part","parts":[]}]}',
        ),
    ],
)
def test_each_kind_of_value_has_its_form(value, form):
    assert canonical(value) == form


def test_a_record_of_the_report_is_the_object_of_its_fields():
    counts = Counts(conforms=3, departs=1)
    assert canonical(counts) == canonical(dataclasses.asdict(counts))


@pytest.mark.parametrize(
    "value", [1.5, {1, 2}, b"bytes", object(), {1: "a"}, [{None: 1}], {Side.PUBLIC: 1}, Line]
)
def test_what_has_no_single_form_is_refused(value):
    with pytest.raises(TypeError):
        canonical(value)


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity", "sNaN"])
def test_a_decimal_that_is_no_number_is_refused(value):
    with pytest.raises(ValueError, match="is not a number that can be written"):
        canonical({"amount": Decimal(value)})


def test_the_digest_is_sha_256():
    # FIPS 180-2, appendix B.1.
    assert digest(b"abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert digest(b"") == hashlib.sha256().hexdigest()


@given(VALUES)
def test_plain_data_are_those_of_the_canonical_form(value):
    assert json.loads(canonical(value)) == plain(value)


def test_plain_data_keep_the_fields_of_a_dataclass_in_order_and_sort_other_keys():
    counts = Counts(conforms=1)
    assert list(plain(counts)) == [field.name for field in dataclasses.fields(Counts)]
    assert list(plain({"b": 1, "a": 2})) == ["a", "b"]


def test_the_examples_in_the_documentation_hold():
    failed, tried = doctest.testmod(module)
    assert (failed, tried) == (0, 2)
