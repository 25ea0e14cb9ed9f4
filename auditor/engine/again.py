"""Run a rule again where it departs or cannot conclude, recording what it reads."""

from contextlib import suppress
from typing import Any

from auditor.engine.answer import Answer, evidence_of, not_recorded
from auditor.engine.functions import Missing
from auditor.engine.ready import ReadyRule
from auditor.engine.subject import Subject
from auditor.engine.trace import Log, Traced
from auditor.finding import Status
from auditor.model.part import NilRead


def said_nil(ready: ReadyRule, log: Log, subject: Subject, nil: NilRead) -> Answer:
    """Return the answer of a rule to an explicit nil, with its reason."""
    reason = f"the file says there is none: {nil.reason}"
    return Answer(Status(ready.rule.nil), reason, evidence_of(log, subject.place))


def cannot(log: Log, subject: Subject, reason: str) -> Answer:
    """Return the answer where something that is needed is not stated."""
    missing = tuple(log.missing)
    said = not_recorded(missing) if missing else f"nothing can be concluded: {reason}"
    return Answer(Status.CANNOT_CONCLUDE, said, evidence_of(log, subject.place), missing)


def roots(subject: Subject, log: Log) -> tuple[Any, Any, Any]:
    """Return stand-ins for the file, its facts and the parameters that record what is read."""
    return (
        Traced(subject.case, "", log),
        Traced(subject.facts, "facts", log),
        Traced(subject.param, "param", log),
    )


def retrace(function: Any, subject: Subject, *item: Any) -> Log:
    """Run an expression again, recording its reads, up to the value that stopped it."""
    log = Log()
    with suppress(Missing, NilRead):
        function(*roots(subject, log), *(_traced_item(one, log) for one in item))
    return log


def _traced_item(item: tuple[Any, str], log: Log) -> Any:
    return log.note(item[1], item[0])


def trace(ready: ReadyRule, subject: Subject, *item: tuple[Any, str]) -> Log:
    """Run the check again, recording its reads and what it compared."""
    log = Log()
    function = ready.traced_check.function(_compare=log.compare)
    with suppress(Missing, NilRead):
        function(*roots(subject, log), *(_traced_item(one, log) for one in item))
    return log
