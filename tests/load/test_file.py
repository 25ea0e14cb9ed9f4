"""A document is the data, the digest of the bytes and the base name, whatever the format."""

import hashlib

import pytest

from auditor.load import read

TEXTS = {"json": '{"title": "Day care"}', "yaml": "title: Day care\n", "yml": "title: Day care\n"}


@pytest.mark.parametrize("suffix", [*TEXTS, "JSON", "YAML"])
def test_a_file_of_each_known_format_is_read(tmp_path, suffix):
    path = tmp_path / f"case.{suffix}"
    text = TEXTS[suffix.lower()]
    path.write_text(text)
    document = read(path)
    assert document.data == {"title": "Day care"}
    assert document.name == path.name
    assert document.sha256 == hashlib.sha256(text.encode()).hexdigest()
    assert document.place("/title") == "line 1"


def test_the_folder_of_a_file_leaves_no_trace_in_the_document(tmp_path):
    one, other = tmp_path / "one", tmp_path / "other"
    for folder in (one, other):
        folder.mkdir()
        (folder / "case.yaml").write_text(TEXTS["yaml"])
    assert read(one / "case.yaml") == read(other / "case.yaml")
