"""Broken and hostile data ends in an error with its place, or in a remark, never in a crash."""

import json
import socket
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.audit import read_files
from auditor.errors import InputError
from auditor.load.ocds import feed, store
from tests.load.ocds.data import AWARD, TENDER, files, only, said

PACKAGE = {"releases": [TENDER, AWARD]}


def refusal(folder, content, name="releases.json"):
    with pytest.raises(InputError) as refused:
        files(folder, content, name)
    return str(refused.value)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (json.dumps(PACKAGE)[:-40], "line 1, column"),
        ('{"releases": [{"ocid": "x", }]}', "line 1, column 29: a key in double quotes"),
        (json.dumps(PACKAGE) + " and more", "there is more text"),
        ('{"releases": [{"ocid": "x", "a": NaN}]}', "NaN is not a number"),
        ('{"releases": [{"ocid": "x", "a": ' + "[" * 500 + "]" * 500 + "}]}", "100 deep"),
        ("[" * 9000 + '{"ocid": "x"}' + "]" * 9000, "100 deep"),
        ('{"releases": [{"ocid": "x", "a": ' + "9" * 5000 + "}]}", "digits"),
        ({"releases": []}, "the file holds no release"),
        ({"releases": [5]}, "a single value stands where a release is wanted"),
        (json.dumps(PACKAGE).encode("utf-16"), "text in UTF-16"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(tmp_path, content, says):
    assert says in refusal(tmp_path, content)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (f"{json.dumps(TENDER)}\n{json.dumps(AWARD)[:-9]}\n", "line 2"),
        (f"{json.dumps(TENDER)}\nnonsense\n", "line 2"),
        (b"\x1f\x8b\x08\x00", "this is a compressed (gzip) file"),
        (b"", "the file is empty"),
    ],
)
def test_a_broken_line_is_refused_with_its_number(tmp_path, content, says):
    assert says in refusal(tmp_path, content, "releases.jsonl")


@pytest.mark.parametrize("name", ["releases.json", "releases.jsonl"])
def test_a_file_that_is_not_there_is_said_not_to_be(tmp_path, name):
    with pytest.raises(InputError, match="there is no such file"):
        list(read_files(tmp_path / name))


def test_a_byte_order_mark_is_passed_over(tmp_path):
    content = b"\xef\xbb\xbf" + json.dumps(PACKAGE).encode()
    assert only(tmp_path, content).data["title"] == "Day care"


def test_bytes_of_another_encoding_are_replaced_and_said_to_be_broken(tmp_path):
    content = json.dumps({**TENDER, "title": "café", "tender": {}}, ensure_ascii=False)
    document = only(tmp_path, content.encode("cp1252"))
    assert document.data["title"] == "caf�"
    assert "characters are broken: /title" in said(document)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a framework.â€¯ The", "characters are broken"),
        ("cafÃ©", "characters are broken"),
        ("A\x1b[31m", "characters are broken"),
        ("It will be tendered.rnrnWe are looking", "line breaks seem to have become"),
    ],
)
def test_broken_text_is_named_by_its_path(tmp_path, text, says):
    document = only(tmp_path, {**TENDER, "tender": {"description": text}})
    assert f"{says}" in said(document)
    assert "/tender/description" in said(document)


@pytest.mark.parametrize("text", ["Born in the barn, a modern return", "Château d'Âge – “fine”…"])
def test_sound_text_is_not_called_broken(tmp_path, text):
    assert "broken" not in said(only(tmp_path, {**TENDER, "tender": {"description": text}}))
    assert "breaks" not in said(only(tmp_path, {**TENDER, "tender": {"description": text}}))


def test_keys_that_come_twice_are_named(tmp_path):
    document = only(tmp_path, '{"releases": [{"ocid": "x", "tender": {"id": "a", "id": "b"}}]}')
    assert "defect /releases/0/tender/id the key stands here more than once" in said(document)


def test_keys_with_spaces_and_fields_that_nobody_knows_are_named(tmp_path):
    document = only(tmp_path, {**TENDER, "tender": {"tit   le": "x", "colour": "red"}})
    assert "keys with spaces in them were not read: /tender/tit   le" in said(document)
    assert "does not know it: /tender/colour" in said(document)


@pytest.mark.parametrize(
    ("value", "says"),
    [
        ({"amount": "10", "currency": "GBP"}, "a number is wanted here"),
        ({"amount": 1e300, "currency": "GBP"}, "out of all bounds"),
        ({"amount": 5, "currency": "pounds"}, "no code of a currency"),
    ],
)
def test_odd_amounts_are_left_out_and_named(tmp_path, value, says):
    assert says in said(only(tmp_path, {**TENDER, "tender": {"value": value}}))


def test_dates_that_are_none_are_left_out_and_named(tmp_path):
    period = {"endDate": "0001-01-01T00:00:00Z"}
    document = only(tmp_path, {**TENDER, "tender": {"tenderPeriod": period}})
    assert "deadline" not in document.data["procurement"]
    assert "is no date and was left out" in said(document)


def test_a_circle_of_related_processes_is_listed_and_never_followed(tmp_path):
    def related(name, to):
        return {**TENDER, "ocid": name, "relatedProcesses": [{"id": "1", "identifier": to}]}

    both = [related("ocds-x-1", "ocds-x-2"), related("ocds-x-2", "ocds-x-1")]
    found = files(tmp_path, both)
    assert [f.case.procurement.related[0].identifier for f in found] == ["ocds-x-2", "ocds-x-1"]
    itself = only(tmp_path, related("ocds-x-1", "ocds-x-1"))
    assert "is said to be related to itself" in said(itself)


def test_nothing_is_fetched(tmp_path, monkeypatch):
    def refuse(*_, **__):
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    linked = {"ocid": "ocds-x-2", "releases": [{"url": "https://example.org", "date": "2024"}]}
    assert len(files(tmp_path, {"records": [{"releases": [TENDER, AWARD]}, linked]})) == 2


NAMES = st.sampled_from(
    ["ocid", "id", "date", "tag", "tender", "awards", "parties", "lots", "value", "amount", "items",
     "currency", "criteria", "awardCriteria", "title", "documents", "status", "contractPeriod",
     "startDate", "durationInDays", "suppliers", "contracts", "relatedProcesses", "a/b~c", "x y"]
)  # fmt: skip
LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(alphabet=string.printable + "é\x00\u202e", max_size=8),
    st.sampled_from(["2024-01-01", "2024-13-01T00:00:00Z", "open", "GBP", "63%"]),
)
ANYTHING = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=5),
    max_leaves=25,
)


@given(st.lists(st.dictionaries(NAMES, ANYTHING, max_size=6), min_size=1, max_size=3))
def test_whatever_stands_in_a_release_gives_valid_files(tmp_path_factory, releases):
    folder = tmp_path_factory.mktemp("any")
    same = [{**each, "ocid": "ocds-x-1"} for each in releases]
    assert len(files(folder, {"releases": same})) == 1


def test_a_release_that_never_ends_is_refused_before_it_fills_the_memory(tmp_path, monkeypatch):
    monkeypatch.setattr(feed, "LARGEST_ITEM", 1_000)
    content = {"releases": [{**TENDER, "title": "x y " * 300_000}]}
    assert "one release is larger than" in refusal(tmp_path, content)


def test_a_process_of_too_many_releases_is_refused_with_its_name(tmp_path, monkeypatch):
    monkeypatch.setattr(store, "LARGEST_PROCESS", 1_000)
    content = {"releases": [TENDER, AWARD, {**TENDER, "id": "3"}]}
    assert "releases.json, ocds-x-1" in refusal(tmp_path, content)
