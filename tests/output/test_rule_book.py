import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from auditor.engine.pack import load_packs
from auditor.output import html, pdf
from auditor.output.rule_book import RuleBook, rule_book
from auditor.output.rule_page import Block, Point, points
from tests.output.test_html import Page

TOY = Path(__file__).parents[1] / "data" / "toy-pack"


@pytest.fixture(scope="module")
def book() -> RuleBook:
    return rule_book(load_packs([str(TOY)]))


def test_every_rule_is_printed_whole(book):
    text = Page(html.book(book)).text
    printed = [
        part
        for chapter in book.chapters
        for page in chapter.pages
        for part in (page.id, page.title, page.requires, page.why, page.message, page.fix)
    ]
    assert printed
    assert [part for part in printed if part.replace("`", "") not in text] == []


def test_a_check_stands_under_its_rule_in_words(book):
    checked = [block for page in book.chapters[0].pages for block in page.checked]
    assert Block("Conforms where `outcome.duration_years` is at least 1.") in checked


def test_points_that_must_all_hold_lead_from_one_sentence():
    text = "case.light_touch and case.stage == 'award' and case.regime == 'grant'"
    assert points(text) == (
        Point(
            "all of these:",
            (
                Point("`light_touch` is true"),
                Point("`stage` is award"),
                Point("`regime` is grant"),
            ),
        ),
    )


def test_every_number_is_printed_with_the_days_between_which_it_counts():
    whole = rule_book(load_packs())
    editions = [number.when for number in whole.numbers if number.id == "green_book_edition"]
    assert editions[-1].startswith("from 5 February 2026")
    assert all(number.sources for number in whole.numbers)
    assert not [number for number in whole.numbers if "Figure" in number.value]


def test_of_some_packs_only_the_numbers_that_their_rules_name_are_printed():
    named = {number.id for number in rule_book(load_packs(["equality-duty"])).numbers}
    assert named == {"proportionality_tiers"}


def test_what_is_remembered_of_the_rules_does_not_change_the_book(tmp_path, monkeypatch):
    with_memory = html.book(rule_book(load_packs(["green-book"])))
    code = (
        "from auditor.engine import memory; memory.FILE = 'none.json'\n"
        "from auditor.engine.pack import load_packs\n"
        "from auditor.output import html\n"
        "from auditor.output.rule_book import rule_book\n"
        "print(html.book(rule_book(load_packs(['green-book']))), end='')"
    )
    made = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert made.stdout == with_memory


def test_every_clause_says_what_stands_for_it():
    (chapter,) = rule_book(load_packs(["equality-duty"])).chapters
    assert {stands.partition(" ")[0] for _, _, stands in chapter.clauses} == {
        "checked",
        "asked",
        "not",
    }


def test_text_of_a_pack_of_ones_own_is_nothing_but_text(book):
    (chapter,) = book.chapters
    hostile = '<script>alert(1)</script><img src="https://example.org/x">'
    page = replace(chapter.pages[0], title=hostile, checked=(Block(hostile, (Point(hostile),)),))
    chapter = replace(chapter, title=hostile, about=hostile, pages=(page,))
    made = Page(html.book(replace(book, chapters=(chapter,))))
    assert not made.all("script") + made.all("img")
    assert made.text.count("alert(1)") >= 5


def test_the_same_rules_give_the_same_pdf_with_a_place_for_each_chapter(book, tmp_path):
    made = pdf.book(book)
    assert made == pdf.book(book)
    (tmp_path / "book.pdf").write_bytes(made)
    outline = PdfReader(tmp_path / "book.pdf").outline
    titles = [each.title for each in outline if not isinstance(each, list)]
    assert titles == [
        book.title,
        book.chapters[0].title,
        "Numbers and dates that the rules go by",
    ]
