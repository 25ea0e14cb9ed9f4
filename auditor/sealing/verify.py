"""Verify a report: answer each question about its PDF apart from the others."""

from collections.abc import Iterable

from auditor.sealing import inside
from auditor.sealing.again import Given, again
from auditor.sealing.answer import SIGNATURES, Answer, Question, cannot_say
from auditor.sealing.contents import Contents, Unreadable, contents
from auditor.sealing.held import Held


def verify(raw: bytes, questions: Iterable[Question], given: Given) -> tuple[Answer, ...]:
    """Answer questions about a PDF; where it cannot be read, nothing about it can be said."""
    asked = tuple(questions)
    try:
        found = contents(raw)
    except Unreadable as error:
        return tuple(cannot_say(each, f"the PDF cannot be read: {error}") for each in asked)
    return tuple(_answer(each, raw, found, given) for each in asked)


def _answer(question: Question, raw: bytes, found: Contents, given: Given) -> Answer:
    if question in SIGNATURES:
        return _of_signature(question, found)
    held = Held(found.files)
    match question:
        case Question.ATTACHMENTS:
            return inside.attachments(held)
        case Question.RULES:
            return inside.rules(held)
        case Question.PRINTED:
            return inside.printed(held, raw)
    return again(held, given)


def _of_signature(question: Question, found: Contents) -> Answer:
    if found.signed:
        return cannot_say(question, "this version does not check signatures")
    return cannot_say(question, "the report is not signed")
