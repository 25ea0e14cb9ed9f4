"""Put what was found in the documents of a file into the form of its report."""

from auditor.engine.subject import Subject
from auditor.evidence.result import ExaminedDocument, ExaminedUse
from auditor.facts.reading import entries
from auditor.report import DocumentExamined, PassageExamined

YES, NO = "yes", "no"


def documents_of(subject: Subject) -> tuple[DocumentExamined, ...]:
    """Return the documents that were examined, each with what was looked for in it."""
    if subject.examined is None:
        return ()
    register = {entry.id: entry for entry in entries(subject.case.evidence)}
    found = []
    for document in subject.examined.documents:
        entry = register[document.entry]
        used = (use for use in subject.examined.uses if use.entry == document.entry)
        passages = tuple(_passage(use, subject.place(use.pointer)) for use in used)
        unchanged = _unchanged(document, (entry.sha256 or "").lower())
        found.append(_document(document, entry.title, unchanged, passages))
    return tuple(found)


def _unchanged(document: ExaminedDocument, stated: str) -> str:
    """Return whether a digest is the one stated; empty where either is not known."""
    return _said(document.sha256 == stated) if document.sha256 and stated else ""


def _said(answer: bool | None) -> str:
    return "" if answer is None else YES if answer else NO


def _document(
    document: ExaminedDocument, title: str, unchanged: str, passages: tuple[PassageExamined, ...]
) -> DocumentExamined:
    return DocumentExamined(
        entry=document.entry,
        title=title,
        file=document.file,
        state=document.state.value,
        note=document.note,
        kind=document.kind,
        size=document.size,
        sha256=document.sha256,
        unchanged=unchanged,
        pages=document.pages,
        created=document.created,
        modified=document.modified,
        remarks=document.remarks,
        passages=passages,
    )


def _passage(use: ExaminedUse, place: str) -> PassageExamined:
    return PassageExamined(
        pointer=use.pointer,
        place=place,
        kind=use.kind.value,
        text=use.text,
        said=use.said,
        sureness=use.sureness.value,
        stands_at=use.stands_at,
        at_place=_said(use.at_place),
        found=use.found,
        note=use.note,
    )
