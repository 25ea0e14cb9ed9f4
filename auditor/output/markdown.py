"""Render a report as Markdown (CommonMark with the tables of GFM), for a page or a repository."""

from collections.abc import Iterable, Iterator, Sequence

from auditor.engine.places import words_of
from auditor.finding import Finding, Severity, Status
from auditor.output import arrange, clauses, documents, rerun, shown, sources, words
from auditor.output.markdown_text import code, item, table, text
from auditor.output.printable import is_web_address
from auditor.report import Report


def render(report: Report) -> bytes:
    """Return the report as Markdown; text of the file is escaped and never becomes markup."""
    parts = (
        _head(report),
        _conclusion(report),
        _claims(report),
        *_findings(report),
        _rules(report),
        _judgements(report),
        _documents(report),
        _sources(report),
        _again(report),
        _limits(report),
    )
    chapters = ("\n".join(lines) for part in parts if (lines := list(part)))
    return ("\n\n".join(chapters) + "\n").encode()


def _head(report: Report) -> Iterator[str]:
    file, engagement = report.file, report.engagement
    yield f"# Verification report: {text(file.title)}"
    yield ""
    yield f"**{text(words.NOTICE)}**"
    yield ""
    facts = (
        ("Body", engagement.body),
        ("Prepared by", engagement.prepared_by),
        ("What was examined", f"{words.plain_code(file.kind)}, at the stage: {file.stage}"),
        ("Decision date", words.long_date(file.decision_date)),
        ("Judged as at", words.long_date(report.as_at)),
        ("File", file.name),
        ("SHA-256 of the file", file.sha256),
        ("Digest of this report", report.digest),
        ("Program", f"{report.engine.name} {report.engine.version}"),
    )
    yield from table(("Detail", "Value"), facts)


def _conclusion(report: Report) -> Iterator[str]:
    rules, items = arrange.rule_totals(report), arrange.item_totals(report)
    yield f"## Conclusion: {text(words.VERDICT[report.conclusion.overall])}"
    yield ""
    yield from (item(words.sentence(each)) for each in report.conclusion.reasons)
    yield ""
    heads = ("Framework", "Conclusion", "Critical", "Major", "Minor", "Cannot conclude")
    yield from table(
        heads,
        (
            (
                each.title,
                words.VERDICT[each.verdict],
                f"{each.critical}",
                f"{each.major}",
                f"{each.minor}",
                f"{each.cannot_conclude} of {each.due}",
            )
            for each in report.conclusion.by_framework
        ),
    )
    yield ""
    yield item(
        f"{words.count(rules.total, 'rule')}: {rules.conforms} conform + {rules.departs} depart + "
        f"{rules.cannot_conclude} cannot conclude + {rules.not_applicable} not applicable + "
        f"{rules.recorded} recorded + {rules.waiting} waiting = {rules.total}."
    )
    yield item(f"Items looked at: {words.tally(items)}.")
    if clauses.frameworks(report):
        yield item(f"{clauses.in_short(clauses.together(report))}.")
    stated = arrange.stated_alone(report)
    yield item(f"{stated} of {rules.conforms} conforming findings rest on what the file states, "
               "and on nothing else.")  # fmt: skip
    yield ""
    yield text(f"How a conclusion is reached: {' '.join(report.conclusion.thresholds)}")


def _claims(report: Report) -> Iterator[str]:
    if not report.claims:
        return
    yield "## Claims beside their recomputation"
    yield ""
    heads = ("Claim", "Place", "Claimed", "Recomputed", "Verdict", "Note")
    rows = (
        (
            f"{each.label}{' (the decision rests on it)' if each.decisive else ''}",
            each.place or words_of(each.pointer),
            each.claimed,
            each.recomputed or "–",
            words.CLAIM_VERDICT[each.verdict],
            each.note,
        )
        for each in report.claims
    )
    yield from table(heads, rows)


def _findings(report: Report) -> Iterator[Iterator[str]]:
    departures = arrange.having(report, Status.DEPARTS)
    for severity in Severity:
        own = [finding for finding in departures if finding.severity is severity]
        title = f"{words.SEVERITY[severity]}: {words.count(len(own), 'departure')}"
        yield _group(title, own)
    silent = (*arrange.gates(report), *arrange.having(report, Status.CANNOT_CONCLUDE))
    yield _group(f"Cannot conclude: {len(silent)}", silent)


