"""The clauses of each framework are counted, and each leads to what stands for it."""

from dataclasses import replace

from auditor.engine.coverage import Split
from auditor.finding import Standing
from auditor.output import clauses, html, terminal
from auditor.report import Answered
from tests.output import sample


def in_one_line(text: str) -> str:
    return " ".join(text.split())


def test_clauses_are_counted_for_each_framework_that_names_them():
    report = sample.report()
    assert [each.title for each in clauses.frameworks(report)] == ["Value for money (HM Treasury)"]
    assert clauses.together(report) == Split(1, 1, 1)
    assert clauses.in_short(clauses.together(report)) == (
        "3 clauses: 1 checked + 1 covered by rules of others + 1 that cannot be checked = 3"
    )
    assert clauses.sum_of(Split(4, 2, 1)) == "4 + 2 + 1 = 7"


def test_only_clauses_that_no_own_rule_checks_are_listed():
    (framework,) = clauses.frameworks(sample.report())
    standing = [each.standing for each in framework.not_here]
    assert standing == [Standing.ELSEWHERE, Standing.NOT_CHECKED]


def test_a_rule_knows_the_clauses_of_others_for_which_it_stands():
    leaning = clauses.leaning(sample.report())
    assert leaning["SR-21"] == ("Value for money (HM Treasury), Wider value",)
    assert "GB-14" not in leaning


def test_every_answer_is_said_in_words():
    assert len({clauses.says(each) for each in Answered}) == len(Answered)


def test_the_page_points_from_a_clause_to_the_finding_that_stands_for_it():
    page = html.page(sample.report())
    assert '<a href="#SR-21">SR-21</a> (departs)' in page
    assert "; see SR-01 (conforms)" in page
    assert "; see DEC-07 (was not applied: its pack was left out)" in page
    assert "Cannot be checked. It needs a reader." in page
    said = "<strong>Stands also for:</strong> Value for money (HM Treasury), Wider value"
    assert page.count(said) == 1


def test_a_report_whose_packs_name_no_clauses_does_not_speak_of_them():
    report = sample.report()
    bare = replace(report, coverage=tuple(replace(row, clauses=()) for row in report.coverage))
    assert "Clauses of the frameworks" not in html.page(bare)
    assert "clauses" not in terminal.render(bare, colour=False, quiet=False)


def test_the_terminal_says_how_clauses_add_up_and_what_a_finding_stands_for():
    text = in_one_line(terminal.render(sample.report(), colour=False, quiet=False))
    assert "3 clauses: 1 checked + 1 covered by rules of others" in text
    assert "Stands also for: Value for money (HM Treasury), Wider value" in text


def test_the_terminal_counts_each_of_several_frameworks():
    report = sample.report()
    rows = tuple(replace(row, clauses=sample.CLAUSES) for row in report.coverage)
    text = terminal.render(replace(report, coverage=rows), colour=False, quiet=False)
    assert "9 clauses: 3 checked + 3 covered by rules of others" in in_one_line(text)
    assert "    Social return on investment: 1 + 1 + 1 = 3\n" in text
