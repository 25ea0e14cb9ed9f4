"""Make the audit of a report again, with the file, rules and options that it holds."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from auditor.audit import CaseFile, prepare, read_file, report_on
from auditor.canonical import digest
from auditor.engine.frameworks import own_frameworks
from auditor.engine.memory import memory
from auditor.engine.pack import Pack, load_packs
from auditor.engine.subject import Subject
from auditor.errors import AuditorError
from auditor.evidence.attach import Attached, attachments
from auditor.evidence.examine import examine
from auditor.evidence.result import Examination
from auditor.report import Report
from auditor.resources import rules_from
from auditor.sealing.answer import Verdict
from auditor.sealing.archive import FRAMEWORKS, PUBLISHED
from auditor.sealing.documents import holds_all, lay_out
from auditor.sealing.extract import is_plain
from auditor.sealing.given import Given
from auditor.sealing.held import Held, Lacking
from auditor.sealing.manifest import Manifest
from auditor.sealing.seal import Basis, sealed
from auditor.valuation import value_of

_MOST = 1_000_000_000


class Unmade(Exception):
    """The audit was not made again, for a reason that says whether that speaks against it."""

    def __init__(self, verdict: Verdict, reason: str) -> None:
        self.verdict, self.reason = verdict, reason
        super().__init__(reason)


@dataclass(frozen=True, slots=True)
class Remade:
    """An audit that was made again, beside the report that states its result."""

    stated: Report
    manifest: Manifest
    report: Report
    read: CaseFile
    subject: Subject
    basis: Basis
    looked: Examination | None
    attached: tuple[Attached, ...]

    def pdf(self) -> bytes:
        """Return the PDF of the report, set again."""
        pictures = self.looked.pictures if self.looked else {}
        value = value_of(self.read, self.subject)
        return sealed(self.report, self.basis, value, pictures, self.attached)


@contextmanager
def remade(held: Held, given: Given, *, pictures: bool) -> Iterator[Remade]:
    """Make the audit again, by rules that are in a folder for as long as it is looked at.

    Raises Unmade where it is not made again. `pictures` says whether documents are looked into for
    what the pages show of them.
    """
    try:
        manifest, stated, rules = held.manifest, held.report, held.rules
        raw = _audited(held, manifest, given)
    except Lacking as lacking:
        raise Unmade(Verdict.CANNOT_SAY, str(lacking)) from lacking
    _refuse(held, raw, given)
    memory()  # of the installed rules: it is code, and no stranger's is ever run
    with TemporaryDirectory(prefix="auditor-") as name:
        folder = Path(name).resolve()
        _write(rules, folder)
        (folder / "file").mkdir()
        (folder / "file" / stated.file.name).write_bytes(raw)
        with rules_from(folder / PUBLISHED):
            try:
                made = _made(held, folder, raw, given, pictures)
            except (AuditorError, ValueError) as error:
                words = " ".join(str(error).split())[:300]
                why = f"the audit cannot be made again by this version: {words}"
                raise Unmade(Verdict.CANNOT_SAY, why) from error
            yield made


def _audited(held: Held, manifest: Manifest, given: Given) -> bytes:
    if given.file is not None:
        return given.file
    if not manifest.audited.attachment:
        raise Lacking("the PDF does not contain the audited file; name it with --file")
    return held.file(manifest.audited.attachment)


def _refuse(held: Held, raw: bytes, given: Given) -> None:
    manifest, stated = held.manifest, held.report
    if digest(raw) != stated.file.sha256:
        why = (f"this is not the audited file: its SHA-256 is {digest(raw)[:12]}…, and that of the "
               f"audited file {stated.file.sha256[:12]}…")  # fmt: skip
        raise Unmade(Verdict.NO, why)
    if manifest.asked.documents and given.evidence is None and not holds_all(held):
        why = "the result rests on documents that the PDF does not hold; name their folder with "
        why += "--evidence"
        raise Unmade(Verdict.CANNOT_SAY, why)
    if not is_plain(stated.file.name):
        why = "the audited file has a name that is not safe to write"
        raise Unmade(Verdict.CANNOT_SAY, why)


def _write(rules: Mapping[str, bytes], folder: Path) -> None:
    for each, data in rules.items():
        path = folder / each
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _made(held: Held, folder: Path, raw: bytes, given: Given, pictures: bool) -> Remade:
    manifest, stated = held.manifest, held.report
    basis = _basis(manifest, load_packs(str(folder / each) for each in manifest.asked.packs),
                   folder / FRAMEWORKS, raw)  # fmt: skip
    name = folder / "file" / stated.file.name
    read = read_file(name, process=basis.process, mapping=basis.mapping)
    evidence = given.evidence
    if not manifest.asked.documents:
        evidence = None
    elif evidence is None:
        evidence = lay_out(held, folder)
    looked = examine(read.case, evidence, with_pictures=pictures) if evidence else None
    own = folder / FRAMEWORKS
    subject = prepare(
        read,
        basis.packs,
        as_at=basis.as_at,
        stage=basis.stage,
        examined=looked.examined if looked else None,
        frameworks=own_frameworks([own]) if own.is_dir() else {},
    )
    report = report_on(read, subject, basis.packs)
    attached = _attached(held, looked, evidence) if looked and evidence and pictures else ()
    return Remade(stated, manifest, report, read, subject, basis, looked, attached)


def _basis(manifest: Manifest, packs: tuple[Pack, ...], own: Path, raw: bytes) -> Basis:
    asked = manifest.asked
    return Basis(
        packs=packs,
        frameworks={each.stem: each.read_bytes() for each in sorted(own.glob("*.yaml"))},
        as_at=date.fromisoformat(asked.as_at) if asked.as_at else None,
        stage=asked.stage or None,
        process=asked.process,
        mapping=asked.mapping,
        file=raw if manifest.audited.attachment else None,
        detail=asked.detail,
    )


def _attached(held: Held, looked: Examination, folder: Path) -> tuple[Attached, ...]:
    """Return the documents that the PDF holds, as they are in their folder."""
    found = attachments(looked.examined, folder, most=_MOST).attached
    return tuple(each for each in found if PurePosixPath(each.name).name in held.files)
