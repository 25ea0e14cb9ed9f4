"""Ask a process of its own to read a document, and take any end of it but an answer as a fault."""

import subprocess
import sys
import tempfile
from os import environ
from pathlib import Path

from auditor.evidence.child import ANSWER
from auditor.evidence.result import DocumentState
from auditor.evidence.wire import Reply, Request, read_reply, request_bytes

PATIENCE = 3
"""How many times its processor time a reader is waited for, as others may be running."""
_PACKAGES = str(Path(__file__).parents[2])
_KEPT = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
_FAULT = "this is a fault of the reader and says nothing about the document"


def ask(request: Request, document: bytes) -> Reply:
    """Return what a document holds; where its reader fails, say so."""
    command = [sys.executable, "-P", "-m", "auditor.evidence.child"]
    kept = {name: environ[name] for name in _KEPT if name in environ}
    with tempfile.TemporaryFile() as output:
        try:
            done = subprocess.run(
                command,
                input=request_bytes(request, document),
                stdout=output,
                stderr=subprocess.DEVNULL,
                env={**kept, "PYTHONPATH": _PACKAGES},
                timeout=PATIENCE * request.seconds,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return _failed(f"reading it took more than {PATIENCE * request.seconds} seconds")
        output.seek(0)
        return _answer(done.returncode, output.read(ANSWER + 1))


def _answer(code: int, raw: bytes) -> Reply:
    if code:
        return _failed("its reader ended before it was done, as with too much memory or time")
    try:
        return read_reply(raw)
    except (ValueError, TypeError, KeyError):
        return _failed("its reader gave no answer")


def _failed(why: str) -> Reply:
    return Reply(DocumentState.PARSER_FAILED, f"{why}; {_FAULT}")
