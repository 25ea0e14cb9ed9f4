"""Turn findings into a conclusion per framework and overall, by thresholds that are data."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from auditor.engine.pack_parts import Thresholds
from auditor.engine.show import percent
from auditor.finding import Basis, Finding, Severity, Status
from auditor.value.claim import ClaimResult, ClaimVerdict

_WEIGHTY = (Severity.CRITICAL, Severity.MAJOR)
_LIGHTEST_FIRST = {severity: place for place, severity in enumerate(reversed(Severity))}


class Verdict(StrEnum):
    """What the factual findings amount to; never an opinion."""

    NO_DEPARTURES = "no_departures"
    DEPARTURES = "departures"
    SERIOUS_DEPARTURES = "serious_departures"
    TOO_LITTLE_EVIDENCE = "too_little_evidence"


@dataclass(frozen=True, slots=True)
class FrameworkConclusion:
    """The conclusion for one framework, with the counts and the sentences that led to it."""

    framework: str
    title: str
    verdict: Verdict
    critical: int
    major: int
    minor: int
    due: int
    cannot_conclude: int
    on_statement_alone: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conclusion:
    """The overall conclusion (the worst framework asked), why, and the thresholds applied."""

    overall: Verdict
    by_framework: tuple[FrameworkConclusion, ...]
    reasons: tuple[str, ...]
    thresholds: tuple[str, ...]


def conclude(
    findings: Sequence[Finding],
    claims: Sequence[ClaimResult],
    titles: Mapping[str, str],
    thresholds: Thresholds,
) -> Conclusion:
    """Conclude for each framework (`titles` by pack id) and overall.

    Only findings that count towards the conclusion are weighed; see docs/standard.md. A framework
    of which no rule is due was not asked: it is left out, unless none was asked at all. One that
    gives nothing but advice is shown, and by what it was made for finds no departure that counts.
    """
    own: dict[str, list[Finding]] = {pack: [] for pack in titles}
    for finding in findings:
        own.setdefault(finding.pack, []).append(finding)
    frameworks = tuple(
        _framework(pack, title, own[pack], claims, thresholds) for pack, title in titles.items()
    )
    order = [Verdict(name) for name in thresholds.order]
    asked = tuple(each for each in frameworks if each.due or _only_advises(each)) or frameworks
    worst = max((each.verdict for each in asked), key=order.index,
                default=Verdict.TOO_LITTLE_EVIDENCE)  # fmt: skip
    unsupported, contradicted = _unsupported(claims), _contradicted(claims)
    if unsupported:
        worst = max(worst, Verdict.TOO_LITTLE_EVIDENCE, key=order.index)
    if contradicted:
        worst = max(worst, Verdict.DEPARTURES, key=order.index)
    return Conclusion(
        overall=worst,
        by_framework=asked,
        reasons=(*_overall_reasons(worst, asked), *unsupported, *contradicted),
        thresholds=threshold_words(thresholds),
    )


def _framework(
    pack: str,
    title: str,
    findings: Sequence[Finding],
    claims: Sequence[ClaimResult],
    thresholds: Thresholds,
) -> FrameworkConclusion:
    due = _questions(
        f for f in findings if f.status is not Status.NOT_APPLICABLE and f.counts_towards
    )
    advice = _advice(findings)
    departs = [f.severity for f in due if f.status is Status.DEPARTS]
    weighty = [f for f in due if f.severity in _WEIGHTY]
    unanswered = [f for f in weighty if f.status is Status.CANNOT_CONCLUDE]
    unsupported = _unsupported(claim for claim in claims if claim.framework == pack)
    too_little = (
        bool(unsupported)
        or not any(f.status is not Status.CANNOT_CONCLUDE for f in (*due, *advice))
        or len(unanswered) > thresholds.too_little_share * len(weighty)
    )
    critical, major, minor = (
        departs.count(severity) for severity in (Severity.CRITICAL, Severity.MAJOR, Severity.MINOR)
    )
    by_departures = _by_departures(critical, major, minor, thresholds)
    return FrameworkConclusion(
        framework=pack,
        title=title,
        verdict=Verdict.TOO_LITTLE_EVIDENCE if too_little else by_departures,
        critical=critical,
        major=major,
        minor=minor,
        due=len(due),
        cannot_conclude=sum(f.status is Status.CANNOT_CONCLUDE for f in due),
        on_statement_alone=sum(
            f.status is Status.CONFORMS and f.basis is Basis.STATED for f in findings
        ),
        reasons=(
            _departure_words(critical, major, minor),
            _advice_words(advice) or _answered_words(due, len(weighty), len(unanswered)),
            *unsupported,
        ),
    )


def _advice(findings: Sequence[Finding]) -> list[Finding]:
    """Return the answers of a framework of which no rule can ever count; else none."""
    if any(f.counts_towards for f in findings):
        return []
    return [f for f in findings if f.status not in (Status.NOT_APPLICABLE, Status.CANNOT_CONCLUDE)]


def _only_advises(framework: FrameworkConclusion) -> bool:
    return not framework.due and framework.verdict is Verdict.NO_DEPARTURES


def _questions(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings, with all that wait for one unknown gate as one, the gravest."""
    gravest_last = sorted(findings, key=lambda f: _LIGHTEST_FIRST[f.severity])
    return list({f.waits_for or f.rule: f for f in gravest_last}.values())


