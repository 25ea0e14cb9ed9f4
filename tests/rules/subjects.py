"""Put the cases inside rules, and the good files that they change, before a rule."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from auditor.engine.examples import base_case, merge
from auditor.engine.pack import Pack, load_packs
from auditor.engine.parameters import ParameterNames, resolve
from auditor.engine.ready import ReadyRule
from auditor.engine.rule import Case
from auditor.engine.subject import Subject
from auditor.facts import Facts
from auditor.load.document import Document
from auditor.schema import validate

GOOD = ("conforms", "recorded")


@dataclass(frozen=True)
class Proof:
    """One case of a rule, or a good file as it stands: its name, its answer, and the file."""

    name: str
    expected: str
    subject: Subject


@cache
def published(name: str) -> Pack:
    """Return a published pack with the cases of its rules."""
    return load_packs((name,), with_cases=True)[0]


def good_proofs(ready: ReadyRule, pack: Pack) -> Iterator[Proof]:
    """Yield the cases of a rule in which the file is good.

    The answer that a case states is held to elsewhere; one about documents is not relied on here,
    where nobody looks at them.
    """
    cases = (each for each in ready.rule.cases if each.expect in GOOD or each.examined != {})
    return _proofs(ready, pack, cases)


def proofs(ready: ReadyRule, pack: Pack) -> Iterator[Proof]:
    """Yield every case of a rule."""
    return _proofs(ready, pack, ready.rule.cases)


def _proofs(ready: ReadyRule, pack: Pack, cases: Iterable[Case]) -> Iterator[Proof]:
    for case in cases:
        data = merge(base_case(case.on or ready.kinds[0]), case.given)
        yield Proof(case.name, case.expect, subject_of(data, pack))


@cache
def good_file(kind: str, pack: str) -> Proof:
    """Return the good file of a kind as the rules of a pack see it, facts and all."""
    subject = subject_of(dict(base_case(kind)), published(pack))
    return Proof(f"the good {kind} file", "", subject)


def subject_of(data: Any, pack: Pack) -> Subject:
    """Return a file, given as plain data, as rules see it."""
    case = validate(Document(name="case", data=data, sha256="", places={}), linked=False)
    started = case.procurement_start_date
    numbers = resolve(pack.parameters, case.decision_date, started=started)
    return Subject(
        case=case,
        facts=Facts(case, numbers, case.decision_date, None, pack.frameworks),
        numbers=numbers,
        param=ParameterNames(pack.parameters, numbers),
        as_at=case.decision_date,
        stage=case.stage,
        place=lambda pointer: "",
        frameworks=pack.frameworks,
    )


def seen_as(subject: Subject, case: Any) -> Subject:
    """Return a subject whose file is another one, or another view of the same file."""
    return Subject(
        case=case,
        facts=Facts(case, subject.numbers, subject.as_at, None, subject.frameworks),
        numbers=subject.numbers,
        param=subject.param,
        as_at=subject.as_at,
        stage=subject.stage,
        place=subject.place,
        frameworks=subject.frameworks,
    )
