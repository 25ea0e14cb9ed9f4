"""Read JSON Lines: a release, record or package on every line."""

import io
from collections.abc import Iterator
from pathlib import Path

from auditor.load.fault import Fault
from auditor.load.ocds.events import events
from auditor.load.ocds.feed import LARGEST_ITEM, Feed
from auditor.load.ocds.split import Item, split

_BRACKETS = {b"{": b"}", b"[": b"]"}


def is_lines(path: Path) -> bool:
    """Say whether a file is JSON Lines: its first line is whole, and another one follows."""
    with path.open("rb") as file:
        first = file.readline(LARGEST_ITEM).removeprefix(b"\xef\xbb\xbf").strip()
        closes = _BRACKETS.get(first[:1])
        if closes is None or not first.endswith(closes) or len(first) == LARGEST_ITEM:
            return False
        if not any(piece.strip() for piece in iter(lambda: file.readline(1 << 16), b"")):
            return False
    try:
        return sum(1 for _ in split(events(io.BytesIO(first), name=""), name="")) >= 0
    except Fault:
        return False


def line_items(feed: Feed, *, name: str) -> Iterator[Item]:
    """Yield the releases of every line; a place is `line 17` and the pointer inside it."""
    number = 0
    while line := feed.line():
        number += 1
        if line.strip():
            where = f"{name}, line {number}"
            found = events(io.BytesIO(line), name=where)
            yield from split(found, name=where, start=f"line {number} ")
