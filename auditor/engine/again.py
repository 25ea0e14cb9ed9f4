"""Run a rule again where it does not simply conform, recording what it reads."""

from contextlib import suppress
from typing import Any

from auditor.engine.answer import CONFORMS, Answer, evidence_of, not_recorded, path_words
from auditor.engine.functions import Missing
from auditor.engine.ready import ReadyRule
from auditor.engine.subject import Subject
from auditor.engine.trace import Log, Traced
from auditor.finding import Status
from auditor.model.part import Nil, NilRead

Item = tuple[Any, str]
"""An entry of a list with its pointer."""


def check_again(ready: ReadyRule, subject: Subject, *item: Item) -> Answer:
    """Return the answer of a check with its evidence: what was read and what was compared."""
    log = Log()
    function = ready.traced_check.function(_compare=log.compare)
    try:
        conforms = function(*roots(subject, log), *(log.note(at, one) for one, at in item))
    except NilRead as nil:
        return said_nil(ready, log, subject, nil)
    except Missing as missing:
        return cannot(log, subject, str(missing))
    if conforms:
        return CONFORMS
    return Answer(Status.DEPARTS, evidence=evidence_of(log, subject.place))


def retrace(function: Any, subject: Subject, *item: Item) -> Log:
    """Run an expression again, recording its reads, up to the value that stopped it."""
    log = Log()
    with suppress(Missing, NilRead):
        function(*roots(subject, log), *(log.note(at, one) for one, at in item))
    return log


def roots(subject: Subject, log: Log) -> tuple[Any, Any, Any]:
    """Return stand-ins for the file, its facts and the parameters that record what is read."""
    return (
        Traced(subject.case, "", log),
        Traced(subject.facts, "facts", log),
        Traced(subject.param, "param", log),
    )


def said_nil(ready: ReadyRule, log: Log, subject: Subject, nil: NilRead) -> Answer:
    """Return the answer of a rule to an explicit nil, with what it denies and its reason."""
    denied = [pointer for pointer, value in log.reads.items() if value.__class__ is Nil]
    what = f" (`{path_words(denied[-1])}`)" if denied else ""
    reason = f"the file says that there is none{what}: {nil.reason}"
    return Answer(Status(ready.rule.nil), reason, evidence_of(log, subject.place))


def cannot(log: Log, subject: Subject, reason: str) -> Answer:
    """Return the answer where something that is needed is not stated."""
    missing = tuple(log.missing)
    said = not_recorded(missing) if missing else f"nothing can be concluded: {reason}"
    return Answer(Status.CANNOT_CONCLUDE, said, evidence_of(log, subject.place), missing)
