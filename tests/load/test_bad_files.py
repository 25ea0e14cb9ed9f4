"""Every file that cannot be read gives one message: what is wrong, where, what to do."""

import errno
import os
import time
from pathlib import Path

import pytest

from auditor.errors import InputError
from auditor.load import parse, read
from auditor.load.bounds import MAX_BYTES, MAX_DEPTH
from tests.rights import open_folder, ordinary_user

__all__ = ["open_folder"]


def problem_with(raw: bytes | str, name: str):
    with pytest.raises(InputError) as caught:
        parse(raw.encode() if isinstance(raw, str) else raw, name=name)
    (problem,) = caught.value.problems
    return problem


BAD_JSON = [
    ("{", "line 1, column 2", "the file ends too early"),
    ('{"a": [1, 2}', "line 1, column 12", "a comma or a closing bracket is wanted here"),
    ('{"a": 1,\n}', "line 2, column 1", "a key in double quotes is wanted here"),
    ("[1,\n 2,]", "line 2, column 4", "a value is wanted here"),
    ("{'a': 1}", "line 1, column 2", "a key in double quotes is wanted here"),
    ("{a: 1}", "line 1, column 2", "a key in double quotes is wanted here"),
    ('{"a" 1}', "line 1, column 6", "a colon is wanted here, between the key and its value"),
    ('{"a": 1\n "b": 2}', "line 2, column 2", "a comma or a closing bracket is wanted here"),
    ('{"a": 1}\n}', "line 2, column 1", "the data ends before here, yet there is more text"),
    ('{"a": "b', "line 1, column 7", "the text that begins here has no closing double quote"),
    ('{"a": "b\nc"}', "line 1, column 9", "a line break or a tab stands inside a text"),
    ('{"a": "C:\\data"}', "line 1, column 10", "a backslash stands before a character that it"),
    ('{"a": "\\u12"}', "line 1, column 9", "\\u wants four hexadecimal digits after it"),
    ('{"a": True}', "line 1, column 7", "a value is wanted here"),
    ('{"a": .5}', "line 1, column 7", "a value is wanted here"),
    ('{"a": +5}', "line 1, column 7", "a value is wanted here"),
    ('{"a": 010}', "line 1, column 8", "a number cannot start with 0"),
    ('{"a": 1 // one\n}', "line 1, column 9", "a comma or a closing bracket is wanted here"),
    ('{"a": NaN}', "line 1, column 7", "NaN is not a number that a file may hold"),
    ("[1,\n Infinity]", "line 2, column 2", "Infinity is not a number that a file may hold"),
    ('["NaN", -Infinity]', "line 1, column 9", "-Infinity is not a number that a file may hold"),
    (
        '{"a": "\\u0000"}',
        "line 1, column 7",
        "an unprintable character (U+0000) stands in the text",
    ),
    ('{"a\\u001b": 1}', "line 1, column 2", "an unprintable character (U+001B) stands in the"),
    ('{"a": "\\ud83d"}', "line 1, column 7", "an unprintable character (U+D83D) stands in the"),
    (
        '{"a": 1,\n"b": 2,\n"a": 3}',
        "line 3, column 1",
        'the key "a" is repeated; it already stands',
    ),
    ('{"x": [{"a": 1, "\\u0061": 1}]}', "line 1, column 17", "is repeated; it already stands on l"),
]
BAD_YAML = [
    ("# nothing\n", "", "the file holds nothing but comments"),
    ("a: 010", "line 1, column 4", "010 can be a number or a text"),
    ("a: &x 1", "line 1, column 4", "&x names this place"),
    ("a: *x", "line 1, column 4", "*x points to another place"),
    ("a: !!python/object:os.system 5", "line 1, column 4", "a value with a tag (!) stands here"),
    ("a: ! 5", "line 1, column 4", "a value with a tag (!) stands here"),
    ("a: !b!c d", "line 1, column 4", "a text cannot start with an exclamation mark"),
    ("a: 1\nb:\n  c: 1\na: 2", "line 4, column 1", 'the key "a" is repeated; it already stands on'),
    ("2024: 1", "line 1, column 1", "the key 2024 is not text"),
    ("null: 1", "line 1, column 1", "the key null is not text"),
    ("{a: 1, ? : 2}", "line 1, column 10", "a key is missing"),
    ("? [a]\n: b", "line 1, column 3", "a key must be text, not a list or a record"),
    ("{{a: 1}: b}", "line 1, column 2", "a key must be text, not a list or a record"),
    ("a: 1\n---\nb: 2", "line 2, column 1", "a second document starts here"),
    ("a:\n\tb: 1", "line 2, column 1", "a tab stands where the line is indented"),
    ("a: |\n\tb", "line 2, column 1", "a tab stands where the line is indented"),
    ("a: b: c", "line 1, column 5", "a colon stands where no key can be"),
    ("a: 1\n  b: 2", "line 2, column 4", "a colon stands where no key can be"),
    ("  a: 1\nb: 2", "line 2, column 1", "the data ends before here, yet there is more text"),
    ("a:\n  - 1\n - 2", "line 3, column 2", "a key is wanted here"),
    ("a: 1\nb 2\nc: 3", "line 2, column 1", "this line has no colon after its key"),
    ('x: 1\na: "b\nc: 2', "line 2, column 4", "the text that begins here has no closing quote"),
    ("a: [1, 2", "line 1, column 9", "a comma or a closing bracket is wanted here"),
    ("a: {b: 1]", "line 1, column 9", "a comma or a closing brace is wanted here"),
    ("a: 'it's'", "line 1, column 8", "a key is wanted here"),
    ("- a\nb: 1", "line 2, column 1", "another entry of the list, with a dash, is wanted here"),
    ("a: - b", "line 1, column 4", "a list cannot start on the line of its key"),
    ("a: @b", "line 1, column 4", "a text cannot start with this character"),
    ("a: & b", "line 1, column 5", "a text cannot start with & or *"),
    ("a: ]", "line 1, column 4", "a value is wanted here"),
    ('a: "\\q"', "line 1, column 5", "a backslash stands before a character that it cannot be"),
    ('a: "\\ud83d"', "line 1, column 7", "this escape stands for no character"),
    ('a: "\\e[1m"', "line 1, column 4", "an unprintable character (U+001B) stands in the text"),
    ("a: b\u2028c", "line 1, column 5", "an unprintable character (U+2028) stands in the text"),
]
BAD_BYTES = [
    (b"", "", "the file is empty"),
    (b" \n\t\r\n", "", "the file is empty"),
    (b"\xef\xbb\xbf\n", "", "the file is empty"),
    (b"PK\x03\x04 [Content_Types].xml xl/workbook.xml", "", "this is an Excel workbook;"),
    (b"PK\x03\x04 word/document.xml", "", "this is a Word document;"),
    (b"PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "", "this is an Open"),
    (b"PK\x03\x04 photo.jpg", "", "this is a ZIP archive;"),
    (b"%PDF-1.7\n", "", "this is a PDF;"),
    (b"{\\rtf1\\ansi", "", "this is a rich text (RTF) file;"),
    ("{}".encode("utf-16"), "", "this is text in UTF-16;"),
    (b'{"a": "\x00"}', "", "this is a binary file;"),
    ('{"a":\n "é£'.encode() + b'\xa35"}', "line 2, column 5", "the byte 0xA3 is not UTF-8"),
    (b'\xef\xbb\xbf"\xc3', "line 1, column 2", "the byte 0xC3 is not UTF-8"),
    (b'{"a": "\x1b[31m"}', "line 1, column 8", "an unprintable character (U+001B) stands in the"),
    ('{"a": "\x85"}'.encode(), "line 1, column 8", "an unprintable character (U+0085) stands in"),
]


@pytest.mark.parametrize(("text", "where", "says"), BAD_JSON)
def test_broken_json_is_named_with_its_place_and_a_remedy(text, where, says):
    problem = problem_with(text, "case.json")
    assert problem.problem.startswith(says) or says in problem.problem
    assert problem.where == f"case.json, {where}"
    assert problem.hint


@pytest.mark.parametrize(("text", "where", "says"), BAD_YAML)
def test_broken_yaml_is_named_with_its_place_and_a_remedy(text, where, says):
    problem = problem_with(text, "case.yaml")
    assert problem.problem.startswith(says)
    assert problem.where == (f"case.yaml, {where}" if where else "case.yaml")
    assert problem.hint


@pytest.mark.parametrize("name", ["case.json", "case.yaml"])
@pytest.mark.parametrize(("raw", "where", "says"), BAD_BYTES)
def test_bytes_that_are_no_text_are_named(raw, where, says, name):
    problem = problem_with(raw, name)
    assert problem.problem.startswith(says)
    assert problem.where == (f"{name}, {where}" if where else name)
    assert problem.hint


@pytest.mark.parametrize(
    ("raw", "advice"),
    [
        (b'{"a": True}', "Write true, false and null in small letters."),
        (b"# a note\n{}", "JSON has no comments: take them out, or write the file as YAML."),
        (b"{} // a note", "JSON has no comments: take them out, or write the file as YAML."),
        (b"{'a': 1}", "Texts and keys stand in double quotes."),
        (b'{"a": .5}', "Write a number as 0.5 or 5, with a digit first and no plus sign."),
        (b'{"a": 010}', "Put a code or a telephone number in double quotes."),
        (b'{"a": yes}', "Write a text in double quotes, a number, true, false, null, a list or"),
        ("{}".encode("utf-16"), "Save it again with the encoding UTF-8."),
        (b"%PDF-1.7", "Give the JSON or YAML file of the decision;"),
    ],
)
def test_the_advice_fits_the_slip(raw, advice):
    assert problem_with(raw, "case.json").hint.startswith(advice)


def test_a_byte_that_is_not_utf_8_is_found_on_the_first_line_too():
    assert problem_with(b"\na\xff", "case.yaml").where == "case.yaml, line 2, column 2"
    assert problem_with(b"\xa3", "case.yaml").where == "case.yaml, line 1, column 1"


def test_a_byte_of_an_old_encoding_is_shown_as_what_was_meant():
    assert "it would be £" in problem_with(b"a: \xa35", "case.yaml").hint


@pytest.mark.parametrize("name", ["case.json", "case.yaml"])
@pytest.mark.parametrize("number", ["1e999999", "9" * 5_000, "1e-41", "1e" + "9" * 5_000, "-1e40"])
def test_a_number_beyond_the_bound_is_refused_in_short(number, name):
    problem = problem_with(f'{{"a": 1,\n "b": {number}}}', name)
    assert problem.where == f"{name}, line 2, column 7"
    assert "is longer than 40 digits when written out in full" in problem.problem
    assert len(problem.problem) < 120


@pytest.mark.parametrize("name", ["case.json", "case.yaml"])
def test_nesting_is_read_to_its_bound_and_no_further(name):
    parse(b"[" * MAX_DEPTH + b"]" * MAX_DEPTH, name=name)
    deeper = MAX_DEPTH + 1
    problem = problem_with(b"[" * deeper + b"]" * deeper, name)
    assert f"more than {MAX_DEPTH} deep" in problem.problem
    assert problem.where == f"{name}, line 1, column {deeper}"


@pytest.mark.parametrize("name", ["case.json", "case.yaml"])
@pytest.mark.parametrize(
    "text",
    [
        "[" * 10_000_000,
        '{"a":' * 2_000_000,
        "[" * 5_000_000 + "]" * 5_000_000,
        '"' + '\\"' * 5_000_000,
        "{" + " " * 10_000_000 + "x",
    ],
    ids=["lists", "objects", "closed lists", "quotes", "spaces"],
)
def test_ten_megabytes_of_nothing_useful_end_quickly(text, name):
    started = time.process_time()
    assert problem_with(text, name).where.startswith(f"{name}, line 1")
    assert time.process_time() - started < 5  # a search that goes back and forth takes hours


def test_anchors_that_would_explode_are_refused_at_the_first():
    bomb = "a: &a [x, x]\n" + "".join(
        f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n"
        for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )
    problem = problem_with(bomb, "case.yaml")
    assert problem.where == "case.yaml, line 1, column 4"
    assert "Write the value out in each place" in problem.hint


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("case.docx", "the format .docx is not known"),
        ("case.json.TXT", "the format .txt is not known"),
        ("case", "the name has no suffix"),
        (".json", "the name has no suffix"),
    ],
)
def test_an_unknown_format_is_told_which_are_known(name, says):
    problem = problem_with(b"{}", name)
    assert (problem.where, problem.problem) == (name, says)
    assert problem.hint.endswith(": .json, .yaml, .yml, .xlsx, .xlsm.")


