from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from auditor import load_packs
from auditor.analysis.section import Section, Table
from auditor.audit import prepare, read_bytes, report_on
from auditor.output import html
from auditor.report import Report
from auditor.valuation import Valuation, value_of
from tests.output.test_html import Page

ROOT = Path(__file__).parents[2]


@cache
def both(hostile: bool) -> tuple[Report, Valuation]:
    text = (ROOT / "examples" / "health-precinct.yaml").read_text(encoding="utf-8")
    if hostile:
        text = text.replace("name: NHS Wales", 'name: "<script>alert(1)</script> \\u202e NHS"')
        assert "<script>" in text
    file = read_bytes(text.encode(), name="hp.yaml")
    packs = load_packs()
    subject = prepare(file, packs)
    return report_on(file, subject, packs), value_of(file, subject)


def page(hostile: bool = False) -> Page:
    report, valuation = both(hostile)
    return Page(html.render(report, valuation).decode())


def test_the_report_has_a_chapter_that_challenges_the_claims() -> None:
    found = page()
    assert not found.open
    for part in both(False)[1].parts:
        assert part.section.title in found.text


def test_every_chart_has_its_table_and_a_title_for_those_who_do_not_see() -> None:
    found = page()
    drawn = [each for each in found.all("svg") if (each.get("aria-labelledby") or "")]
    assert len(drawn) > 3
    assert all(each["role"] == "img" for each in drawn)
    assert "By group of stakeholders" in found.text
    assert "82.4%" in found.text


def test_text_of_the_file_in_an_analysis_is_escaped() -> None:
    found = page(hostile=True)
    assert "script" not in {name for name, _ in found.tags}
    assert "\u202e" not in found.text
    assert "<script>alert(1)</script>" in found.text


def test_without_a_valuation_there_is_no_such_chapter() -> None:
    report, _ = both(False)
    assert "The value claims, challenged" not in html.render(report).decode()


def test_the_same_file_gives_the_same_valuation_and_digest() -> None:
    _, first = both(False)
    both.cache_clear()
    assert both(False)[1] == first
    assert len(first.digest) == 64


@pytest.mark.parametrize("detail", [True, False])
def test_what_is_detail_is_left_to_the_command(detail: bool) -> None:
    report, valuation = both(False)
    table = Table("Caption of it", ("A",), (("cell of it",),), detail=detail)
    part = replace(valuation.parts[0], section=Section("x", "Title", tables=(table,)))
    text = html.render(report, replace(valuation, parts=(part,))).decode()
    assert ("cell of it" in text) is not detail
