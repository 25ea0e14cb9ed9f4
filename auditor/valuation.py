"""Value one file: every claim recomputed, reconciled and challenged, on one page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from auditor.analysis.analysis import Part, analyse
from auditor.analysis.show import Shown, names, nearest, show
from auditor.assemble import NOT_STATED, examined_file
from auditor.audit import CaseFile, prepare
from auditor.canonical import canonical, digest
from auditor.engine.pack import Pack
from auditor.engine.subject import Subject
from auditor.errors import Problem, UsageError
from auditor.report import AuditedFile, Engine
from auditor.value.claim import ClaimResult
from auditor.version import __version__

FORMAT_VERSION = "1"


@dataclass(frozen=True, slots=True)
class Valuation:
    """The value claims of one file, and what analysis makes of them.

    Like a report it follows from the file's bytes, the parameters of the packs and the program;
    `digest` is the SHA-256 of its canonical form with an empty digest.
    """

    format_version: str
    engine: Engine
    file: AuditedFile
    as_at: str
    claims: tuple[ClaimResult, ...]
    conventions: tuple[str, ...]
    parts: tuple[Part, ...]
    digest: str


def value(file: CaseFile, packs: Sequence[Pack], *, as_at: date | None = None) -> Valuation:
    """Recompute every claim of a file and analyse its value, by the parameters of some packs.

    Raises UsageError where no pack is named.
    """
    return value_of(file, prepare(file, packs, as_at=as_at))


def value_of(file: CaseFile, subject: Subject) -> Valuation:
    """Recompute and analyse what was prepared."""
    claims = subject.facts.claims.results
    found = Valuation(
        format_version=FORMAT_VERSION,
        engine=Engine("auditor", __version__),
        file=examined_file(file.document, subject),
        as_at=subject.as_at.isoformat() if subject.as_at else NOT_STATED,
        claims=tuple(replace(claim, place=subject.place(claim.pointer)) for claim in claims),
        conventions=tuple(dict.fromkeys(c.convention for c in claims if c.convention)),
        parts=analyse(subject.case, subject.facts, subject.numbers),
        digest="",
    )
    return replace(found, digest=digest(canonical(found)))


def show_figure(
    file: CaseFile, packs: Sequence[Pack], name: str, *, as_at: date | None = None
) -> Shown:
    """Return one figure of a file with its working; raises UsageError for a name it has not."""
    subject = prepare(file, packs, as_at=as_at)
    shown = show(name, subject.case, subject.facts)
    if shown is not None:
        places = (replace(each, place=subject.place(each.pointer)) for each in shown.claims)
        return replace(shown, claims=tuple(places))
    known = names(subject.case, subject.facts)
    if not known:
        hint = "The file claims no figure and has no value map."
    else:
        near = nearest(name, known) or known[:3]
        hint = f"Names like {', '.join(near)} are known; {len(known)} in all."
    raise UsageError(Problem(f"`{name}` is not one figure of this file", file.document.name, hint))