def _by_departures(critical: int, major: int, minor: int, thresholds: Thresholds) -> Verdict:
    if critical >= thresholds.serious_from_critical or major >= thresholds.serious_from_major:
        return Verdict.SERIOUS_DEPARTURES
    return Verdict.DEPARTURES if critical + major + minor else Verdict.NO_DEPARTURES


def _departure_words(critical: int, major: int, minor: int) -> str:
    counts = {"critical": critical, "major": major, "minor": minor}
    named = [f"{count} {severity}" for severity, count in counts.items() if count]
    total = critical + major + minor
    if not named:
        return "no departures found"
    return f"{' and '.join(named)} departure{'s' if total > 1 else ''} found"


def _advice_words(advice: Sequence[Finding]) -> str:
    if not advice:
        return ""
    departs = sum(f.status is Status.DEPARTS for f in advice)
    return f"its rules only advise and never count: {departs} of {len(advice)} answers depart"


def _answered_words(due: Sequence[Finding], weighty: int, unanswered: int) -> str:
    if not due:
        return "no rule that counts is due for this file"
    if all(f.status is Status.CANNOT_CONCLUDE for f in due):
        one = len(due) == 1
        many = f"not one of the {len(due)} rules due can conclude"
        return "the one rule due cannot conclude" if one else many
    open_ones = sum(f.status is Status.CANNOT_CONCLUDE for f in due)
    among = f" ({unanswered} of {weighty} critical and major)" if weighty else ""
    return f"{open_ones} of {len(due)} rules due cannot conclude{among}"


_WHY_UNSUPPORTED = {
    ClaimVerdict.CANNOT_BE_RECOMPUTED: "a claim that cannot be recomputed",
    ClaimVerdict.AMBIGUOUS: "a claim that is ambiguous, because the file declares no convention "
    "and the usual ones give different answers",
}


def _unsupported(claims: Iterable[ClaimResult]) -> tuple[str, ...]:
    return tuple(
        f"the decision rests on {_WHY_UNSUPPORTED[claim.verdict]}: {claim.label}"
        for claim in claims
        if claim.decisive and claim.verdict in _WHY_UNSUPPORTED
    )


def _contradicted(claims: Iterable[ClaimResult]) -> tuple[str, ...]:
    return tuple(
        f"the claim that the decision rests on is not reproduced: {claim.label}"
        for claim in claims
        if claim.decisive and claim.verdict is ClaimVerdict.NOT_REPRODUCED
    )


def _overall_reasons(worst: Verdict, frameworks: Sequence[FrameworkConclusion]) -> tuple[str, ...]:
    return tuple(
        f"{each.title}: {each.reasons[0]}; {each.reasons[1]}"
        for each in frameworks
        if each.verdict is worst
    )


@lru_cache(maxsize=8)
def threshold_words(thresholds: Thresholds) -> tuple[str, ...]:
    """Return the thresholds as sentences, to be printed beside the conclusion."""
    share = percent(thresholds.too_little_share)
    order = ", ".join(name.replace("_", " ") for name in thresholds.order)
    return (
        f"Serious departures: {thresholds.serious_from_critical} or more critical, or "
        f"{thresholds.serious_from_major} or more major.",
        "Departures: any other critical, major or minor departure.",
        f"Too little evidence: more than {share} of the critical and major rules due cannot "
        "conclude, or the claim that the decision rests on cannot be recomputed or is ambiguous.",
        "A claim that the decision rests on and that is not reproduced is at least a departure.",
        "Advisory rules, rules from sources of low confidence and recorded judgements never "
        "change the conclusion.",
        f"Overall is the worst framework of which a rule was due, in this order: {order}.",
    )
