"""Arrange the record of an audit as tables: what was examined, by what, and how much was asked."""

from collections.abc import Iterable

from auditor.engine.places import words_of
from auditor.finding import Standing
from auditor.output import arrange, clauses, words
from auditor.output.figure import Value, day_of, value_of
from auditor.output.table import CODE, DAY, LONG, NAME, NUMBER, SAID, Column, Table
from auditor.output.tables import yes_no
from auditor.report import ClauseCovered, Coverage, DocumentExamined, PassageExamined, Report

_UNCHANGED = {"yes": "Yes", "no": "No"}
_STANDS = {
    Standing.CHECKED: "Checked",
    Standing.ELSEWHERE: "Covered by a rule of another framework",
    Standing.NOT_CHECKED: "Cannot be checked",
}


def summary(report: Report) -> Table:
    """Return the conclusion, what was examined, and what the answers add up to."""
    columns = Column("Item", 34), Column("As found", 90, mixed=True)
    rows = (*_found(report), *_counted(report), *_examined(report), *_bounds(report))
    return Table("Summary", words.NOTICE, columns, rows)


def _found(report: Report) -> Iterable[tuple[Value, ...]]:
    yield "Notice", words.NOTICE
    yield "Conclusion", words.VERDICT[report.conclusion.overall]
    yield from (("Reason", words.sentence(each)) for each in report.conclusion.reasons)
    yield from (("How a conclusion is reached", each) for each in report.conclusion.thresholds)
    claim = arrange.headline_claim(report)
    if claim:
        rests = "The claim that the decision rests on" if claim.decisive else "The first claim"
        yield rests, claim.label
        yield "Claimed", value_of(claim.claimed)
        yield "Recomputed", value_of(claim.recomputed)
        yield "Verdict on the claim", words.CLAIM_VERDICT[claim.verdict]


def _counted(report: Report) -> Iterable[tuple[Value, ...]]:
    rules, items = arrange.rule_totals(report), arrange.item_totals(report)
    yield "Rules in all", rules.total
    yield "Rules that conform", rules.conforms
    yield "Rules that depart", rules.departs
    yield "Rules that cannot conclude", rules.cannot_conclude
    yield "Rules that do not apply", rules.not_applicable
    yield "Rules with a judgement on record", rules.recorded
    yield "Rules that wait for a fact", rules.waiting
    yield "Conforming on statement alone", arrange.stated_alone(report)
    yield "Items looked at", items.total


def _examined(report: Report) -> Iterable[tuple[Value, ...]]:
    file, engagement = report.file, report.engagement
    yield "Title", file.title
    yield "File", file.name
    yield "SHA-256 of the file", file.sha256
    yield "Digest of the report", report.digest
    yield "Kind", words.plain_code(file.kind)
    yield "Stage", words.plain_code(file.stage)
    yield "Decision date", day_of(file.decision_date)
    yield "Judged as at", day_of(report.as_at)
    yield "Body", engagement.body
    yield "Prepared for", engagement.prepared_for
    yield "Prepared by", engagement.prepared_by
    yield "Role", engagement.role
    yield "Independence", engagement.independence
    yield "Scope", engagement.scope
    yield "Limitations", engagement.limitations


def _bounds(report: Report) -> Iterable[tuple[Value, ...]]:
    for remark in report.reading:
        place = f"{remark.place}: " if remark.place else ""
        yield words.REMARK[remark.kind], words.sentence(f"{place}{remark.text}")
    yield from (("Convention", words.sentence(each)) for each in report.conventions)
    yield from (("Limit", each) for each in report.limits)
    yield "Program", f"{report.engine.name} {report.engine.version}"
    yield "Format of the report", f"format {report.format_version}, standard {report.standard}"


def coverage(report: Report) -> Table:
    """Return what each framework comes to, with its pack and all that it was asked."""
    columns = (
        Column("Framework", NAME),
        Column("Rule pack", SAID),
        Column("Version", NUMBER),
        Column("Conclusion", SAID),
        *(Column(title, NUMBER, "departures") for title in ("Critical", "Major", "Minor")),
        *(Column(title, NUMBER, "rules that count") for title in ("Due", "Without an answer")),
        *(Column(title, NUMBER, "rules") for title in ("All", "Waiting")),
        *(
            Column(title, NUMBER, "items")
            for title in ("Conform", "Depart", "Cannot conclude", "Not applicable", "Recorded")
        ),
        Column("Looked at", NUMBER, "items"),
        Column("SHA-256 of the pack", SAID),
    )
    rows = tuple(_pack(report, row) for row in report.coverage)
    about = "What each framework comes to and how much of it was asked; the last columns add up."
    return Table("Coverage", about, columns, rows)


