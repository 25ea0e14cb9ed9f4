"""Ask a process of its own about a report, and take any end of it but an answer as a fault."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from os import environ
from pathlib import Path
from typing import IO

from auditor.sealing.again import Given
from auditor.sealing.answer import Answer, Question, Verdict, cannot_say
from auditor.sealing.child import SECONDS

PATIENCE = 3
"""How many times its processor time the process is waited for, as others may be running."""
ANSWER = 20_000_000
_PACKAGES = str(Path(__file__).parents[2])
_KEPT = ("SYSTEMROOT", "TMPDIR", "TEMP", "TMP", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
_FAULT = "this is a fault of the reader and says nothing about the report"


def ask(raw: bytes, questions: Iterable[Question], given: Given) -> tuple[Answer, ...]:
    """Answer questions about a PDF; a question whose process fails is one that cannot be said.

    What is asked of the PDF alone has a process, and the audit that is made again another.
    """
    asked = tuple(questions)
    inside: list[Question] = [each for each in asked if each is not Question.AGAIN]
    rerun: list[Question] = [each for each in asked if each is Question.AGAIN]
    groups = [group for group in (inside, rerun) if group]
    return tuple(answer for group in groups for answer in _asked(raw, group, given))


def _asked(raw: bytes, questions: list[Question], given: Given) -> tuple[Answer, ...]:
    try:
        with tempfile.TemporaryFile() as output:
            code = _run(_request(raw, questions, given), output)
            output.seek(0)
            return _answers(code, output.read(ANSWER + 1), questions)
    except subprocess.TimeoutExpired:
        return _failed(questions, f"verifying took more than {PATIENCE * SECONDS} seconds")
    except OSError as error:
        return _failed(questions, f"its reader could not be run ({error.strerror or error})")


def _request(raw: bytes, questions: list[Question], given: Given) -> bytes:
    head = {
        "questions": questions,
        "pdf": len(raw),
        "file": None if given.file is None else len(given.file),
        "evidence": str(given.evidence.absolute()) if given.evidence else "",
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


def _answers(code: int, raw: bytes, questions: list[Question]) -> tuple[Answer, ...]:
    if code:
        return _failed(questions, "its reader ended before it was done, as with too much memory")
    try:
        answers = tuple(_answer(each) for each in json.loads(raw))
    except (ValueError, TypeError, KeyError):
        return _failed(questions, "its reader gave no answer")
    return answers


def _answer(data: dict[str, str]) -> Answer:
    return Answer(
        Question(data["question"]), Verdict(data["verdict"]), data["reason"], tuple(data["details"])
    )


def _failed(questions: list[Question], why: str) -> tuple[Answer, ...]:
    return tuple(cannot_say(each, f"{why}; {_FAULT}") for each in questions)
