"""State what a report was made of: its files with their digests, its options, its libraries."""

from collections.abc import Mapping
from dataclasses import dataclass

from auditor.output.detail import Detail
from auditor.report import Engine

FORMAT_VERSION = "1"
RESULT, RULES, MANIFEST = "result.json", "rules.zip", "manifest.json"
AUDITED = "audited"
"""The name that the audited file has among the attachments, before its suffix."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A file in the PDF: its name, what it is, its size in bytes, and its SHA-256."""

    name: str
    title: str
    relation: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Audited:
    """The audited file by name and SHA-256; `attachment` names it in the PDF, if it is there."""

    name: str
    sha256: str
    attachment: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What the audit was asked: all that decides its result beside the file and the rules.

    `packs` are folders in the archive of rules, in order; `as_at` and `stage` are those that were
    asked for, empty where the file decided. `detail` decides what the pages print, and nothing of
    the result.
    """

    packs: tuple[str, ...]
    as_at: str
    stage: str
    process: str
    mapping: tuple[str, ...]
    documents: bool
    detail: Detail = Detail.ALL


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a report was made of."""

    format_version: str
    engine: Engine
    digest: str
    audited: Audited
    asked: Asked
    attachments: tuple[Listed, ...]
    conventions: tuple[str, ...]
    libraries: Mapping[str, str]
