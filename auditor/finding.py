"""Hold what one rule found in one file: status, evidence, citations, counts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple


class _Word(StrEnum):
    """A name of a fixed set, found in tables as fast as any text; other enums are hashed slowly."""

    __hash__ = str.__hash__


class Status(_Word):
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


class Severity(_Word):
    """How much a departure matters."""

    CRITICAL = "critical"
    MAJOR = "major"
    MINOR = "minor"
    ADVISORY = "advisory"


class Basis(_Word):
    """What a finding rests on, strongest first."""

    RECOMPUTED = "recomputed"
    CROSS_CHECKED = "cross_checked"
    EVIDENCED = "evidenced"
    STATED = "stated"


class Confidence(_Word):
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


class Told(NamedTuple):
    """What a finding says in words, as the fields of these names hold it."""

    message: str
    fix: str
    evidence: tuple[Evidence, ...]
    condition: str
    missing: tuple[str, ...]


@dataclass(frozen=True)
class Finding:
    """What one rule found in one file.

    `title` is the requirement, true of a good file. `message` says what was found. `condition` says
    why a rule does not apply, or is only advice. `missing` lists the pointers that were not stated.
    `counts_towards` is false where the finding can never change the conclusion: advice, low
    confidence, judgement.
    `waits_for` names the unknown gate that keeps a rule from being run; the gate itself has one
    finding of its own. Its words may be worked out when they are first read (see `untold`), and so
    they have no default that would stand in their place.
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
    evidence: tuple[Evidence, ...] = field(default_factory=tuple)
    counts: Counts = Counts()
    condition: str = field(default_factory=str)
    missing: tuple[str, ...] = field(default_factory=tuple)
    counts_towards: bool = True
    waits_for: str = ""
    also: tuple[str, ...] = ()

    if not TYPE_CHECKING:  # for a type checker every field is there from the start

        def __getattr__(self, name: str) -> Any:
            """Work the words out where they are read for the first time; they then stand here."""
            if name not in Told._fields:
                raise AttributeError(name)
            known = vars(self)
            known.update(self.tell()._asdict())
            del known["tell"]  # which holds the whole file
            return known[name]


def untold(tell: Callable[[], Told], known: Mapping[str, Any], counts: Counts) -> Finding:
    """Return a finding of which the words are worked out by `tell` when they are first read.

    Recording what a rule read takes most of the time of an audit, and whoever only counts findings
    reads none of it. `known` are all its other fields by name, but for its counts.
    """
    finding = object.__new__(Finding)
    vars(finding).update(known, counts=counts, tell=tell)
    return finding
