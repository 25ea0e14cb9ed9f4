"""Say what the rules of each pack looked at, and what stands for each clause of its authority."""

from collections.abc import Mapping, Sequence

from auditor.engine.pack import Pack
from auditor.engine.pack_parts import Clause
from auditor.finding import Counts, Finding
from auditor.report import Answered, ClauseCovered, Coverage, RuleAnswer


def coverage_of(packs: Sequence[Pack], findings: Sequence[Finding]) -> tuple[Coverage, ...]:
    """Return the coverage of each pack; `findings` are those of every rule, waiting or not."""
    own: dict[str, list[Finding]] = {pack.info.id: [] for pack in packs}
    for finding in findings:
        own[finding.pack].append(finding)
    answers = {finding.rule: RuleAnswer(finding.rule, _answered(finding)) for finding in findings}
    return tuple(_coverage(pack, own[pack.info.id], answers) for pack in packs)


def _answered(finding: Finding) -> Answered:
    return Answered.WAITING if finding.waits_for else Answered(finding.status.value)


def _coverage(pack: Pack, own: Sequence[Finding], answers: Mapping[str, RuleAnswer]) -> Coverage:
    asked = [finding.counts for finding in own if not finding.waits_for]
    clauses = tuple(_clause(clause, answers) for clause in pack.clauses)
    return Coverage(pack.info.id, len(own), len(own) - len(asked), sum(asked, Counts()), clauses)


def _clause(clause: Clause, answers: Mapping[str, RuleAnswer]) -> ClauseCovered:
    rules = (*clause.rules, *clause.same_as)
    return ClauseCovered(
        clause=clause.clause,
        title=clause.title,
        standing=clause.standing,
        answers=tuple(answers.get(r) or RuleAnswer(r, Answered.NOT_APPLIED) for r in rules),
        reason=clause.not_checked,
    )
