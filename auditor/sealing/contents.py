"""Take out of a PDF that a stranger made what it holds, or say that its parser failed."""

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pikepdf

from auditor.evidence.pdf import texts_of_pages

MOST_FILES = 1_000
MOST_BYTES = 400_000_000
"""How many files are taken out of a PDF, and how many bytes they may have together."""


class Unreadable(Exception):
    """The PDF could not be read: its parser failed, which says nothing about the report."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a PDF holds: its enclosed files by name, in order, and whether anybody signed it."""

    files: Mapping[str, bytes]
    signed: bool


def contents(raw: bytes) -> Contents:
    """Return the files in a PDF; raises Unreadable, and nothing else, where that fails."""
    try:
        with pikepdf.open(io.BytesIO(raw)) as pdf:
            return Contents(dict(_files(pdf)), _is_signed(pdf))
    except Unreadable:
        raise
    except Exception as error:
        raise _failed(error) from error


def texts(raw: bytes) -> tuple[str, ...]:
    """Return the text of every page of a PDF; raises Unreadable, and nothing else."""
    try:
        return texts_of_pages(raw)
    except Exception as error:
        raise _failed(error) from error


def _files(pdf: pikepdf.Pdf) -> Iterator[tuple[str, bytes]]:
    room = MOST_BYTES
    for number, (name, file) in enumerate(pdf.attachments.items(), 1):
        data = file.get_file().read_bytes()
        room -= len(data)
        if number > MOST_FILES or room < 0:
            raise Unreadable("it holds more files than any report does")
        yield name, data


def _is_signed(pdf: pikepdf.Pdf) -> bool:
    if "/AcroForm" not in pdf.Root:
        return False
    form = pdf.Root.AcroForm
    return "/Fields" in form and any("/V" in each for each in form.Fields if each.FT == "/Sig")


def _failed(error: Exception) -> Unreadable:
    words = " ".join(str(error).split())[:200]
    return Unreadable(f"its parser failed ({type(error).__name__}: {words})")
