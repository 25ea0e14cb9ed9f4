"""Take out of a PDF that a stranger made what it holds, or say that its parser failed."""

import io
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

import pikepdf

from auditor.evidence.pdf import texts_of_pages

MOST_FILES = 1_000
MOST_BYTES = 400_000_000
"""How many files are taken out of a PDF, and how many bytes they may have together."""

_PLACE_IN_MEMORY = re.compile(r"(?:stream )?<[\w.]+ object at 0x[0-9a-f]+>")
"""How qpdf names a PDF that is read from memory: otherwise each time."""


class Unreadable(Exception):
    """The PDF could not be read: its parser failed, which says nothing about the report."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a PDF holds: its enclosed files by name, in order."""

    files: Mapping[str, bytes]


@contextmanager
def parsing() -> Iterator[None]:
    """Let other people's parsers read a PDF; raises Unreadable, or MemoryError where that ends."""
    try:
        yield
    except (Unreadable, MemoryError):
        raise
    except Exception as error:
        words = _PLACE_IN_MEMORY.sub("the PDF", " ".join(str(error).split()))[:200]
        raise Unreadable(f"its parser failed ({type(error).__name__}: {words})") from error


def contents(raw: bytes) -> Contents:
    """Return the files in a PDF; raises Unreadable where that fails."""
    with parsing(), pikepdf.open(io.BytesIO(raw)) as pdf:
        return Contents(dict(_files(pdf)))


def texts(raw: bytes) -> tuple[str, ...]:
    """Return the text of every page of a PDF; raises Unreadable."""
    with parsing():
        return texts_of_pages(raw)


def _files(pdf: pikepdf.Pdf) -> Iterator[tuple[str, bytes]]:
    room = MOST_BYTES
    for number, (name, file) in enumerate(pdf.attachments.items(), 1):
        data = file.get_file().read_bytes()
        room -= len(data)
        if number > MOST_FILES or room < 0:
            raise Unreadable("it holds more files than any report does")
        yield name, data
