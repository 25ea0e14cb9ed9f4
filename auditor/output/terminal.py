"""Render a report as text for a terminal of 80 columns."""

from collections.abc import Iterable, Iterator, Sequence

from auditor.engine.places import words_of
from auditor.finding import Evidence, Finding, Severity, Status
from auditor.output import arrange, clauses, documents, shown, words
from auditor.output.printable import printable
from auditor.output.text import Style, styled, wrapped
from auditor.report import Report
from auditor.value.claim import ClaimResult


def render(report: Report, *, colour: bool, quiet: bool) -> str:
    """Return the report as text, or one line of it; without a line break at the end.

    Hidden and control characters of the file are written as their numbers, so that no text in it
    can steer the terminal.
    """
    style = styled(colour=colour)
    if quiet:
        return _line(report, style)
    parts = (
        _examined(report, style),
        _reading(report, style),
        _documents(report, style),
        _conclusion(report, style),
        _claims(report, style),
        *_departures(report, style),
        _open(report, style),
        _coverage(report, style),
    )
    return "\n\n".join("\n".join(lines) for part in parts if (lines := list(part)))


def _line(report: Report, style: Style) -> str:
    verdict = report.conclusion.overall
    each = report.conclusion.by_framework
    silent, due = arrange.bearing(report)
    counts = (
        f"{sum(f.critical for f in each)} critical, {sum(f.major for f in each)} major, "
        f"{sum(f.minor for f in each)} minor; "
        f"{silent} of {due} due cannot conclude"
    )
    name = words.cut(printable(report.file.name), 120)
    return f"{name}: {style(verdict, words.VERDICT[verdict])} ({counts})"


def _examined(report: Report, style: Style) -> Iterator[str]:
    file = report.file
    yield from (style("heading", line) for line in wrapped(file.title))
    decided = words.long_date(file.decision_date)
    yield from wrapped(f"{words.plain_code(file.kind)}, stage: {file.stage}, decision: {decided}")
    yield from wrapped(f"{file.name} (SHA-256 {words.short(file.sha256)}…)")


def _reading(report: Report, style: Style) -> Iterator[str]:
    if report.reading:
        yield style("heading", "How the file was read")
    for remark in report.reading:
        place = f" ({remark.place})" if remark.place else ""
        said = f"{words.REMARK[remark.kind]}{place}: {remark.text}"
        yield from wrapped(said, indent=2, hang=2)


def _documents(report: Report, style: Style) -> Iterator[str]:
    if report.documents:
        yield style("heading", "Evidence documents")
        yield from wrapped(documents.in_short(report), indent=2)
    for document in report.documents:
        note = f": {document.note}" if document.note else ""
        digest = documents.digest_words(document) if document.sha256 else ""
        said = f"{document.entry} ({document.file}): {words.DOCUMENT[document.state]}{note}"
        changed = f"; digest{digest.removeprefix(',')}" if document.unchanged == "no" else ""
        remarks = "".join(f"; {remark}" for remark in document.remarks)
        yield from wrapped(f"{said}{changed}{remarks}", indent=2, hang=2)


def _conclusion(report: Report, style: Style) -> Iterator[str]:
    verdict = report.conclusion.overall
    yield style("heading", "Conclusion: ") + style(verdict, words.VERDICT[verdict])
    for reason in report.conclusion.reasons:
        yield from wrapped(words.sentence(reason), indent=2)
    yield from wrapped(words.NOTICE, indent=2)
    yield ""
    for framework in report.conclusion.by_framework:
        yield from wrapped(framework.title, indent=2)
        yield f"    {style(framework.verdict, words.VERDICT[framework.verdict])}"
        yield (
            f"    {framework.critical} critical, {framework.major} major, {framework.minor} minor; "
            f"{framework.cannot_conclude} of {framework.due} due cannot conclude"
        )
    yield ""
    reached = f"How a conclusion is reached: {' '.join(report.conclusion.thresholds)}"
    yield from (style("quiet", line) for line in wrapped(reached, indent=2))


def _claims(report: Report, style: Style) -> Iterator[str]:
    examined, reproduced = arrange.claims_by_working(report)
    if report.claims:
        yield style("heading", "Claims beside their recomputation")
    for claim in examined:
        yield from _examined_claim(claim)
    for claim in reproduced:
        figures = f"claimed {claim.claimed}, recomputed {claim.recomputed}"
        said = words.CLAIM_VERDICT[claim.verdict]
        yield from wrapped(f"{said}: {claim.label}, {figures}", indent=2, hang=2)


def _examined_claim(claim: ClaimResult) -> Iterator[str]:
    place = f" ({claim.place})" if claim.place else ""
    rests = "; the decision rests on it" if claim.decisive else ""
    said = words.CLAIM_VERDICT[claim.verdict]
    yield from wrapped(f"{said}: {claim.label}{place}{rests}", indent=2, hang=2)
    figures = f"claimed {claim.claimed}, recomputed {claim.recomputed or '–'}"
    yield from wrapped(words.sentence(f"{figures}. {claim.note}"), indent=4)


