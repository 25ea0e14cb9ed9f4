"""Ask a process of its own about a report, and take any end of it but an answer as a fault."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from os import environ
from pathlib import Path
from typing import IO

from auditor.limits import how_it_ended
from auditor.sealing.answer import INSIDE, SIGNATURES, Answer, Question, Verdict, cannot_say
from auditor.sealing.child import SECONDS
from auditor.sealing.given import Given

PATIENCE = 3
"""How many times its processor time the process is waited for, as others may be running."""
ANSWER = 20_000_000
_PACKAGES = str(Path(__file__).parents[2])
_KEPT = ("SYSTEMROOT", "TMPDIR", "TEMP", "TMP", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
_FAULT = "this is a limit or a fault of the reader and says nothing about the report"


def ask(raw: bytes, questions: Iterable[Question], given: Given) -> tuple[Answer, ...]:
    """Answer questions about a PDF; what a process does not get to cannot be said.

    What is asked of the PDF alone has a process, and the audit that is made again another.
    """
    asked = tuple(questions)
    inside = [each for each in (*INSIDE, *SIGNATURES) if each in asked]
    rerun = [each for each in asked if each not in inside]
    groups = [group for group in (inside, rerun) if group]
    found = {each.question: each for group in groups for each in _asked(raw, group, given)}
    return tuple(found[each] for each in asked)


def _asked(raw: bytes, questions: list[Question], given: Given) -> tuple[Answer, ...]:
    """Ask a process; what it answered before it came to an end counts."""
    with tempfile.TemporaryFile() as output:
        try:
            code = _run(_request(raw, questions, given), output)
            why = how_it_ended(code) if code else "its reader gave no answer"
        except subprocess.TimeoutExpired:
            why = f"verifying took more than {PATIENCE * SECONDS} seconds"
        except OSError as error:
            why = f"its reader could not be run ({error.strerror or error})"
        output.seek(0)
        found = _answers(output.read(ANSWER))
    return tuple(found.get(each) or cannot_say(each, f"{why}; {_FAULT}") for each in questions)


def _request(raw: bytes, questions: list[Question], given: Given) -> bytes:
    head = {
        "questions": questions,
        "pdf": len(raw),
        "file": None if given.file is None else len(given.file),
        "evidence": str(given.evidence.absolute()) if given.evidence else "",
        "trusted": [each.der.hex() for each in given.trusted],
        "at": given.at.isoformat(),
    }
    return json.dumps(head).encode() + b"\n" + raw + (given.file or b"")


def _run(request: bytes, output: IO[bytes]) -> int:
    kept = {name: environ[name] for name in _KEPT if name in environ}
    done = subprocess.run(
        [sys.executable, "-P", "-m", "auditor.sealing.child"],
        input=request,
        stdout=output,
        stderr=subprocess.DEVNULL,
        env={**kept, "PYTHONPATH": _PACKAGES},
        timeout=PATIENCE * SECONDS,
        check=False,
    )
    return done.returncode


def _answers(raw: bytes) -> dict[Question, Answer]:
    """Return the answers that were given whole, a line each."""
    found = {}
    for line in raw.splitlines(keepends=True):
        with suppress(ValueError, TypeError, KeyError):
            answer = _answer(json.loads(line))
            found[answer.question] = answer
    return found


def _answer(data: dict[str, str]) -> Answer:
    return Answer(
        Question(data["question"]), Verdict(data["verdict"]), data["reason"], tuple(data["details"])
    )
