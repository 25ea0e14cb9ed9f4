"""Apply one rule to one file: one finding, with the evidence for it."""

from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from auditor.engine.answer import (
    CONFORMS,
    NOT_APPLICABLE,
    Answer,
    evidence_of,
    not_recorded,
)
from auditor.engine.compose import compose, count
from auditor.engine.due import NotDue, Unknown, due
from auditor.engine.functions import Missing
from auditor.engine.judgement import judge
from auditor.engine.message import label
from auditor.engine.ready import ReadyRule
from auditor.engine.subject import Subject
from auditor.engine.trace import Log, Traced, TracedList, child
from auditor.errors import Problem, RulesError
from auditor.finding import Finding, Status
from auditor.model.part import NilRead


def evaluate(ready: ReadyRule, subject: Subject) -> Finding:
    """Return what a rule finds in a file.

    Raises RulesError if the rule itself cannot be run; that is never a finding about the file.
    """
    rule = ready.rule
    answer = due(
        rule, ready.kinds, subject.case,
        stage=subject.stage, as_at=subject.as_at, parameters=subject.numbers,
    )  # fmt: skip
    if isinstance(answer, NotDue):
        return compose(ready, subject, Answer(Status.NOT_APPLICABLE, answer.condition))
    if isinstance(answer, Unknown):
        waiting = Answer(Status.CANNOT_CONCLUDE, missing=(f"/{answer.gate.replace('.', '/')}",))
        return compose(ready, subject, waiting, waits_for=answer.gate)
    try:
        return _apply(ready, subject, advisory=answer.advisory)
    except (TypeError, ArithmeticError) as error:
        problem = f"rule {rule.id} cannot be run: {error}"
        raise RulesError(
            Problem(problem, ready.where, "this says nothing about the file")
        ) from error


def _apply(ready: ReadyRule, subject: Subject, *, advisory: bool) -> Finding:
    if ready.when is not None and (answer := _condition(ready, subject)) is not None:
        return compose(ready, subject, answer, advisory=advisory)
    if ready.rule.judgement is not None:
        return compose(ready, subject, judge(ready, subject), advisory=advisory)
    if ready.each is not None:
        return _each(ready, subject, advisory=advisory)
    return compose(ready, subject, _check(ready, subject), advisory=advisory)


def _condition(ready: ReadyRule, subject: Subject) -> Answer | None:
    try:
        if ready.run_when(*subject.names):
            return None
    except NilRead as nil:
        return Answer(Status.NOT_APPLICABLE, f"the file says there is none: {nil.reason}")
    except Missing as missing:
        return _cannot(_retrace(ready.run_when, subject), subject, str(missing))
    return Answer(Status.NOT_APPLICABLE, f"only where {ready.rule.when}")


def _check(ready: ReadyRule, subject: Subject) -> Answer:
    try:
        if ready.run_check(*subject.names):
            return CONFORMS
    except NilRead as nil:
        return _nil(ready, _retrace(ready.run_check, subject), subject, nil)
    except Missing as missing:
        return _cannot(_retrace(ready.run_check, subject), subject, str(missing))
    return Answer(Status.DEPARTS, evidence=evidence_of(_trace(ready, subject), subject.place))


def _nil(ready: ReadyRule, log: Log, subject: Subject, nil: NilRead) -> Answer:
    reason = f"the file says there is none: {nil.reason}"
    return Answer(Status(ready.rule.nil), reason, evidence_of(log, subject.place))


def _cannot(log: Log, subject: Subject, reason: str) -> Answer:
    missing = tuple(log.missing)
    said = not_recorded(missing) if missing else f"nothing can be concluded: {reason}"
    return Answer(Status.CANNOT_CONCLUDE, said, evidence_of(log, subject.place), missing)


def _roots(subject: Subject, log: Log) -> tuple[Any, Any, Any]:
    return (
        Traced(subject.case, "", log),
        Traced(subject.facts, "facts", log),
        Traced(subject.param, "param", log),
    )


