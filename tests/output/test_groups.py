"""What several rules have in common is said once, and no rule is lost by it."""

from dataclasses import replace

from auditor.finding import Basis, Severity, Status
from auditor.output import arrange, groups, html
from tests.output import sample


def silent(rule: str, message: str, **changes: object):
    return sample.finding(rule, Status.CANNOT_CONCLUDE, message=message, **changes)


def test_rules_that_lack_the_same_are_put_together_the_weightiest_first():
    report = sample.report(
        (
            silent("SR-1", "Not recorded: needs.", severity=Severity.MINOR),
            silent("SR-2", "Not recorded: award.", severity=Severity.MAJOR),
            silent("SR-3", "Not recorded: needs.", severity=Severity.MINOR),
        )
    )
    found = groups.open_questions(report)
    assert [(each.reason, [item.rule for item in each.findings]) for each in found] == [
        ("Not recorded: award.", ["SR-2"]),
        ("Not recorded: needs.", ["SR-1", "SR-3"]),
    ]
    _, _, chapter = html.page(report).partition('<h2 id="missing">')
    assert chapter.count("Not recorded: needs.") == 1


def test_rules_that_lack_other_places_stay_apart():
    one, other = (
        silent("SR-1", "It is not stated.", missing=("/a",)),
        silent("SR-2", "It is not stated."),
    )
    assert len(groups.open_questions(sample.report((one, other)))) == 2


def test_rules_of_a_framework_are_put_together_by_answer_and_by_what_it_rests_on():
    findings = (
        sample.finding("SR-1", Status.CONFORMS, basis=Basis.STATED),
        sample.finding("SR-2", Status.NOT_APPLICABLE, condition="it is too early"),
        sample.finding("SR-3", Status.CONFORMS, basis=Basis.RECOMPUTED),
        sample.finding("SR-4", Status.DEPARTS),
        sample.finding("SR-5", Status.CONFORMS, basis=Basis.STATED),
        sample.finding("SR-6", Status.NOT_APPLICABLE, condition="it is too early"),
    )
    (framework,) = (f for f in arrange.frameworks(sample.report(findings)) if f.id == "sroi")
    assert [[item.rule for item in each.findings] for each in groups.of_framework(framework)] == [
        ["SR-4"],
        ["SR-1", "SR-5"],
        ["SR-3"],
        ["SR-2", "SR-6"],
    ]


def test_no_rule_is_lost_by_putting_rules_together():
    report = sample.report(sample.many(300))
    found = [
        item.rule
        for framework in arrange.frameworks(report)
        for group in groups.of_framework(framework)
        for item in group.findings
    ]
    assert sorted(found) == sorted(item.rule for item in report.findings)


def test_a_conforming_rule_with_a_condition_says_it():
    advice = replace(sample.finding("SR-1", Status.CONFORMS), condition="advice for other bodies")
    assert "on nothing else; advice for other bodies" in html.page(sample.report((advice,)))
