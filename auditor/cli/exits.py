"""Decide the exit code: what a script learns from a run."""

from collections.abc import Iterable
from enum import IntEnum

from auditor.conclusion import Verdict
from auditor.finding import Finding, Severity, Status
from auditor.report import Report
from auditor.value.claim import ClaimVerdict


class Exit(IntEnum):
    """The exit codes, documented in `auditor --help` and the README."""

    CLEAN = 0
    DEPARTURES = 1
    USAGE = 2
    INPUT = 3
    RULES = 4
    TOO_LITTLE = 5
    FAULT = 70


_FIRST = (Exit.FAULT, Exit.RULES, Exit.INPUT, Exit.USAGE, Exit.DEPARTURES, Exit.TOO_LITTLE)
FAIL_ON = ("critical", "major", "minor", "never")


def exit_for(report: Report, *, fail_on: str) -> Exit:
    """Return the exit code of one report; `fail_on` is the least severity that fails.

    A figure that the decision rests on and that is not reproduced is critical (docs/standard.md),
    also where no rule of the packs that were applied asks about it.
    """
    if fail_on != "never" and any(
        claim.decisive and claim.verdict is ClaimVerdict.NOT_REPRODUCED for claim in report.claims
    ):
        return Exit.DEPARTURES
    if any(_fails(finding, fail_on) for finding in report.findings):
        return Exit.DEPARTURES
    if report.conclusion.overall is Verdict.TOO_LITTLE_EVIDENCE:
        return Exit.TOO_LITTLE
    return Exit.CLEAN


def _fails(finding: Finding, fail_on: str) -> bool:
    if fail_on == "never" or finding.status is not Status.DEPARTS or not finding.counts_towards:
        return False
    order = list(Severity)
    return order.index(finding.severity) <= order.index(Severity(fail_on))


def first_of(codes: Iterable[int]) -> int:
    """Return the code that matters most when several hold."""
    held = set(codes)
    return next((code for code in _FIRST if code in held), Exit.CLEAN)
