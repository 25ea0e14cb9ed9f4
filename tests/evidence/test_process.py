"""Documents made to break their reader get a clear answer within bounds of time and memory."""

import io
import sys
import time
import zlib

import pytest
from PIL import Image

from auditor.evidence.process import PATIENCE, ask
from auditor.evidence.result import DocumentState, Sought, Sureness
from auditor.evidence.wanted import Wanted
from auditor.evidence.wire import SECONDS, Request, Spotted
from tests.evidence import made

NEEDLE = Wanted(Sought.QUOTE, "a needle in the hay")
ONE = (made.CATALOGUE, made.ONE_PAGE, made.FONT, made.page(5))
SHOWN = made.shown(b"This is a needle in the hay")


def state(ending, raw, *, seconds=SECONDS):
    started = time.monotonic()
    reply = ask(Request(ending, (NEEDLE,), seconds=seconds), raw)
    assert time.monotonic() - started < PATIENCE * seconds + 5
    return reply


def test_a_sound_document_is_answered():
    reply = state(".pdf", made.raw_pdf(*ONE, SHOWN))
    assert reply.state is DocumentState.READ
    assert reply.outcomes[0].sureness is Sureness.EXACT


def test_a_reader_that_cannot_be_run_is_a_fault_of_the_reader(monkeypatch):
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    reply = ask(Request(".txt", (NEEDLE,)), b"a needle in the hay")
    assert reply.state is DocumentState.PARSER_FAILED
    assert "says nothing about the document" in reply.note


def test_a_broken_table_of_objects_is_mended():
    raw = made.raw_pdf(*ONE, SHOWN, start=99_999_999)
    assert state(".pdf", raw).outcomes[0].sureness is Sureness.EXACT


def test_pages_that_contain_themselves_are_broken():
    loop = b"<< /Type /Pages /Count 1000000 /Kids [2 0 R 2 0 R] >>"
    assert state(".pdf", made.raw_pdf(made.CATALOGUE, loop)).state is DocumentState.BROKEN


def test_a_form_that_draws_itself_is_a_fault_of_the_reader_or_read():
    form = made.stream(b"/X Do", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] "
                       b"/Resources << /XObject << /X 6 0 R >> >>")  # fmt: skip
    page = made.page(5, holds=b"/XObject << /X 6 0 R >>")
    contents = made.stream(b"/X Do BT /F1 12 Tf 72 700 Td (a needle in the hay) Tj ET")
    raw = made.raw_pdf(made.CATALOGUE, made.ONE_PAGE, made.FONT, page, contents, form)
    assert state(".pdf", raw, seconds=2).state in (DocumentState.READ, DocumentState.PARSER_FAILED)


def test_contents_that_unpack_without_end_are_a_fault_of_the_reader():
    line = b"BT /F1 12 Tf 72 700 Td (a needle in the hay) Tj ET "
    bomb = made.stream(zlib.compress(line * 4_000_000), b"/Filter /FlateDecode")
    reply = state(".pdf", made.raw_pdf(*ONE, bomb), seconds=2)
    assert reply.state is DocumentState.PARSER_FAILED
    assert "says nothing about the document" in reply.note
    assert reply.outcomes == ()


def test_a_picture_of_many_gigabytes_is_not_unpacked():
    image = made.stream(zlib.compress(b"\x00" * 50_000_000), b"/Type /XObject /Subtype /Image "
                        b"/Width 60000 /Height 60000 /ColorSpace /DeviceRGB /BitsPerComponent 8 "
                        b"/Filter /FlateDecode")  # fmt: skip
    page = made.page(5, holds=b"/XObject << /X 6 0 R >>")
    show = made.stream(b"q 595 0 0 842 0 0 cm /X Do Q")
    raw = made.raw_pdf(made.CATALOGUE, made.ONE_PAGE, made.FONT, page, show, image)
    assert state(".pdf", raw).state is DocumentState.NO_TEXT


def test_ten_thousand_pages_are_searched_in_part():
    kids = b" ".join(b"%d 0 R" % (5 + number) for number in range(10_000))
    pages = b"<< /Type /Pages /Count 10000 /Kids [%b] >>" % kids
    hay = made.shown(b"hay")
    raw = made.raw_pdf(made.CATALOGUE, pages, made.FONT, hay, *([made.page(4)] * 10_000))
    reply = state(".pdf", raw)
    assert reply.note == "only 5,000 of 10,000 pages were searched"
    assert reply.outcomes[0].sureness is Sureness.UNKNOWN


def test_half_a_pdf_is_broken():
    raw = made.raw_pdf(*ONE, SHOWN)
    assert state(".pdf", raw[:300]).state is DocumentState.BROKEN


@pytest.mark.parametrize(
    ("document", "says"),
    [
        (b"<a>" + b" " * 200_000_000 + b"</a>", "150 MB are read at most"),
        (b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "x">]><a>&b;</a>', "entities"),
        (b"<w:p>" * 100_000, "damaged"),
        (b"\xff\xfe<\x00a\x00>\x00", "not written in UTF-8"),
    ],
)
def test_a_word_document_made_to_burst_is_refused(document, says):
    raw = made.with_parts(made.word("x"), {"word/document.xml": document})
    reply = state(".docx", raw)
    assert reply.state in (DocumentState.BROKEN, DocumentState.PARSER_FAILED)
    assert says in reply.note or "opened as a Word document" in reply.note


@pytest.mark.parametrize("text", [b"a\n", b"1 ", b"1,", b"a-"])
def test_a_long_text_of_one_letter_is_searched_in_part(text):
    reply = state(".txt", text * 4_500_000)
    assert reply.note == "it is so long that it was searched only in part"
    assert reply.outcomes[0].sureness is Sureness.UNKNOWN


def test_a_passage_is_drawn():
    reply = ask(Request(".pdf", drawn=(Spotted(0, 10, 16),)), made.raw_pdf(*ONE, SHOWN))
    [picture] = reply.drawn
    assert picture.png.startswith(b"\x89PNG")
    assert 0 < picture.width <= 900


def test_a_passage_is_drawn_the_same_each_time():
    request = Request(".pdf", drawn=(Spotted(0, 10, 16),))
    raw = made.raw_pdf(*ONE, SHOWN)
    assert ask(request, raw).drawn == ask(request, raw).drawn


@pytest.mark.parametrize("turned", [b"0", b"90", b"180", b"270"])
def test_a_passage_on_a_turned_page_is_drawn_where_it_stands(turned):
    spot = made.page(5).replace(b"/MediaBox", b"/Rotate %b /MediaBox" % turned)
    raw = made.raw_pdf(made.CATALOGUE, made.ONE_PAGE, made.FONT, spot, SHOWN)
    [picture] = ask(Request(".pdf", drawn=(Spotted(0, 10, 16),)), raw).drawn
    rows = Image.open(io.BytesIO(picture.png))
    assert rows.getextrema()[0] < 100
    assert (rows.width > rows.height) == (turned in (b"0", b"180"))
