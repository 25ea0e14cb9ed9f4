"""Page one stays one page, whatever the report says, and gives as much of it as fits."""

import io
from dataclasses import replace

import pikepdf
import pytest

from auditor.finding import Status
from auditor.output import html, page_one, pdf
from auditor.report import PackUsed, Report
from tests.output import sample

TEXTS = {
    "plain": "The source of each figure is named, with its date, so that all can follow it ",
    "characters no font has": "中文一二三四五六七八 ",
    "capitals": "WHOLE MONEY MWMWMWMWMW MOMENTUM ",
    "long words": "Wm" * 60,
}


def worst(text: str, frameworks: int) -> Report:
    """Return a report whose every text is long, with frameworks, six of them not asked."""
    long = replace(sample.RATE, pack="pack-0", title=text * 3, message=text * 9, fix=text * 9)
    rules = [replace(long, rule=rule) for rule in ("GB-14", "GB-15", "GB-16")]
    others = [sample.finding(f"ZZ-{n}", Status.NOT_APPLICABLE, pack=f"other-{n}") for n in range(6)]
    plain = sample.report((sample.GATE, *rules, *others))
    (first, *_) = plain.conclusion.by_framework
    each = tuple(replace(first, framework=f"pack-{n}", title=text * 2) for n in range(frameworks))
    used = (PackUsed(f"other-{n}", text * 2, "1.0.0", "", 1) for n in range(6))
    return replace(
        plain,
        file=replace(plain.file, title=text * 5, name=text * 3, stage=text, decision_date=text),
        engagement=replace(plain.engagement, body=text * 4),
        conclusion=replace(plain.conclusion, by_framework=each, reasons=(text * 9,) * 7),
        packs=tuple(used),
        claims=(replace(sample.RATIO, label=text * 3, note=text * 9, claimed="9" * 40),),
    )


def pages_of_page_one(report: Report) -> int:
    """Return how many pages page one alone takes up."""
    page, _, _ = html.page(report, safe=pdf.printed).partition('<section class="new-page">')
    with pikepdf.open(io.BytesIO(pdf._written(f"{page}</body></html>", "pdf/a-3a", None))) as made:
        return len(made.pages)


@pytest.mark.parametrize("frameworks", [1, 30])
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_page_one_stays_one_page_whatever_the_report_says(text, frameworks):
    assert pages_of_page_one(worst(text, frameworks)) == 1


def test_the_longest_texts_that_fit_are_chosen():
    assert page_one.fitted(sample.report(), pdf.printed).lengths == page_one.LENGTHS[0]
    crowded = page_one.fitted(sample.crowded(), pdf.printed)
    assert crowded.lengths != page_one.LENGTHS[0]
    assert crowded.height <= page_one.HEIGHT


def test_frameworks_of_which_no_rule_applies_have_no_row_and_are_named():
    idle = sample.finding("XX-1", Status.NOT_APPLICABLE, pack="idle")
    report = sample.report((*sample.FINDINGS, idle))
    one = page_one.fitted(report, pdf.printed)
    assert [row.framework.id for row in one.rows] == list(sample.PACKS)
    assert one.unasked == "idle"
    assert "No rule applies to this file of: idle." in html.page(report)


def test_a_long_title_of_a_framework_stands_there_without_what_follows_a_comma():
    report = sample.report()
    first = replace(
        report.conclusion.by_framework[0],
        title="Ending or reducing a service, from the proposal to the review after closure",
    )
    changed = replace(report, conclusion=replace(report.conclusion, by_framework=(first,)))
    assert page_one.fitted(changed, pdf.printed).rows[0].title == "Ending or reducing a service"


def test_a_character_that_no_font_has_counts_by_its_number():
    one = page_one.fitted(sample.report(), pdf.printed)
    assert one.cut("中" * 20, 24) == "[U+4E2D][U+4E2D]…"
