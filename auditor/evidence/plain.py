"""Read plain text, Markdown and CSV as evidence."""

from auditor.evidence.text import MAX_CHARACTERS, Piece, Read, Unreadable

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def read_plain(raw: bytes) -> Read:
    """Return the lines of a text; raises Unreadable for what is no text."""
    text, remarks = _decoded(raw)
    if "\x00" in text:
        raise Unreadable("broken", "its name says that it is text, and it holds other data")
    partly = "" if len(text) <= MAX_CHARACTERS else "the text was searched in part: it is too long"
    lines = text[:MAX_CHARACTERS].splitlines()
    pieces = (Piece(line, (f"line {n}",)) for n, line in enumerate(lines, 1) if line.strip())
    return Read("a text file", tuple(pieces), partly=partly, remarks=remarks)


def _decoded(raw: bytes) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw.decode(encoding, "replace"), ()
    try:
        return raw.decode("utf-8"), ()
    except UnicodeDecodeError:
        remark = "it is not UTF-8 and was read as Windows-1252"
        return raw.decode("cp1252", "replace"), (remark,)
