"""Let a judgement on record stand where a check is not met, if its rule says so: as recorded."""

from dataclasses import replace
from typing import Any

from auditor.engine.again import agreeing, retrace
from auditor.engine.answer import Answer, Gaps
from auditor.engine.at_once import Item
from auditor.engine.functions import Missing
from auditor.engine.judgement import in_time
from auditor.engine.missing import gaps_of, sentence
from auditor.engine.ready import ReadyRule
from auditor.engine.show import day
from auditor.engine.subject import Subject
from auditor.finding import Evidence, Status
from auditor.model.part import Nil, NilRead

STATED = ("conclusion", "made_by", "date")
"""What a judgement states that stands in for a check: what was decided, by whom and when."""
UNMET = (Status.DEPARTS, Status.CANNOT_CONCLUDE)
"""The answers of a check that a judgement may stand in for."""
_BEST = (Status.RECORDED, Status.CANNOT_CONCLUDE, Status.DEPARTS)


def settled(ready: ReadyRule, subject: Subject, status: Status, *item: Item) -> Status:
    """Return the status of a check once the judgement that may stand in for it is looked at."""
    if ready.rule.unless is None or status not in UNMET:
        return status
    judged = _judged(ready, subject, *item)
    if judged is None or judged.status is Status.DEPARTS:
        return status
    return judged.status


def explained(
    ready: ReadyRule, subject: Subject, status: Status, answer: Answer, *item: Item
) -> Answer:
    """Return the answer of a check that came to a status, with the judgement that bears on it.

    Raises RuntimeError where the two do not come to that status: a fault of this program.
    """
    judged = _judged(ready, subject, *item) if ready.rule.unless else None
    if judged is not None and answer.status in UNMET:
        answer = _with(judged, answer)
    return agreeing(status, answer, ready)


def _with(judged: Answer, answer: Answer) -> Answer:
    evidence = tuple(dict.fromkeys((*judged.evidence, *answer.evidence)))
    stands = judged.status is Status.RECORDED
    leaves_open = judged.status is Status.CANNOT_CONCLUDE and answer.status is Status.DEPARTS
    if stands or leaves_open:
        return replace(judged, evidence=evidence)
    return replace(answer, evidence=evidence)


def _judged(ready: ReadyRule, subject: Subject, *item: Item) -> Answer | None:
    """Return what the judgements on the topic of a rule come to; None where there is none."""
    unless = ready.rule.unless
    assert unless is not None
    records = subject.case.judgements
    if records is None or records.__class__ is Nil:
        return None
    found = [(at, one) for at, one in enumerate(records) if one.topic == unless.topic]
    if not found:
        return None
    try:
        if ready.run_where and not ready.run_where(*subject.names, *(one for one, _ in item)):
            return None
    except NilRead:
        return None
    except Missing:
        return _open(ready, subject, *item)
    answers = [_one(ready, subject, at, record) for at, record in found]
    return min(answers, key=lambda answer: _BEST.index(answer.status))


def _open(ready: ReadyRule, subject: Subject, *item: Item) -> Answer:
    """Return the answer where it is not known whether a judgement may stand in for the check."""
    assert ready.stands_where is not None
    log = retrace(ready.stands_where, subject, *item)
    gaps = gaps_of(tuple(log.missing or log.passed_over), subject.facts, subject.as_at)
    return Answer(Status.CANNOT_CONCLUDE, sentence(gaps, subject.case), (), gaps.missing, gaps)


def _one(ready: ReadyRule, subject: Subject, at: int, record: Any) -> Answer:
    pointer = f"/judgements/{at}"
    lacks = tuple(name for name in STATED if not _is_stated(getattr(record, name)))
    if lacks:
        pointers = tuple(f"{pointer}/{name}" for name in lacks)
        said = sentence(Gaps(pointers), subject.case)
        return Answer(Status.CANNOT_CONCLUDE, said, missing=pointers)
    who = f"{record.made_by}, {day(record.date)}"
    evidence = Evidence(pointer, subject.place(pointer), f"{record.conclusion} ({who})")
    answer = in_time(ready, subject, record, evidence)
    if answer.status is not Status.RECORDED:
        return answer
    reason = (
        f"The file does not show what is asked for here; the judgement `{record.id}` on "
        f"`{record.topic}` ({who}) says why. It is recorded, and whether it is right is not judged."
    )
    return replace(answer, reason=reason)


def _is_stated(value: Any) -> bool:
    return value is not None and value.__class__ is not Nil
