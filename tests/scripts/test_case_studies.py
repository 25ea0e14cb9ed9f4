"""Hold the case studies to their source's other file, and the page about them in step."""

import re

import pytest

from auditor.audit import read_file
from auditor.finding import Status
from scripts.case_studies import FOLDER, PAGE, Studied, page, studied

CASES = studied()
DEPARTS = {
    1: {"FIG-05"},
    4: {"FIG-02", "FIG-04"},
    5: {"FIG-04"},
    6: {"FIG-03", "FIG-04"},
    7: {"FIG-02", "FIG-03"},
    8: {"FIG-01", "FIG-03"},
    11: {"FIG-04"},
}
WHOLE = read_file(FOLDER.parent / "better-return.yaml").document.data


def number(case: Studied) -> int:
    return int(case.name[:2])


def departures(case: Studied, *, late: bool = False) -> set[str]:
    found = case.late if late else case.report
    return {each.rule for each in found.findings if each.status is Status.DEPARTS}


def test_the_twelve_case_studies_have_a_file_each():
    assert [number(case) for case in CASES] == list(range(1, 13))
    for case in CASES:
        assert case.report.file.title.startswith(f"Case study {number(case)}: ")


def test_the_page_says_what_is_found_today():
    text = PAGE.read_text(encoding="utf-8")
    assert page(text, CASES) == text, "run `make examples`"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_case_study_departs_where_a_careful_reader_stops_and_nowhere_else(case):
    assert departures(case) == DEPARTS.get(number(case), set())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_a_report_does_not_say_never_departs_as_at_a_later_stage_either(case):
    assert departures(case, late=True) == departures(case)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_line_that_is_quoted_is_in_the_evidence_and_no_other(case):
    data = read_file(FOLDER / case.name).document.data
    quoted = {f"line-{each['where'].removeprefix('line ')}" for each in data["statements"]}
    assert {each["id"] for each in data["evidence"]} == quoted
    for each in data["evidence"]:
        assert re.fullmatch(rf"Line {each['id'].removeprefix('line-')}, .+", each["where"])


def test_a_statement_that_stands_in_the_file_of_the_whole_report_is_the_same_there():
    whole = {each["id"]: each for each in WHOLE["statements"]}
    shared = set()
    for case in CASES:
        for each in read_file(FOLDER / case.name).document.data["statements"]:
            if each["id"] in whole:
                shared.add(each["id"])
                assert {name: each[name] for name in whole[each["id"]]} == whole[each["id"]]
    assert shared == set(whole) - {"case-studies", "case-studies-again"}
