"""A process with limits says by its exit code which of them it came to."""

import subprocess
import sys

import pytest

from auditor.limits import OUT_OF_MEMORY, how_it_ended

LIMITED = """\
from auditor.limits import limit_room, limit_time, within_memory
limit_room(memory=300_000_000, written=1_000)
limit_time(1)
with within_memory():
    {work}
"""


def ended(work):
    return subprocess.run([sys.executable, "-c", LIMITED.format(work=work)], check=False).returncode


def test_a_process_that_is_done_ends_well():
    assert ended("pass") == 0


def test_a_process_that_takes_too_much_memory_says_so():
    assert ended("bytes(400_000_000)") == OUT_OF_MEMORY
    assert "more memory" in how_it_ended(OUT_OF_MEMORY)


def test_a_process_that_takes_too_much_time_says_so():
    assert "more time" in how_it_ended(ended("while True: pass"))


@pytest.mark.parametrize(
    ("work", "says"),
    [
        ("import os; os.kill(os.getpid(), 11)", "its reader broke down (SIGSEGV)"),
        ("raise SystemExit(1)", "its reader ended before it was done"),
    ],
)
def test_a_process_that_breaks_is_told_from_one_that_took_too_much(work, says):
    assert how_it_ended(ended(work)) == says


def test_a_signal_without_a_name_is_told_by_its_number():
    assert how_it_ended(-99) == "its reader broke down (signal 99)"
