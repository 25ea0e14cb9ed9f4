"""Open documents inside one folder and nothing outside it, whatever their paths or links say."""

import errno
import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from auditor.errors import Problem, UsageError
from auditor.model.scalar import PATH_PATTERN

MAX_NAMES = 100_000
"""How many names a folder may hold for one of them to be looked up in it."""

_INNER = re.compile(PATH_PATTERN.replace("$", r"\Z"))
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)( *\..*)?", re.IGNORECASE)
_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_CLOEXEC", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_FILE = os.O_RDONLY | _NO_LINK | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
_SAFE = bool(_NO_LINK) and os.open in os.supports_dir_fd
_LINK = "its path leads through a link, and links are not followed"
_NOT_ORDINARY = "it is no ordinary file, and nothing else is opened"
_NOT_THERE = (errno.ENOENT, errno.ENOTDIR)


class NotOpened(Exception):
    """A document that was not opened, and why; `missing` where there is none of that name."""

    def __init__(self, why: str, *, missing: bool = False) -> None:
        super().__init__(why)
        self.why = why
        self.missing = missing


class Folder:
    """A folder of documents, held open so that nothing can be put in its place meanwhile."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    @contextmanager
    def opened(self, path: str) -> Iterator[BinaryIO]:
        """Open one file for reading, step by step from the folder; raises NotOpened.

        Each step is opened relative to the one before and must not be a link, so that no change of
        names in between can lead outside. Several documents may be opened at once. What was read
        of a file that changed meanwhile is none of its versions, so that is refused at the end.
        """
        try:
            descriptor = self._descend(_steps(path))
            with os.fdopen(descriptor, "rb") as file:
                before = os.fstat(descriptor)
                if not stat.S_ISREG(before.st_mode):  # changed since it was looked at
                    raise NotOpened(_NOT_ORDINARY)
                yield file
                after = os.fstat(descriptor)
        except OSError as error:
            raise NotOpened(f"it cannot be read ({error.strerror})") from None
        if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
            raise NotOpened("it was changed while it was read; check again when it is finished")

    def _descend(self, steps: list[str]) -> int:
        """Return a descriptor of the file that the steps lead to."""
        here = os.open(".", _FOLDER, dir_fd=self._descriptor)  # a copy would share its place
        try:
            for step in steps[:-1]:
                inner = _open(here, step, _FOLDER | _NO_LINK)
                os.close(here)
                here = inner
            return _open(here, steps[-1], _FILE)
        finally:
            os.close(here)


@contextmanager
def open_folder(path: Path) -> Iterator[Folder]:
    """Open the folder that holds the documents; raises UsageError where that cannot be done."""
    if not _SAFE:
        hint = "use Linux, macOS or the Windows Subsystem for Linux"
        raise UsageError(Problem("this system cannot open documents without following links",
                                 str(path), hint))  # fmt: skip
    try:
        descriptor = os.open(path, _FOLDER)
    except OSError as error:
        problem = f"this folder of evidence cannot be opened ({error.strerror})"
        hint = "name a folder that holds the documents of the evidence register"
        raise UsageError(Problem(problem, str(path), hint)) from error
    try:
        yield Folder(descriptor)
    finally:
        os.close(descriptor)


def _steps(path: str) -> list[str]:
    """Return the steps of a path; refuse one that leads outside on any system."""
    steps = path.split("/")
    if not _INNER.match(path) or any(step.strip() != step for step in steps):
        raise NotOpened("its path does not lead to a file inside the folder")
    if any(_DEVICE.fullmatch(step) for step in steps):
        raise NotOpened("its path names a device of Windows, which is never opened")
    return steps


def _open(here: int, step: str, flags: int) -> int:
    name = _as_written(here, step)
    try:
        mode = os.stat(name, dir_fd=here, follow_symlinks=False).st_mode
        if stat.S_ISLNK(mode):
            raise NotOpened(_LINK)
        if flags == _FILE and not stat.S_ISREG(mode):  # opening a device may already do something
            raise NotOpened(_NOT_ORDINARY)
        return os.open(name, flags, dir_fd=here)
    except OSError as error:
        if error.errno in _NOT_THERE:
            raise NotOpened("it is not in the folder", missing=True) from None
        link = error.errno == errno.ELOOP
        raise NotOpened(_LINK if link else f"it cannot be opened ({error.strerror})") from None


def _as_written(here: int, step: str) -> str:
    """Return a name as the folder holds it; raises NotOpened where it has no such name.

    A name is looked up in the listing, so that capitals count on every system, and accents may be
    one character or two.
    """
    try:
        with os.scandir(here) as listing:
            names = [entry.name for _, entry in zip(range(MAX_NAMES), listing, strict=False)]
    except OSError as error:
        raise NotOpened(f"its folder cannot be listed ({error.strerror})") from None
    if step in names:
        return step
    wanted = unicodedata.normalize("NFC", step)
    alike = [name for name in names if unicodedata.normalize("NFC", name) == wanted]
    if len(alike) == 1:
        return alike[0]
    if alike:
        raise NotOpened("several files have its name, each with its accents set in another way")
    if len(names) == MAX_NAMES:
        raise NotOpened(f"its folder holds more than {MAX_NAMES:,} names, and not all were read")
    other = [name for name in names if name.casefold() == step.casefold()]
    if not other and _is_there(here, step):
        raise NotOpened("its folder was changed while it was listed; check again")
    but = f"; there is “{min(other)}”, with other capitals" if other else ""
    raise NotOpened(f"it is not in the folder{but}", missing=True)


def _is_there(here: int, name: str) -> bool:
    """Say whether there is a name that a listing did not have, as when it was made meanwhile."""
    try:
        os.stat(name, dir_fd=here, follow_symlinks=False)
    except OSError as error:
        return error.errno not in (*_NOT_THERE, errno.ENAMETOOLONG)
    return True
