"""Lay out the documents that a report holds, so that its audit can look into them again."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from auditor.evidence.attach import name_of
from auditor.report import DocumentExamined
from auditor.sealing.extract import is_plain
from auditor.sealing.held import Held


def holds_all(held: Held) -> bool:
    """Say whether every document that was read is in the PDF, under a path that is safe to write.

    What was not there, or could not be read, is not there again, and needs no bytes.
    """
    documents = list(_read(held))
    return bool(documents) and all(
        name_of(each.entry, each.file) in held.files and _is_safe(each.file) for each in documents
    )


def lay_out(held: Held, folder: Path) -> Path:
    """Write the documents of the PDF where the file looks for them; return their folder."""
    place = folder / "documents"
    place.mkdir()
    for each in _read(held):
        path = place.joinpath(*PurePosixPath(each.file).parts)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(held.file(name_of(each.entry, each.file)))
    return place


def _read(held: Held) -> Iterator[DocumentExamined]:
    return (each for each in held.report.documents if each.sha256)


def _is_safe(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return bool(parts) and all(map(is_plain, parts))