def _pack(report: Report, row: Coverage) -> tuple[Value, ...]:
    pack = next((each for each in report.packs if each.id == row.pack), None)
    each = report.conclusion.by_framework
    concluded = next((one for one in each if one.framework == row.pack), None)
    found: tuple[Value, ...] = ("No conclusion", "", "", "", "", "")
    if concluded:
        weighed = concluded.critical, concluded.major, concluded.minor
        due = concluded.due, concluded.cannot_conclude
        found = words.VERDICT[concluded.verdict], *weighed, *due
    counts = row.counts
    items = counts.conforms, counts.departs, counts.cannot_conclude, counts.not_applicable
    named = (pack.title, pack.id, pack.version) if pack else (row.pack, row.pack, "")
    sums = row.rules, row.waiting, *items, counts.recorded, counts.total
    return *named, *found, *sums, pack.sha256 if pack else ""


def clause_table(report: Report) -> Table:
    """Return every clause of the frameworks, with what stands for it."""
    columns = (
        Column("Framework", NAME),
        Column("Clause", NAME),
        Column("What it asks", LONG),
        Column("How it is covered", SAID),
        Column("Rules and their answers", LONG),
        Column("Why it cannot be checked", LONG),
    )
    titles = {pack.id: pack.title for pack in report.packs}
    rows = tuple(
        (titles.get(row.pack, row.pack), *_clause(clause))
        for row in report.coverage
        for clause in row.clauses
    )
    about = "Every clause of each framework: the rules that stand for it, or why none can."
    return Table("Clauses", about, columns, rows)


def _clause(clause: ClauseCovered) -> tuple[Value, ...]:
    answers = "; ".join(f"{each.rule} {clauses.says(each.answer)}" for each in clause.answers)
    return clause.clause, clause.title, _STANDS[clause.standing], answers, clause.reason


def judgements(report: Report) -> Table:
    """Return the judgements that the file puts on record."""
    columns = (
        Column("Topic", SAID),
        Column("Question", LONG),
        Column("Conclusion recorded", LONG),
        Column("Made by", NAME),
        Column("Role", SAID),
        Column("Date", DAY),
        Column("Place", SAID),
        Column("Complete"),
    )
    rows = tuple(
        (
            words.plain_code(each.topic),
            each.question,
            each.conclusion,
            each.made_by,
            each.role,
            day_of(each.date),
            each.place,
            yes_no(each.complete),
        )
        for each in report.judgements
    )
    about = "Judgements of people, with maker and date; whether they are right was not examined."
    return Table("Judgements", about, columns, rows)


def documents(report: Report) -> Table:
    """Return the documents that were examined, and what was looked for in each."""
    columns = (
        Column("Entry", CODE),
        Column("Document", NAME),
        Column("File", NAME),
        Column("What became of it", SAID),
        Column("Size", NUMBER, "bytes"),
        Column("Pages", NUMBER),
        Column("SHA-256", SAID),
        Column("As in the register"),
        Column("Remarks", LONG),
        Column("Passage or figure", LONG),
        Column("Named at", SAID),
        Column("Said to stand", SAID),
        Column("Answer", SAID),
        Column("Stands at", SAID),
        Column("What stands there", LONG),
    )
    rows = tuple(
        (*_document(document), *_passage(passage))
        for document in report.documents
        for passage in document.passages or (None,)
    )
    about = "The documents of the evidence register that were examined: one row for each passage."
    return Table("Documents", about, columns, rows)


def _document(document: DocumentExamined) -> tuple[Value, ...]:
    remarks = (document.note, *document.remarks)
    return (
        document.entry,
        document.title,
        document.file,
        words.DOCUMENT[document.state],
        document.size,
        document.pages,
        document.sha256,
        _UNCHANGED.get(document.unchanged, "None in the register"),
        "; ".join(each for each in remarks if each),
    )


def _passage(passage: PassageExamined | None) -> tuple[Value, ...]:
    if passage is None:
        return ("",) * 6
    found = "; ".join(each for each in (passage.found, passage.note) if each)
    answer = words.SURENESS[passage.sureness]
    place = f"{passage.place} {words_of(passage.pointer)}".strip()
    return passage.text, place, passage.said, answer, passage.stands_at, found
