"""Read one document in a process of its own, with limits: it may be made to break its reader."""

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditor.evidence.wire import Reply, Request, Spotted

MEMORY = 1_500_000_000
ANSWER = 20_000_000
"""How much memory one document may take, and its answer, in bytes."""


def main() -> None:
    """Read a request from the input and write the answer to the output."""
    _limit()
    from auditor.evidence.wire import read_request, reply_bytes

    request, document = read_request(sys.stdin.buffer.read())
    _limit_time(request.seconds)
    with os.fdopen(1, "wb", closefd=False) as output:
        output.write(reply_bytes(answer(request, document)))


def _limit() -> None:
    """Let this process take no more memory and room on the disk than one document needs."""
    try:
        import resource
    except ImportError:  # on Windows
        return
    _set(resource.RLIMIT_AS, MEMORY)
    _set(resource.RLIMIT_FSIZE, ANSWER)
    _set(resource.RLIMIT_CORE, 0)


def _limit_time(seconds: int) -> None:
    with suppress(ImportError):  # on Windows; the time is limited from outside
        import resource

        _set(resource.RLIMIT_CPU, seconds)


def _set(what: int, most: int) -> None:
    import resource

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
