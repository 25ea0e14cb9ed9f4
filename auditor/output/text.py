"""Set text for a terminal of 80 columns: safe to print, in lines, with or without colour."""

from collections.abc import Callable, Mapping
from functools import partial
from textwrap import wrap
from types import MappingProxyType

from auditor.output.printable import printable

WIDTH = 80
RESET = "\x1b[0m"
# Select Graphic Rendition codes, by what they are for; the words carry the meaning.
STYLES: Mapping[str, str] = MappingProxyType(
    {
        "heading": "\x1b[1m",
        "serious_departures": "\x1b[1;31m",
        "departures": "\x1b[1;33m",
        "too_little_evidence": "\x1b[1;35m",
        "no_departures": "\x1b[1;32m",
        "departs": "\x1b[31m",
        "cannot_conclude": "\x1b[33m",
        "quiet": "\x1b[2m",
    }
)

Style = Callable[[str, str], str]


def styled(*, colour: bool) -> Style:
    """Return what sets a text in a style by its name; without colour, what leaves it alone."""
    return partial(_style, colour=colour)


def _style(name: str, text: str, *, colour: bool) -> str:
    return f"{STYLES[name]}{text}{RESET}" if colour else text


def wrapped(text: str, *, indent: int = 0, hang: int = 0) -> list[str]:
    """Return text of the file, safe to print, in lines of at most 80 columns."""
    first = " " * indent
    lines = wrap(printable(text), WIDTH, initial_indent=first, subsequent_indent=first + " " * hang)
    return lines or [first.rstrip()]
