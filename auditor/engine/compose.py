"""Compose the finding of a rule from its answer: basis, counts, citations, and words when read."""

from collections.abc import Callable
from functools import lru_cache, partial
from typing import Any, TypeAlias

from auditor.engine.answer import Answer
from auditor.engine.functions import STEPS, steps_left
from auditor.engine.ready import ReadyRule
from auditor.engine.subject import Subject
from auditor.engine.tell import tell
from auditor.finding import Basis, Counts, Finding, Severity, Status, untold
from auditor.model.part import Nil

Asked: TypeAlias = Callable[[], tuple[Answer, tuple[str, ...]]]
"""Gives an answer with its evidence, and the names of the entries that it is about."""

_ONE = {
    Status.CONFORMS: Counts(conforms=1),
    Status.DEPARTS: Counts(departs=1),
    Status.NOT_APPLICABLE: Counts(not_applicable=1),
    Status.CANNOT_CONCLUDE: Counts(cannot_conclude=1),
    Status.RECORDED: Counts(recorded=1),
}


def count(statuses: tuple[Status, ...]) -> Counts:
    """Count answers by status."""
    return Counts(
        statuses.count(Status.CONFORMS),
        statuses.count(Status.DEPARTS),
        statuses.count(Status.NOT_APPLICABLE),
        statuses.count(Status.CANNOT_CONCLUDE),
        statuses.count(Status.RECORDED),
    )


def compose(
    ready: ReadyRule,
    subject: Subject,
    answer: Answer,
    *,
    counts: Counts | None = None,
    waits_for: str = "",
    advisory: str = "",
) -> Finding:
    """Return the finding that a rule's answer amounts to.

    `advisory` says why the rule is only advice for this file; it is empty where it counts.
    """
    status = answer.status
    if status not in (Status.CONFORMS, Status.NOT_APPLICABLE) or answer.evidence:
        ask = partial(_at_hand, answer)
        return later(ready, subject, status, ask, waits_for=waits_for, advisory=advisory)
    basis, severity = _basis(ready, subject, status), _severity(ready, subject, advisory)
    return plain(ready, status, answer.reason, basis, counts, advisory, severity)


def _at_hand(answer: Answer) -> tuple[Answer, tuple[str, ...]]:
    return answer, ()


def later(
    ready: ReadyRule,
    subject: Subject,
    status: Status,
    ask: Asked,
    *,
    counts: Counts | None = None,
    waits_for: str = "",
    advisory: str = "",
) -> Finding:
    """Return a finding of which only the status is known; `ask` is asked once somebody reads it."""
    counts = counts or _ONE[status]
    left = steps_left() if ready.is_paced else STEPS
    basis, severity = _basis(ready, subject, status), _severity(ready, subject, advisory)
    known = _known(ready, status, basis, severity, bool(advisory), waits_for)
    return untold(partial(tell, ready, subject, ask, counts, advisory, left), known, counts)


@lru_cache(maxsize=8192)
def _known(
    ready: ReadyRule,
    status: Status,
    basis: Basis,
    severity: Severity,
    is_advice: bool,
    waits_for: str,
) -> dict[str, Any]:
    """Return all of a finding that is no words and no counts; it is the same for many files."""
    rule = ready.rule
    return {
        "rule": rule.id,
        "pack": ready.pack,
        "title": rule.title,
        "severity": severity,
        "status": status,
        "basis": basis,
        "confidence": rule.confidence,
        "citations": ready.citations,
        "counts_towards": rule.counts_towards and not is_advice,
        "waits_for": waits_for,
        "also": rule.same_as,
    }


def not_due(ready: ReadyRule, condition: str) -> Finding:
    """Return the finding of a rule that is not due, with the condition that says so."""
    status = Status.NOT_APPLICABLE
    return plain(ready, status, condition, ready.rule.basis, None, "", ready.rule.severity)


@lru_cache(maxsize=8192)
def plain(
    ready: ReadyRule,
    status: Status,
    reason: str,
    basis: Basis,
    counts: Counts | None,
    advisory: str,
    severity: Severity,
) -> Finding:
    """Return a finding without the file's own values; it is the same for many files."""
    rule = ready.rule
    return Finding(
        rule=rule.id,
        pack=ready.pack,
        title=rule.title,
        severity=severity,
        status=status,
        message=reason,
        fix="",
        basis=basis,
        confidence=rule.confidence,
        citations=ready.citations,
        counts=counts or _ONE[status],
        condition=reason if status is Status.NOT_APPLICABLE else advisory,
        counts_towards=rule.counts_towards and not advisory,
        also=rule.same_as,
    )


def _severity(ready: ReadyRule, subject: Subject, advisory: str) -> Severity:
    if advisory:
        return Severity.ADVISORY
    rule = ready.rule
    return rule.severity if rule.minor_from is None else rule.severity_on(subject.as_at)


def _basis(ready: ReadyRule, subject: Subject, status: Status) -> Basis:
    basis = ready.rule.basis
    if status is Status.RECORDED and ready.rule.kind == "check":
        return Basis.STATED  # it rests on a judgement, not on the check
    if basis is not Basis.STATED or status is not Status.CONFORMS or not ready.records:
        return basis
    evidenced = all(_evidenced(subject.case, chain) for chain in ready.records)
    return Basis.EVIDENCED if evidenced else Basis.STATED


def _evidenced(part: Any, chain: tuple[str, ...]) -> bool:
    for position, name in enumerate(chain):
        if isinstance(part, tuple):
            return bool(part) and all(_evidenced(one, chain[position:]) for one in part)
        if part is None or part.__class__ is Nil:
            return False
        part = getattr(part, name, None)
    if isinstance(part, tuple):
        return bool(part) and all(_evidenced(one, ()) for one in part)
    if part is None or part.__class__ is Nil:
        return False
    return isinstance(getattr(part, "evidence", None), tuple)