@pytest.mark.parametrize("suffix", [".xls", ".xlsb", ".ods", ".csv"])
def test_other_tables_are_refused_with_advice(suffix):
    problem = problem_with(b"a;b", f"map{suffix}")
    assert problem.problem == f"tables are not read from the format {suffix}"
    assert "save it as an Excel workbook" in problem.hint


def test_a_file_beyond_the_size_bound_is_refused(tmp_path):
    path = tmp_path / "case.json"
    path.write_bytes(b" " * (MAX_BYTES + 1))
    with pytest.raises(InputError, match="the file is larger than 20 MB"):
        read(path)


def test_a_file_of_the_largest_size_is_read(tmp_path):
    path = tmp_path / "case.json"
    path.write_bytes(b"1" + b" " * (MAX_BYTES - 1))
    assert read(path).data == 1


def test_a_missing_file_is_named_as_it_was_asked_for():
    with pytest.raises(InputError) as caught:
        read(Path("no/such/case.json"))
    (problem,) = caught.value.problems
    assert (problem.where, problem.problem) == ("no/such/case.json", "there is no such file")


def test_a_file_is_no_folder_for_another(tmp_path):
    (tmp_path / "a.json").write_text("{}")
    with pytest.raises(InputError, match="there is no such file"):
        read(tmp_path / "a.json" / "b.json")


