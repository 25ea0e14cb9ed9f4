"""Read one document in a process of its own, with limits: it may be made to break its reader."""

import os
import sys
from typing import TYPE_CHECKING

from auditor.limits import limit_room, limit_time, within_memory

if TYPE_CHECKING:
    from auditor.evidence.wire import Reply, Request, Spotted

MEMORY = 1_500_000_000
ANSWER = 20_000_000
"""How much memory one document may take, and its answer, in bytes."""


def main() -> None:
    """Read a request from the input and write the answer to the output."""
    limit_room(memory=MEMORY, written=ANSWER)
    from auditor.evidence.wire import read_request, reply_bytes

    request, document = read_request(sys.stdin.buffer.read())
    limit_time(request.seconds)
    with within_memory(), os.fdopen(1, "wb", closefd=False) as output:
        output.write(reply_bytes(answer(request, document)))


def answer(request: "Request", document: bytes) -> "Reply":
    """Return what a document holds of what is looked for, or the pictures that are asked for."""
    from auditor.evidence.result import DocumentState
    from auditor.evidence.text import Unreadable
    from auditor.evidence.wire import Reply

    try:
        if request.drawn:
            return _drawn(document, request.drawn)
        return _found(request, document)
    except Unreadable as unreadable:
        return Reply(DocumentState(unreadable.state), unreadable.why)


def _found(request: "Request", document: bytes) -> "Reply":
    from auditor.evidence.kinds import read_as
    from auditor.evidence.result import DocumentState
    from auditor.evidence.seek import Seeker
    from auditor.evidence.wire import Reply

    read = read_as(request.suffix, document, request.wanted)
    seeker = Seeker(read)
    outcomes = tuple(seeker.seek(each) for each in request.wanted)
    return Reply(DocumentState.READ, read.partly, read.kind, read.pages, read.created,
                 read.modified, read.remarks, outcomes)  # fmt: skip


def _drawn(document: bytes, spots: "tuple[Spotted, ...]") -> "Reply":
    from auditor.evidence.drawing import draw
    from auditor.evidence.result import DocumentState
    from auditor.evidence.wire import Reply

    return Reply(DocumentState.READ, drawn=draw(document, spots))


if __name__ == "__main__":
    main()
