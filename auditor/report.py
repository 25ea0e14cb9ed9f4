"""Hold everything any output needs and nothing that varies between two runs."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from auditor.conclusion import Conclusion
from auditor.finding import Counts, Finding, Standing
from auditor.levels import Profile
from auditor.load.document import Remark
from auditor.value.claim import ClaimResult

FORMAT_VERSION = "1"
STANDARD_VERSION = "1.0"


@dataclass(frozen=True, slots=True)
class Engine:
    """The program that made the report."""

    name: str
    version: str


@dataclass(frozen=True, slots=True)
class AuditedFile:
    """The file that was examined; `name` is its base name, `sha256` the digest of its bytes.

    `process` tells one contracting process from the others that a file of public records holds.
    """

    name: str
    sha256: str
    kind: str
    title: str
    format_version: str
    stage: str
    decision_date: str
    process: str


@dataclass(frozen=True, slots=True)
class Engagement:
    """Who asked for the work, who prepared it, and within what limits; as the file states it."""

    body: str
    prepared_for: str
    prepared_by: str
    role: str
    independence: str
    scope: str
    limitations: str


@dataclass(frozen=True, slots=True)
class PackUsed:
    """A rule pack as it was when the report was made."""

    id: str
    title: str
    version: str
    sha256: str
    rules: int


class Answered(StrEnum):
    """What a rule answered, or why it did not: it waits for a gate, or its pack was not applied."""

    CONFORMS = "conforms"
    DEPARTS = "departs"
    NOT_APPLICABLE = "not_applicable"
    CANNOT_CONCLUDE = "cannot_conclude"
    RECORDED = "recorded"
    WAITING = "waiting"
    NOT_APPLIED = "not_applied"


@dataclass(frozen=True, slots=True)
class RuleAnswer:
    """A rule that stands for a clause, and what it answered."""

    rule: str
    answer: Answered


@dataclass(frozen=True, slots=True)
class ClauseCovered:
    """A clause of an authority: what stands for it, with what that answered, or why nothing can."""

    clause: str
    title: str
    standing: Standing
    answers: tuple[RuleAnswer, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class FrameworkUsed:
    """An outcome framework that the file follows, as it was when the report was made."""

    id: str
    title: str
    sha256: str
    outcomes: int
    published: bool


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many items each pack looked at, by answer; `waiting` are rules behind an unknown gate.

    `clauses` says of each clause of the authority what stands for it.
    """

    pack: str
    rules: int
    waiting: int
    counts: Counts
    clauses: tuple[ClauseCovered, ...] = ()


@dataclass(frozen=True, slots=True)
class JudgementRecord:
    """A judgement that the file puts on record, with its maker and date."""

    topic: str
    question: str
    conclusion: str
    made_by: str
    role: str
    date: str
    place: str
    complete: bool


@dataclass(frozen=True, slots=True)
class PassageExamined:
    """A passage, figure or place that the file says is in a document, and what was found there.

    `place` is where the file says so; `said` where in the document it says it stands.
    """

    pointer: str
    place: str
    kind: str
    text: str
    said: str
    sureness: str
    stands_at: str
    at_place: str
    found: str
    note: str


@dataclass(frozen=True, slots=True)
class DocumentExamined:
    """A document of the evidence register as it was found, with what was looked for in it."""

    entry: str
    title: str
    file: str
    state: str
    note: str
    kind: str
    size: int
    sha256: str
    unchanged: str
    pages: int
    created: str
    modified: str
    remarks: tuple[str, ...]
    passages: tuple[PassageExamined, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart: its label and its exact amount in the file's currency."""

    label: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Report:
    """A verification report: a pure function of the file's bytes, the packs and the engine."""

    format_version: str
    standard: str
    engine: Engine
    file: AuditedFile
    engagement: Engagement
    reading: tuple[Remark, ...]
    as_at: str
    packs: tuple[PackUsed, ...]
    frameworks: tuple[FrameworkUsed, ...]
    conclusion: Conclusion
    findings: tuple[Finding, ...]
    claims: tuple[ClaimResult, ...]
    judgements: tuple[JudgementRecord, ...]
    documents: tuple[DocumentExamined, ...]
    coverage: tuple[Coverage, ...]
    profiles: tuple[Profile, ...]
    conventions: tuple[str, ...]
    limits: tuple[str, ...]
    waterfall: tuple[Bar, ...]
    shares: tuple[Bar, ...]
    digest: str
