"""Apply one rule to one file: one finding, with the evidence for it."""

from functools import lru_cache
from traceback import walk_tb

from auditor.engine.again import cannot, check_again, retrace
from auditor.engine.answer import CONFORMS, Answer
from auditor.engine.at_once import at_once
from auditor.engine.compose import compose, not_due
from auditor.engine.due import DUE, Due, NotDue, Unknown, by_file, by_stage
from auditor.engine.each import each
from auditor.engine.expression import Compiled
from auditor.engine.functions import Missing, start_counting
from auditor.engine.judgement import judge
from auditor.engine.ready import ReadyRule
from auditor.engine.subject import Subject
from auditor.errors import Problem, RulesError
from auditor.finding import Finding, Status
from auditor.model.part import NilRead


def evaluate(ready: ReadyRule, subject: Subject) -> Finding:
    """Return what a rule finds in a file.

    Raises RulesError if the rule itself cannot be run; that is never a finding about the file. What
    goes wrong while a fact is worked out is no fault of the rule and is raised as it is.
    """
    late = _late(ready, subject.case.kind, subject.stage)
    if late is not None:
        return late
    answer = DUE if ready.always_due else _due(ready, subject)
    if isinstance(answer, NotDue):
        return not_due(ready, answer.condition)
    start_counting()
    try:
        if isinstance(answer, Unknown):
            return _waiting(ready, subject, answer.gate)
        return _apply(ready, subject, advisory=answer.advisory)
    except (TypeError, ArithmeticError) as error:
        if _in_facts(error):
            raise
        problem = f"rule {ready.rule.id} cannot be run: {error}"
        raise RulesError(
            Problem(problem, ready.where, "this says nothing about the file")
        ) from error


def _due(ready: ReadyRule, subject: Subject) -> Due | NotDue | Unknown:
    return by_file(ready.rule, subject.case, as_at=subject.as_at, parameters=subject.numbers)


@lru_cache(maxsize=8192)
def _late(ready: ReadyRule, kind: str, stage: str) -> Finding | None:
    """Return the finding of a rule that no file of this kind at this stage is asked."""
    late = by_stage(ready.rule.stages, ready.kinds, kind, stage)
    return None if late is None else not_due(ready, late.condition)


def _in_facts(error: Exception) -> bool:
    modules = (frame.f_globals.get("__name__", "") for frame, _ in walk_tb(error.__traceback__))
    return any(module.startswith("auditor.facts") for module in modules)


def _waiting(ready: ReadyRule, subject: Subject, gate: str) -> Finding:
    """Wait for a gate that the file leaves unknown, unless the rule is not for it anyhow."""
    answer = _condition(ready, ready.when, subject) if ready.when else None
    if answer is not None and answer.status is Status.NOT_APPLICABLE:
        return compose(ready, subject, answer)
    waiting = Answer(Status.CANNOT_CONCLUDE, missing=(f"/{gate.replace('.', '/')}",))
    return compose(ready, subject, waiting, waits_for=gate)


def _apply(ready: ReadyRule, subject: Subject, *, advisory: str) -> Finding:
    if ready.when and (answer := _condition(ready, ready.when, subject)) is not None:
        return compose(ready, subject, answer, advisory=advisory)
    if ready.rule.judgement is not None:
        return compose(ready, subject, judge(ready, subject), advisory=advisory)
    if ready.each is not None:
        return each(ready, subject, advisory=advisory)
    return compose(ready, subject, _check(ready, subject), advisory=advisory)


def _condition(ready: ReadyRule, when: Compiled, subject: Subject) -> Answer | None:
    try:
        if ready.run_when(*subject.names):
            return None
    except NilRead as nil:
        return Answer(Status.NOT_APPLICABLE, f"the file says there is none: {nil.reason}")
    except Missing as missing:
        return at_once(when, subject) or cannot(retrace(when, subject), subject, missing)
    return Answer(Status.NOT_APPLICABLE, f"only where {ready.when_words}")


def _check(ready: ReadyRule, subject: Subject) -> Answer:
    assert ready.check is not None
    if (answer := at_once(ready.check, subject)) is not None:
        return answer
    try:
        if ready.run_check(*subject.names):
            return CONFORMS
    except (Missing, NilRead):
        pass  # asked again below, with a record of what was read
    return check_again(ready, subject)
