"""Describe every type and every property of the JSON result, with an example."""

from collections.abc import Mapping
from typing import Any

About = Mapping[str, tuple[str, Any]]

# Title and description of each type.
TYPES: Mapping[str, tuple[str, str]] = {
    "Report": (
        "Result of a verification",
        "What a verification found: it follows from file, rule packs and program version alone.",
    ),
    "Engine": ("Program", "The program that made the result."),
    "AuditedFile": ("File", "The file that was examined."),
    "Engagement": ("Engagement", "Who asked for the work and who prepared it, as the file says."),
    "Remark": ("Remark on the reading", "Something to know about how the file was read."),
    "Conclusion": ("Conclusion", "What the factual findings amount to; never an opinion."),
    "FrameworkConclusion": ("Conclusion of a framework", "The conclusion for one rule pack."),
    "Finding": ("Finding", "What one rule found in the file."),
    "Citation": ("Citation", "A document that asks for what the rule checks."),
    "Evidence": ("Evidence", "One value that was read."),
    "Counts": ("Counts", "How many items were looked at, by answer; each item counts once."),
    "ClaimResult": ("Claim", "A figure that the file claims, beside its recomputation."),
    "Step": ("Step of the working", "One line of the arithmetic."),
    "JudgementRecord": ("Judgement", "A judgement that the file puts on record."),
    "Bar": ("Bar", "One bar of a chart."),
    "RuleTotals": ("Rules by answer", "How many rules gave each answer; each rule counts once."),
}

EXTRA: Mapping[str, str] = {
    "totals": "The sums of the coverage. The digest does not cover them, as they follow from the "
    "rest.",
    "rules": "All rules of all packs by their answer.",
    "items": "All items that the rules looked at, by answer.",
    "total": "The sum of the numbers beside it.",
}

_NOT_STATED = "`not stated` where the file says nothing."
_COUNTS: About = {
    "conforms": ("How many conform.", 23),
    "departs": ("How many depart.", 4),
    "not_applicable": ("To how many the rule does not apply.", 1),
    "cannot_conclude": ("About how many nothing can be concluded.", 1),
    "recorded": ("How many judgements are on record.", 1),
}
_SHA = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"

