"""Hold the answer of one check on one item, and the evidence for it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from auditor.engine.show import show
from auditor.engine.trace import Log
from auditor.finding import Evidence, Status
from auditor.model.part import Nil


@dataclass(frozen=True, slots=True)
class Answer:
    """What one check says: its status, why, what was read, what was missing."""

    status: Status
    reason: str = ""
    evidence: tuple[Evidence, ...] = ()
    missing: tuple[str, ...] = ()


CONFORMS = Answer(Status.CONFORMS)
NOT_APPLICABLE = Answer(Status.NOT_APPLICABLE)


def evidence_of(log: Log, place: Callable[[str], str]) -> tuple[Evidence, ...]:
    """Return everything that was read, what was compared first."""
    pointers = sorted(log.reads, key=lambda pointer: pointer not in log.expected)
    every = (_evidence(each, log, place) for each in pointers if not each.startswith("param"))
    return tuple(dict.fromkeys(every))


def _evidence(pointer: str, log: Log, place: Callable[[str], str]) -> Evidence:
    expected = log.expected.get(pointer, "")
    if pointer in log.stands_for:
        in_file = log.stands_for[pointer]
        return Evidence(in_file.file_pointer, place(in_file.file_pointer), in_file.shown)
    return Evidence(pointer, place_of(pointer, place), found(log.reads[pointer]), expected)


def place_of(pointer: str, place: Callable[[str], str]) -> str:
    """Return where a person finds a value; derived values stand nowhere in the file."""
    return place(pointer) if pointer.startswith("/") else "derived"


def found(value: Any) -> str:
    """Print a value that was read."""
    return f"none: {value.none}" if value.__class__ is Nil else show(value)


def path_words(pointer: str) -> str:
    """Return a pointer as people read it: `sroi.rows[2].proxy`."""
    words = ""
    for part in pointer.strip("/").split("/"):
        words += f"[{part}]" if part.isdigit() else f".{part}"
    return words.lstrip(".")


def not_recorded(pointers: tuple[str, ...]) -> str:
    """Say what the file does not state; never that it was not done."""
    absent = [path_words(each) for each in pointers if each.startswith("/")]
    derived = [fact_words(each) for each in pointers if not each.startswith("/")]
    said = [f"not recorded in this file: {', '.join(absent)}"] if absent else []
    if derived:
        said.append(f"cannot be worked out from this file: {', '.join(dict.fromkeys(derived))}")
    return "; ".join(said)


def fact_words(pointer: str) -> str:
    """Return the name of a derived value or a parameter as people read it.

    >>> fact_words("facts.sroi.shares_total")
    'shares total'
    """
    named = [part for part in pointer.split(".")[1:] if not part.isdigit()]
    return (named or [pointer])[-1].replace("_", " ")
