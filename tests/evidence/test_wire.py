"""What passes between the processes is read back as it was, and nothing else is taken for it."""

from decimal import Decimal

import pytest

from auditor.evidence.result import DocumentState, Sought, Sureness
from auditor.evidence.wanted import Outcome, Wanted
from auditor.evidence.wire import (
    Drawn,
    Reply,
    Request,
    Spotted,
    read_reply,
    read_request,
    reply_bytes,
    request_bytes,
)


def test_a_request_is_read_back_with_its_document():
    exact = Wanted(Sought.CLAIM, "£1.10", Decimal("1.10"), Decimal("0.005"), page=2)
    request = Request(".pdf", (exact,), (Spotted(0, 1, 2),), 7)
    assert read_request(request_bytes(request, b"\x00{}")) == (request, b"\x00{}")


def test_an_answer_is_read_back():
    outcome = Outcome(Sureness.NEARLY, "page 2", False, "found", "note", 1, 2, 3)
    drawn = (Drawn(b"\x89PNG", 3, 4),)
    reply = Reply(DocumentState.READ, "note", "a PDF", 2, remarks=("a",), outcomes=(outcome,),
                  drawn=drawn)  # fmt: skip
    assert read_reply(reply_bytes(reply)) == reply


@pytest.mark.parametrize("raw", [b"", b"{}", b"[]", b"5", b'{"state": "read"}', b"\xff"])
def test_what_is_no_answer_is_refused(raw):
    with pytest.raises((ValueError, TypeError)):
        read_reply(raw)
