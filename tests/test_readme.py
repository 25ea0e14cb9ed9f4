"""Run every console block of the documentation and compare what it prints with what it shows.

In a block marked `console`, a line that starts with `$ ` is typed (`> ` goes on with it) and the
lines below it are what it prints, exactly. A line that is only `...` stands for any lines. Findings
(exit codes 1 and 5) are expected of a command; any other failure is one, unless `echo $?` follows.
A block marked `pycon` is a Python session. Each block starts in a fresh copy of the project.
"""

import doctest
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parent.parent
FENCE = re.compile(r"^( *)```(\w*)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!\w+:|#)([^)#\s]+)")
MARK = "@@ end of one command @@"


class Block(NamedTuple):
    """A fenced block: where it stands, its language, its text without the indentation."""

    place: str
    language: str
    text: str


def blocks(text: str, name: str) -> list[Block]:
    """List the fenced blocks of a page."""
    found = []
    for fence in FENCE.finditer(text):
        indent, language, body = fence.groups()
        line = text.count("\n", 0, fence.start()) + 1
        found.append(Block(f"{name}:{line}", language, re.sub(f"(?m)^{indent}", "", body)))
    return found


def steps(text: str) -> list[tuple[str, list[str]]]:
    """Split a console block into commands, each with the lines it is said to print."""
    found: list[tuple[str, list[str]]] = []
    for line in text.splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        elif line.startswith("> ") and found and not found[-1][1]:
            found[-1] = (f"{found[-1][0]}\n{line[2:]}", [])
        else:
            found[-1][1].append(line)
    return found


def matches(shown: list[str], printed: list[str]) -> bool:
    """Say whether the lines shown are the lines printed, where `...` stands for any lines."""
    if not shown:
        return not printed
    if shown[0] == "...":
        return any(matches(shown[1:], printed[n:]) for n in range(len(printed) + 1))
    return bool(printed) and shown[0] == printed[0] and matches(shown[1:], printed[1:])


def pages() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "*.md"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.split("\0")
    return [ROOT / name for name in listed if name and (ROOT / name).is_file()]


def all_blocks(language: str) -> list[Block]:
    every = [b for p in pages() for b in blocks(p.read_text(), p.relative_to(ROOT).as_posix())]
    return [block for block in every if block.language == language]


def type_in(commands: list[str], folder: Path) -> list[tuple[int, list[str]]]:
    """Type commands into one shell; return the exit code of each and the lines that it printed."""
    script = "".join(f"{c}\nset -- $?\necho '{MARK}'$1\n(exit $1)\n" for c in commands)
    environment = {
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "PYTHONPATH": str(folder),
        "PYTHONDONTWRITEBYTECODE": "1",
        "HOME": str(folder),
        "LANG": "C.UTF-8",
        "COLUMNS": "80",
    }
    run = subprocess.run(
        ["bash"],
        input=script,
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        timeout=300,
    )
    parts = re.split(rf"{MARK}(\d+)\n", run.stdout)
    return [
        (int(code), text.splitlines()) for text, code in zip(parts[:-1:2], parts[1::2], strict=True)
    ]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a copy of the project as its version control has it, set up already."""
    folder = tmp_path / "auditor"
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.split("\0")
    for name in listed:
        if name and (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    (folder / ".venv").mkdir()
    for part in ("bin", "lib", "pyvenv.cfg"):  # without the last, its Python is that of the system
        (folder / ".venv" / part).symlink_to(Path(sys.prefix) / part)
    (folder / ".venv" / ".ready").write_text(f"{folder}\n")
    return folder


@pytest.mark.parametrize("block", all_blocks("console"), ids=lambda block: block.place)
def test_a_console_block_prints_what_it_shows(block, project):
    wanted = steps(block.text)
    printed = type_in([command for command, _ in wanted], project)
    assert len(printed) == len(wanted)
    asked = [command for command, _ in wanted[1:]] + [""]
    for (command, shown), (code, lines), then in zip(wanted, printed, asked, strict=True):
        if not matches(shown, lines):
            assert [f"$ {command}", *lines] == [f"$ {command}", *shown]
        assert code in {0, 1, 5} or then == "echo $?", f"exit code {code} of: {command}"


@pytest.mark.parametrize("block", all_blocks("pycon"), ids=lambda block: block.place)
def test_a_python_session_prints_what_it_shows(block, project, monkeypatch):
    monkeypatch.chdir(project)
    session = doctest.DocTestParser().get_doctest(block.text, {}, block.place, block.place, 0)
    told: list[str] = []
    doctest.DocTestRunner(verbose=False).run(session, out=told.append)
    assert session.examples
    assert "".join(told) == ""


def test_every_console_block_shows_what_is_printed():
    empty = [
        f"{block.place}: {command}"
        for block in all_blocks("console")
        for command, shown in steps(block.text)
        if shown and {line.strip() for line in shown} <= {"...", ""}
    ]
    assert empty == []


def test_the_readme_begins_with_a_real_run_and_shows_the_library():
    lines = (ROOT / "README.md").read_text().splitlines()
    assert "```console" in lines[:20]
    assert [block for block in all_blocks("pycon") if block.place.startswith("README.md")]


def test_every_link_leads_to_a_file():
    links = [(page, link) for page in pages() for link in LINK.findall(page.read_text())]
    broken = [f"{page.name}: {link}" for page, link in links if not (page.parent / link).exists()]
    assert broken == []


def test_a_block_is_split_into_commands_and_what_they_print(tmp_path):
    page = "Text\n\n  ```console\n  $ echo a \\\n  > b\n  a b\n  $ false\n  $ echo $?\n  1\n  ```\n"
    (block,) = blocks(page, "page.md")
    assert (block.place, block.language) == ("page.md:3", "console")
    wanted = steps(block.text)
    assert wanted == [("echo a \\\nb", ["a b"]), ("false", []), ("echo $?", ["1"])]
    assert type_in([command for command, _ in wanted], tmp_path) == [
        (0, ["a b"]),
        (1, []),
        (0, ["1"]),
    ]


@pytest.mark.parametrize(
    ("shown", "printed", "same"),
    [
        (["a", "b"], ["a", "b"], True),
        (["a"], ["a", "b"], False),
        (["a", "b"], ["a"], False),
        (["a", "...", "c"], ["a", "c"], True),
        (["a", "...", "c"], ["a", "x", "y", "c"], True),
        (["a", "...", "c"], ["a", "x", "d"], False),
        (["a...", "c"], ["ab", "c"], False),
    ],
)
def test_only_a_line_of_dots_stands_for_other_lines(shown, printed, same):
    assert matches(shown, printed) is same
