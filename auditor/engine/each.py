"""Apply one rule to every entry of a list: one finding, "3 of 12"."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from auditor.engine.again import cannot, check_again, retrace, said_nil
from auditor.engine.answer import CONFORMS, NOT_APPLICABLE, Answer, in_short
from auditor.engine.compose import compose, count
from auditor.engine.functions import Missing
from auditor.engine.message import label
from auditor.engine.missing import joined, sentence
from auditor.engine.ready import ReadyRule
from auditor.engine.subject import Subject
from auditor.engine.trace import child, pointer_of
from auditor.finding import Finding, Status
from auditor.model.part import NilRead


def each(ready: ReadyRule, subject: Subject, *, advisory: str) -> Finding:
    """Return what a rule finds in a list: one finding, with counts, evidence at what fails."""
    assert ready.each is not None
    try:
        items = tuple(ready.run_list(*subject.names))
    except NilRead as nil:
        answer = said_nil(ready, retrace(ready.each.listed, subject), subject, nil)
        return compose(ready, subject, answer, advisory=advisory)
    except Missing as missing:
        answer = cannot(retrace(ready.each.listed, subject), subject, missing)
        return compose(ready, subject, answer, advisory=advisory)
    start = pointer_of(ready.each.listed.text)
    answers = [_item(ready, subject, item, start, n) for n, item in enumerate(items)]
    return _combined(ready, subject, items, answers, advisory=advisory)


def _item(ready: ReadyRule, subject: Subject, item: Any, start: str, number: int) -> Answer:
    keep = ready.each.keep if ready.each else None
    try:
        if keep is not None and not ready.run_keep(*subject.names, item):
            return NOT_APPLICABLE
    except (Missing, NilRead) as stopped:
        assert keep is not None
        log = retrace(keep, subject, (item, child(start, number)))
        return cannot(log, subject, stopped)
    try:
        if ready.run_check(*subject.names, item):
            return CONFORMS
    except (Missing, NilRead):
        pass  # asked again below, with a record of what was read
    return check_again(ready, subject, (item, child(start, number)))


_FIRST = (Status.DEPARTS, Status.CANNOT_CONCLUDE, Status.CONFORMS)


def _combined(
    ready: ReadyRule, subject: Subject, items: Any, answers: list[Answer], *, advisory: str
) -> Finding:
    """Combine the answers: any departure decides, else any that is missing, else they conform."""
    counts = count(answers)
    given = {answer.status for answer in answers}
    status = next((each for each in _FIRST if each in given), None)
    if status is None:
        nothing = Answer(Status.NOT_APPLICABLE, f"there is no {ready.each_words}")
        return compose(ready, subject, nothing, counts=counts, advisory=advisory)
    if status is Status.CONFORMS:
        return compose(ready, subject, CONFORMS, counts=counts, advisory=advisory)
    chosen = {n: answer for n, answer in enumerate(answers) if answer.status is status}
    names = tuple(label(items[n], n) for n in chosen)
    return compose(
        ready,
        subject,
        _together(status, chosen.values(), subject, names),
        counts=counts,
        names=names,
        advisory=advisory,
    )


def _together(
    status: Status, answers: Iterable[Answer], subject: Subject, names: tuple[str, ...]
) -> Answer:
    answers = tuple(answers)
    evidence = tuple(dict.fromkeys(e for answer in answers for e in answer.evidence))
    gaps = joined(answer.gaps for answer in answers)
    gaps = replace(gaps, derived=tuple(each for each in gaps.derived if each not in names))
    reasons = dict.fromkeys(answer.reason for answer in answers if answer.reason)
    reason = sentence(gaps, subject.case) or in_short(tuple(reasons), "; ")
    return Answer(status, reason, evidence, gaps.missing, gaps)
