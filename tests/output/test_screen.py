"""The page for a browser: it can be used without a mouse, without sight, and without trust."""

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tinyhtml5.parser import HTMLParser

from auditor.finding import Status
from auditor.output import html
from tests.output import read_back, sample
from tests.output.read_back import XHTML, elements, words

REPORTS = {
    "short": sample.report(),
    "long": sample.report(sample.many(300)),
    "hostile": sample.hostile(),
    "empty": sample.report((), claims=(), judgements=(), waterfall=(), shares=(), conventions=()),
}
INTERACTIVE = ("a", "input", "button", "select", "textarea")


@pytest.fixture(scope="module", params=REPORTS)
def tree(request):
    return read_back.html(html.render(REPORTS[request.param]))


@pytest.fixture(scope="module")
def page():
    return html.render(sample.report()).decode()


@pytest.mark.parametrize("name", REPORTS)
def test_a_browser_finds_no_fault_in_the_page(name):
    parser = HTMLParser()
    parser.parse(html.render(REPORTS[name]), transport_encoding="utf-8")
    assert parser.errors == []


def test_no_two_elements_have_one_id(tree):
    ids = [each.get("id") for each in tree.iter() if each.get("id")]
    assert len(set(ids)) == len(ids)


def test_the_first_thing_a_keyboard_reaches_leads_past_page_one(tree):
    first = next(each for each in tree.iter() if each.tag in {XHTML + tag for tag in INTERACTIVE})
    assert (words(first), first.get("href")) == ("Skip to the findings", "#findings")
    assert [each for each in tree.iter() if each.get("id") == "findings"]


def test_the_parts_of_the_page_are_named_for_who_cannot_see_them(tree):
    assert len(elements(tree, "main")) == len(elements(tree, "footer")) == 1
    (nav,) = elements(tree, "nav")
    label = next(each for each in tree.iter() if each.get("id") == nav.get("aria-labelledby"))
    assert words(label) == "Contents"
    assert words(tree.find(f"{XHTML}head/{XHTML}title")).startswith("Verification report: ")


def test_everything_stands_in_a_landmark(tree):
    body = tree.find(f"{XHTML}body")
    assert [each.tag.removeprefix(XHTML) for each in body] == ["a", "main", "footer"]


def test_headings_go_down_one_level_at_a_time(tree):
    levels = [int(each.tag[-1]) for each in tree.iter() if re.fullmatch(f"{XHTML}h[1-6]", each.tag)]
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_every_link_within_the_page_leads_somewhere(tree):
    ids = {each.get("id") for each in tree.iter()}
    inner = {a.get("href")[1:] for a in elements(tree, "a") if a.get("href").startswith("#")}
    assert inner <= ids


def test_every_choice_is_a_real_control_with_a_label(tree):
    labels = {each.get("for"): words(each) for each in elements(tree, "label")}
    boxes = elements(tree, "input")
    assert {box.get("type") for box in boxes} == {"checkbox"}
    assert {box.get("id") for box in boxes} == set(labels) == {f"show-{each}" for each in Status}
    assert all(box.get("checked") is not None for box in boxes)
    assert [each.get("type") for each in elements(tree, "button")] == ["reset"]
    assert [words(each) for each in elements(tree, "legend")] == [
        "Show findings and rules by answer"
    ]


def test_every_answer_can_be_hidden_and_none_is_at_first(page):
    for status in Status:
        rule = f'body:has(#show-{status}:not(:checked)) [data-status="{status}"]'
        assert rule in page
    tree = read_back.html(page.encode())
    marked = [each.get("data-status") for each in tree.iter() if each.get("data-status")]
    assert set(marked) == set(Status)
    shown = " ".join(words(each) for each in tree.iter() if each.get("data-status"))
    assert all(each.rule in shown for each in sample.FINDINGS if not each.waits_for)


def test_nothing_is_hidden_on_paper(page):
    style = page[page.index("<style>") : page.index("</style>")]
    hides = [match.start() for match in re.finditer("data-status", style)]
    screen, after = style.rindex("@media screen {"), style.index("@media (prefers-reduced")
    assert all(screen < at < after for at in hides)


def test_a_report_to_be_printed_has_no_controls():
    tree = read_back.html(html.page(sample.report()).encode())
    assert not [each for tag in ("form", "input", "button", "nav") for each in elements(tree, tag)]


def test_the_page_forbids_all_but_its_own_style(page):
    style = page[page.index("<style>") + len("<style>") : page.index("</style>")]
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = next(
        each.get("content")
        for each in elements(read_back.html(page.encode()), "meta")
        if each.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy.split("; ") == [
        "default-src 'none'",
        "img-src data:",
        f"style-src 'sha256-{digest}'",
        "base-uri 'none'",
        "form-action 'none'",
    ]


def test_the_page_has_nothing_that_its_policy_forbids(tree):
    tags = {each.tag.rpartition("}")[2] for each in tree.iter()}
    assert not tags & {"script", "link", "iframe", "object", "embed", "base", "audio", "video"}
    names = {name for each in tree.iter() for name in each.attrib}
    assert not [name for name in names if name == "style" or name.startswith("on")]
    assert len(elements(tree, "style")) == 1


def test_the_focus_can_be_seen(page):
    assert ":focus-visible" in page
    assert "outline: none" not in page
    assert "outline: 0" not in page


@settings(max_examples=15, deadline=None)
@given(st.text(max_size=60))
def test_any_text_comes_back_as_it_was_and_is_nothing_but_text(text):
    plain = read_back.html(html.render(sample.report((sample.RATE,))))
    report = sample.report((replace(sample.RATE, title=f"a {text}", fix=text),))
    tree = read_back.html(html.render(report))
    title = next(each for each in elements(tree, "h4") if each.get("id") == sample.RATE.rule)
    assert words(title) == f"GB-14 {read_back.spaced(f'a {text}')}"
    tags = [{each.tag for each in one.iter()} for one in (plain, tree)]
    assert tags[1] <= tags[0]
    assert len(elements(tree, "a")) == len(elements(plain, "a"))


def test_hostile_text_adds_no_element_and_no_address():
    tree = read_back.html(html.render(sample.hostile()))
    addresses = {each.get(name) for each in tree.iter() for name in ("src", "href", "action")}
    assert {(each or "#").split(":")[0].split("#")[0] for each in addresses} <= {"", "https"}
    text = " ".join(words(tree).split())
    assert "<script>alert(1)</script>" in text
