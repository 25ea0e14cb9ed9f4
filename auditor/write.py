"""Write an output whole or not at all."""

import errno
import os
import secrets
import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from auditor.errors import Problem, UsageError

_MODE = 0o666  # what everybody may read and write, but for what the system takes away


def write_whole(path: Path, data: bytes) -> None:
    """Write bytes to a file so that nobody ever sees half of it; see `write_pieces`."""
    write_pieces(path, (data,))


def write_secret(path: Path, data: bytes) -> None:
    """Write bytes whole to a new file that nobody but its owner may read; raises UsageError."""
    try:
        _write(path, (data,), mode=0o600)
    except OSError as error:
        raise UsageError(_cannot_write(path, error)) from error


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


def write_together(files: Mapping[Path, bytes]) -> None:
    """Write some files, all of them or none.

    All go to temporary names before the first takes its place. Where one cannot, those before it
    are as they were. Raises UsageError where one cannot be written, or two are the same file.
    """
    staged: list[_Staged] = []
    done, at = False, Path()
    try:
        for at, data in files.items():
            staged.append(_staged(at, (data,)))
            _refuse_twice(staged)
        for number, each in enumerate(staged, start=1):
            at = each.path
            each.place(last=number == len(staged))
        done = True
    except OSError as error:
        raise UsageError(_cannot_write(at, error)) from error
    finally:
        for each in reversed(staged):
            each.clear(done=done)


def _refuse_twice(staged: Sequence["_Staged"]) -> None:
    """Refuse two names of one file, such as a link and what it leads to."""
    *others, last = staged
    if any(each.target == last.target for each in others):
        hint = "Remove the link, or choose another name."
        raise UsageError(Problem("two outputs would be one file", str(last.path), hint))


def _write(path: Path, pieces: Iterable[bytes], *, mode: int = _MODE) -> None:
    staged = _staged(path, pieces, mode=mode)
    try:
        staged.place(last=True)
    finally:
        staged.clear(done=True)


@dataclass(slots=True)
class _Staged:
    """An output that is written whole under a temporary name and has yet to take its place.

    `pieces` are for what is no file, such as a pipe, which is written to directly. `former` is
    where the file stands whose place it took.
    """

    path: Path
    target: Path
    temporary: Path
    pieces: Iterable[bytes] | None = None
    former: Path | None = None
    placed: bool = False

    def place(self, *, last: bool) -> None:
        """Take the place of the file; unless it is the last, what stood there is kept."""
        if self.pieces is not None:
            with self.target.open("wb") as file:
                file.writelines(self.pieces)
            return
        if not last and self.target.exists():
            former = self.temporary.with_suffix(".former")
            self.target.rename(former)
            self.former = former
        self.temporary.replace(self.target)
        self.placed = True

    def clear(self, *, done: bool) -> None:
        """Remove what is temporary; where not all is done, put back what stood there."""
        self.temporary.unlink(missing_ok=True)
        if done and self.former:
            self.former.unlink()
        elif not done and self.former:
            self.former.replace(self.target)
        elif not done and self.placed:
            self.target.unlink()


def _staged(path: Path, pieces: Iterable[bytes], *, mode: int = _MODE) -> _Staged:
    """Write bytes under a temporary name beside the place that they are for."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    target = _end_of(path)
    replaces = target.exists()
    temporary = target.with_name(f".{secrets.token_hex(8)}.part")
    if replaces and not target.is_file():
        return _Staged(path, target, temporary, pieces)
    whole = False
    try:
        with open(temporary, "xb", opener=partial(os.open, mode=mode)) as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        if replaces:
            target.open("r+b").close()  # a file that may not be written is not replaced either
            shutil.copymode(target, temporary)
        whole = True
    finally:
        if not whole:
            temporary.unlink(missing_ok=True)
    return _Staged(path, target, temporary)


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
            if folder.is_dir():
                return Problem("no file can be made here", where, "Choose another place.")
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
