"""Decide the exit code: what a script learns from a run."""

from collections.abc import Iterable
from enum import IntEnum

from auditor.analysis.analysis import Part
from auditor.analysis.statements import Statements
from auditor.conclusion import Verdict
from auditor.finding import Finding, Severity, Status
from auditor.report import Report
from auditor.valuation import Valuation
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


def exit_for_value(found: Valuation) -> Exit:
    """Return the exit code of a look at claims and statements alone."""
    verdicts = {claim.verdict for claim in found.claims}
    answers = _answers(found.parts)
    if ClaimVerdict.NOT_REPRODUCED in verdicts or False in answers:
        return Exit.DEPARTURES
    answered = verdicts & {ClaimVerdict.REPRODUCED, ClaimVerdict.WITHIN_ROUNDING}
    return Exit.CLEAN if answered or True in answers else Exit.TOO_LITTLE


def _answers(parts: Iterable[Part]) -> set[bool | None]:
    """Return whether the confirmed statements of a file hold, as far as they could be checked."""
    listed = (part.result for part in parts if isinstance(part.result, Statements))
    return {answer for statements in listed for answer in statements.answers}


def _fails(finding: Finding, fail_on: str) -> bool:
    if fail_on == "never" or finding.status is not Status.DEPARTS or not finding.counts_towards:
        return False
    order = list(Severity)
    return order.index(finding.severity) <= order.index(Severity(fail_on))


def first_of(codes: Iterable[int]) -> int:
    """Return the code that matters most when several hold."""
    held = set(codes)
    return next((code for code in _FIRST if code in held), Exit.CLEAN)
