"""Arrange a report for reading: what comes first, what belongs together, what it adds up to."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from auditor.conclusion import FrameworkConclusion
from auditor.engine.places import pattern_of, together
from auditor.finding import (
    Basis,
    Counts,
    Finding,
    Severity,
    Status,
)
from auditor.report import Report
from auditor.value.claim import ClaimResult, ClaimVerdict, Step

_SEVERITIES = list(Severity)
_BASES = list(Basis)


@dataclass(frozen=True, slots=True)
class RuleTotals:
    """How many rules gave each answer; `waiting` are those behind a gate that is not known."""

    conforms: int = 0
    departs: int = 0
    cannot_conclude: int = 0
    not_applicable: int = 0
    recorded: int = 0
    waiting: int = 0

    @property
    def total(self) -> int:
        """Return the number of rules, each counted once."""
        return (
            self.conforms
            + self.departs
            + self.cannot_conclude
            + self.not_applicable
            + self.recorded
            + self.waiting
        )


@dataclass(frozen=True, slots=True)
class Framework:
    """The findings of one framework, in the order in which they are read."""

    id: str
    title: str
    conclusion: FrameworkConclusion | None
    findings: tuple[Finding, ...]
    totals: RuleTotals

    @property
    def is_asked(self) -> bool:
        """Say whether some rule applies to the file, or may."""
        return self.conclusion is not None or self.totals.not_applicable < self.totals.total

    def having(self, status: Status) -> tuple[Finding, ...]:
        """Return the findings of one status, the weightiest first."""
        return by_weight(item for item in self.findings if item.status == status)


@dataclass(frozen=True, slots=True)
class Missing:
    """What the file leaves empty, in how many places, and the rules that wait for it.

    `where` leaves out the numbers of entries, so that a list of rows reads as one line.
    """

    where: str
    places: int
    rules: tuple[str, ...]


def _weight(finding: Finding) -> tuple[bool, int, int]:
    severity, basis = _SEVERITIES.index(finding.severity), _BASES.index(finding.basis)
    return not finding.counts_towards, severity, basis


def by_weight(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings with those first that count, are severe, and rest on recomputation."""
    return tuple(sorted(findings, key=_weight))


def answered(report: Report) -> tuple[Finding, ...]:
    """Return the findings of rules that were run; the others wait for a gate that is unknown."""
    return tuple(item for item in report.findings if not item.waits_for)


def gates(report: Report) -> tuple[Finding, ...]:
    """Return one finding for each fact that decides whether rules apply and is not stated."""
    return tuple(item for item in report.findings if item.waits_for)


def having(report: Report, status: Status) -> tuple[Finding, ...]:
    """Return the findings of one status, the weightiest first."""
    return by_weight(item for item in answered(report) if item.status == status)


def most_important(report: Report, *, number: int = 3) -> tuple[Finding, ...]:
    """Return the findings to act on first: departures, then what could not be concluded."""
    open_questions = (
        item for item in having(report, Status.CANNOT_CONCLUDE) if item.counts_towards
    )
    return (*having(report, Status.DEPARTS), *open_questions)[:number]


def bearing(report: Report) -> tuple[int, int]:
    """Count the rules that bear on the conclusion and cannot conclude, and all that bear on it."""
    each = report.conclusion.by_framework
    return sum(f.cannot_conclude for f in each), sum(f.due for f in each)


def rule_totals(report: Report) -> RuleTotals:
    """Count all rules by their answer, each once."""
    return _totals(answered(report), sum(row.waiting for row in report.coverage))


def _totals(findings: Iterable[Finding], waiting: int) -> RuleTotals:
    answers = Counter(item.status.value for item in findings)
    return RuleTotals(**answers, waiting=waiting)


def item_totals(report: Report) -> Counts:
    """Add up the items that all packs looked at."""
    return sum((row.counts for row in report.coverage), Counts())


def stated_alone(report: Report) -> int:
    """Count the conforming findings that rest on what the file states and on nothing else."""
    return sum(1 for item in having(report, Status.CONFORMS) if item.basis is Basis.STATED)


def headline_claim(report: Report) -> ClaimResult | None:
    """Return the claim that the decision rests on, or else the first."""
    decisive = (claim for claim in report.claims if claim.decisive)
    return next(decisive, report.claims[0] if report.claims else None)


def claims_by_working(report: Report) -> tuple[tuple[ClaimResult, ...], tuple[ClaimResult, ...]]:
    """Return the claims to look into one by one, and those that were plainly reproduced."""
    plain = [
        claim.verdict is ClaimVerdict.REPRODUCED and not claim.decisive for claim in report.claims
    ]
    pairs = list(zip(report.claims, plain, strict=True))
    examined = sorted((claim for claim, easy in pairs if not easy), key=lambda c: not c.decisive)
    return tuple(examined), tuple(claim for claim, easy in pairs if easy)


def new_steps(claims: Iterable[ClaimResult]) -> tuple[tuple[ClaimResult, tuple[Step, ...]], ...]:
    """Return each claim with the steps of its working that no claim before it has shown."""
    seen: set[Step] = set()
    found = []
    for claim in claims:
        found.append((claim, tuple(step for step in claim.working if step not in seen)))
        seen.update(claim.working)
    return tuple(found)


def not_reproduced(report: Report) -> tuple[ClaimResult, ...]:
    """Return the claims that recomputation contradicts."""
    return tuple(each for each in report.claims if each.verdict is ClaimVerdict.NOT_REPRODUCED)


def unnamed(finding: Finding) -> tuple[str, ...]:
    """Return the places that are not stated and that the message does not name."""
    in_file = (each for each in finding.missing if each.startswith("/"))
    return tuple(each for each in together(in_file) if each not in finding.message)


def frameworks(report: Report) -> tuple[Framework, ...]:
    """Return the frameworks in the order of the conclusion, then packs without a conclusion."""
    concluded = {each.framework: each for each in report.conclusion.by_framework}
    titles = {pack.id: pack.title for pack in report.packs}
    waiting = {row.pack: row.waiting for row in report.coverage}
    found: dict[str, list[Finding]] = {name: [] for name in [*concluded, *titles]}
    for item in answered(report):
        found.setdefault(item.pack, []).append(item)
    return tuple(
        Framework(
            id=name,
            title=concluded[name].title if name in concluded else titles.get(name, name),
            conclusion=concluded.get(name),
            findings=tuple(own),
            totals=_totals(own, waiting.get(name, 0)),
        )
        for name, own in found.items()
    )


def asked(report: Report) -> tuple[Framework, ...]:
    """Return the frameworks of which some rule applies to the file, or may."""
    return tuple(each for each in frameworks(report) if each.is_asked)


def unasked(report: Report) -> tuple[Framework, ...]:
    """Return the frameworks of which no rule applies to the file."""
    return tuple(each for each in frameworks(report) if not each.is_asked)


def missing(report: Report) -> tuple[Missing, ...]:
    """Return what the file does not state, first what most rules wait for.

    Values that are worked out are left out: nobody can state them.
    """
    gaps: dict[str, list[tuple[str, str]]] = {}
    for item in answered(report):
        for pointer in (each for each in item.missing if each.startswith("/")):
            gaps.setdefault(pattern_of(pointer), []).append((pointer, item.rule))
    found = (
        Missing(pattern, len({place for place, _ in uses}), _once(rule for _, rule in uses))
        for pattern, uses in gaps.items()
    )
    return tuple(sorted(found, key=lambda gap: (-len(gap.rules), -gap.places)))


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
