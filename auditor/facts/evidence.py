"""Offer to rules what was found in the documents that a file names as its evidence."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from auditor.evidence.result import (
    STANDS,
    DocumentState,
    Examined,
    ExaminedDocument,
    ExaminedUse,
    Sought,
    Sureness,
)
from auditor.facts.need import View
from auditor.facts.needs import Lack
from auditor.facts.once import once
from auditor.facts.reading import entries
from auditor.model.file import Case
from auditor.model.record import EvidenceEntry

_LONGEST = 80


@dataclass(frozen=True, slots=True)
class EvidenceCheck:
    """One thing that a file says of a document, held against the document.

    `holds` is not stated where that cannot be told; `otherwise` then says why. `found` and
    `expected` are what the document has and what the file says of it.
    """

    id: str
    label: str
    holds: bool | None
    found: str
    expected: str
    file_pointer: str
    otherwise: str = ""
    days_after: int | None = None

    @property
    def shown(self) -> str:
        """What was found, as evidence."""
        return self.found

    def lack(self, view: View) -> Lack:
        """Return what keeps anyone from telling; not for rules."""
        return Lack(f"“{self.label}”", (), (), (self.otherwise,) if self.otherwise else ())


class EvidenceFacts:
    """Hold what was found in the documents of the evidence register; nothing where none was read.

    Every list is not stated where the documents were not examined.
    """

    def __init__(self, case: Case, examined: Examined | None) -> None:
        self._case = case
        self._examined = examined

    @once
    def _named(self) -> tuple[tuple[EvidenceEntry, ExaminedDocument], ...]:
        found = {each.entry: each for each in self._examined.documents} if self._examined else {}
        register = entries(self._case.evidence)
        return tuple((entry, found[entry.id]) for entry in register if entry.id in found)

    @once
    def documents(self) -> tuple[EvidenceCheck, ...] | None:
        """Each document that the register names, and whether it is in the folder."""
        return None if self._examined is None else tuple(_present(*each) for each in self._named)

    @once
    def digests(self) -> tuple[EvidenceCheck, ...] | None:
        """Each document whose digest the register states, and whether it is still the same."""
        if self._examined is None:
            return None
        return tuple(_same(*each) for each in self._named if each[0].sha256)

    @once
    def dates(self) -> tuple[EvidenceCheck, ...] | None:
        """Each document that says when it was made, and whose date the register states."""
        return None if self._examined is None else tuple(_dated(self._named))

    @once
    def passages(self) -> tuple[EvidenceCheck, ...] | None:
        """Each passage or figure that the file says is in a document, and whether it is."""
        return self._uses(lambda use: use.kind in (Sought.QUOTE, Sought.FIGURE), _stands)

    @once
    def claims(self) -> tuple[EvidenceCheck, ...] | None:
        """Each claimed figure that names a document as its source, and whether it stands there."""
        return self._uses(lambda use: use.kind is Sought.CLAIM, _stands)

    @once
    def places(self) -> tuple[EvidenceCheck, ...] | None:
        """Each page or cell that the file names, and whether there is in it what it says."""
        return self._uses(_has_place, _placed)

    def _uses(
        self, chosen: Callable[[ExaminedUse], bool], check: Callable[..., EvidenceCheck]
    ) -> tuple[EvidenceCheck, ...] | None:
        if self._examined is None:
            return None
        files = {each.entry: PurePosixPath(each.file).name for each in self._examined.documents}
        each = (use for use in self._examined.uses if chosen(use))
        return tuple(check(use, files.get(use.entry, use.entry)) for use in each)


def _present(entry: EvidenceEntry, document: ExaminedDocument) -> EvidenceCheck:
    untold = document.state in (DocumentState.REFUSED, DocumentState.NOT_REACHED)
    missing = document.state is DocumentState.MISSING
    return EvidenceCheck(
        id=entry.id,
        label=entry.title,
        holds=None if untold else not missing,
        found=f"{document.file}: {document.note}" if document.note else document.file,
        expected=document.file,
        file_pointer=document.pointer,
        otherwise=document.note if untold else "",
    )


def _same(entry: EvidenceEntry, document: ExaminedDocument) -> EvidenceCheck:
    stated = (entry.sha256 or "").lower()
    known = bool(document.sha256)
    return EvidenceCheck(
        id=entry.id,
        label=entry.title,
        holds=document.sha256 == stated if known else None,
        found=f"SHA-256 {document.sha256}",
        expected=f"SHA-256 {stated}",
        file_pointer=f"{document.pointer}/sha256",
        otherwise="" if known else f"{document.file}: {document.note}",
    )


def _dated(named: tuple[tuple[EvidenceEntry, ExaminedDocument], ...]) -> Iterator[EvidenceCheck]:
    for entry, document in named:
        made = _day(document.created or document.modified)
        if entry.date and made:
            yield EvidenceCheck(
                id=entry.id,
                label=entry.title,
                holds=made <= entry.date,
                found=f"made on {made.isoformat()}, as the document itself says",
                expected=f"no later than {entry.date.isoformat()}, the date in the register",
                file_pointer=f"{document.pointer}/date",
                days_after=(made - entry.date).days,
            )


def _day(text: str) -> date | None:
    """Return a day that a document states; whatever it writes that is none counts for nothing."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _stands(use: ExaminedUse, file: str) -> EvidenceCheck:
    unknown = use.sureness is Sureness.UNKNOWN
    return EvidenceCheck(
        id=use.entry,
        label=_label(use),
        holds=None if unknown else use.sureness in STANDS,
        found=_found(use, file),
        expected=f"{_quoted(use.text)}{_where(use, file)}",
        file_pointer=use.pointer,
        otherwise=f"{file}: {use.note}" if unknown else "",
    )


def _has_place(use: ExaminedUse) -> bool:
    """Say whether a place can be judged: what stands nowhere is judged as a passage."""
    if use.kind is Sought.PLACE:
        return True
    return use.at_place is not None and use.sureness is not Sureness.ABSENT


def _placed(use: ExaminedUse, file: str) -> EvidenceCheck:
    return EvidenceCheck(
        id=use.entry,
        label=_label(use),
        holds=use.at_place,
        found=_found(use, file),
        expected=_where(use, file).strip(),
        file_pointer=use.pointer,
        otherwise=f"{file}: {use.note}" if use.at_place is None else "",
    )


def _found(use: ExaminedUse, file: str) -> str:
    """Return what stands in the document, and where."""
    note = f" ({use.note})" if use.note else ""
    if use.kind is Sought.PLACE:
        return use.note or use.stands_at
    if use.found:
        return f"{use.stands_at} of {file}: {_quoted(use.found)}{note}"
    place = f"{use.stands_at} of {file}" if use.stands_at else f"nowhere in the text of {file}"
    return f"{place}{note}"


def _where(use: ExaminedUse, file: str) -> str:
    if not use.said:
        return f" in {file}"
    return f" {'on' if use.said.startswith('page ') else 'in'} {use.said} of {file}"


def _label(use: ExaminedUse) -> str:
    text = use.text if len(use.text) <= _LONGEST else f"{use.text[: _LONGEST - 1]}…"
    return f"{text} ({', '.join(part for part in (use.entry, use.said) if part)})"


def _quoted(text: str) -> str:
    return f"“{text}”"
