"""Read plain text, Markdown and CSV as evidence."""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO
from itertools import islice

from auditor.counted import count
from auditor.evidence.text import MAX_CHARACTERS, MAX_PIECES, Piece, Read, Unreadable

_DIVIDERS = (",", ";", "\t", "|")
_LOST = "\ufffd"
_LONG = 20_000  # characters of a line that are taken as one piece
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def read_plain(raw: bytes) -> Read:
    """Return the lines of a text; raises Unreadable for what is no text."""
    text, remarks = _decoded(raw)
    lines = enumerate(text[:MAX_CHARACTERS].splitlines(), 1)
    every = (piece for number, line in lines for piece in _pieces(line, number))
    return _read("a text file", text, every, remarks)


def read_table(raw: bytes) -> Read:
    """Return the fields of a table of comma-separated or like values; raises Unreadable.

    What divides two fields does not join two numbers: `1,234` without quotation marks is 1 and 234.
    """
    text, remarks = _decoded(raw)
    return _read("a table of values", text, _fields(text[:MAX_CHARACTERS]), remarks)


def _read(kind: str, text: str, every: Iterable[Piece], remarks: tuple[str, ...]) -> Read:
    pieces = tuple(islice(every, MAX_PIECES))
    whole = len(text) <= MAX_CHARACTERS and len(pieces) < MAX_PIECES
    partly = "" if whole else "it is so long that it was searched only in part"
    return Read(kind, pieces, partly=partly, remarks=remarks)


def _fields(text: str) -> Iterator[Piece]:
    head = text.lstrip().partition("\n")[0]
    divider = max(_DIVIDERS, key=head.count)
    rows = csv.reader(StringIO(text, newline=""), delimiter=divider)
    line = 1
    try:
        for row in rows:
            for field in row:
                yield from _pieces(field, line)
            line = rows.line_num + 1
    except csv.Error:
        why = f"it cannot be read as a table of values from line {line} on"
        raise Unreadable("broken", why) from None


def _pieces(line: str, number: int) -> Iterator[Piece]:
    for start in range(0, len(line), _LONG):
        if part := line[start : start + _LONG].strip("\f\v"):
            yield Piece(part, (f"line {number}",), unread=_LOST in part)


def _decoded(raw: bytes) -> tuple[str, tuple[str, ...]]:
    text, remarks = _as_text(raw)
    if "\x00" in text:
        raise Unreadable("broken", "its name says that it is text, and it holds other data")
    return text, remarks


def _as_text(raw: bytes) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw.decode(encoding, "replace"), ()
    try:
        return raw.decode("utf-8"), ()
    except UnicodeDecodeError:
        mended = raw.decode("utf-8", "replace")
        lost = mended.count(_LOST)
        if sum(map(str.isascii, mended)) + 2 * lost < len(mended):
            return mended, (f"{count(lost, 'character')} of it cannot be read as UTF-8",)
        remark = "it is not UTF-8 and was read as Windows-1252"
        return raw.decode("cp1252", "replace"), (remark,)
