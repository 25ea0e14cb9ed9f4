"""Write the files of a report to a folder: all of them or none, and nothing outside it."""

import re
import secrets
import shutil
from collections.abc import Mapping
from pathlib import Path

from auditor.errors import InputError, Problem, UsageError

_MOST = 200
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def extract(files: Mapping[str, bytes], folder: Path) -> tuple[Path, ...]:
    """Write files to a new or empty folder, and return where they are.

    Raises InputError for a name that is no plain file name, UsageError where the folder holds
    something or cannot be written.
    """
    _refuse_names(files)
    if folder.is_symlink() or (folder.exists() and not _is_empty(folder)):
        hint = "Name a folder that is not there yet, or an empty one."
        raise UsageError(Problem("this is not an empty folder", str(folder), hint))
    try:
        _write(files, folder)
    except OSError as error:
        problem = f"the files cannot be written: {error.strerror or error}"
        raise UsageError(Problem(problem, str(folder), "Choose another place.")) from error
    return tuple(folder / name for name in files)


def _is_empty(folder: Path) -> bool:
    return folder.is_dir() and not any(folder.iterdir())


def _refuse_names(files: Mapping[str, bytes]) -> None:
    seen: set[str] = set()
    for name in files:
        if not is_plain(name) or name.casefold() in seen:
            problem = f"a file in the PDF has a name that is not safe to write: {name[:80]!r}"
            raise InputError(Problem(problem, hint="Nothing was written."))
        seen.add(name.casefold())


def is_plain(name: str) -> bool:
    """Say whether a name is that of a file and nothing else, on every system."""
    return (
        0 < len(name.encode("utf-8", "replace")) <= _MOST
        and name.isprintable()
        and not set(name) & set('/\\:*?"<>|')
        and not name.startswith((".", "-", " "))
        and not name.endswith((".", " "))
        and not _RESERVED.fullmatch(name)
    )


def _write(files: Mapping[str, bytes], folder: Path) -> None:
    """Write to a folder beside the one that is meant, which then takes its name."""
    target = folder.resolve()
    waiting = target.with_name(f".{secrets.token_hex(8)}.part")
    waiting.mkdir()
    try:
        for name, data in files.items():
            with (waiting / name).open("xb") as file:
                file.write(data)
        if target.exists():
            target.rmdir()  # it is empty, or this fails
        waiting.rename(target)
    finally:
        shutil.rmtree(waiting, ignore_errors=True)
