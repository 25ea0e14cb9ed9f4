"""Hold what one rule found in one file: status, evidence, citations, counts."""

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """The five answers a rule can give about a file."""

    CONFORMS = "conforms"
    DEPARTS = "departs"
    NOT_APPLICABLE = "not_applicable"
    CANNOT_CONCLUDE = "cannot_conclude"
    RECORDED = "recorded"


class Standing(StrEnum):
    """What stands for a clause of an authority: rules of its pack, those of others, or none."""

    CHECKED = "checked"
    ELSEWHERE = "elsewhere"
    NOT_CHECKED = "not_checked"


class Severity(StrEnum):
    """How much a departure matters."""

    CRITICAL = "critical"
    MAJOR = "major"
    MINOR = "minor"
    ADVISORY = "advisory"


class Basis(StrEnum):
    """What a finding rests on, strongest first."""

    RECOMPUTED = "recomputed"
    CROSS_CHECKED = "cross_checked"
    EVIDENCED = "evidenced"
    STATED = "stated"


class Confidence(StrEnum):
    """How well the wording of a source was seen by the people who wrote the rule."""

    SOURCE_DOCUMENT = "source_document"
    SEEN = "seen"
    SEEN_IN_PART = "seen_in_part"
    SECONDARY = "secondary"
    MEMORY_HIGH = "memory_high"
    MEMORY_MEDIUM = "memory_medium"
    PROPOSED = "proposed"


@dataclass(frozen=True, slots=True)
class Citation:
    """Who asks for it: a source document, the place in it, and how it was seen."""

    source: str
    title: str
    where: str
    url: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Evidence:
    """One value that was read: its pointer, its place in the user's file, found, expected.

    `pointer` is a JSON pointer into the file, or `facts.…` for a derived value. `place` is where a
    person finds it (`line 41`). `found` and `expected` are printed values; `expected` is empty for
    a value that was only read on the way. `found` is `not stated` where the file says nothing.
    """

    pointer: str
    place: str
    found: str
    expected: str = ""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many items a rule looked at, by answer; a rule without `each` has one item."""

    conforms: int = 0
    departs: int = 0
    not_applicable: int = 0
    cannot_conclude: int = 0
    recorded: int = 0

    @property
    def total(self) -> int:
        """Return the number of items, each counted once."""
        return (
            self.conforms
            + self.departs
            + self.not_applicable
            + self.cannot_conclude
            + self.recorded
        )

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.conforms + other.conforms,
            self.departs + other.departs,
            self.not_applicable + other.not_applicable,
            self.cannot_conclude + other.cannot_conclude,
            self.recorded + other.recorded,
        )


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule found in one file.

    `title` is the requirement, true of a good file. `message` says what was found. `condition` says
    why a rule does not apply, or is only advice. `missing` lists the pointers that were not stated.
    `counts_towards` is false where the finding can never change the conclusion: advice, low
    confidence, judgement.
    `waits_for` names the unknown gate that keeps a rule from being run; the gate itself has one
    finding of its own.
    """

    rule: str
    pack: str
    title: str
    severity: Severity
    status: Status
    message: str
    fix: str
    basis: Basis
    confidence: Confidence
    citations: tuple[Citation, ...]
    evidence: tuple[Evidence, ...] = ()
    counts: Counts = Counts()
    condition: str = ""
    missing: tuple[str, ...] = ()
    counts_towards: bool = True
    waits_for: str = ""
    also: tuple[str, ...] = ()
