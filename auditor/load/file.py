"""Read a file of any known format into a Document, or say exactly why that cannot be done."""

import errno
import hashlib
import stat
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path, PurePath
from types import MappingProxyType
from typing import Any

from auditor.errors import InputError, Problem, UsageError
from auditor.load.bounds import MAX_BYTES
from auditor.load.document import Document, Remark
from auditor.load.fault import Fault
from auditor.load.json_reader import read_json
from auditor.load.yaml_reader import read_yaml

Watch = Callable[[int], None]
"""Is told how many bytes of a long file have been read."""

Reading = tuple[Any, Mapping[str, str], tuple[Remark, ...]]
"""Plain data, the places of its values, and remarks on how it was read."""


def _json(raw: bytes, *, name: str) -> Reading:
    return *read_json(raw, name=name), ()


def _yaml(raw: bytes, *, name: str) -> Reading:
    return *read_yaml(raw, name=name), ()


def _workbook(raw: bytes, *, name: str, mapping: Sequence[str] = ()) -> Reading:
    from auditor.load.workbook_file import read_workbook  # loads more than a start needs

    return read_workbook(raw, name=name, mapping=mapping)


_MAY_BE_OPEN = frozenset({".json", ".jsonl", ".ndjson"})
_READERS: Mapping[str, Callable[..., Reading]] = MappingProxyType(
    {".json": _json, ".yaml": _yaml, ".yml": _yaml, ".xlsx": _workbook, ".xlsm": _workbook}
)
_OTHER_SHEETS = frozenset({".xls", ".xlsb", ".ods", ".csv", ".numbers"})
_PACKED = frozenset({".gz", ".bz2", ".xz", ".zip", ".7z", ".zst"})


def read(
    path: Path, *, process: str = "", mapping: Sequence[str] = (), watch: Watch | None = None
) -> Document:
    """Read a file that is about one decision; its suffix says the format.

    `mapping` corrects how a value map is read. Of open contracting data `process` names the
    contracting process (ocid), where there are several, and `watch` is told how many bytes have
    been read. Raises InputError where there is no such file, where it may not be read, is larger
    than `MAX_BYTES`, of an unknown format, or broken.
    """
    if is_open_contracting(path):
        _refuse_mapping(path.name, mapping)
        return _only(path, process, watch)
    if process:
        problem = "this is no open contracting data, so it holds no process by this name"
        raise InputError(Problem(problem, f"{path.name}, {process}"))
    return _read(path, mapping)


def is_open_contracting(path: Path) -> bool:
    """Say whether a file holds open contracting data, by its name and its first keys."""
    if path.suffix.lower() not in _MAY_BE_OPEN:
        return False
    from auditor.load.ocds.recognise import is_open_contracting as recognised  # slow to load

    return recognised(path)


def _processes(path: Path, watch: Watch | None) -> Iterator[Document]:
    from auditor.load.ocds import processes  # slow to load

    return processes(path, watch=watch)


def read_all(path: Path, *, watch: Watch | None = None) -> Iterator[Document]:
    """Read a file; of open contracting data, yield a document for each contracting process."""
    if is_open_contracting(path):
        yield from _processes(path, watch)
    else:
        yield _read(path)


def _only(path: Path, process: str, watch: Watch | None) -> Document:
    """Return one contracting process: the one that is named, or the only one."""
    found, names = None, []
    for document in _processes(path, watch):
        name = str(document.data["procurement"].get("process", ""))
        names.append(name)
        if (process and name == process) or (not process and found is None):
            found = document
        if process and found is not None:
            break
    if found is None or (not process and len(names) > 1):
        shown = ", ".join(name or "one without an ocid" for name in names[:5])
        many = f"the file holds {len(names)} contracting processes"
        problem = f"{many}; one has to be named" if not process else f"{many}, none of this name"
        hint = f"Name one with --process, for example: {shown}. `auditor check` takes them all."
        raise InputError(
            Problem(problem, f"{path.name}, {process}" if process else path.name, hint)
        )
    return found


def _read(path: Path, mapping: Sequence[str] = ()) -> Document:
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
    return parse(raw, name=path.name, mapping=mapping)


def parse(raw: bytes, *, name: str, mapping: Sequence[str] = ()) -> Document:
    """Parse the bytes of a file; the suffix of its name says the format. Raises InputError."""
    reader = _reader(name)
    if reader is _workbook:
        reader = partial(_workbook, mapping=mapping)
    else:
        _refuse_mapping(name, mapping)
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


def _refuse_mapping(name: str, mapping: Sequence[str]) -> None:
    if mapping:
        hint = "Leave --map out: it says how the columns of a value map are to be read."
        raise UsageError(Problem("only a workbook can be read with --map", name, hint))


def _reader(name: str) -> Callable[..., Reading]:
    suffix = PurePath(name).suffix.lower()
    if suffix in _OTHER_SHEETS:
        hint = "Open it and save it as an Excel workbook (.xlsx)."
        raise InputError(Problem(f"tables are not read from the format {suffix}", name, hint))
    if suffix in _PACKED:
        raise InputError(Problem("this is a compressed file", name, "Unpack it first."))
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
