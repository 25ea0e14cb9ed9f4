"""Write text so that Markdown prints it as it is: no markup, no link, no HTML."""

import re
from collections.abc import Iterable, Iterator, Sequence

from auditor.output.printable import printable

# `<`, `>` and `&` become entities, which hold also where a page is made by an older Markdown.
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_MARKUP = re.compile(r"[\\`*_{}\[\]|~$#^@]|//|:(?=//)|(?<=\bwww)\.", re.IGNORECASE)
_START = re.compile(r"[-+=:]|(?<=[0-9])[.)](?= |$)")
_NUMBER = re.compile(r"[0-9]{1,9}(?=[.)])")


def text(value: str) -> str:
    r"""Return text of the file on one line, with all that Markdown knows as a sign escaped.

    Spaces at its ends are left out, and several of them become one, as a page shows them.

    >>> text("*not* <b>"), text("1. costs"), text("see https://example.org")
    ('\\*not\\* &lt;b&gt;', '1\\. costs', 'see https\\:\\/\\/example.org')
    """
    line = " ".join(printable(value).split())
    number = _NUMBER.match(line)
    start = _START.match(line, number.end() if number else 0)
    at = start.start() if start else 0
    escaped = _MARKUP.sub(_escaped, line[at + bool(start) :]).translate(_ENTITIES)
    return f"{line[:at]}\\{line[at]}{escaped}" if start else escaped


def _escaped(found: re.Match[str]) -> str:
    return "".join(f"\\{sign}" for sign in found[0])


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a table of texts, each escaped here."""
    yield _row(heads)
    yield f"|{' --- |' * len(heads)}"
    yield from map(_row, rows)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(text(cell) or ' ' for cell in cells)} |"


def item(value: str) -> str:
    """Return an entry of a list."""
    return f"- {text(value)}"


def code(command: str) -> str:
    """Return a command as a block of code, in which nothing has a meaning."""
    return f"    {printable(command)}"
