"""Read one document in a process of its own, with limits: it may be made to break its reader."""

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditor.evidence.wire import Reply, Request, Spotted

MEMORY = 1_500_000_000
SECONDS = 20
ANSWER = 20_000_000
"""How much memory, processor time and answer one document may take, in bytes and seconds."""


def main() -> None:
    """Read a request from the input and write the answer to the output."""
    _limit()
    from auditor.evidence.wire import read_request, reply_bytes

    request, document = read_request(sys.stdin.buffer.read())
    with os.fdopen(1, "wb", closefd=False) as output:
        output.write(reply_bytes(answer(request, document)))


def _limit() -> None:
    """Let this process take no more memory, time or room on the disk than one document needs."""
    try:
        import resource
    except ImportError:  # on Windows; the time is limited from outside
        return
    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_FSIZE, ANSWER),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(what)
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (allowed, hard))


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
