from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from auditor.output import html
from auditor.value.claim import ClaimVerdict
from tests.output import sample

ALONE = {"meta", "br", "link", "img", "input", "hr"}
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


class Page(HTMLParser):
    """What a browser would see: tags that balance, headings, links, text."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.headings: list[str] = []
        self.children: list[tuple[str, str]] = []
        self.text = ""
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.children.append((self.open[-1] if self.open else "", tag))
        if tag in HEADINGS:
            self.headings.append(tag)
        if tag not in ALONE:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


REPORTS = {
    "short": sample.report(),
    "long": sample.report(sample.many(300)),
    "hostile": sample.hostile(),
    "empty": sample.report((), claims=(), judgements=(), waterfall=(), shares=(), conventions=()),
}


@pytest.fixture(scope="module", params=REPORTS)
def page(request) -> Page:
    return Page(html.render(REPORTS[request.param]).decode())


def test_every_tag_is_closed(page):
    assert page.open == []


def test_headings_never_skip_a_level(page):
    levels = [HEADINGS.index(tag) for tag in page.headings]
    assert levels[0] == 0
    assert levels.count(0) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_every_picture_has_a_text_alternative(page):
    pictures = len(page.all("svg"))
    assert pictures >= len(sample.PACKS)
    assert sum(1 for parent, tag in page.children if (parent, tag) == ("svg", "title")) == pictures
    assert all(svg["role"] == "img" for svg in page.all("svg"))


def test_every_header_cell_says_what_it_heads(page):
    assert page.all("th")
    assert {cell.get("scope") for cell in page.all("th")} == {"col", "row"}


def test_every_link_within_the_page_has_its_end(page):
    ends = {attributes["id"] for _, attributes in page.tags if "id" in attributes}
    inner = [a["href"][1:] for a in page.all("a") if (a["href"] or "").startswith("#")]
    assert inner
    assert set(inner) <= ends


def test_links_lead_to_the_web_and_nowhere_else(page):
    links = {(a["href"] or "").split(":")[0] for a in page.all("a") if a["href"][0] != "#"}
    assert links <= {"https"}


def test_nothing_runs_and_nothing_is_loaded(page):
    assert not {tag for tag, _ in page.tags} & {"script", "img", "link", "iframe", "object"}
    assert not {name for _, attributes in page.tags for name in attributes if name[:2] == "on"}
    assert "default-src 'none'" in str(page.all("meta"))


def test_the_page_is_in_british_english_and_names_itself(page):
    assert page.all("html") == [{"lang": "en-GB"}]


def test_no_status_is_shown_by_colour_alone():
    text = Page(html.page(sample.report())).text
    for word in ("Departs", "Conforms", "Cannot conclude", "Not applicable", "Recorded"):
        assert word in text


def test_hostile_text_is_shown_as_it_is_written():
    text = Page(html.page(sample.hostile())).text
    assert "<script>alert(1)</script>" in text
    assert "{{ 7 * 7 }}{% raw %} {# note #}" in text
    assert "[U+001B][2J" in text
    assert "\u202e" not in text


def test_the_product_never_calls_a_file_assured_or_compliant(page):
    lower = page.text.lower()
    assert "assured" not in lower
    assert "compliant" not in lower


def test_every_rule_stands_in_the_coverage_table_with_its_condition():
    text = " ".join(Page(html.page(sample.report())).text.split())
    coverage = text[text.index("Coverage: every rule") :]
    assert all(item.rule in coverage for item in sample.FINDINGS if not item.waits_for)
    assert "the horizon is 1 year, not more than 50" in coverage
    assert "authority_type (2 rules): GB-40, GB-41" in text


def test_levels_of_practice_say_what_the_next_asks_and_that_they_are_no_score():
    text = " ".join(Page(html.render(sample.report()).decode()).text.split())
    assert "This is no score and no part of any conclusion." in text
    assert "The file shows the level Need and cost are known. Before it shows the next" in text
    assert "this is to be done: Each objective serves an outcome (EP3-01)." in text
    assert "Not asked: its rule pack was not applied (AV-05)" in text


def test_rules_that_cannot_conclude_are_told_from_those_that_do_not_count():
    (found,) = (each for each in sample.report().findings if each.rule == "SR-33")
    advice = replace(found, rule="SR-34", counts_towards=False)
    given = (found, advice)
    text = Page(html.render(sample.report(given)).decode()).text
    assert (
        "Cannot conclude: SR-33. Cannot conclude, which does not change the conclusion: SR-34."
        in text
    )


def test_a_report_without_levels_has_no_chapter_on_them():
    assert "Levels of practice" not in html.render(sample.report(profiles=())).decode()


def test_a_judgement_without_its_maker_is_shown_as_incomplete():
    text = " ".join(Page(html.page(sample.report())).text.split())
    row = text[text.index("How much of the change") :][:220]
    assert "not stated" in row
    assert "Incomplete" in row


def test_there_is_an_empty_place_for_the_opinion_of_an_auditor():
    text = Page(html.page(sample.report())).text
    assert "Opinion of an auditor" in text
    assert "This place is empty." in text


def test_a_claim_that_is_not_reproduced_is_named_where_no_rule_departs():
    wrong = replace(sample.PAYBACK, verdict=ClaimVerdict.NOT_REPRODUCED, recomputed="3.1")
    report = sample.report(sample.PASSED, claims=(sample.RATIO, wrong))
    text = " ".join(Page(html.page(report)).text.split())
    assert "1 claim not reproduced: Payback period in months (2.4 claimed, 3.1 recomputed)." in text


def test_another_date_of_judgement_stands_beside_the_decision_date():
    text = Page(html.page(sample.report(as_at="2026-02-05"))).text
    assert "1 March 2020judged as at 5 February 2026" in text
    assert "judged as at" not in Page(html.page(sample.report())).text
