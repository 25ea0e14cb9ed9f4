"""Arrange a report as tables: what was found, claimed and read, the same for every format."""

from collections.abc import Iterator

from auditor.engine.places import together, words_of
from auditor.finding import Finding, Status
from auditor.output import words
from auditor.output.figure import Value, value_of
from auditor.output.table import CODE, FIGURE, LONG, NAME, NUMBER, SAID, Column, Table
from auditor.report import Report
from auditor.value.claim import ClaimResult

_RESTS_ON_NOTHING = (Status.CANNOT_CONCLUDE, Status.NOT_APPLICABLE)
_ITEMS = tuple(
    Column(title, NUMBER, "items")
    for title in (
        "Conform",
        "Depart",
        "Cannot conclude",
        "Not applicable",
        "Recorded",
        "Looked at",
    )
)


def yes_no(value: bool) -> str:
    """Return a yes or a no."""
    return "Yes" if value else "No"


_REPORT = (
    Column("Conclusion of the report", SAID),
    Column("File", NAME),
    Column("SHA-256 of the file", SAID),
    Column("Digest of the report", SAID),
)


def findings(report: Report, *, alone: bool = False) -> Table:
    """Return every finding of a report, a row for each, in the order of the report.

    Where the table stands `alone`, each row names its report, so that the rows of many reports can
    be put together.
    """
    titles = {pack.id: pack.title for pack in report.packs}
    columns = (
        Column("Rule", CODE),
        Column("Framework", NAME),
        Column("Answer", SAID),
        Column("Severity"),
        Column("Counts towards the conclusion"),
        Column("Requirement", LONG),
        Column("What was found", LONG),
        Column("What to do", LONG),
        Column("Condition", NAME),
        Column("Rests on", SAID),
        Column("Place", SAID),
        Column("Not stated", NAME),
        *_ITEMS,
        Column("Asked for by", LONG),
        Column("Stands also for", SAID),
        Column("Rules that wait for it", NUMBER, "rules"),
        *(_REPORT if alone else ()),
    )
    whole = _of_report(report) if alone else ()
    rows = tuple((*_finding(each, titles.get(each.pack, each.pack)), *whole)
                 for each in report.findings)  # fmt: skip
    about = "Every rule that was run, and every fact for which rules wait: one row each."
    return Table("Findings", about, columns, rows)


def _of_report(report: Report) -> tuple[Value, ...]:
    verdict = words.VERDICT[report.conclusion.overall]
    return verdict, report.file.name, report.file.sha256, report.digest


def _finding(finding: Finding, framework: str) -> tuple[Value, ...]:
    counts = finding.counts
    return (
        finding.rule,
        framework,
        words.STATUS[finding.status],
        words.SEVERITY[finding.severity],
        yes_no(finding.counts_towards),
        finding.title,
        words.sentence(finding.message) if finding.message else "",
        finding.fix,
        finding.condition,
        "" if finding.status in _RESTS_ON_NOTHING else words.BASIS_IN_SHORT[finding.basis],
        finding.evidence[0].place if finding.evidence else "",
        "; ".join(together(finding.missing)),
        counts.conforms,
        counts.departs,
        counts.cannot_conclude,
        counts.not_applicable,
        counts.recorded,
        counts.total,
        "; ".join(_citations(finding)),
        "" if finding.waits_for else "; ".join(finding.also),
        len(finding.also) if finding.waits_for else 0,
    )


def _citations(finding: Finding) -> Iterator[str]:
    for cited in finding.citations:
        where = f", {cited.where}" if cited.where else ""
        yield f"{cited.title}{where} ({words.CONFIDENCE[cited.confidence]})"


def claims(report: Report) -> Table:
    """Return every claim of a report beside its recomputation."""
    columns = (
        Column("Claim", NAME),
        Column("What is claimed", LONG),
        Column("Place", SAID),
        Column("Value", NAME),
        Column("Claimed", FIGURE),
        Column("Recomputed", FIGURE),
        Column("Lowest", FIGURE),
        Column("Highest", FIGURE),
        Column("Verdict", SAID),
        Column("The decision rests on it"),
        Column("Note", LONG),
        Column("Convention", LONG),
    )
    about = (
        "Every figure that the file claims, beside what its inputs come to. Lowest and highest "
        "are what the printed digits of the inputs allow."
    )
    return Table("Claims", about, columns, tuple(map(_claim, report.claims)))


def _claim(claim: ClaimResult) -> tuple[Value, ...]:
    return (
        claim.id,
        claim.label,
        claim.place,
        words_of(claim.pointer),
        value_of(claim.claimed),
        value_of(claim.recomputed),
        value_of(claim.lowest),
        value_of(claim.highest),
        words.CLAIM_VERDICT[claim.verdict],
        yes_no(claim.decisive),
        claim.note,
        claim.convention,
    )


def working(report: Report) -> Table:
    """Return the steps by which each claim was recomputed."""
    columns = (
        Column("Claim", NAME),
        Column("Step", NUMBER),
        Column("What it is", NAME),
        Column("Arithmetic", LONG),
        Column("Result", FIGURE),
    )
    rows = tuple(
        (claim.id, number, step.label, step.arithmetic, value_of(step.result))
        for claim in report.claims
        for number, step in enumerate(claim.working, start=1)
    )
    return Table("Working", "The arithmetic of each claim, step by step.", columns, rows)


def evidence(report: Report) -> Table:
    """Return every value that was read for a finding, with its place in the file."""
    columns = (
        Column("Rule", CODE),
        Column("Answer", SAID),
        Column("Place", SAID),
        Column("Value", NAME),
        Column("Found", NAME, mixed=True),
        Column("Expected", NAME, mixed=True),
    )
    rows = tuple(
        (
            finding.rule,
            words.STATUS[finding.status],
            item.place,
            words_of(item.pointer),
            value_of(item.found),
            value_of(item.expected),
        )
        for finding in report.findings
        for item in finding.evidence
    )
    about = "Every value that a finding rests on: where it stands, what was found and expected."
    return Table("Evidence", about, columns, rows)


def amounts(report: Report) -> Table:
    """Return the amounts behind the two charts of value."""
    columns = (
        Column("Part", NAME),
        Column("What it is", LONG),
        Column("Amount", FIGURE, "currency of the file"),
    )
    charts = (
        ("Where the value comes from", report.waterfall),
        ("Who the value goes to", report.shares),
    )
    rows = tuple(
        (part, bar.label, value_of(f"{bar.amount:,f}")) for part, bars in charts for bar in bars
    )
    return Table("Value", "The amounts that the charts of the report show.", columns, rows)
