"""Remember what reading and checking the texts of rules came to, so that no run does it again.

The templates of the report are remembered too. The file is made by `python -m auditor.remember`
and may be missing. What it holds is found by the text it was made from, so a text that changes is
simply not found; and it is used only if it was made by this very code. With it or without it,
every result is the same.
"""

import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from auditor.resources import rules_folder

FILE = "remembered.json"
_CODE = Path(__file__).parent.parent
_MARK = "\x00"  # stands in no text that was read from a file
_MARKED = re.compile(r'"\\u0000([-.0-9]+)"')


@dataclass(slots=True)
class Memory:
    """Data and templates by the digest of their text, expressions by what they were checked as."""

    texts: dict[str, Any] = field(default_factory=dict)
    expressions: dict[str, Any] = field(default_factory=dict)
    templates: dict[str, str] = field(default_factory=dict)
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
            return Memory(held["texts"], held["expressions"], held["templates"])
    except (ValueError, KeyError, TypeError):
        return Memory()  # half a file, or none of ours
    return Memory()


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
    parts = {name: getattr(held, name) for name in ("texts", "expressions", "templates")}
    whole = {"code": code_digest(), **parts}
    text = json.dumps(whole, default=_marked, sort_keys=True, separators=(",", ":"))
    return _MARKED.sub(r"\1", text).encode()


def _marked(value: object) -> str:
    """Mark an exact number, whose digits JSON keeps where it is written without quotes."""
    if isinstance(value, Decimal) and "." in str(value) and "E" not in str(value):
        return f"{_MARK}{value}"
    raise TypeError(f"{value!r} cannot be remembered")
