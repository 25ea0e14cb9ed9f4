"""Say what the rules of each pack looked at, and what stands for each clause of its authority."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from functools import lru_cache
from operator import attrgetter

from auditor.engine.pack import Pack
from auditor.engine.pack_parts import Clause
from auditor.finding import Counts, Finding, Status
from auditor.report import Answered, ClauseCovered, Coverage, RuleAnswer

_COUNTED = attrgetter(*(field.name for field in fields(Counts)))


def coverage_of(packs: Sequence[Pack], findings: Sequence[Finding]) -> tuple[Coverage, ...]:
    """Return the coverage of each pack; `findings` are those of every rule, waiting or not."""
    own: dict[str, list[Finding]] = {pack.info.id: [] for pack in packs}
    for finding in findings:
        own[finding.pack].append(finding)
    answers = {
        each.rule: _answer(each.rule, each.status, bool(each.waits_for)) for each in findings
    }
    return tuple(_coverage(pack, own[pack.info.id], answers) for pack in packs)


@lru_cache(maxsize=8192)
def _answer(rule: str, status: Status, waits: bool) -> RuleAnswer:
    """Return what a rule answered; the same for many files."""
    return RuleAnswer(rule, Answered.WAITING if waits else Answered(status.value))


def _coverage(pack: Pack, own: Sequence[Finding], answers: Mapping[str, RuleAnswer]) -> Coverage:
    asked = [finding.counts for finding in own if not finding.waits_for]
    clauses = tuple(_clause(clause, answers) for clause in pack.clauses)
    return Coverage(pack.info.id, len(own), len(own) - len(asked), _sum(asked), clauses)


def _sum(every: Sequence[Counts]) -> Counts:
    """Add counts up, name by name."""
    return Counts(*map(sum, zip(*map(_COUNTED, every), strict=True)))


def _clause(clause: Clause, answers: Mapping[str, RuleAnswer]) -> ClauseCovered:
    rules = (*clause.rules, *clause.same_as)
    return ClauseCovered(
        clause=clause.clause,
        title=clause.title,
        standing=clause.standing,
        answers=tuple(answers.get(r) or RuleAnswer(r, Answered.NOT_APPLIED) for r in rules),
        reason=clause.not_checked,
    )
