"""Take the documents that go with a report, as they were examined, up to a size."""

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from auditor.evidence.folder import Folder, NotOpened, open_folder
from auditor.evidence.result import Examined, ExaminedDocument
from auditor.evidence.taken import taken


@dataclass(frozen=True, slots=True)
class Attached:
    """A document that goes with a report: its entry, name and title, and its bytes."""

    entry: str
    name: str
    title: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Attachments:
    """The documents that fit, and the names of those that do not or are no longer the same."""

    attached: tuple[Attached, ...]
    left_out: tuple[str, ...]


def attachments(examined: Examined, path: Path, *, most: int) -> Attachments:
    """Return the examined documents of a folder, in order, as long as they fit into `most` bytes.

    What has changed since it was examined is left out.
    """
    attached: list[Attached] = []
    left_out = []
    with open_folder(path) as folder:
        for document in examined.documents:
            room = most - sum(len(each.data) for each in attached)
            fits = bool(document.sha256) and document.size <= room
            data = unchanged(folder, document) if fits else None
            if data is None:
                left_out.append(document.file)
            else:
                name = name_of(document.entry, document.file)
                attached.append(Attached(document.entry, name, document.file, data))
    return Attachments(tuple(attached), tuple(left_out))


def name_of(entry: str, file: str) -> str:
    """Return the name under which a document goes with a report."""
    return f"{entry}-{PurePosixPath(file).name}"


def unchanged(folder: Folder, document: ExaminedDocument) -> bytes | None:
    """Return the bytes of a document that is still the one that was examined."""
    try:
        with folder.opened(document.file) as opened:
            _, digest, data = taken(opened)
    except NotOpened:
        return None
    return data if digest == document.sha256 else None
