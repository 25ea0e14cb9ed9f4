import pytest

from auditor.errors import InputError, UsageError
from auditor.sealing.contents import contents
from auditor.sealing.extract import extract
from tests.sealing import made


def test_every_file_is_written_as_it_is(tmp_path):
    files = contents(made.pdf()).files
    written = extract(files, tmp_path / "new")
    assert {path.name: path.read_bytes() for path in written} == files
    assert [path.name for path in tmp_path.iterdir()] == ["new"]


def test_an_empty_folder_is_filled(tmp_path):
    extract({"a.json": b"{}"}, tmp_path)
    assert (tmp_path / "a.json").read_bytes() == b"{}"


@pytest.mark.parametrize(
    "name",
    ["../a", "/a", "a/b", "a\\b", "C:a", "", ".", "..", ".bashrc", "-rf", "a\n", "a\x00", "nul",
     "com1.txt", "a.", "a ", "x" * 300, "a\u202eb"],
)  # fmt: skip
def test_a_name_that_is_not_plain_ends_it_before_anything_is_written(name, tmp_path):
    with pytest.raises(InputError, match="not safe to write"):
        extract({"good.json": b"{}", name: b"bad"}, tmp_path / "new")
    assert list(tmp_path.iterdir()) == []


def test_two_names_that_some_systems_take_for_one_are_refused(tmp_path):
    with pytest.raises(InputError, match="not safe to write"):
        extract({"a.json": b"1", "A.json": b"2"}, tmp_path / "new")


def test_a_folder_that_holds_something_is_left_alone(tmp_path):
    (tmp_path / "mine").write_text("mine")
    with pytest.raises(UsageError, match="not an empty folder"):
        extract({"a.json": b"{}"}, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


def test_a_link_is_not_followed(tmp_path):
    (tmp_path / "there").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "there")
    with pytest.raises(UsageError, match="not an empty folder"):
        extract({"a.json": b"{}"}, tmp_path / "link")


def test_where_nothing_can_be_written_nothing_is(tmp_path):
    with pytest.raises(UsageError, match="cannot be written"):
        extract({"a.json": b"{}"}, tmp_path / "missing" / "new")
    assert list(tmp_path.iterdir()) == []
