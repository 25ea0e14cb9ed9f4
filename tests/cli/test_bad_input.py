"""Each bad file gives one message with its place and a remedy, and code 3; nothing is written."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import GOOD, TOY, Run

HEAD = 'format_version: "1"\nkind: commissioning\ntitle: T\nstage: need\n'
JSON = '{"format_version": "1", "kind": "commissioning", "title": "T", "stage": "need",\n%s}'
OPTIONS = ("--packs", TOY, "--output", "out")

BAD: dict[str, tuple[str | bytes, str]] = {
    "empty.yaml": ("", "the file is empty"),
    "comments.yaml": ("# nothing\n", "the file holds nothing but comments"),
    "binary.yaml": (bytes(range(256)), "this is a binary file"),
    "latin.yaml": ("title: caf\xe9".encode("latin-1"), "line 1, column 11: the byte 0xE9"),
    "utf16.yaml": (HEAD.encode("utf-16"), "this is text in UTF-16"),
    "broken.json": ('{"a": 1\n "b": 2}', "line 2, column 2: a comma or a closing bracket"),
    "broken.yaml": ("kind: [a\ntitle: b\n", "line 2, column 6: a comma or a closing bracket"),
    "twice.json": (JSON % '"title": "U"', "line 2, column 1: the key"),
    "twice.yaml": (HEAD + "title: U\n", "line 5, column 1: the key"),
    "unknown.yaml": (HEAD + "sumary: x\n", "line 5 (sumary): there is no property"),
    "type.yaml": (HEAD + "outcomes: {a: b}\n", "line 5 (outcomes): expected a list"),
    "nan.json": (JSON % '"contract": {"value_ex_vat": NaN}', "line 2, column 30: NaN is not"),
    "nan.yaml": (HEAD + "contract: {value_ex_vat: .nan}\n", "line 5, column 26: .nan is not"),
    "infinity.yaml": (HEAD + "contract: {value_ex_vat: -.inf}\n", "-.inf is not a number"),
    "huge.yaml": (HEAD + "contract: {value_ex_vat: 1e999}\n", "1e999 is longer than 40 digits"),
    "text.yaml": (HEAD + 'contract: {value_ex_vat: "£345,000"}\n', "(contract.value_ex_vat): exp"),
    "bounds.yaml": (HEAD + "contract: {extension_months: -4}\n", "expected a number from 0 to"),
    "percent.yaml": (HEAD + "sroi: {discount_rate: 25}\n", "expected a number from 0 to 1"),
    "day.yaml": (HEAD + "decision_date: 2026-02-30\n", "there is no such day as 2026-02-30"),
    "nobody.yaml": (HEAD + "award: {winner: nobody}\n", "is not among the tenders"),
    "deep.json": ('{"a":' * 2_000_000, "more than 100 deep"),
    "anchors.yaml": ("a: &a [x, x]\nb: &b [*a, *a]\n", "line 1, column 4: &a names this place"),
    "tag.yaml": ("a: !!python/object/apply:os.mkdir [made]\n", "a value with a tag (!)"),
    "escape.json": (JSON % '"summary": "\\u001b[2J"', "an unprintable character (U+001B)"),
    "version.yaml": (HEAD.replace("1", "9", 1), "is not read by this version of the program"),
    "kind.yaml": (HEAD.replace("commissioning", "comissioning"), "there is no kind of file"),
    "words.txt": (HEAD, "the format .txt is not known"),
}  # fmt: skip
NO_FILE: dict[str, tuple[Callable[[Path], None], str]] = {
    "missing.yaml": (lambda _: None, "there is no such file"),
    "folder.yaml": (Path.mkdir, "this is a folder, not a file"),
    "pipe.yaml": (os.mkfifo, "this is a pipe or a device, not a file"),
    "loop.yaml": (lambda path: path.symlink_to(path), "the file cannot be read: "),
}


@pytest.fixture
def bad(tmp_path: Path) -> dict[str, str]:
    """Make every bad file and return what is to be said of each."""
    for name, (content, _) in BAD.items():
        raw = content.encode() if isinstance(content, str) else content
        (tmp_path / name).write_bytes(raw)
    for name, (make, _) in NO_FILE.items():
        make(tmp_path / name)
    return {name: says for name, (_, says) in (BAD | NO_FILE).items()}


def test_each_bad_file_gives_one_message_and_does_not_stop_the_others(
    run: Run, folder: Path, bad: dict[str, str]
) -> None:
    done = run("check", *bad, "good.yaml", "--packs", TOY, "--quiet")
    assert done.returncode == 3
    assert done.stdout.startswith("good.yaml: ")
    assert len(done.stdout.splitlines()) == 1
    messages = re.split(r"(?m)^auditor: ", done.stderr)[1:]
    assert len(messages) == len(bad)
    for (name, says), message in zip(bad.items(), messages, strict=True):
        said, _, advice = message.partition("\n")
        assert said.startswith(name)
        assert says in said
        assert advice.startswith("    ") or name == "bounds.yaml"  # whose bounds say what to do
    assert "Traceback" not in done.stderr
    assert not (folder / "made").exists()


def test_nothing_is_written_where_every_file_is_bad(
    run: Run, folder: Path, bad: dict[str, str]
) -> None:
    before = sorted(folder.iterdir())
    for form in ("text", "json"):
        done = run("check", *bad, "--format", form, *OPTIONS)
        assert (done.returncode, done.stdout) == (3, "")
    assert sorted(folder.iterdir()) == before


@pytest.mark.parametrize(
    "name", ["missing.yaml", "folder.yaml", "binary.yaml", "broken.yaml", "unknown.yaml"]
)
def test_no_report_is_made_of_a_bad_file(
    run: Run, folder: Path, bad: dict[str, str], name: str
) -> None:
    before = sorted(folder.iterdir())
    done = run("report", name, *OPTIONS)
    assert (done.returncode, done.stdout) == (3, "")
    assert bad[name] in done.stderr
    assert done.stderr.count("auditor: ") == 1
    assert sorted(folder.iterdir()) == before


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "keys with values are wanted here"),
        (b"\xff\xfe\x00", "is not UTF-8"),
        (b"id: [OWN-01\n", "line 2, column 1: "),
        (b"a: &a [1]\nb: *a\n", "line 1, column 4: &a names this place"),
        (b"a: !!python/object/apply:os.mkdir [made]\n", "a value with a tag (!)"),
        (b"[" * 1_000_000, "more than 100 deep"),
    ],
    ids=["empty", "not text", "broken", "anchors", "tag", "deep"],
)
@pytest.mark.parametrize("arguments", [["rules", "check", "own"], ["check", "good.yaml"]])
def test_a_bad_file_in_a_pack_breaks_the_pack_and_accuses_no_file(
    run: Run, folder: Path, content: bytes, says: str, arguments: list[str]
) -> None:
    (folder / "own").mkdir()
    for path in Path(TOY).glob("*.yaml"):
        (folder / "own" / path.name).write_bytes(path.read_bytes())
    (folder / "own" / "TOY-04-bad.yaml").write_bytes(content)
    options = ("--packs", "own", "--output", "out") if arguments[0] == "check" else ()
    done = run(*arguments, *options)
    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr.count("auditor: ") == 1
    assert done.stderr.startswith("auditor: own/TOY-04-bad.yaml")
    assert says in done.stderr
    assert not (folder / "out").exists()
    assert not (folder / "made").exists()


def test_a_folder_in_which_a_rule_cannot_be_drafted_is_wrong_usage(run: Run) -> None:
    done = run("rules", "new", "good.yaml/own", "Every review names a service user")
    assert done.returncode == 2
    assert "good.yaml is not a folder" in done.stderr


def test_hidden_characters_of_a_title_are_printed_as_their_numbers(run: Run, folder: Path) -> None:
    hostile = GOOD.replace("A youth programme", "safe \u202eevil\u202c \u2066x\u200b")
    (folder / "bidi.yaml").write_text(hostile, encoding="utf-8")
    shown = run("check", "bidi.yaml", "--packs", TOY).stdout
    assert shown.startswith("safe [U+202E]evil[U+202C] [U+2066]x[U+200B]\n")
