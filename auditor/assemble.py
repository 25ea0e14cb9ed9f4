"""Assemble a report from what the audit found, and give it its digest."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from auditor.assemble_coverage import coverage_of
from auditor.assemble_documents import documents_of
from auditor.canonical import canonical, digest
from auditor.conclusion import Conclusion
from auditor.engine.judgement import missing_parts
from auditor.engine.pack import Pack
from auditor.engine.subject import Subject
from auditor.finding import Finding
from auditor.gates import without_waiting
from auditor.levels import profiles
from auditor.load.document import Document
from auditor.model.file import Case
from auditor.model.part import Nil
from auditor.model.procurement import Procurement
from auditor.report import (
    FORMAT_VERSION,
    STANDARD_VERSION,
    AuditedFile,
    Bar,
    Engagement,
    Engine,
    FrameworkUsed,
    JudgementRecord,
    PackUsed,
    Report,
)
from auditor.value.claim import ClaimResult
from auditor.version import __version__

NOT_STATED = "not stated"
LIMITS = (
    "These are factual findings made by software from one file. No assurance is given and this is "
    "not an audit opinion; an opinion is the auditor's.",
    "Nothing outside the file was examined: what the file states was checked against itself, its "
    "arithmetic and the guidance cited, not against the world.",
    "What a file does not record is reported as not recorded, never as not done.",
    "Judgements are reported as recorded, with their maker and date; whether they are right was "
    "not examined.",
    "The wording of some sources was not seen when the rules were written; every finding says how "
    "its source was seen.",
)
DOCUMENTS_LIMIT = (
    "Beside the file, the documents that its evidence register names were examined as the chapter "
    "on evidence documents says: whether they are there and unchanged, and whether the words and "
    "figures taken from them stand in their text. Whether what a document says is true was not "
    "examined, nor was anything else outside the file."
)


def assemble(
    document: Document,
    subject: Subject,
    packs: Sequence[Pack],
    findings: Sequence[Finding],
    claims: Sequence[ClaimResult],
    conclusion: Conclusion,
    *,
    digested: bool = True,
) -> Report:
    """Return the report of an audit; the digest covers everything in it but itself.

    With `digested` false it has none: working it out takes as long as the audit of a short file.
    """
    charts = subject.facts.charts
    report = Report(
        format_version=FORMAT_VERSION,
        standard=STANDARD_VERSION,
        engine=Engine("auditor", __version__),
        file=examined_file(document, subject),
        engagement=_engagement(subject.case),
        reading=document.remarks,
        as_at=subject.as_at.isoformat() if subject.as_at else NOT_STATED,
        packs=tuple(_pack(pack) for pack in packs),
        frameworks=_frameworks(subject),
        conclusion=conclusion,
        findings=without_waiting(findings),
        claims=tuple(replace(claim, place=subject.place(claim.pointer)) for claim in claims),
        judgements=_judgements(subject.case, subject.place),
        documents=documents_of(subject),
        coverage=coverage_of(packs, findings),
        profiles=profiles(packs, findings),
        conventions=tuple(dict.fromkeys(c.convention for c in claims if c.convention)),
        limits=LIMITS if subject.examined is None else (LIMITS[0], DOCUMENTS_LIMIT, *LIMITS[2:]),
        waterfall=tuple(Bar(label, amount) for label, amount in charts.waterfall),
        shares=tuple(Bar(label, amount) for label, amount in charts.shares),
        digest="",
    )
    return replace(report, digest=digest(canonical(report))) if digested else report


def _words(value: Any) -> str:
    if value is None:
        return NOT_STATED
    return f"none: {value.none}" if value.__class__ is Nil else str(value)


def _readable(name: str) -> str:
    """Return the name of a file; what in it is no text of any kind is replaced."""
    return name.encode("utf-8", "replace").decode()


def examined_file(document: Document, subject: Subject) -> AuditedFile:
    """Return what was examined, as far as it identifies the file."""
    case = subject.case
    return AuditedFile(
        name=_readable(document.name),
        sha256=document.sha256,
        kind=case.kind,
        title=case.title,
        format_version=case.format_version,
        stage=subject.stage,
        decision_date=_words(case.decision_date),
        process=_words(_process(case)),
    )


def _process(case: Case) -> str | None:
    return case.procurement.process if isinstance(case.procurement, Procurement) else None


def _engagement(case: Any) -> Engagement:
    stated = case.engagement
    names = Engagement.__dataclass_fields__
    if stated is None or stated.__class__ is Nil:
        return Engagement(**dict.fromkeys(names, _words(stated)))
    return Engagement(**{name: _words(getattr(stated, name)) for name in names})


def _pack(pack: Pack) -> PackUsed:
    info = pack.info
    return PackUsed(info.id, info.title, info.version, pack.sha256, len(pack.rules))


def _frameworks(subject: Subject) -> tuple[FrameworkUsed, ...]:
    """Return the outcome frameworks that the file follows, those left out that nobody gave."""
    found = [subject.frameworks.get(name) for name in subject.facts.frameworks.names]
    return tuple(
        FrameworkUsed(
            each.given.id, each.given.title, each.sha256, len(each.given.wanted), each.published
        )
        for each in found
        if each
    )


def _judgements(case: Any, place: Callable[[str], str]) -> tuple[JudgementRecord, ...]:
    records = case.judgements if isinstance(case.judgements, tuple) else ()
    return tuple(
        JudgementRecord(
            topic=_words(record.topic),
            question=_words(record.question),
            conclusion=_words(record.conclusion),
            made_by=_words(record.made_by),
            role=_words(record.role),
            date=_words(record.date),
            place=place(f"/judgements/{index}"),
            complete=not missing_parts(record),
        )
        for index, record in enumerate(records)
    )
