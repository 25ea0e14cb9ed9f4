"""Choose the reader of a document by its name, and refuse one whose content is another kind."""

from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from types import MappingProxyType

from auditor.evidence.text import Read, Unreadable
from auditor.evidence.wanted import Wanted

Reader = Callable[[bytes, tuple[Wanted, ...]], Read]

# Each function imports its reader when it is called: a run needs few of them.


def _pdf(raw: bytes, wanted: tuple[Wanted, ...]) -> Read:
    from auditor.evidence.pdf import Pdf

    pages = frozenset(each.page for each in wanted if each.page is not None)
    return Pdf(raw).read(pages)


def _word(raw: bytes, _: tuple[Wanted, ...]) -> Read:
    from auditor.evidence.word import read_word

    return read_word(raw)


def _workbook(raw: bytes, _: tuple[Wanted, ...]) -> Read:
    from auditor.evidence.workbook import read_workbook

    return read_workbook(raw)


def _plain(raw: bytes, _: tuple[Wanted, ...]) -> Read:
    from auditor.evidence.plain import read_plain

    return read_plain(raw)


def _table(raw: bytes, _: tuple[Wanted, ...]) -> Read:
    from auditor.evidence.plain import read_table

    return read_table(raw)


def _image(raw: bytes, _: tuple[Wanted, ...]) -> Read:
    from auditor.evidence.image import unread_image

    raise unread_image(raw)


READERS: Mapping[str, Reader] = MappingProxyType(
    {".pdf": _pdf}
    | dict.fromkeys((".docx", ".docm"), _word)
    | dict.fromkeys((".xlsx", ".xlsm"), _workbook)
    | dict.fromkeys((".txt", ".md"), _plain)
    | dict.fromkeys((".csv", ".tsv"), _table)
    | dict.fromkeys(
        (".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".bmp", ".webp", ".heic"), _image
    )
)


def suffix(file: str) -> str:
    """Return the end of a file's name that says what it is, in small letters."""
    return PurePosixPath(file).suffix.lower()


def read_as(ending: str, raw: bytes, wanted: tuple[Wanted, ...]) -> Read:
    """Return a document that was read; raises Unreadable where that cannot be done."""
    if ending not in READERS:
        kinds = "PDF, Word (.docx), Excel (.xlsx), text (.txt, .md, .csv) and pictures"
        raise Unreadable("not_text", f"files of this kind are not read; {kinds} are")
    if ending == ".pdf" and b"%PDF-" not in raw[:1024]:
        raise Unreadable("broken", "its name says that it is a PDF, and it holds other data")
    return READERS[ending](raw, wanted)
