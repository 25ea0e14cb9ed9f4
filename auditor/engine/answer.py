"""Hold the answer of one check on one item, and the evidence for it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from auditor.engine.show import show
from auditor.engine.trace import Log
from auditor.finding import Evidence, Status
from auditor.model.part import Nil

SHOWN_NAMES = 10
"""How many names a sentence lists before it only counts them."""


@dataclass(frozen=True, slots=True)
class Gaps:
    """What is not stated, and what cannot be worked out for want of it.

    `fields` are places that the rule reads itself. `derived` are values that cannot be worked out,
    in words, and `behind` the places that they lack. `denied` are places of which the file says
    that there is none; `other` says in words what no place can name. `names` are the pointers and
    names of what the rule read, in order.
    """

    fields: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    derived: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()
    other: tuple[str, ...] = ()
    names: tuple[str, ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """Return everything that is not stated: places of the file, then derived values."""
        return tuple(dict.fromkeys((*self.fields, *self.behind, *self.names)))


@dataclass(frozen=True, slots=True)
class Answer:
    """What one check says: its status, why, what was read, what was missing.

    Where there are gaps, they say why (`missing.sentence`); `reason` is for where they say nothing.
    """

    status: Status
    reason: str = ""
    evidence: tuple[Evidence, ...] = ()
    missing: tuple[str, ...] = ()
    gaps: Gaps = Gaps()


CONFORMS = Answer(Status.CONFORMS)
NOT_APPLICABLE = Answer(Status.NOT_APPLICABLE)


def evidence_of(log: Log, place: Callable[[str], str]) -> tuple[Evidence, ...]:
    """Return everything that was read, what was compared first."""
    pointers: Iterable[str] = log.reads
    if log.expected:
        pointers = sorted(pointers, key=lambda pointer: pointer not in log.expected)
    every = [_evidence(each, log, place) for each in pointers if not each.startswith("param")]
    if log.stands_for:  # only then may two values that were read be one of the file
        every = list(dict.fromkeys(every))
    return tuple(every)


def _evidence(pointer: str, log: Log, place: Callable[[str], str]) -> Evidence:
    expected = log.expected.get(pointer, "")
    if pointer in log.stands_for:
        in_file = log.stands_for[pointer]
        said = getattr(in_file, "expected", "")
        return Evidence(in_file.file_pointer, place(in_file.file_pointer), in_file.shown, said)
    return Evidence(pointer, place_of(pointer, place), found(log.reads[pointer]), expected)


def place_of(pointer: str, place: Callable[[str], str]) -> str:
    """Return where a person finds a value; derived values stand nowhere in the file."""
    return place(pointer) if pointer.startswith("/") else "derived"


def found(value: Any) -> str:
    """Print a value that was read."""
    return f"none: {value.none}" if value.__class__ is Nil else show(value)


def in_short(words: tuple[str, ...], between: str = ", ") -> str:
    """Return up to ten words in a row, and how many more the finding lists in full.

    >>> in_short(("a", "b"))
    'a, b'
    """
    more = len(words) - SHOWN_NAMES
    listed = between.join(words[:SHOWN_NAMES])
    return f"{listed} and {more} more, all listed in this finding" if more > 0 else listed