def test_a_folder_is_not_read(tmp_path):
    with pytest.raises(InputError, match="this is a folder, not a file"):
        read(tmp_path)


def test_a_name_that_the_system_refuses_is_reported():
    with pytest.raises(InputError, match="the file cannot be read: "):
        read(Path("a" * 5_000 + ".json"))


def test_a_file_that_may_not_be_read_says_so(open_folder):
    path = open_folder / "case.json"
    path.write_text("{}")
    path.chmod(0)
    with ordinary_user(), pytest.raises(InputError, match="you are not allowed to read this file"):
        read(path)


def test_a_pipe_is_refused_at_once_and_not_waited_for(tmp_path):
    pipe = tmp_path / "case.yaml"
    os.mkfifo(pipe)
    with pytest.raises(InputError, match="this is a pipe or a device, not a file"):
        read(pipe)


def test_links_that_go_round_in_a_circle_are_no_file(tmp_path):
    one, other = tmp_path / "one.yaml", tmp_path / "other.yaml"
    one.symlink_to(other)
    other.symlink_to(one)
    with pytest.raises(InputError) as caught:
        read(one)
    (problem,) = caught.value.problems
    assert problem.where == str(one)
    assert problem.problem == f"the file cannot be read: {os.strerror(errno.ELOOP)}"
    assert problem.hint


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("name", ["case.json", "case.yaml"])
def test_an_editor_that_saves_in_another_unicode_encoding_is_told_so(name, encoding):
    problem = problem_with('{"title": "Day care"}'.encode(encoding), name)
    assert problem.problem.startswith(f"this is text in {encoding[:6].upper()};")
    assert problem.hint == "Save it again with the encoding UTF-8."


@pytest.mark.parametrize("name", ["case.json", "case.yaml"])
def test_a_byte_order_mark_and_the_line_ends_of_any_system_change_nothing(name):
    usual = parse(b'{\n "a": 1,\n "b": 2\n}\n', name=name)
    for end in (b"\r\n", b"\r"):
        raw = b"\xef\xbb\xbf" + end.join([b"{", b' "a": 1,', b' "b": 2', b"}", b""])
        other = parse(raw, name=name)
        assert (other.data, dict(other.places)) == (usual.data, dict(usual.places))
