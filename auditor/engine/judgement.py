"""Check that a judgement is on record, complete and in time; never whether it is right."""

from typing import Any

from auditor.engine.answer import Answer, Gaps
from auditor.engine.functions import Missing
from auditor.engine.missing import sentence
from auditor.engine.ready import ReadyRule
from auditor.engine.show import day
from auditor.engine.subject import Subject
from auditor.finding import Evidence, Status
from auditor.model.part import Nil, NilRead

PARTS = (
    "question",
    "conclusion",
    "made_by",
    "role",
    "date",
    "evidence",
    "alternatives_considered",
    "proportionality_note",
)
_NEVER_NONE = ("question", "conclusion", "evidence")
"""What no judgement does without, whatever reason is given for having none."""


def missing_parts(record: Any) -> tuple[str, ...]:
    """Return the parts a complete judgement record has and this one does not."""
    return tuple(name for name in PARTS if getattr(record, name) is None)


def judge(ready: ReadyRule, subject: Subject) -> Answer:
    """Say whether the judgement the rule asks for is recorded, complete and in time."""
    check = ready.rule.judgement
    assert check is not None
    records = subject.case.judgements
    if records.__class__ is Nil:
        reason = f"the file says there is none: {records.none}"
        return Answer(Status(ready.rule.nil), reason)
    found = [
        (index, record) for index, record in enumerate(records or ()) if record.topic == check.topic
    ]
    if not found:
        reason = f"not recorded in this file: a judgement on `{check.topic}`"
        return Answer(Status.CANNOT_CONCLUDE, reason, missing=("/judgements",))
    answers = [_one(ready, subject, index, record) for index, record in found]
    order = (Status.RECORDED, Status.DEPARTS, Status.CANNOT_CONCLUDE)
    return min(answers, key=lambda answer: order.index(answer.status))


def _one(ready: ReadyRule, subject: Subject, index: int, record: Any) -> Answer:
    pointer = f"/judgements/{index}"
    if denied := [name for name in _NEVER_NONE if getattr(record, name).__class__ is Nil]:
        none = getattr(record, denied[0]).none
        found = Evidence(f"{pointer}/{denied[0]}", subject.place(f"{pointer}/{denied[0]}"), none)
        said = f"the judgement `{record.id}` says that it has no {denied[0]}: {none}"
        return Answer(Status.DEPARTS, said, (found,))
    if missing := missing_parts(record):
        pointers = tuple(f"{pointer}/{name}" for name in missing)
        said = sentence(Gaps(pointers), subject.case)
        return Answer(Status.CANNOT_CONCLUDE, said, missing=pointers)
    made = f"{record.conclusion} ({record.made_by}, {record.role}, {day(record.date)})"
    return in_time(ready, subject, record, Evidence(pointer, subject.place(pointer), made))


def in_time(ready: ReadyRule, subject: Subject, record: Any, evidence: Evidence) -> Answer:
    """Say whether a judgement was made by the date that the rule names, if it names one."""
    pointer = evidence.pointer
    if ready.run_before is None:
        return Answer(Status.RECORDED, "", (evidence,))
    try:
        limit = ready.run_before(*subject.names)
    except (Missing, NilRead):
        path = ready.before.text.removeprefix("case.") if ready.before else ""
        return Answer(Status.CANNOT_CONCLUDE, f"not recorded in this file: {path}", (evidence,))
    if record.date <= limit:
        return Answer(Status.RECORDED, "", (evidence,))
    late = Evidence(f"{pointer}/date", subject.place(f"{pointer}/date"), record.date.isoformat(),
                    f"on or before {limit.isoformat()}")  # fmt: skip
    return Answer(Status.DEPARTS, evidence=(late, evidence))
