"""What a run says reaches the reader as they asked for it, or the run says why it cannot."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from auditor.cli.exits import Exit, first_of
from tests.cli.conftest import TOY

COMMAND = [sys.executable, "-m", "auditor.cli.main"]
CHECK = [*COMMAND, "check", "departs.yaml", "--packs", TOY]


def on_a_terminal(folder: Path, *options: str, **environment: str) -> bytes:
    """Run a check with a terminal as its output and return what the terminal was sent."""
    reader, terminal = pty.openpty()
    with subprocess.Popen(
        [*CHECK, *options],
        cwd=folder,
        env={**os.environ, **environment},
        stdout=terminal,
        stderr=terminal,
    ) as process:
        os.close(terminal)
        sent = b""
        while part := _next(reader):
            sent += part
    os.close(reader)
    assert process.returncode == Exit.DEPARTURES
    return sent


def _next(reader: int) -> bytes:
    try:
        return os.read(reader, 65536)
    except OSError:  # so Linux says that the other end is closed
        return b""


@pytest.fixture(autouse=True)
def no_wish_about_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)


def test_a_terminal_is_sent_colour(folder: Path) -> None:
    assert b"\x1b[" in on_a_terminal(folder)


def test_an_empty_no_color_asks_for_nothing(folder: Path) -> None:
    assert b"\x1b[" in on_a_terminal(folder, NO_COLOR="")


def test_no_color_in_the_environment_is_obeyed(folder: Path) -> None:
    assert b"\x1b" not in on_a_terminal(folder, NO_COLOR="1")


@pytest.mark.parametrize("option", ["--no-color", "--no-colour"])
def test_no_colour_on_the_command_line_is_obeyed(folder: Path, option: str) -> None:
    assert b"\x1b" not in on_a_terminal(folder, option)


def test_json_on_a_terminal_has_no_colour(folder: Path) -> None:
    assert b"\x1b" not in on_a_terminal(folder, "--format", "json")


def test_a_full_disk_behind_the_output_is_no_fault_of_the_program(folder: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            CHECK, cwd=folder, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == Exit.USAGE
    assert done.stderr == "auditor: the result cannot be written: No space left on device\n"


def test_a_closed_output_changes_no_exit_code(folder: Path) -> None:
    closed = ["sh", "-c", 'exec "$@" >&- 2>&-', "sh"]
    assert subprocess.run([*closed, *CHECK], cwd=folder, check=False).returncode == 1
    value = [*COMMAND, "value", "departs.yaml", "--packs", TOY]
    assert subprocess.run([*closed, *value], cwd=folder, check=False).returncode == 5
    report = [*COMMAND, "report", "departs.yaml", "--packs", TOY, "--output", "out.pdf"]
    assert subprocess.run([*closed, *report], cwd=folder, check=False).returncode == 1
    assert (folder / "out.pdf").read_bytes().startswith(b"%PDF-")


def test_of_several_exit_codes_the_gravest_is_given() -> None:
    order = [Exit.FAULT, Exit.RULES, Exit.INPUT, Exit.DEPARTURES, Exit.TOO_LITTLE, Exit.CLEAN]
    assert order == [70, 4, 3, 1, 5, 0]
    for place, code in enumerate(order):
        for other in order[place:]:
            assert first_of([other, code, other]) == code
            assert first_of([code, other]) == code
    assert first_of([]) == Exit.CLEAN