# Description and example of each property, by type; no example where the type has its own.
ABOUT: Mapping[str, About] = {
    "Report": {
        "format_version": ("The version of this format.", "1"),
        "standard": ("The version of the standard of verification that was followed.", "1.0"),
        "engine": ("The program that made the result.", None),
        "file": ("The file that was examined.", None),
        "engagement": ("Who asked for the work, who prepared it, within what limits.", None),
        "reading": ("How the file was read, where its format leaves that open.", None),
        "as_at": (
            f"The date whose guidance was applied, as ISO 8601. {_NOT_STATED}",
            "2020-03-01",
        ),
        "packs": ("The rule packs that were applied, in order.", None),
        "frameworks": ("The outcome frameworks that the file follows and that are known.", None),
        "conclusion": ("What the findings amount to, and why.", None),
        "findings": (
            "One for each rule that was run, and one for each gate that is not stated.",
            None,
        ),
        "claims": ("The figures that the file claims, each beside its recomputation.", None),
        "documents": ("The documents of the evidence register, where they were examined.", None),
        "judgements": ("The judgements that the file puts on record.", None),
        "profiles": ("What the file shows of models that go by levels; no score.", None),
        "coverage": ("What the rules of each pack looked at; see also `totals`.", None),
        "conventions": (
            "The conventions under which figures were recomputed.",
            ["The first year is not discounted."],
        ),
        "limits": (
            "What this result does not show.",
            ["Nothing outside the file was examined."],
        ),
        "waterfall": (
            "The way from gross value to what remains: a total, changes and subtotals, a total.",
            None,
        ),
        "shares": ("The value by stakeholder.", None),
        "digest": (
            "SHA-256 in hexadecimal of this document without `totals` and with an empty `digest`, "
            "in the canonical form of RFC 8785.",
            _SHA,
        ),
    },
    "Engine": {
        "name": ("The name of the program.", "auditor"),
        "version": ("Its version.", "0.1.0"),
    },
    "AuditedFile": {
        "name": ("Its name, without any folder.", "health-precinct.yaml"),
        "sha256": ("SHA-256 of its bytes in hexadecimal.", _SHA),
        "kind": ("What kind of decision it is about.", "commissioning"),
        "title": ("Its title.", "Health Precinct Community Hub"),
        "format_version": ("The version of the file format.", "1"),
        "stage": ("The stage at which it was judged.", "review"),
        "decision_date": (f"The date of the decision, as ISO 8601. {_NOT_STATED}", "2020-03-01"),
        "process": (
            f"The contracting process (ocid) that it is about, of a public record. {_NOT_STATED}",
            "ocds-b5fd17-1",
        ),
    },
    "Engagement": {
        "body": (f"The body whose decision it is. {_NOT_STATED}", "Conwy County Borough Council"),
        "prepared_for": (f"Who asked for the file. {_NOT_STATED}", "Cabinet member for health"),
        "prepared_by": (f"Who put the file together. {_NOT_STATED}", "Commissioning support team"),
        "role": (f"In what role. {_NOT_STATED}", "Internal analyst"),
        "independence": (f"How independent they were. {_NOT_STATED}", "No part in the analysis"),
        "scope": (f"What the file covers. {_NOT_STATED}", "The published value map"),
        "limitations": (f"What limits it. {_NOT_STATED}", "Only what is printed was entered"),
    },
    "Remark": {
        "kind": (
            "`reading`: what a heading or value was taken to mean; `assumption`: what was supplied "
            "because the file does not say it; `loss`: what an export may have left out; `defect`: "
            "where the document contradicts itself.",
            "reading",
        ),
        "text": ("What there is to know.", "Column H is read as deadweight, in per cent"),
        "place": ("Where in the file; empty where it is about the whole.", "Value map!H5"),
    },
    "Conclusion": {
        "overall": ("The conclusion of the worst framework.", "departures"),
        "by_framework": ("The conclusion of each framework.", None),
        "reasons": ("Why the overall conclusion is what it is.", ["1 major departure found"]),
        "thresholds": (
            "The thresholds that were applied.",
            ["Serious departures: 1 or more critical, or 2 or more major."],
        ),
    },
    "FrameworkConclusion": {
        "framework": ("The id of the rule pack.", "sroi"),
        "title": ("Its title.", "Social return on investment"),
        "verdict": ("The conclusion.", "departures"),
        "critical": ("Critical departures that bear on the conclusion.", 0),
        "major": ("Major departures that bear on the conclusion.", 1),
        "minor": ("Minor departures that bear on the conclusion.", 0),
        "due": ("Rules that are due and bear on the conclusion.", 12),
        "cannot_conclude": ("How many of those cannot conclude.", 1),
        "on_statement_alone": (
            "Conforming findings that rest on what the file states, and on nothing else.",
            5,
        ),
        "reasons": ("Why the conclusion is what it is.", ["1 major departure found"]),
    },
    "Finding": {
        "rule": ("The id of the rule; `gate:` and a name for a fact that is missing.", "SROI-28"),
        "pack": ("The rule pack that the rule belongs to; empty for a missing fact.", "sroi"),
        "title": ("The requirement, true of a good file.", "The ratio follows from its parts"),
        "severity": ("How much a departure matters.", "major"),
        "status": ("The answer.", "departs"),
        "message": ("What was found.", "3 of 7 rows give no source."),
        "fix": ("What to do.", "Name the source of each row."),
        "basis": ("What the finding rests on, strongest first.", "recomputed"),
        "confidence": ("How well the wording of the source was seen, at best.", "seen"),
        "citations": ("Who asks for it.", None),
        "evidence": ("The values that were read.", None),
        "counts": ("How many items were looked at, by answer.", None),
        "condition": (
            "Why the rule does not apply, or is only advice; empty otherwise.",
            "the horizon is 1 year",
        ),
        "missing": (
            "JSON pointers of what is not stated; `facts.…` for a derived value.",
            ["/sroi/rows/0/deadweight_basis"],
        ),
        "counts_towards": ("Whether the finding can change the conclusion.", True),
        "waits_for": ("The fact that keeps rules from being run; empty otherwise.", ""),
        "also": ("Other rules or rows of guidance that this answers.", ["CPT-04"]),
    },
    "Citation": {
        "source": ("The id of the document.", "green-book-2022"),
        "title": ("Its title.", "The Green Book, HM Treasury, 2022"),
        "where": ("The place in it.", "Annex 6"),
        "url": ("Its address; empty where there is none.", "https://www.gov.uk/"),
        "confidence": ("How well its wording was seen.", "seen"),
    },
    "Evidence": {
        "pointer": (
            "A JSON pointer into the file, or `facts.…` for a derived value.",
            "/sroi/rows/0/proxy",
        ),
        "place": ("Where a person finds it.", "line 41"),
        "found": (f"The value found, as printed. {_NOT_STATED}", "0.06"),
        "expected": ("The value expected; empty where it was only read on the way.", "0.035"),
    },
    "Counts": _COUNTS,
    "RuleTotals": {
        **_COUNTS,
        "waiting": ("How many were not run, as a fact that decides on them is not stated.", 2),
    },
    "ClaimResult": {
        "id": ("The id of the claim.", "sroi.ratio"),
        "kind": ("What kind of figure it is.", "ratio"),
        "label": ("What it is, in words.", "Social return for each unit of input"),
        "framework": ("The id of the rule pack that it belongs to.", "sroi"),
        "pointer": ("A JSON pointer to it.", "/sroi/reported/ratio"),
        "place": ("Where a person finds it.", "line 203"),
        "claimed": ("The figure as printed.", "5.07"),
        "recomputed": ("The exact result, rounded for reading; empty where none.", "5.0733"),
        "lowest": ("The lowest result that the printed inputs allow.", "5.0676"),
        "highest": ("The highest result that the printed inputs allow.", "5.0790"),
        "verdict": ("What the recomputation says.", "reproduced"),
        "convention": ("The convention under which it was recomputed.", "First year at par."),
        "working": ("The arithmetic, line by line.", None),
        "note": ("What an auditor would write beside the figure.", "The figures come to 5.0733."),
        "decisive": ("Whether the decision rests on it.", True),
    },
    "Step": {
        "label": ("What the line works out.", "Impact"),
        "arithmetic": ("How, in words and symbols.", "19 × 37 × 0.75 × 0.75"),
        "result": ("What comes out.", "395.4375"),
    },
    "JudgementRecord": {
        "topic": ("What it is about.", "materiality"),
        "question": ("The question that was judged.", "Which outcomes are material?"),
        "conclusion": ("The answer that was given.", "Seven outcomes are kept."),
        "made_by": (f"Who judged. {_NOT_STATED}", "Evaluation lead"),
        "role": (f"In what role. {_NOT_STATED}", "Health economist"),
        "date": (f"When, as ISO 8601. {_NOT_STATED}", "2019-11-12"),
        "place": ("Where a person finds it.", "line 231"),
        "complete": ("Whether the record has all its parts.", True),
    },
    "Bar": {
        "label": ("What the bar is.", "Deadweight"),
        "amount": ("Its exact amount in the currency of the file, as text.", "-216645"),
    },
}
