"""Hold what verifying a report asks, and the answer to each question."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Question(StrEnum):
    """What verifying a report asks, each apart from the others."""

    SIGNATURE = "signature"
    SIGNER = "signer"
    UNCHANGED = "unchanged"
    ATTACHMENTS = "attachments"
    RULES = "rules"
    PRINTED = "printed"
    AGAIN = "again"
    PAGES = "pages"


class Verdict(StrEnum):
    """Whether it is so."""

    YES = "yes"
    NO = "no"
    CANNOT_SAY = "cannot_say"


SIGNATURES = (Question.SIGNATURE, Question.SIGNER, Question.UNCHANGED)
INSIDE = (Question.ATTACHMENTS, Question.RULES, Question.PRINTED)
"""What is asked of the PDF alone."""
MADE_AGAIN = (Question.AGAIN, Question.PAGES)
"""What is asked of the audit that is made again."""
NOT_SIGNED = "the report is not signed"


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a question with its reason, and what differs, each in a line."""

    question: Question
    verdict: Verdict
    reason: str
    details: tuple[str, ...] = ()

    @property
    def of_unsigned(self) -> bool:
        """Whether it is that there is no signature; not that one could not be read."""
        return self.verdict is Verdict.CANNOT_SAY and self.reason == NOT_SIGNED


@dataclass(frozen=True, slots=True)
class Verified:
    """The PDF that was verified: the name of its file, and the SHA-256 of its bytes."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Verification:
    """What verifying the PDF of a report gave: an answer to each question that was asked."""

    format_version: str
    report: Verified
    answers: tuple[Answer, ...]


def yes(question: Question, reason: str, details: Iterable[str] = ()) -> Answer:
    """Answer that it is so."""
    return Answer(question, Verdict.YES, reason, tuple(details))


def no(question: Question, reason: str, details: Iterable[str] = ()) -> Answer:
    """Answer that it is not so."""
    return Answer(question, Verdict.NO, reason, tuple(details))


def cannot_say(question: Question, reason: str) -> Answer:
    """Answer that it cannot be told."""
    return Answer(question, Verdict.CANNOT_SAY, reason)
