"""Read plain text, Markdown and CSV as evidence."""

from collections.abc import Iterator
from itertools import islice

from auditor.evidence.text import MAX_CHARACTERS, MAX_PIECES, Piece, Read, Unreadable

_LONG = 20_000  # characters of a line that are taken as one piece
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def read_plain(raw: bytes) -> Read:
    """Return the lines of a text; raises Unreadable for what is no text."""
    text, remarks = _decoded(raw)
    if "\x00" in text:
        raise Unreadable("broken", "its name says that it is text, and it holds other data")
    lines = enumerate(text[:MAX_CHARACTERS].splitlines(), 1)
    every = (piece for number, line in lines for piece in _pieces(line, number))
    pieces = tuple(islice(every, MAX_PIECES))
    whole = len(text) <= MAX_CHARACTERS and len(pieces) < MAX_PIECES
    partly = "" if whole else "it is so long that it was searched only in part"
    return Read("a text file", pieces, partly=partly, remarks=remarks)


def _pieces(line: str, number: int) -> Iterator[Piece]:
    for start in range(0, len(line), _LONG):
        if part := line[start : start + _LONG].strip("\f\v"):
            yield Piece(part, (f"line {number}",))


def _decoded(raw: bytes) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw.decode(encoding, "replace"), ()
    try:
        return raw.decode("utf-8"), ()
    except UnicodeDecodeError:
        remark = "it is not UTF-8 and was read as Windows-1252"
        return raw.decode("cp1252", "replace"), (remark,)
