"""Verify one report in a process of its own, with limits: it may be made to break its reader."""

import json
import os
import sys
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from auditor.limits import limit_room, limit_time, within_memory

MEMORY = 3_000_000_000
WRITTEN = 600_000_000
SECONDS = 120
"""How much memory and processor time verifying may take, and how large a file it may write."""


def main() -> None:
    """Read questions and files from the input and write each answer to the output, in a line."""
    limit_room(memory=MEMORY, written=WRITTEN)
    limit_time(SECONDS)
    from auditor.sealing.answer import Question
    from auditor.sealing.certificate import certificate
    from auditor.sealing.given import Given
    from auditor.sealing.verify import answers

    source = sys.stdin.buffer
    head = json.loads(source.readline())
    raw = source.read(head["pdf"])
    given = Given(
        file=source.read(head["file"]) if head["file"] is not None else None,
        evidence=Path(head["evidence"]) if head["evidence"] else None,
        trusted=tuple(certificate(bytes.fromhex(each)) for each in head["trusted"]),
        at=datetime.fromisoformat(head["at"]),
    )
    with within_memory(), os.fdopen(1, "wb", closefd=False) as output:
        for answer in answers(raw, [Question(each) for each in head["questions"]], given):
            output.write(json.dumps(asdict(answer)).encode() + b"\n")
            output.flush()


if __name__ == "__main__":
    main()
