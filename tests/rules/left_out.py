"""Leave out of good files each value that a rule reads, once for all that is asked about it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import pytest

from auditor.engine.evaluate import evaluate
from auditor.engine.pack import Pack
from auditor.engine.ready import ReadyRule
from auditor.engine.subject import Subject
from auditor.finding import Status
from auditor.model.stages import STAGES
from tests.rules.guards import guarded, guards
from tests.rules.leaks import leaks, may_be_missing
from tests.rules.reads import recorded, without
from tests.rules.subjects import GOOD, Proof, good_file, good_proofs, published, seen_as

together = pytest.mark.xdist_group("left-out")
"""Run by one process: what is worked out for all of them is worked out once."""


@dataclass(frozen=True)
class LeftOut:
    """What a rule says once a value that it reads of a good file is left out.

    `departs` where it departs for want of a value that it does not ask for with has(); `passes`
    where it conforms all the same, although it needs the value.
    """

    rule: str
    field: str
    seen: str
    departs: bool
    passes: bool


@cache
def all_left_out(pack: str) -> tuple[LeftOut, ...]:
    """Return what every rule of a published pack says to each value that is left out."""
    whole = published(pack)
    own = (found for ready in whole.rules for found in _of_proofs(ready, whole))
    return (*own, *_of_good_files(whole.rules, whole))


def left_out(ready: ReadyRule, pack: Pack) -> Iterator[LeftOut]:
    """Yield what one rule says to each value that is left out of a good file."""
    yield from _of_proofs(ready, pack)
    yield from _of_good_files((ready,), pack)


def _of_proofs(ready: ReadyRule, pack: Pack) -> Iterator[LeftOut]:
    for proof in good_proofs(ready, pack):
        yield from _of_one((ready,), proof)


def _of_good_files(rules: Sequence[ReadyRule], pack: Pack) -> Iterator[LeftOut]:
    for kind in STAGES:
        asked = [ready for ready in rules if kind in ready.kinds]
        yield from _of_one(asked, good_file(kind, pack.info.id))


def _of_one(rules: Sequence[ReadyRule], proof: Proof) -> Iterator[LeftOut]:
    """Yield what some rules say to each value of one file that they read.

    A value is left out once for all rules that read it, so that the facts are worked out once.
    """
    reads = {ready: found for ready in rules if (found := _reads(ready, proof))}
    for pointer in sorted({pointer for _, seen in reads.values() for pointer in seen}):
        less = without(proof.subject.case, pointer)
        if less is None:
            continue
        subject = seen_as(proof.subject, less)
        for ready, (before, seen) in reads.items():
            if pointer in seen:
                yield _without(ready, proof, subject, pointer, before)


def _reads(ready: ReadyRule, proof: Proof) -> tuple[Status, set[str]] | None:
    """Return what a rule says to a file and what it reads of it; None where that is not good."""
    seen: set[str] = set()
    watched = seen_as(proof.subject, recorded(proof.subject.case, "", seen))
    before = evaluate(ready, watched).status
    return (before, seen) if before in GOOD else None


def _without(
    ready: ReadyRule, proof: Proof, subject: Subject, pointer: str, before: Status
) -> LeftOut:
    on_purpose, may = _does_without(ready)
    after = evaluate(ready, subject).status
    both = before is Status.CONFORMS and after is Status.CONFORMS
    return LeftOut(
        rule=ready.rule.id,
        field=re.sub(r"/\d+(?=/|$)", "", pointer),
        seen=f"{proof.name}: {pointer}",
        departs=after is Status.DEPARTS and not guarded(pointer, on_purpose),
        passes=both
        and ready.rule.kind == "check"
        and leaks(ready, proof.subject, subject, pointer, may),
    )


@cache
def _does_without(ready: ReadyRule) -> tuple[frozenset[str], frozenset[str]]:
    """Return the paths that a rule asks for with has(), and those that may be missing."""
    return guards(ready), may_be_missing(ready)
