"""Remember what reading and checking the texts of rules came to, so that no run does it again.

The templates of the report are remembered too. The file is made by `python -m auditor.remember`
and may be missing. What it holds is found by the text it was made from, so a text that changes is
simply not found; and it is used only if it was made by this very code. With it or without it,
every result is the same.
"""

import json
import marshal
import os
import re
import sys
from base64 import b64decode, b64encode
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import CodeType
from typing import Any

from auditor.resources import rules_folder

FILE = "remembered.json"
PARTS = ("texts", "expressions", "templates", "codes")
_ALIKE = 2  # the form of marshal in which the same code is always the same bytes
_CODE = Path(__file__).parent.parent
_MARK = "\x00"  # stands in no text that was read from a file
_MARKED = re.compile(r'"\\u0000([-.0-9]+)"')


@dataclass(slots=True)
class Memory:
    """Data and templates by the digest of their text, expressions by what they were checked as.

    `codes` is what this Python makes of Python source, as it keeps it in its own .pyc files.
    """

    texts: dict[str, Any] = field(default_factory=dict)
    expressions: dict[str, Any] = field(default_factory=dict)
    templates: dict[str, str] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)
    learns: bool = False


@cache
def memory() -> Memory:
    """Return what is remembered beside the published rules."""
    try:
        return recalled((rules_folder() / FILE).read_bytes())
    except OSError:
        return Memory()


def recalled(data: bytes) -> Memory:
    """Return a memory from the bytes of its file: an empty one where other code has made it."""
    try:
        held = json.loads(data, parse_float=Decimal)
        if held["code"] == code_digest():
            codes = held["codes"] if held["python"] == sys.version else {}
            return Memory(held["texts"], held["expressions"], held["templates"], codes)
    except (ValueError, KeyError, TypeError):
        return Memory()  # half a file, or none of ours
    return Memory()


def compiled(source: str, name: str, mode: str) -> CodeType:
    """Return Python source compiled, from memory where it is remembered."""
    known, key = memory(), digest(f"{name} {mode}\n{source}")
    if key in known.codes:
        code: CodeType = marshal.loads(b64decode(known.codes[key]))
        return code
    code = compile(source, name, mode)
    if known.learns:
        known.codes[key] = b64encode(marshal.dumps(code, _ALIKE)).decode("ascii")
    return code


def digest(text: str) -> str:
    """Return the digest of a text by which what it holds is found."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def code_digest() -> str:
    """Return the digest of every module of this program, by name."""
    found = sha256()
    for name, path in sorted(_modules(_CODE, "")):
        found.update(f"{name}\n".encode())
        found.update(Path(path).read_bytes())
    return found.hexdigest()


def _modules(folder: Path | str, name: str) -> Iterator[tuple[str, str]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".py"):
                yield f"{name}/{entry.name}", entry.path
            elif entry.is_dir():
                yield from _modules(entry.path, f"{name}/{entry.name}")


def as_bytes(held: Memory) -> bytes:
    """Return a memory as the bytes of its file; the same memory always gives the same bytes."""
    parts = {name: getattr(held, name) for name in PARTS}
    whole = {"code": code_digest(), "python": sys.version, **parts}
    text = json.dumps(whole, default=_marked, sort_keys=True, separators=(",", ":"))
    return _MARKED.sub(r"\1", text).encode()


def _marked(value: object) -> str:
    """Mark an exact number, whose digits JSON keeps where it is written without quotes."""
    if isinstance(value, Decimal) and "." in str(value) and "E" not in str(value):
        return f"{_MARK}{value}"
    raise TypeError(f"{value!r} cannot be remembered")
