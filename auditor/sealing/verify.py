"""Verify a report: answer each question about its PDF apart from the others."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from auditor.sealing import inside
from auditor.sealing.answer import MADE_AGAIN, NOT_SIGNED, SIGNATURES, Answer, Question, cannot_say
from auditor.sealing.contents import Unreadable, contents
from auditor.sealing.given import Given
from auditor.sealing.held import Held

if TYPE_CHECKING:
    from auditor.sealing.signatures import Signature

_MARK = b"/ByteRange"
"""What every signature in a PDF says of itself, and never packed (ISO 32000-1, 12.8.1)."""


def verify(raw: bytes, questions: Iterable[Question], given: Given) -> tuple[Answer, ...]:
    """Answer questions about a PDF; where it cannot be read, nothing about it can be said."""
    return tuple(answers(raw, questions, given))


def answers(raw: bytes, questions: Iterable[Question], given: Given) -> Iterator[Answer]:
    """Answer questions about a PDF, each as soon as it can be; the audit is made again last."""
    asked = tuple(questions)
    report = _Report(raw, given)
    for each in asked:
        if each not in MADE_AGAIN:
            yield report.answer(each)
    made_again = [each for each in asked if each in MADE_AGAIN]
    if made_again:
        yield from report.made_again(made_again)


class _Report:
    """The PDF of a report, read once for all questions."""

    def __init__(self, raw: bytes, given: Given) -> None:
        self.raw, self.given = raw, given

    @cached_property
    def held(self) -> Held:
        return Held(contents(self.raw).files)

    def answer(self, question: Question) -> Answer:
        try:
            return self._signed(question) if question in SIGNATURES else self._inside(question)
        except Unreadable as error:
            return cannot_say(question, f"the PDF cannot be read: {error}")

    def made_again(self, questions: Sequence[Question]) -> Iterator[Answer]:
        """Load what makes audits only where one is made again."""
        from auditor.sealing import again

        try:
            yield from again.answers(self.held, self.raw, self.given, questions)
        except Unreadable as error:
            for each in questions:
                yield cannot_say(each, f"the PDF cannot be read: {error}")

    def _signed(self, question: Question) -> Answer:
        if _MARK not in self.raw:
            _ = self.held  # what cannot be read is not said to be unsigned
            return cannot_say(question, NOT_SIGNED)
        return self._of_signature(question)

    def _of_signature(self, question: Question) -> Answer:
        from auditor.sealing import signed

        return signed.answer(question, self._signatures, self.raw, self.given)

    @cached_property
    def _signatures(self) -> "tuple[Signature, ...]":
        """Load what reads signatures only where there are some: it takes half a second."""
        from auditor.sealing.signatures import signatures

        return signatures(self.raw, self.given.trusted, self.given.at)

    def _inside(self, question: Question) -> Answer:
        match question:
            case Question.ATTACHMENTS:
                return inside.attachments(self.held)
            case Question.RULES:
                return inside.rules(self.held)
        return inside.printed(self.held, self.raw)
