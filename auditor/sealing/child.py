"""Verify one report in a process of its own, with limits: it may be made to break its reader."""

import json
import os
import sys
from dataclasses import asdict
from pathlib import Path

from auditor.limits import limit_room, limit_time

MEMORY = 3_000_000_000
WRITTEN = 600_000_000
SECONDS = 120
"""How much memory and processor time verifying may take, and how large a file it may write."""


def main() -> None:
    """Read questions and files from the input and write the answers to the output."""
    limit_room(memory=MEMORY, written=WRITTEN)
    limit_time(SECONDS)
    from auditor.sealing.again import Given
    from auditor.sealing.answer import Question
    from auditor.sealing.verify import verify

    source = sys.stdin.buffer
    head = json.loads(source.readline())
    raw = source.read(head["pdf"])
    file = source.read(head["file"]) if head["file"] is not None else None
    given = Given(file, Path(head["evidence"]) if head["evidence"] else None)
    answers = verify(raw, [Question(each) for each in head["questions"]], given)
    with os.fdopen(1, "wb", closefd=False) as output:
        output.write(json.dumps([asdict(answer) for answer in answers]).encode())


if __name__ == "__main__":
    main()