def _group(title: str, findings: Sequence[Finding]) -> Iterator[str]:
    if not findings:
        return
    yield f"## {text(title)}"
    for finding in findings:
        yield ""
        yield from _finding(finding)


def _finding(finding: Finding) -> Iterator[str]:
    yield f"### {text(finding.rule)} {text(finding.title)}"
    yield ""
    badges = words.STATUS[finding.status], words.SEVERITY[finding.severity], words.footing(finding)
    yield text("; ".join(each for each in badges if each))
    yield ""
    said = f"{words.sentence(finding.message)} {finding.condition}"
    yield text(said)
    yield ""
    if finding.fix:
        yield item(f"What to do: {finding.fix}")
    for read in shown.evidence(finding):
        place = " ".join(part for part in (read.place, words_of(read.pointer)) if part)
        expected = f"; expected {read.expected}" if read.expected else ""
        yield item(f"{place}: found {read.found}{expected}")
    yield from map(item, shown.more(finding))
    unnamed = arrange.unnamed(finding)
    if unnamed and len(finding.missing) > 1:
        yield item(f"Not stated: {', '.join(unnamed)}")
    for cited in finding.citations if finding.status is Status.DEPARTS else ():
        where = f", {cited.where}" if cited.where else ""
        yield item(f"Asked for by: {cited.title}{where} ({words.CONFIDENCE[cited.confidence]})")


def _rules(report: Report) -> Iterator[str]:
    yield "## Coverage: every rule and its answer"
    yield ""
    heads = ("Rule", "Requirement", "Severity", "Answer", "Condition")
    rows = (
        (
            each.rule,
            each.title,
            words.SEVERITY[each.severity],
            f"{words.SYMBOL[each.status]} {words.STATUS[each.status]}",
            each.condition,
        )
        for each in arrange.answered(report)
    )
    yield from table(heads, rows)
    for gate in arrange.gates(report):
        yield ""
        yield text(f"{', '.join(gate.also)} wait for {gate.waits_for}.")


def _judgements(report: Report) -> Iterator[str]:
    if not report.judgements:
        return
    yield "## Judgements on record"
    yield ""
    heads = ("Question", "Conclusion recorded", "Made by", "Date", "Record")
    rows = (
        (
            each.question,
            each.conclusion,
            each.made_by or words.NOT_STATED,
            words.long_date(each.date) or words.NOT_STATED,
            "Complete" if each.complete else "Incomplete",
        )
        for each in report.judgements
    )
    yield from table(heads, rows)


def _documents(report: Report) -> Iterator[str]:
    if not report.documents:
        return
    yield "## Evidence documents"
    yield ""
    yield text(documents.in_short(report))
    yield ""
    heads = ("Entry", "Document", "File", "What became of it", "SHA-256")
    rows = (
        (each.entry, each.title, each.file, words.DOCUMENT[each.state], each.sha256 or "–")
        for each in report.documents
    )
    yield from table(heads, rows)


def _sources(report: Report) -> Iterator[str]:
    yield "## Sources"
    yield ""
    for source in sources.sources(report):
        link = f" <{source.url}>" if is_web_address(source.url) else ""
        seen = words.CONFIDENCE[source.confidence]
        yield f"{item(f'{source.title} ({seen})')}{link}"


def _again(report: Report) -> Iterator[str]:
    yield "## How to verify this report again"
    yield ""
    heads = ("Rule pack", "Version", "Rules", "SHA-256")
    rows = ((each.id, each.version, f"{each.rules}", each.sha256) for each in report.packs)
    yield from table(heads, rows)
    for step in rerun.steps(report):
        yield from ("", text(step.what), "", code(step.command))


def _limits(report: Report) -> Iterator[str]:
    yield "## Limits"
    yield ""
    yield from _items((words.NOTICE, *report.limits, *map(words.sentence, report.conventions)))


def _items(texts: Iterable[str]) -> Iterator[str]:
    return map(item, texts)
