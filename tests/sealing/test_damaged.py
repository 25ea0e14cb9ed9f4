"""Verify a thousand damaged reports: there is always an answer."""

import io
import random

import pikepdf
import pytest

from auditor.sealing.again import Given
from auditor.sealing.answer import Question, Verdict
from auditor.sealing.contents import Unreadable, texts
from auditor.sealing.verify import verify
from tests.sealing import made

TIMES = 500
OFTEN = 25  # every so many, all questions are asked


def unpacked():
    """Return the report with its objects in plain sight, where damage reaches them."""
    with pikepdf.open(io.BytesIO(made.pdf())) as pdf:
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


@pytest.mark.parametrize("source", [made.pdf, unpacked], ids=["packed", "unpacked"])
def test_a_damaged_report_always_gets_an_answer(source):
    raw, chance, seen = source(), random.Random(1789), set()
    for number in range(TIMES):
        broken = damaged(raw, chance)
        asked = list(Question) if number % OFTEN == 0 else [Question.ATTACHMENTS]
        answers = verify(broken, asked, Given())
        assert [each.question for each in answers] == asked
        assert all(each.reason for each in answers)
        seen |= {each.verdict for each in answers}
        try:
            texts(broken)
        except Unreadable as fault:
            assert "its parser failed" in str(fault)
    assert len(seen) > 1
    assert Verdict.CANNOT_SAY in seen
