"""Run a rule again where it does not simply conform, recording what it reads."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Any

from auditor.engine.answer import Answer, evidence_of
from auditor.engine.at_once import Item, at_once
from auditor.engine.compose import later
from auditor.engine.expression import Compiled
from auditor.engine.functions import Missing, NoEntry
from auditor.engine.missing import gaps_of
from auditor.engine.places import path_words
from auditor.engine.ready import ReadyRule
from auditor.engine.subject import Subject
from auditor.engine.trace import Log
from auditor.finding import Finding, Status
from auditor.model.part import Nil, NilRead


def check_again(ready: ReadyRule, subject: Subject, *item: Item) -> Answer:
    """Return the answer of a check with its evidence: what was read and what was compared.

    Raises RuntimeError where the answer is another one than without the record: a fault of this
    program, which must not turn a departure into something that conforms.
    """
    log = Log()
    try:
        conforms = _run(ready.traced_check, subject, log, *item)
    except NilRead as nil:
        return said_nil(ready, log, subject, nil)
    except Missing as missing:
        return cannot(log, subject, missing)
    if conforms:
        raise RuntimeError(f"{ready.rule.id} answers otherwise when what it reads is recorded")
    return Answer(Status.DEPARTS, evidence=evidence_of(log, subject.place))


def agreeing(status: Status, answer: Answer, ready: ReadyRule) -> Answer:
    """Return an answer; raises RuntimeError where its status is not the one found before."""
    if answer.status is not status:
        raise RuntimeError(f"{ready.rule.id} answers otherwise when what it reads is recorded")
    return answer


def stopped(
    ready: ReadyRule, subject: Subject, compiled: Compiled, missing: Missing, *, advisory: str
) -> Finding:
    """Return the finding of a rule that cannot conclude, because a value of an expression lacks."""
    ask = partial(_stopped, subject, compiled, missing.with_traceback(None))
    return later(ready, subject, Status.CANNOT_CONCLUDE, ask, advisory=advisory)


def _stopped(
    subject: Subject, compiled: Compiled, missing: Missing
) -> tuple[Answer, tuple[str, ...]]:
    return stopped_at(compiled, subject, missing), ()


def stopped_at(compiled: Compiled, subject: Subject, why: Missing | NilRead, *item: Item) -> Answer:
    """Return the answer where an expression, of an entry if one is given, was stopped."""
    once = at_once(compiled, subject, *item)
    return once or cannot(retrace(compiled, subject, *item), subject, why)


def retrace(compiled: Compiled, subject: Subject, *item: Item) -> Log:
    """Run an expression again, recording its reads, up to the value that stopped it."""
    log = Log()
    with suppress(Missing, NilRead):
        _run(compiled.traced, subject, log, *item)
    return log


def _run(traced: Callable[..., Any], subject: Subject, log: Log, *item: Item) -> Any:
    return traced(log, *subject.names, *(log.note(at, one) for one, at in item))


def said_nil(ready: ReadyRule, log: Log, subject: Subject, nil: NilRead) -> Answer:
    """Return the answer of a rule to an explicit nil, with what it denies and its reason."""
    what = "".join(f" (`{path_words(at)}`)" for at in _denied(log, nil))
    reason = f"the file says that there is none{what}: {nil.reason}"
    return Answer(Status(ready.rule.nil), reason, evidence_of(log, subject.place))


def _denied(log: Log, nil: NilRead) -> tuple[str, ...]:
    """Return the place of the explicit nil that stopped a rule, if it was read."""
    read = [(at, value) for at, value in log.reads.items() if value.__class__ is Nil]
    return tuple(at for at, value in read if value.none == nil.reason)[-1:]


def cannot(log: Log, subject: Subject, stopped: Missing | NilRead) -> Answer:
    """Return the answer where something that is needed is not stated; the gaps say it in words.

    What was passed over on the way to an explicit nil, which has a place of its own, lacks nothing.
    """
    denied = _denied(log, stopped) if isinstance(stopped, NilRead) else ()
    lacking = log.missing or (() if denied else log.passed_over)
    gaps = gaps_of(tuple(lacking), subject.facts, subject.as_at)
    if denied:
        gaps = replace(gaps, denied=(*gaps.denied, *denied))
    alone = str(stopped) if isinstance(stopped, NoEntry) else f"nothing can be concluded: {stopped}"
    evidence = evidence_of(log, subject.place)
    return Answer(Status.CANNOT_CONCLUDE, alone, evidence, gaps.missing, gaps)
