from dataclasses import replace

from auditor.finding import Basis, Counts, Severity, Status
from auditor.output import arrange
from auditor.report import Coverage
from tests.output import sample


def test_what_matters_most_is_what_counts_then_what_is_severe():
    minor = sample.finding("SR-1", Status.DEPARTS, severity=Severity.MINOR)
    advice = sample.finding("SR-2", Status.DEPARTS, counts_towards=False)
    critical = sample.finding("SR-3", Status.DEPARTS, severity=Severity.CRITICAL)
    stated = sample.finding("SR-4", Status.DEPARTS)
    recomputed = sample.finding("SR-5", Status.DEPARTS, basis=Basis.RECOMPUTED)
    report = sample.report((minor, advice, critical, stated, recomputed))
    assert [f.rule for f in arrange.most_important(report)] == ["SR-3", "SR-5", "SR-4"]


def test_open_questions_follow_departures_and_advice_is_not_among_them():
    open_one = sample.finding("SR-1", Status.CANNOT_CONCLUDE)
    advice = sample.finding("SR-2", Status.CANNOT_CONCLUDE, counts_towards=False)
    departs = sample.finding("SR-3", Status.DEPARTS, severity=Severity.MINOR)
    report = sample.report((open_one, advice, departs))
    assert [f.rule for f in arrange.most_important(report)] == ["SR-3", "SR-1"]


def test_rules_are_counted_once_each_and_add_up():
    report = sample.report()
    totals = arrange.rule_totals(report)
    assert totals.total == sum(row.rules for row in report.coverage) == 32
    assert (totals.departs, totals.waiting, totals.recorded) == (4, 2, 1)


def test_items_are_added_up_over_the_packs():
    rows = (Coverage("a", 1, 0, Counts(conforms=2)), Coverage("b", 1, 0, Counts(departs=3)))
    report = replace(sample.report(), coverage=rows)
    assert arrange.item_totals(report) == Counts(conforms=2, departs=3)


def test_only_conforming_findings_can_rest_on_statement_alone():
    findings = (
        sample.finding("SR-1", Status.CONFORMS, basis=Basis.STATED),
        sample.finding("SR-2", Status.CONFORMS, basis=Basis.EVIDENCED),
        sample.finding("SR-3", Status.DEPARTS, basis=Basis.STATED),
    )
    assert arrange.stated_alone(sample.report(findings)) == 1


def test_the_headline_is_the_claim_that_the_decision_rests_on():
    report = sample.report(claims=(sample.GP, sample.RATIO))
    assert arrange.headline_claim(report) is sample.RATIO
    assert arrange.headline_claim(sample.report(claims=(sample.GP,))) is sample.GP
    assert arrange.headline_claim(sample.report(claims=())) is None


def test_a_missing_fact_is_kept_apart_from_the_rules_that_were_run():
    report = sample.report()
    assert arrange.gates(report) == (sample.GATE,)
    assert sample.GATE not in arrange.answered(report)
    assert all(sample.GATE not in framework.findings for framework in arrange.frameworks(report))


def test_every_finding_of_a_rule_stands_in_one_framework():
    report = sample.report(sample.many(90))
    stood = [item for framework in arrange.frameworks(report) for item in framework.findings]
    assert sorted(item.rule for item in stood) == sorted(item.rule for item in report.findings)


def test_a_pack_without_a_conclusion_is_not_left_out():
    stray = sample.finding("XX-1", Status.DEPARTS, pack="house-rules")
    last = arrange.frameworks(sample.report((stray,)))[-1]
    assert (last.title, last.conclusion, last.findings) == ("house-rules", None, (stray,))


def test_frameworks_that_were_asked_are_told_from_those_of_which_no_rule_applies():
    idle = sample.finding("XX-1", Status.NOT_APPLICABLE, pack="idle")
    report = sample.report((*sample.FINDINGS, idle))
    assert [each.id for each in arrange.asked(report)] == list(sample.PACKS)
    assert [each.id for each in arrange.unasked(report)] == ["idle"]


def test_what_most_rules_miss_comes_first():
    findings = (
        sample.finding("SR-1", Status.CANNOT_CONCLUDE, missing=("/a/0/b", "/a/1/b")),
        sample.finding("SR-2", Status.CANNOT_CONCLUDE, missing=("/c",)),
        sample.finding("SR-3", Status.CANNOT_CONCLUDE, missing=("/c",)),
    )
    gaps = arrange.missing(sample.report(findings))
    assert [(gap.where, gap.places, gap.rules) for gap in gaps] == [
        ("c", 1, ("SR-2", "SR-3")),
        ("a[…].b", 2, ("SR-1",)),
    ]


def test_plainly_reproduced_claims_are_told_from_those_to_look_into():
    plain = replace(sample.RATIO, id="plain", decisive=False)
    report = sample.report(claims=(sample.GP, plain, sample.RATIO))
    assert arrange.claims_by_working(report) == ((sample.RATIO, sample.GP), (plain,))


def test_a_step_of_working_is_shown_once():
    first, second = sample.RATIO.working[:2], sample.RATIO.working[1:]
    claims = (replace(sample.RATIO, working=first), replace(sample.RATIO, working=second))
    (_, shown), (_, then) = arrange.new_steps(claims)
    assert shown == first
    assert then == second[1:]
