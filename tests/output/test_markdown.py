import doctest
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from auditor.output import markdown, markdown_text
from tests.output import read_back, sample

OURS = {"text", "text_special", "strong_open", "strong_close", "link_open", "link_close"}
SHOWN = ("![x](http://192.0.2.1/a.png)", "[x](javascript:alert(1))", "<script>alert(1)</script>",
         "<http://192.0.2.1>", "http://192.0.2.1/", "www.example.org", "a@example.org", "`code`",
         "**bold** _em_ ~~gone~~", "| a | b |", "&lt;b&gt; &amp;", "# heading #", "- a", "1. a",
         "10) a", "---", "===", "> quoted", "```", "~~~", "[^1]: note", "\\", "a\\", "$x$",
         "[x]: http://192.0.2.1", "<!-- -->", "&#60;b&#62;", "+ a", "* a", "    code",
         "HTTPS://EXAMPLE.ORG", "ftp://a.example", "xmpp:a@b.example", ": a",
         "//example.org")  # fmt: skip


def read(report):
    return read_back.markdown(markdown.render(report).decode())


def test_the_examples_in_the_text_hold():
    failed, tried = doctest.testmod(markdown_text)
    assert (failed, tried > 0) == (0, True)


def pieces(text):
    """Return a text as a reader shows it in a paragraph, a heading, an entry and a cell."""
    written = markdown_text.text(text)
    yield f"{written}\n", 1
    yield f"# a {written}\n", 1
    yield f"**a** {written}\n", 1
    yield f"{markdown_text.item(text)}\n", 1
    yield "\n".join(markdown_text.table(("Head", "b"), [(text, "c")])), 4


@given(st.text(max_size=60))
@example(" ".join(SHOWN))
@settings(deadline=None)
def test_any_text_comes_back_as_it_was_and_is_nothing_but_text(text):
    for source, number in pieces(text):
        tokens = read_back.markdown(source)
        assert {token.type for token in read_back.inline(tokens)} <= OURS - {"link_open"}
        assert len([token for token in tokens if token.type == "inline"]) in (number, number - 1, 3)
        shown = " ".join(" ".join(read_back.blocks(tokens)).split())
        assert read_back.spaced(text) in shown


@pytest.mark.parametrize("text", SHOWN)
def test_no_markup_of_a_text_has_a_meaning(text):
    for source, _ in pieces(text):
        tokens = read_back.markdown(source)
        kinds = {t.type for t in tokens} | {t.type for t in read_back.inline(tokens)}
        assert not kinds & {"html_block", "html_inline", "link_open", "image", "code_inline",
                            "code_block", "fence", "hr", "blockquote_open", "em_open", "s_open",
                            "ordered_list_open"}  # fmt: skip
        assert kinds & {"heading_open"} == ({"heading_open"} if source[0] == "#" else set())
        shown = " ".join(" ".join(read_back.blocks(tokens)).split())
        assert read_back.spaced(text) in shown


def test_a_hostile_report_has_no_link_but_those_of_sources_and_no_html():
    for report in (sample.hostile(), sample.report()):
        tokens = read(report)
        inline = list(read_back.inline(tokens))
        assert {token.type for token in inline} <= OURS
        assert not {token.type for token in tokens} & {"html_block", "fence", "blockquote_open"}
        links = {token.attrs["href"] for token in inline if token.type == "link_open"}
        assert links <= {cite.url for item in report.findings for cite in item.citations}


def test_a_hostile_title_is_the_title_word_for_word():
    report = sample.hostile()
    assert read_back.blocks(read(report))[0] == (
        f"Verification report: {read_back.spaced(report.file.title)}"
    )


def test_every_heading_follows_the_one_above_it():
    levels = [int(token.tag[1]) for token in read(sample.report()) if token.type == "heading_open"]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert set(levels) == {1, 2, 3}


def test_a_departure_says_what_was_found_where_and_what_to_do():
    shown = read_back.blocks(read(sample.report()))
    assert f"GB-14 {sample.RATE.title}" in shown
    assert "line 214 appraisal.rates_used[3].rate: found 0.06; expected 0.035" in shown
    assert f"What to do: {sample.RATE.fix}" in shown


def test_a_claim_stands_beside_its_recomputation():
    shown = read_back.blocks(read(sample.report()))
    at = shown.index("Social return per pound invested (the decision rests on it)")
    assert shown[at + 1 : at + 5] == ["line 203", "5.07", "5.0733", "Reproduced"]


def test_a_command_is_a_block_of_code_whatever_the_name_of_the_file():
    report = sample.report()
    nasty = replace(report, file=replace(report.file, name="a\n```\n<b>`x`"))
    commands = [token.content for token in read(nasty) if token.type == "code_block"]
    assert len(commands) == 3
    assert commands[0] == "sha256sum 'a ``` <b>`x`'\n"


def test_a_report_on_nothing_is_still_whole():
    empty = sample.report((), claims=(), judgements=(), conventions=(), limits=())
    assert "No departures found" in " ".join(read_back.blocks(read(empty)))
