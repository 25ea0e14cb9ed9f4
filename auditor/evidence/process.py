"""Ask a process of its own to read a document, and take any end of it but an answer as a fault."""

import subprocess
import sys
import tempfile
from os import environ
from pathlib import Path
from typing import IO

from auditor.evidence.child import ANSWER
from auditor.evidence.result import DocumentState
from auditor.evidence.wire import Reply, Request, read_reply, request_bytes
from auditor.limits import how_it_ended

PATIENCE = 3
"""How many times its processor time a reader is waited for, as others may be running."""
_PACKAGES = str(Path(__file__).parents[2])
_KEPT = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
_FAULT = "this is a limit or a fault of the reader and says nothing about the document"


def ask(request: Request, document: bytes) -> Reply:
    """Return what a document holds; where its reader fails, say so."""
    try:
        with tempfile.TemporaryFile() as output:
            code = _run(request_bytes(request, document), output, PATIENCE * request.seconds)
            output.seek(0)
            return _answer(code, output.read(ANSWER + 1))
    except subprocess.TimeoutExpired:
        return _failed(f"reading it took more than {PATIENCE * request.seconds} seconds")
    except OSError as error:
        return _failed(f"its reader could not be run ({error.strerror or error})")


def _run(request: bytes, output: IO[bytes], seconds: int) -> int:
    kept = {name: environ[name] for name in _KEPT if name in environ}
    done = subprocess.run(
        [sys.executable, "-P", "-m", "auditor.evidence.child"],
        input=request,
        stdout=output,
        stderr=subprocess.DEVNULL,
        env={**kept, "PYTHONPATH": _PACKAGES},
        timeout=seconds,
        check=False,
    )
    return done.returncode


def _answer(code: int, raw: bytes) -> Reply:
    if code:
        return _failed(how_it_ended(code))
    try:
        return read_reply(raw)
    except (ValueError, TypeError, KeyError):
        return _failed("its reader gave no answer")


def _failed(why: str) -> Reply:
    return Reply(DocumentState.PARSER_FAILED, f"{why}; {_FAULT}")
