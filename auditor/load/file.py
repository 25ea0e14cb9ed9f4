"""Read a file of any known format into a Document, or say exactly why that cannot be done."""

import errno
import hashlib
import stat
from collections.abc import Callable, Mapping
from pathlib import Path, PurePath
from types import MappingProxyType
from typing import Any

from auditor.errors import InputError, Problem
from auditor.load.bounds import MAX_BYTES
from auditor.load.document import Document, Remark
from auditor.load.fault import Fault
from auditor.load.json_reader import read_json
from auditor.load.yaml_reader import read_yaml

Reading = tuple[Any, Mapping[str, str], tuple[Remark, ...]]
"""Plain data, the places of its values, and remarks on how it was read."""


def _json(raw: bytes, *, name: str) -> Reading:
    return *read_json(raw, name=name), ()


def _yaml(raw: bytes, *, name: str) -> Reading:
    return *read_yaml(raw, name=name), ()


_READERS: Mapping[str, Callable[..., Reading]] = MappingProxyType(
    {".json": _json, ".yaml": _yaml, ".yml": _yaml}
)


def read(path: Path) -> Document:
    """Read a file; its suffix says the format.

    Raises InputError where there is no such file, where it may not be read, is larger than
    `MAX_BYTES`, of an unknown format, or broken.
    """
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise IsADirectoryError(errno.EISDIR, "")
        if not stat.S_ISREG(status.st_mode):  # opening a pipe that nobody fills never ends
            raise InputError(_no_file(path))
        _reader(path.name)
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise InputError(_cannot_open(path, error)) from error
    return parse(raw, name=path.name)


def parse(raw: bytes, *, name: str) -> Document:
    """Parse the bytes of a file; the suffix of its name says the format. Raises InputError."""
    reader = _reader(name)
    if len(raw) > MAX_BYTES:
        raise InputError(
            Problem(
                f"the file is larger than {MAX_BYTES // 1_000_000} MB",
                name,
                "Give the file of one decision; such files are far below 1 MB.",
            )
        )
    base = PurePath(name).name
    try:
        data, places, remarks = reader(raw, name=base)
    except Fault as fault:
        raise InputError(fault.as_problem()) from None
    return Document(base, data, hashlib.sha256(raw).hexdigest(), places, remarks)


def _reader(name: str) -> Callable[..., Reading]:
    suffix = PurePath(name).suffix.lower()
    if suffix not in _READERS:
        known = ", ".join(_READERS)
        problem = f"the format {suffix} is not known" if suffix else "the name has no suffix"
        raise InputError(Problem(problem, name, f"Give a file whose name ends in one of: {known}."))
    return _READERS[suffix]


def _no_file(path: Path) -> Problem:
    hint = "Save what it gives in a file first: a report names the file that it is about."
    return Problem("this is a pipe or a device, not a file", str(path), hint)


def _cannot_open(path: Path, error: OSError) -> Problem:
    where = str(path)
    match error:
        case FileNotFoundError() | NotADirectoryError():
            hint = "Check the name and the folder that you are in."
            return Problem("there is no such file", where, hint)
        case IsADirectoryError():
            return Problem("this is a folder, not a file", where, "Name the file inside it.")
        case PermissionError():
            hint = "Ask its owner for the right to read it."
            return Problem("you are not allowed to read this file", where, hint)
    hint = "Check the name, and what stands under it."
    return Problem(f"the file cannot be read: {error.strerror or error}", where, hint)
