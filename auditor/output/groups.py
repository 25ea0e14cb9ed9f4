"""Put together rules that gave the same answer for the same reason, so that it is said once."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass

from auditor.finding import Finding, Status
from auditor.output import arrange, words
from auditor.report import Report

_ORDER = (
    Status.DEPARTS,
    Status.CANNOT_CONCLUDE,
    Status.RECORDED,
    Status.CONFORMS,
    Status.NOT_APPLICABLE,
)


@dataclass(frozen=True, slots=True)
class Group:
    """Rules with one answer, and what they have in common: what it rests on, or why not."""

    status: Status
    reason: str
    findings: tuple[Finding, ...]


def open_questions(report: Report) -> tuple[Group, ...]:
    """Return the rules that cannot conclude by what is missing, the weightiest first."""
    silent = arrange.having(report, Status.CANNOT_CONCLUDE)
    return _grouped(silent, lambda each: (each.message, each.missing), lambda each: each.message)


def of_framework(framework: arrange.Framework) -> tuple[Group, ...]:
    """Return the rules of a framework by their answers, and by what an answer rests on."""
    ordered = sorted(framework.findings, key=lambda each: _ORDER.index(each.status))
    return _grouped(ordered, lambda each: (each.status, _reason(each)), _reason)


def _grouped(
    findings: Iterable[Finding],
    key: Callable[[Finding], Hashable],
    reason: Callable[[Finding], str],
) -> tuple[Group, ...]:
    found: dict[Hashable, list[Finding]] = {}
    for each in findings:
        found.setdefault(key(each), []).append(each)
    return tuple(Group(own[0].status, reason(own[0]), tuple(own)) for own in found.values())


def _reason(finding: Finding) -> str:
    """Return what rules of one answer share: a basis where they conform, else a condition."""
    if finding.status is Status.NOT_APPLICABLE:
        return finding.condition
    if finding.status is Status.CONFORMS:
        rests = words.BASIS[finding.basis]
        return f"{rests}; {finding.condition}" if finding.condition else rests
    return ""
