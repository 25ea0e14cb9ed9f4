"""A report in short prints in full what departs, and says of the rest what it is and where."""

from dataclasses import replace
from itertools import pairwise

import pytest

from auditor.finding import Status
from auditor.output import arrange, detail, html
from auditor.output.detail import Detail
from tests.output import sample
from tests.output.test_html import Page


def text_of(report, how):
    return " ".join(Page(html.page(report, detail=how)).text.split())


@pytest.mark.parametrize("number", [0, 10, 300])
def test_all_departures_are_in_full_unless_the_report_is_in_short(number):
    report = sample.report(sample.many(number) if number else ())
    departures = {each.rule for each in arrange.having(report, Status.DEPARTS)}
    assert detail.in_full(report, Detail.ALL) == departures
    assert len(detail.in_full(report, Detail.DEPARTURES)) == min(len(departures), detail.MOST)


def test_in_short_the_weightiest_departures_are_in_full():
    report = sample.report(sample.many(300))
    full = detail.in_full(report, Detail.DEPARTURES)
    others = [each for each in arrange.having(report, Status.DEPARTS) if each.rule not in full]
    heaviest = arrange.having(report, Status.DEPARTS)[: detail.MOST]
    assert {each.rule for each in heaviest} == full
    assert len(others) == 53


def test_in_short_every_departure_and_open_question_still_has_a_place_of_its_own():
    report = sample.report(sample.many(300))
    page = Page(html.page(report, detail=Detail.DEPARTURES))
    ends = {attributes.get("id") for _, attributes in page.tags}
    asked = [
        each.rule
        for status in (Status.DEPARTS, Status.CANNOT_CONCLUDE)
        for each in arrange.having(report, status)
    ]
    assert len(asked) == 151
    assert set(asked) <= ends


def test_in_short_page_one_and_the_findings_say_so():
    report = sample.report(sample.many(300))
    text = text_of(report, Detail.DEPARTURES)
    assert "Printed in short: what departs in full, the rest in the result." in text
    assert "This report prints in full what departs (the 60 weightiest of 113 departures)" in text
    assert "The result as JSON has every rule" in text
    assert "in short" not in text_of(report, Detail.ALL)


def test_in_short_rules_that_conform_are_counted_and_not_listed():
    text = text_of(sample.report(), Detail.DEPARTURES)
    assert "32 rules in all: 23 conform + 4 depart" in text
    assert "The requirement of SR-01 is met in the file" not in text
    assert "The requirement of SR-01 is met in the file" in text_of(sample.report(), Detail.ALL)


def test_in_short_headings_skip_no_level_and_no_link_leads_nowhere():
    page = Page(html.page(sample.report(sample.many(300)), detail=Detail.DEPARTURES))
    levels = [int(tag[1]) for tag in page.headings]
    ends = {attributes.get("id") for _, attributes in page.tags}
    inner = {a["href"][1:] for a in page.all("a") if (a["href"] or "").startswith("#")}
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert inner <= ends


def test_the_place_of_a_departure_in_short_is_its_first_and_the_rest_is_counted():
    assert detail.place_of(sample.PROXIES) == "line 96 and 2 more"
    assert detail.place_of(replace(sample.PROXIES, evidence=sample.PROXIES.evidence[:1])) == (
        "line 96"
    )
    assert detail.place_of(replace(sample.PROXIES, evidence=())) == ""
