"""Compose the finding of a rule from its answer: message, basis, counts, citations."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from auditor.engine.answer import Answer, in_short
from auditor.engine.missing import sentence
from auditor.engine.ready import ReadyRule
from auditor.engine.subject import Subject
from auditor.finding import Basis, Counts, Evidence, Finding, Severity, Status
from auditor.model.part import Nil

_ONE = {
    Status.CONFORMS: Counts(conforms=1),
    Status.DEPARTS: Counts(departs=1),
    Status.NOT_APPLICABLE: Counts(not_applicable=1),
    Status.CANNOT_CONCLUDE: Counts(cannot_conclude=1),
    Status.RECORDED: Counts(recorded=1),
}
_MENDED = (Status.DEPARTS, Status.CANNOT_CONCLUDE)
"""What a finding of these asks for is said with it."""


def count(statuses: Sequence[Status]) -> Counts:
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
    names: tuple[str, ...] = (),
    waits_for: str = "",
    advisory: str = "",
) -> Finding:
    """Return the finding that a rule's answer amounts to.

    `advisory` says why the rule is only advice for this file; it is empty where it counts.
    """
    status = answer.status
    counts = counts or _ONE[status]
    basis = _basis(ready, subject, status)
    severity = Severity.ADVISORY if advisory else ready.rule.severity_on(subject.as_at)
    if status in (Status.CONFORMS, Status.NOT_APPLICABLE) and not answer.evidence:
        return plain(ready, status, answer.reason, basis, counts, advisory, severity)
    return _finding(
        ready,
        severity,
        status,
        _message(ready, subject, answer, counts, names),
        basis,
        counts,
        advisory,
        fix=_fix(ready, subject) if status in _MENDED else "",
        evidence=answer.evidence,
        condition=answer.reason if status is Status.NOT_APPLICABLE else advisory,
        missing=answer.missing,
        waits_for=waits_for,
    )


def not_due(ready: ReadyRule, condition: str) -> Finding:
    """Return the finding of a rule that is not due, with the condition that says so."""
    status = Status.NOT_APPLICABLE
    return plain(ready, status, condition, ready.rule.basis, _ONE[status], "", ready.rule.severity)


@lru_cache(maxsize=8192)
def plain(
    ready: ReadyRule,
    status: Status,
    reason: str,
    basis: Basis,
    counts: Counts,
    advisory: str,
    severity: Severity,
) -> Finding:
    """Return a finding without the file's own values; it is the same for many files."""
    condition = reason if status is Status.NOT_APPLICABLE else advisory
    return _finding(ready, severity, status, reason, basis, counts, advisory, condition=condition)


def _finding(
    ready: ReadyRule,
    severity: Severity,
    status: Status,
    message: str,
    basis: Basis,
    counts: Counts,
    advisory: str,
    *,
    condition: str,
    fix: str = "",
    evidence: tuple[Evidence, ...] = (),
    missing: tuple[str, ...] = (),
    waits_for: str = "",
) -> Finding:
    rule = ready.rule
    return Finding(
        rule=rule.id,
        pack=ready.pack,
        title=rule.title,
        severity=severity,
        status=status,
        message=message,
        fix=fix,
        basis=basis,
        confidence=rule.confidence,
        citations=ready.citations,
        evidence=evidence,
        counts=counts,
        condition=condition,
        missing=missing,
        counts_towards=rule.counts_towards and not advisory,
        waits_for=waits_for,
        also=rule.same_as,
    )


def _values(ready: ReadyRule, subject: Subject) -> dict[str, Any]:
    return dict(zip(ready.scope.names, subject.names, strict=True))


def _fix(ready: ReadyRule, subject: Subject) -> str:
    return ready.fix.constant or ready.fix.fill(_values(ready, subject), {})


def _message(
    ready: ReadyRule, subject: Subject, answer: Answer, counts: Counts, names: tuple[str, ...]
) -> str:
    if answer.status not in _MENDED:
        return answer.reason
    said = sentence(answer.gaps, subject.case) or answer.reason
    reason = said[:1].upper() + said[1:]
    checked, listed = counts.total - counts.not_applicable, in_short(names)
    if answer.status is Status.CANNOT_CONCLUDE:
        return f"{reason} ({counts.cannot_conclude} of {checked}: {listed})" if names else reason
    if reason and not names:
        return reason
    words = {"failing": str(counts.departs), "checked": str(checked), "names": listed}
    text = ready.message.fill(_values(ready, subject), words)
    if reason:
        text += f" {reason}."
    if counts.cannot_conclude:
        text += f" Another {counts.cannot_conclude} could not be judged."
    return text


def _basis(ready: ReadyRule, subject: Subject, status: Status) -> Basis:
    basis = ready.rule.basis
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
