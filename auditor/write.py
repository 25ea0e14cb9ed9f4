"""Write an output whole or not at all."""

import errno
import os
import secrets
import shutil
from collections.abc import Iterable
from pathlib import Path

from auditor.errors import Problem, UsageError


def write_whole(path: Path, data: bytes) -> None:
    """Write bytes to a file so that nobody ever sees half of it; see `write_pieces`."""
    write_pieces(path, (data,))


def write_pieces(path: Path, pieces: Iterable[bytes]) -> None:
    """Write bytes, as they come, to a file so that nobody ever sees half of it.

    They go to a temporary name in the same folder, which then takes the place of the file; if
    anything fails, the folder is as it was. A link is followed, an existing file keeps its
    permissions, and what is no file (a pipe, /dev/stdout) is written to directly. Raises UsageError
    where the output cannot be written.
    """
    try:
        _write(path, pieces)
    except OSError as error:
        raise UsageError(_cannot_write(path, error)) from error


def _write(path: Path, pieces: Iterable[bytes]) -> None:
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    target = _end_of(path)
    replaces = target.exists()
    if replaces and not target.is_file():
        with target.open("wb") as file:
            file.writelines(pieces)
        return
    temporary = target.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with temporary.open("xb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        if replaces:
            target.open("r+b").close()  # a file that may not be written is not replaced either
            shutil.copymode(target, temporary)
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def _end_of(path: Path) -> Path:
    """Return the file that a link stands for, which need not exist yet, or the path itself."""
    if not path.is_symlink():
        return path
    target = Path(os.path.realpath(path))  # Path.resolve() ends in a RuntimeError for a loop
    if target.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    return target


def make_folder(path: Path) -> None:
    """Make a folder, and those it stands in, where it is missing; raises UsageError."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(_cannot_write(path, error)) from error


def _cannot_write(path: Path, error: OSError) -> Problem:
    where = str(path)
    match error:
        case IsADirectoryError():
            return Problem("this is a folder, not a file", where, "Name a file inside it.")
        case FileNotFoundError():
            folder = Path(os.path.realpath(path)).parent if path.is_symlink() else path.parent
            hint = "Make the folder first, or choose another place."
            return Problem(f"there is no folder {folder}", where, hint)
        case NotADirectoryError():
            return Problem(f"{path.parent} is not a folder", where, "Choose another place.")
        case PermissionError():
            hint = "Choose another place, or close the program that has the file open."
            return Problem("you are not allowed to write here", where, hint)
    return Problem(
        f"this cannot be written: {error.strerror or error}", where, "Choose another place."
    )
