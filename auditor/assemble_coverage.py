"""Say what the rules of each pack looked at, and what stands for each clause of its authority."""

from collections.abc import Mapping, Sequence

from auditor.engine.pack import Pack
from auditor.engine.pack_parts import Clause
from auditor.finding import Counts, Finding
from auditor.report import Answered, ClauseCovered, Coverage, RuleAnswer


def coverage_of(packs: Sequence[Pack], findings: Sequence[Finding]) -> tuple[Coverage, ...]:
    """Return the coverage of each pack; `findings` are those of every rule, waiting or not."""
    answers = {finding.rule: _answered(finding) for finding in findings}
    return tuple(_coverage(pack, findings, answers) for pack in packs)


def _answered(finding: Finding) -> Answered:
    return Answered.WAITING if finding.waits_for else Answered(finding.status.value)


def _coverage(pack: Pack, findings: Sequence[Finding], answers: Mapping[str, Answered]) -> Coverage:
    own = [finding for finding in findings if finding.pack == pack.info.id]
    waiting = [finding for finding in own if finding.waits_for]
    counts = sum((f.counts for f in own if not f.waits_for), Counts())
    clauses = tuple(_clause(clause, answers) for clause in pack.clauses)
    return Coverage(pack.info.id, len(own), len(waiting), counts, clauses)


def _clause(clause: Clause, answers: Mapping[str, Answered]) -> ClauseCovered:
    return ClauseCovered(
        clause=clause.clause,
        title=clause.title,
        standing=clause.standing,
        answers=tuple(
            RuleAnswer(rule, answers.get(rule, Answered.NOT_APPLIED))
            for rule in (*clause.rules, *clause.same_as)
        ),
        reason=clause.not_checked,
    )
