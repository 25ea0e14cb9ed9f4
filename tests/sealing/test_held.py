"""The digest that follows from an attached result, whatever it states."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.canonical import canonical, digest
from auditor.sealing.held import Lacking, digest_of_result

RESULT = {
    "claims": [{"id": "a"}],
    "digest": "0" * 64,
    "file": {"title": "Café"},
    "totals": {"n": 1},
}
PARTS = st.dictionaries(st.text(), st.one_of(st.integers(-9, 9), st.text(), st.none()))


def test_the_digest_is_of_the_result_without_its_totals_and_its_own_digest():
    bare = {"claims": [{"id": "a"}], "digest": "", "file": {"title": "Café"}}
    assert digest_of_result(canonical(RESULT)) == digest(canonical(bare))


@given(PARTS)
def test_the_digest_is_that_of_the_canonical_form_whatever_the_parts(parts):
    result = {name: part for name, part in parts.items() if name.isascii()}
    whole = canonical({**result, "digest": "x", "totals": {}})
    bare = {name: part for name, part in result.items() if name != "totals"}
    assert digest_of_result(whole) == digest(canonical({**bare, "digest": ""}))


@pytest.mark.parametrize(
    "written",
    [
        json.dumps(RESULT, ensure_ascii=False, sort_keys=True).encode(),  # with spaces
        json.dumps(RESULT, ensure_ascii=True, sort_keys=True, separators=(",", ":")).encode(),
        json.dumps(dict(reversed(RESULT.items())), separators=(",", ":")).encode(),
    ],
)
def test_a_result_that_is_written_otherwise_is_refused(written):
    with pytest.raises(Lacking, match="canonical form"):
        digest_of_result(written)


@pytest.mark.parametrize("written", [b"", b"[]", b"7", b'{"digest":""}', b'{"n":1.5,"totals":{}}'])
def test_what_is_no_result_is_named_as_that(written):
    with pytest.raises(Lacking, match="is no result"):
        digest_of_result(written)
