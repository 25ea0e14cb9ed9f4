"""Examine the documents that a file names: whether each is there and says what it should.

Documents are opened inside one folder only (`folder`), read each in a process of its own
(`process`), and searched for what the file says is in them (`seek`). What comes out are plain
values; the audit gets nothing else.
"""

import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import monotonic

from auditor.evidence.folder import Folder, NotOpened, open_folder
from auditor.evidence.kinds import suffix
from auditor.evidence.listed import Listed, documents, uses
from auditor.evidence.pictures import pictures_of
from auditor.evidence.process import ask
from auditor.evidence.result import (
    DocumentState,
    Examination,
    Examined,
    ExaminedDocument,
    ExaminedUse,
    Sureness,
)
from auditor.evidence.taken import MAX_READ, OutOfTime, taken
from auditor.evidence.wanted import Outcome
from auditor.evidence.wire import Reply, Request
from auditor.model.file import Case
from auditor.model.record import EvidenceEntry

MAX_DOCUMENTS = 500
AT_ONCE = 4
MAX_SECONDS = 600
"""How long all documents may take together, in seconds; none is begun after that."""


@dataclass(frozen=True, slots=True)
class _Answered:
    """A document with what was looked for in it and what came of that."""

    document: ExaminedDocument
    outcomes: Mapping[Listed, Outcome] = field(default_factory=dict)


def examine(
    case: Case, path: Path, *, with_pictures: bool = False, seconds: float = MAX_SECONDS
) -> Examination:
    """Examine the documents of a file in the folder that holds them, as far as the time allows.

    Raises UsageError where the folder cannot be opened. Whatever is wrong with a document is said
    of that document alone.
    """
    wanted = uses(case)
    entries = documents(case)
    end = monotonic() + seconds
    with open_folder(path) as folder, ThreadPoolExecutor(_workers()) as pool:

        def one(listed: tuple[str, EvidenceEntry]) -> _Answered:
            try:
                return _document(folder, listed[0], listed[1], wanted, end)
            except OutOfTime:
                why = f"the documents before it took the {seconds:g} seconds that all may take"
                return _Answered(_not_reached(*listed, why))

        answered = tuple(pool.map(one, entries[:MAX_DOCUMENTS]))
        why = f"more than {MAX_DOCUMENTS} documents are named, and no more are read"
        too_many = tuple(_Answered(_not_reached(*each, why)) for each in entries[MAX_DOCUMENTS:])
        found = {each.document.entry: each for each in (*answered, *too_many)}
        examined = Examined(
            tuple(each.document for each in found.values()),
            tuple(_use(each, found.get(each.entry)) for each in wanted),
        )
        if not with_pictures:
            return Examination(examined)
        spots = {
            name: tuple(each.outcomes.items())
            for name, each in found.items()
            if each.outcomes and suffix(each.document.file) == ".pdf"
        }
        by_entry = {name: each.document for name, each in found.items()}
        return Examination(examined, pictures_of(folder, by_entry, spots, until=end))


def _workers() -> int:
    return max(1, min(AT_ONCE, os.cpu_count() or 1))


def _not_reached(pointer: str, entry: EvidenceEntry, why: str) -> ExaminedDocument:
    return ExaminedDocument(entry.id, entry.file or "", pointer, DocumentState.NOT_REACHED, why)


def _document(
    folder: Folder, pointer: str, entry: EvidenceEntry, wanted: Sequence[Listed], end: float
) -> _Answered:
    """Return what came of a document; raises OutOfTime where its end is past before it is read."""
    if monotonic() >= end:
        raise OutOfTime
    own = tuple(each for each in wanted if each.entry == entry.id)
    file = entry.file or ""
    begun = ExaminedDocument(entry.id, file, pointer, DocumentState.MISSING, "")
    try:
        with folder.opened(file) as opened:
            size, digest, raw = taken(opened, until=end)
    except NotOpened as refused:
        state = DocumentState.MISSING if refused.missing else DocumentState.REFUSED
        return _Answered(replace(begun, state=state, note=refused.why))
    begun = replace(begun, size=size, sha256=digest)
    if raw is None:
        why = f"it is larger than {MAX_READ // 1_000_000} MB, so nothing in it was looked for"
        return _Answered(replace(begun, state=DocumentState.TOO_LARGE, note=why))
    reply = ask(Request(suffix(file), tuple(each.wanted for each in own)), raw)
    complete = len(reply.outcomes) == len(own)
    outcomes = dict(zip(own, reply.outcomes, strict=True)) if complete else {}
    return _Answered(_read(begun, reply), outcomes)


def _read(document: ExaminedDocument, reply: Reply) -> ExaminedDocument:
    return replace(
        document,
        state=reply.state,
        note=reply.note,
        kind=reply.kind,
        pages=reply.pages,
        created=reply.created,
        modified=reply.modified,
        remarks=reply.remarks,
    )


def _use(listed: Listed, answered: _Answered | None) -> ExaminedUse:
    begun = ExaminedUse(listed.pointer, listed.entry, listed.wanted.kind, listed.shown,
                        listed.wanted.place, Sureness.UNKNOWN)  # fmt: skip
    if answered is None:
        return replace(begun, note="the evidence register names no document for it")
    outcome = answered.outcomes.get(listed)
    if outcome is None:
        return replace(begun, note=answered.document.note or "the document was not read")
    return replace(
        begun,
        sureness=outcome.sureness,
        stands_at=outcome.stands_at,
        at_place=outcome.at_place,
        found=outcome.found,
        note=outcome.note,
    )