def _departures(report: Report, style: Style) -> Iterator[Iterator[str]]:
    departures = arrange.having(report, Status.DEPARTS)
    for severity in Severity:
        own = [finding for finding in departures if finding.severity is severity]
        if own:
            title = f"{words.SEVERITY[severity]}: {words.count(len(own), 'departure')}"
            yield _group(title, report, own, style)


def _open(report: Report, style: Style) -> Iterator[str]:
    silent = arrange.having(report, Status.CANNOT_CONCLUDE)
    advice = [finding for finding in silent if finding.severity is Severity.ADVISORY]
    rest = [finding for finding in silent if finding.severity is not Severity.ADVISORY]
    unanswered = (*arrange.gates(report), *rest)
    if unanswered:
        yield from _group(f"Cannot conclude: {len(unanswered)}", report, unanswered, style)
        yield ""
    if advice:
        yield from _advice(advice, style)
        yield ""
    if unanswered or advice:
        yield from wrapped(f"Who asks for it, and why: {report.engine.name} explain RULE")


def _advice(findings: Sequence[Finding], style: Style) -> Iterator[str]:
    """Name the advice that cannot conclude, and not what to do: there is too much of it."""
    yield style("heading", f"Advice that cannot conclude: {len(findings)}")
    yield from wrapped("None of it changes the conclusion.", indent=2)
    for finding in findings:
        title = f"{words.SYMBOL[finding.status]} {finding.rule} {finding.title}"
        yield from (style("quiet", line) for line in wrapped(title, indent=2, hang=2))


def _clauses(report: Report) -> Iterator[str]:
    """Say how much of each framework was asked, as clauses that add up."""
    each = clauses.frameworks(report)
    if each:
        yield from wrapped(clauses.in_short(clauses.together(report)), indent=2)
    for framework in each if len(each) > 1 else ():
        yield from wrapped(f"{framework.title}: {clauses.sum_of(framework.split)}", indent=4)


def _group(title: str, report: Report, findings: Iterable[Finding], style: Style) -> Iterator[str]:
    yield style("heading", title)
    leaning = clauses.leaning(report)
    for number, finding in enumerate(findings):
        if number:
            yield ""
        yield from _finding(finding, style)
        if finding.rule in leaning:
            said = f"Stands also for: {'; '.join(leaning[finding.rule])}"
            yield from wrapped(said, indent=4, hang=2)


def _finding(finding: Finding, style: Style) -> Iterator[str]:
    rule = "" if finding.waits_for else f"{finding.rule} "
    title = f"{words.SYMBOL[finding.status]} {rule}{finding.title}"
    heading = wrapped(title, indent=2, hang=2)
    yield from (style(finding.status, line) for line in heading)
    yield from wrapped(words.sentence(finding.message), indent=4)
    if finding.condition:
        yield from wrapped(words.sentence(finding.condition), indent=4)
    for item in shown.evidence(finding):
        yield from wrapped(_evidence(item), indent=4, hang=2)
    for rest in shown.more(finding):
        yield from wrapped(rest, indent=4, hang=2)
    unnamed = arrange.unnamed(finding)
    if unnamed and len(finding.missing) > 1:
        yield from wrapped(f"Not stated: {', '.join(unnamed)}", indent=4, hang=2)
    if finding.fix:
        yield from wrapped(f"What to do: {finding.fix}", indent=4, hang=2)
    if finding.status is Status.DEPARTS:
        yield from _citations(finding)


def _citations(finding: Finding) -> Iterator[str]:
    for cited in finding.citations:
        where = f", {cited.where}" if cited.where else ""
        seen = words.CONFIDENCE[cited.confidence]
        yield from wrapped(f"Asked for by: {cited.title}{where} ({seen})", indent=4, hang=2)


def _evidence(item: Evidence) -> str:
    place = " ".join(part for part in (item.place, words_of(item.pointer)) if part)
    expected = f"; expected {item.expected}" if item.expected else ""
    return f"{place}: found {item.found}{expected}"


def _coverage(report: Report, style: Style) -> Iterator[str]:
    rules, items = arrange.rule_totals(report), arrange.item_totals(report)
    yield style("heading", "Coverage")
    waiting = f" + {rules.waiting} waiting" if rules.waiting else ""
    yield from wrapped(
        f"{words.count(rules.total, 'rule')}: {rules.conforms} conform + {rules.departs} depart + "
        f"{rules.cannot_conclude} cannot conclude + {rules.not_applicable} not applicable + "
        f"{rules.recorded} recorded{waiting} = {rules.total}",
        indent=2,
    )
    yield from wrapped(f"Items looked at: {words.tally(items)}", indent=2)
    yield from _clauses(report)
    stated = arrange.stated_alone(report)
    yield from wrapped(
        f"{stated} of {rules.conforms} conforming findings rest on what the file states, and on "
        "nothing else.",
        indent=2,
    )
    yield from wrapped(f"Digest of this result: {report.digest}", indent=2)
