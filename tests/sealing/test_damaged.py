"""Verify a thousand damaged reports: there is always an answer."""

import io
import random
import re

import pikepdf
import pytest

from auditor.sealing.answer import SIGNATURES, Question, Verdict
from auditor.sealing.contents import Unreadable, texts
from auditor.sealing.given import Given
from auditor.sealing.verify import verify
from tests.sealing import made, signed

SOMETIMES = 4  # every so many, the text of all pages is read
RARELY = 50  # every so many, all questions are asked but for the pages, which take seconds to set
BUT_PAGES = [each for each in Question if each is not Question.PAGES]


def unpacked():
    """Return a small part of the report with its objects in plain sight, where damage is felt."""
    with pikepdf.open(io.BytesIO(made.pdf())) as pdf:
        del pdf.pages[2:], pdf.Root.StructTreeRoot, pdf.Root.Outlines, pdf.Root.Names.Dests
        pdf.attachments["rules.zip"].obj.EF.F.write(b"PK")
        written = io.BytesIO()
        modes = pikepdf.ObjectStreamMode.disable, pikepdf.StreamDecodeLevel.generalized
        pdf.save(written, object_stream_mode=modes[0], stream_decode_level=modes[1],
                 compress_streams=False)  # fmt: skip
        return written.getvalue()


def damaged(raw, chance):
    """Return bytes with some of them changed, left out, doubled, or all of them cut short."""
    data = bytearray(raw)
    for _ in range(chance.choice((1, 3, 20))):
        at, length = chance.randrange(len(data)), chance.choice((1, 2, 8, 300))
        match chance.randrange(5):
            case 0:
                data[at] = chance.randrange(256)
            case 1:
                del data[at : at + length]
            case 2:
                data[at:at] = data[at : at + length]
            case 3:
                data[at : at + length] = chance.randbytes(length)
            case 4:
                digits = [n for n in range(at, min(at + 300, len(data))) if 48 <= data[n] <= 57]
                for n in digits[:3]:
                    data[n] = 48 + chance.randrange(10)
    return bytes(data[: chance.randrange(len(data))] if chance.random() < 0.05 else data)


def text_or_fault(raw):
    """Say whether the pages can be read; where they cannot, the parser is named for it."""
    try:
        texts(raw)
    except Unreadable as fault:
        assert "its parser failed" in str(fault)
        return "fault"
    return "read"


@pytest.mark.parametrize(
    ("source", "times"), [(made.pdf, 450), (unpacked, 350)], ids=["packed", "unpacked"]
)
def test_a_damaged_report_always_gets_an_answer(source, times):
    raw, chance, seen = source(), random.Random(1789), set()
    for number in range(times):
        broken = damaged(raw, chance)
        asked = BUT_PAGES if number % RARELY == 0 else [Question.ATTACHMENTS]
        answers = verify(broken, asked, Given())
        assert [each.question for each in answers] == asked
        assert all(each.reason for each in answers)
        seen |= {each.verdict for each in answers}
        if number % SOMETIMES == 0:
            seen.add(text_or_fault(broken))
    assert {Verdict.CANNOT_SAY, Verdict.NO, "read"} <= seen


def spoken_for(raw):
    """Return what a signature speaks for: all but the place where it stands itself.

    Of itself it leaves out what anybody may rewrite: the certificates of issuers that go along.
    """
    found = re.search(rb"/ByteRange\s*\[0+ 0*(\d+) 0*(\d+)", raw)
    before, after = map(int, found.groups()) if found else (0, 0)
    return raw[:before] + raw[after:]


def test_a_damaged_signature_always_gets_an_answer_and_never_holds():
    """Whatever byte is changed, the signature is not valid, not found, or not of the whole file."""
    raw, chance, seen = signed.report(), random.Random(1848), set()
    begin = len(made.pdf())
    for number in range(200):
        whole = number % SOMETIMES == 0
        broken = damaged(raw, chance) if whole else raw[:begin] + damaged(raw[begin:], chance)
        answers = verify(broken, SIGNATURES, signed.trusting())
        assert [each.question for each in answers] == list(SIGNATURES)
        verdicts = {each.verdict for each in answers}
        assert spoken_for(broken) == spoken_for(raw) or verdicts != {Verdict.YES}
        seen |= verdicts
    assert {Verdict.CANNOT_SAY, Verdict.NO} <= seen
