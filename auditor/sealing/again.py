"""Make the result of a report again, with the rules and options that it holds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from auditor.audit import audit, read_file
from auditor.canonical import digest
from auditor.engine.frameworks import own_frameworks
from auditor.engine.memory import memory
from auditor.engine.pack import load_packs
from auditor.errors import AuditorError
from auditor.evidence.examine import examine
from auditor.report import Report
from auditor.resources import rules_from
from auditor.sealing.answer import Answer, Question, cannot_say, no, yes
from auditor.sealing.archive import FRAMEWORKS, PUBLISHED
from auditor.sealing.certificate import Certificate
from auditor.sealing.differences import differences
from auditor.sealing.extract import is_plain
from auditor.sealing.held import Held, Lacking
from auditor.sealing.manifest import Asked, Manifest

_ASKED = Question.AGAIN


@dataclass(frozen=True, slots=True)
class Given:
    """What whoever verifies has beside the PDF.

    That is the file, the folder of its documents, the certificates that they trust, and the time.
    """

    file: bytes | None = None
    evidence: Path | None = None
    trusted: tuple[Certificate, ...] = ()
    at: datetime = field(default_factory=lambda: datetime.now(UTC))


def again(held: Held, given: Given) -> Answer:
    """Say whether the audit gives the same digest again, and if not, what differs."""
    try:
        manifest, stated, rules = held.manifest, held.report, held.rules
        raw = _audited(held, manifest, given)
    except Lacking as lacking:
        return cannot_say(_ASKED, str(lacking))
    if digest(raw) != stated.file.sha256:
        return no(_ASKED, f"this is not the audited file: its SHA-256 is {digest(raw)[:12]}…, and "
                  f"that of the audited file {stated.file.sha256[:12]}…")  # fmt: skip
    if manifest.asked.documents and given.evidence is None:
        return cannot_say(_ASKED, "the result rests on documents as well; name their folder with "
                          "--evidence")  # fmt: skip
    if not is_plain(stated.file.name):
        return cannot_say(_ASKED, "the audited file has a name that is not safe to write")
    try:
        made = _made(manifest.asked, rules, raw, stated.file.name, given.evidence)
    except (AuditorError, ValueError) as error:
        words = " ".join(str(error).split())[:300]
        return cannot_say(_ASKED, f"the audit cannot be made again by this version: {words}")
    return _compared(stated, made)


def _audited(held: Held, manifest: Manifest, given: Given) -> bytes:
    if given.file is not None:
        return given.file
    if not manifest.audited.attachment:
        raise Lacking("the PDF does not contain the audited file; name it with --file")
    return held.file(manifest.audited.attachment)


def _made(
    asked: Asked, rules: Mapping[str, bytes], raw: bytes, name: str, evidence: Path | None
) -> Report:
    """Audit a file by rules that are written to a folder for as long as it takes."""
    memory()  # of the installed rules: it is code, and no stranger's is ever run
    with TemporaryDirectory(prefix="auditor-") as made:
        folder = Path(made).resolve()
        for each, data in rules.items():
            path = folder / each
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        (folder / "file").mkdir()
        (folder / "file" / name).write_bytes(raw)
        with rules_from(folder / PUBLISHED):
            return _audit(asked, folder, name, evidence)


def _audit(asked: Asked, folder: Path, name: str, evidence: Path | None) -> Report:
    own = folder / FRAMEWORKS
    packs = load_packs(str(folder / each) for each in asked.packs)
    read = read_file(folder / "file" / name, process=asked.process, mapping=asked.mapping)
    return audit(
        read,
        packs,
        as_at=date.fromisoformat(asked.as_at) if asked.as_at else None,
        stage=asked.stage or None,
        examined=examine(read.case, evidence).examined if evidence and asked.documents else None,
        frameworks=own_frameworks([own]) if own.is_dir() else {},
    )


def _compared(stated: Report, made: Report) -> Answer:
    if stated.digest == made.digest:
        return yes(_ASKED, f"the audit gives the same digest again: {made.digest[:12]}…")
    differing = differences(stated, made)
    older = stated.engine != made.engine
    versions = f"made by version {stated.engine.version}, made again by {made.engine.version}"
    if differing:
        why = f"the audit gives another result{f' ({versions})' if older else ''}"
        return no(_ASKED, why, differing)
    if older:
        return yes(_ASKED, f"the audit gives the same findings and figures again ({versions})")
    why = f"the result states the digest {stated.digest[:12]}…, and it is {made.digest[:12]}…"
    return no(_ASKED, why)