def _retrace(function: Any, subject: Subject, *item: Any) -> Log:
    """Run an expression again, recording its reads, up to the value that stopped it."""
    log = Log()
    with suppress(Missing, NilRead):
        function(*_roots(subject, log), *(_traced_item(one, log) for one in item))
    return log


def _traced_item(item: tuple[Any, str], log: Log) -> Any:
    return log.note(item[1], item[0])


def _trace(ready: ReadyRule, subject: Subject, *item: tuple[Any, str]) -> Log:
    log = Log()
    function = ready.traced_check.function(_compare=log.compare)
    with suppress(Missing, NilRead):
        function(*_roots(subject, log), *(_traced_item(one, log) for one in item))
    return log


def _each(ready: ReadyRule, subject: Subject, *, advisory: bool) -> Finding:
    try:
        items = tuple(ready.run_list(*subject.names))
    except NilRead as nil:
        answer = _nil(ready, _retrace(ready.run_list, subject), subject, nil)
        return compose(ready, subject, answer, advisory=advisory)
    except Missing as missing:
        answer = _cannot(_retrace(ready.run_list, subject), subject, str(missing))
        return compose(ready, subject, answer, advisory=advisory)
    pointer = _list_pointer(ready, subject)
    answers = [
        _item(ready, subject, item, child(pointer, index)) for index, item in enumerate(items)
    ]
    return _combined(ready, subject, items, answers, advisory=advisory)


def _list_pointer(ready: ReadyRule, subject: Subject) -> str:
    listed = ready.run_list(*_roots(subject, Log()))
    return listed.pointer if isinstance(listed, TracedList) else ""


def _item(ready: ReadyRule, subject: Subject, item: Any, pointer: str) -> Answer:
    try:
        if ready.run_keep is not None and not ready.run_keep(*subject.names, item):
            return NOT_APPLICABLE
        if ready.run_check(*subject.names, item):
            return CONFORMS
    except NilRead as nil:
        log = _retrace(ready.run_check, subject, (item, pointer))
        return _nil(ready, log, subject, nil)
    except Missing as missing:
        return _cannot(_item_log(ready, subject, item, pointer), subject, str(missing))
    log = _trace(ready, subject, (item, pointer))
    return Answer(Status.DEPARTS, evidence=evidence_of(log, subject.place))


def _item_log(ready: ReadyRule, subject: Subject, item: Any, pointer: str) -> Log:
    if ready.run_keep is not None:
        log = _retrace(ready.run_keep, subject, (item, pointer))
        if log.missing:
            return log
    return _retrace(ready.run_check, subject, (item, pointer))


def _reasons(answers: Iterable[Answer]) -> str:
    return "; ".join(dict.fromkeys(answer.reason for answer in answers if answer.reason))


def _combined(
    ready: ReadyRule, subject: Subject, items: Any, answers: list[Answer], *, advisory: bool
) -> Finding:
    counts = count(answers)
    for status in (Status.DEPARTS, Status.CANNOT_CONCLUDE, Status.CONFORMS):
        chosen = [(n, a) for n, a in enumerate(answers) if a.status is status]
        if chosen:
            break
    else:
        condition = f"no entry fits `{ready.rule.each}`"
        answer = Answer(Status.NOT_APPLICABLE, condition)
        return compose(ready, subject, answer, counts=counts, advisory=advisory)
    evidence = tuple(dict.fromkeys(e for _, answer in chosen for e in answer.evidence))
    missing = tuple(dict.fromkeys(m for _, answer in chosen for m in answer.missing))
    reason = not_recorded(missing) if missing else _reasons(a for _, a in chosen)
    return compose(
        ready, subject, Answer(status, reason, evidence, missing), counts=counts,
        names=tuple(label(items[n], n) for n, _ in chosen), advisory=advisory,
    )  # fmt: skip
