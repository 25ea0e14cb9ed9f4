"""Compose the finding of a rule from its answer: message, basis, counts, citations."""

from dataclasses import replace
from functools import lru_cache
from typing import Any

from auditor.engine.answer import Answer, in_short
from auditor.engine.ready import ReadyRule
from auditor.engine.subject import Subject
from auditor.finding import Basis, Counts, Finding, Severity, Status
from auditor.model.part import Nil

_ONE = {
    Status.CONFORMS: Counts(conforms=1),
    Status.DEPARTS: Counts(departs=1),
    Status.NOT_APPLICABLE: Counts(not_applicable=1),
    Status.CANNOT_CONCLUDE: Counts(cannot_conclude=1),
    Status.RECORDED: Counts(recorded=1),
}


def count(answers: list[Answer]) -> Counts:
    """Count answers by status."""
    statuses = [answer.status for answer in answers]
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
    counts = counts or _ONE[answer.status]
    if answer.status in (Status.CONFORMS, Status.NOT_APPLICABLE) and not answer.evidence:
        basis = _basis(ready, subject, answer.status)
        return _plain(ready, answer.status, answer.reason, basis, counts, advisory)
    blank = _plain(ready, answer.status, "", ready.rule.basis, counts, advisory)
    shown = answer.status in (Status.DEPARTS, Status.CANNOT_CONCLUDE)
    return replace(
        blank,
        message=_message(ready, subject, answer, counts, names),
        fix=ready.fix.fill(_values(ready, subject), {}) if shown else "",
        basis=_basis(ready, subject, answer.status),
        evidence=answer.evidence,
        condition=answer.reason if answer.status is Status.NOT_APPLICABLE else advisory,
        missing=answer.missing,
        waits_for=waits_for,
    )


@lru_cache(maxsize=8192)
def _plain(
    ready: ReadyRule, status: Status, reason: str, basis: Basis, counts: Counts, advisory: str
) -> Finding:
    """Return a finding without the file's own values; it is the same for many files."""
    rule = ready.rule
    return Finding(
        rule=rule.id,
        pack=ready.pack,
        title=rule.title,
        severity=Severity.ADVISORY if advisory else rule.severity,
        status=status,
        message=reason,
        fix="",
        basis=basis,
        confidence=rule.confidence,
        citations=ready.citations,
        counts=counts,
        condition=reason if status is Status.NOT_APPLICABLE else advisory,
        counts_towards=rule.counts_towards and not advisory,
        also=rule.same_as,
    )


def _values(ready: ReadyRule, subject: Subject) -> dict[str, Any]:
    return dict(zip(ready.scope.names, subject.names, strict=True))


def _message(
    ready: ReadyRule, subject: Subject, answer: Answer, counts: Counts, names: tuple[str, ...]
) -> str:
    reason = answer.reason[:1].upper() + answer.reason[1:]
    if answer.status in (Status.CONFORMS, Status.NOT_APPLICABLE, Status.RECORDED):
        return answer.reason
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
