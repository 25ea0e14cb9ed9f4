"""Read JSON Lines: a release, record or package on every line."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from auditor.load.fault import Fault
from auditor.load.ocds.events import PIECE, events
from auditor.load.ocds.feed import LARGEST_ITEM, Feed
from auditor.load.ocds.split import Item, split


def is_lines(path: Path) -> bool:
    """Say whether a file is JSON Lines: its first line is whole, and another one follows."""
    with path.open("rb") as file:
        length = _first_line(file)
        if not length or not any(piece.strip() for piece in iter(lambda: file.read(PIECE), b"")):
            return False
        file.seek(0)
        feed = Feed(_Start(file, length), name=path.name)
        try:
            return sum(1 for _ in split(events(feed, name=""), name="")) >= 0
        except Fault:
            return False


def _first_line(file: BinaryIO) -> int:
    """Return the length of the first line, 0 where none ends within bounds; stand behind it."""
    before = 0
    while before <= LARGEST_ITEM and (piece := file.read(PIECE)):
        if (at := piece.find(b"\n")) >= 0:
            file.seek(before + at + 1)
            return before + at + 1
        before += len(piece)
    return 0


class _Start(io.RawIOBase):
    """The first bytes of a file, as if there were no others."""

    def __init__(self, file: BinaryIO, length: int) -> None:
        self._file, self._left = file, length

    def read(self, size: int = -1) -> bytes:
        """Return the next piece, or nothing at the end."""
        wanted = self._left if size < 0 else min(size, self._left)
        self._left -= wanted
        return self._file.read(wanted)


def line_items(feed: Feed, *, name: str) -> Iterator[Item]:
    """Yield the releases of every line; a place is `line 17` and the pointer inside it."""
    number = 0
    while line := feed.line():
        number += 1
        if line.strip():
            where = f"{name}, line {number}"
            found = events(io.BytesIO(line), name=where)
            yield from split(found, name=where, start=f"line {number} ")
