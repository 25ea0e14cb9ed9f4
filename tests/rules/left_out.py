"""Leave out of good files each value that a rule reads, once for all that is asked about it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pytest

from auditor.engine.evaluate import evaluate
from auditor.engine.pack import Pack
from auditor.engine.ready import ReadyRule
from auditor.finding import Status
from tests.rules.guards import guarded, guards
from tests.rules.leaks import leaks, may_be_missing
from tests.rules.reads import recorded, without
from tests.rules.subjects import GOOD, Proof, good_files, good_proofs, published, seen_as

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
    return tuple(found for ready in whole.rules for found in left_out(ready, whole))


def left_out(ready: ReadyRule, pack: Pack) -> Iterator[LeftOut]:
    """Yield what one rule says to each value that is left out of a good file."""
    for proof in (*good_proofs(ready, pack), *good_files(ready, pack)):
        yield from _of_one(ready, proof)


def _of_one(ready: ReadyRule, proof: Proof) -> Iterator[LeftOut]:
    seen: set[str] = set()
    watched = seen_as(proof.subject, recorded(proof.subject.case, "", seen))
    before = evaluate(ready, watched).status
    if before not in GOOD:
        return
    on_purpose, may = guards(ready), may_be_missing(ready)
    for pointer in sorted(seen):
        less = without(proof.subject.case, pointer)
        if less is None:
            continue
        subject = seen_as(proof.subject, less)
        after = evaluate(ready, subject).status
        both = before is Status.CONFORMS and after is Status.CONFORMS
        yield LeftOut(
            rule=ready.rule.id,
            field=re.sub(r"/\d+(?=/|$)", "", pointer),
            seen=f"{proof.name}: {pointer}",
            departs=after is Status.DEPARTS and not guarded(pointer, on_purpose),
            passes=both
            and ready.rule.kind == "check"
            and leaks(ready, proof.subject, subject, pointer, may),
        )
