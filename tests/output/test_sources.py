"""Every document that a rule rests on which applies is listed once, with a number."""

from dataclasses import replace

from auditor.finding import Confidence, Status
from auditor.output import html, sources
from tests.output import sample


def test_a_source_is_as_well_seen_as_its_worst_citation():
    seen = sample.GREEN_BOOK
    recalled = replace(seen, where="chapter 9", confidence=Confidence.MEMORY_MEDIUM)
    findings = (
        sample.finding("GB-1", Status.CONFORMS, citations=(seen,)),
        sample.finding("GB-2", Status.CONFORMS, citations=(recalled, seen)),
    )
    (source,) = sources.sources(sample.report(findings))
    assert source.confidence is Confidence.MEMORY_MEDIUM
    assert source.rules == ("GB-1", "GB-2")


def test_rules_that_do_not_apply_cite_nothing():
    idle = sample.finding("GB-1", Status.NOT_APPLICABLE)
    applies = sample.finding("SR-1", Status.CONFORMS)
    assert [each.id for each in sources.sources(sample.report((idle, applies)))] == [
        "sroi-guide-2012"
    ]


def test_an_open_question_names_its_source_by_the_number_in_the_list():
    report = sample.report((*sample.PASSED, sample.DEADWEIGHT))
    number, source = sources.numbered(report)["sroi-guide-2012"]
    assert sources.sources(report)[number - 1] == source
    assert f"[{number}] Stage 4.3" in html.page(report)


def test_a_citation_that_was_seen_less_well_than_the_list_says_tells_so():
    better = replace(sample.SROI_GUIDE, confidence=Confidence.SEEN)
    asked = replace(sample.DEADWEIGHT, citations=(better,))
    report = sample.report((asked, sample.finding("SR-1", Status.CONFORMS)))
    assert "Stage 4.3 (the wording was seen in an official text)" in html.page(report)
