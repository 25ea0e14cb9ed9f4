"""Show what verifying a report gave, as text or as JSON."""

import json
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from auditor.canonical import plain
from auditor.output.printable import printable
from auditor.sealing.answer import Answer, Question, Verdict, Verification, Verified

FORMAT_VERSION = "1"

ASKED: Mapping[Question, str] = MappingProxyType(
    {
        Question.SIGNATURE: "Is the signature valid?",
        Question.SIGNER: "Is the signer trusted?",
        Question.UNCHANGED: "Is it unchanged since it was signed?",
        Question.ATTACHMENTS: "Are its files those that its manifest names?",
        Question.RULES: "Are its rules those that this release publishes?",
        Question.PRINTED: "Do its pages print its result?",
        Question.AGAIN: "Does the audit give the same result again?",
        Question.PAGES: "Do the same pages come out again?",
    }
)
SAID: Mapping[Verdict, str] = MappingProxyType(
    {Verdict.YES: "Yes", Verdict.NO: "No", Verdict.CANNOT_SAY: "Cannot say"}
)
UNSIGNED = (
    "Without a signature nothing shows who made this PDF: whoever can write a file can make one\n"
    "in which everything agrees. Compare its digest with one that you have from its maker."
)


def as_text(answers: Sequence[Answer], *, signed: bool) -> str:
    """Return the answers as text, a paragraph for each."""
    parts = [
        "\n".join(
            [
                f"{ASKED[each.question]} {SAID[each.verdict]}: {printable(each.reason)}.",
                *(f"  - {printable(line)}" for line in each.details),
            ]
        )
        for each in answers
    ]
    return "\n".join([*parts, *([] if signed else ["", UNSIGNED])])


def as_json(answers: Sequence[Answer], *, name: str, sha256: str) -> str:
    """Return the answers as JSON."""
    verification = Verification(FORMAT_VERSION, Verified(name, sha256), tuple(answers))
    return json.dumps(plain(verification), ensure_ascii=False, indent=2)
