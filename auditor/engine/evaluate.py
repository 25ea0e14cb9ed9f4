"""Apply one rule to one file: one finding, with the evidence for it."""

from collections.abc import Iterator
from functools import lru_cache, partial

from auditor.engine.again import check_again, stopped
from auditor.engine.answer import CONFORMS, Answer
from auditor.engine.at_once import at_once
from auditor.engine.compose import compose, later, not_due
from auditor.engine.due import DUE, Due, NotDue, Unknown, by_file, by_stage, terms_of
from auditor.engine.each import each
from auditor.engine.excuse import explained, settled
from auditor.engine.expression import Compiled
from auditor.engine.functions import Missing, start_counting
from auditor.engine.judgement import judge
from auditor.engine.ready import ReadyRule
from auditor.engine.subject import Subject
from auditor.engine.tell import fault_of
from auditor.engine.unmet import why_not
from auditor.finding import Finding, Status
from auditor.model.part import NilRead


def evaluate(ready: ReadyRule, subject: Subject) -> Finding:
    """Return what a rule finds in a file, in words.

    Raises RulesError if the rule itself cannot be run; that is never a finding about the file. What
    goes wrong while a fact is worked out is no fault of the rule and is raised as it is.
    """
    finding = apply(ready, subject)
    _ = finding.message  # which works out all its words
    return finding


def apply(ready: ReadyRule, subject: Subject) -> Finding:
    """Return what a rule finds in a file; its words are worked out once they are read.

    Raises what `evaluate` does, though what goes wrong with the words alone when they are read.
    """
    return next(apply_all((ready,), subject))


def apply_all(rules: tuple[ReadyRule, ...], subject: Subject) -> Iterator[Finding]:
    """Yield what each of some rules finds in a file, in order, as `apply` does."""
    for ready, late in _by_stage(rules, subject.case.kind, subject.stage):
        yield _asked(ready, subject) if late is None else late


@lru_cache(maxsize=1024)
def _by_stage(
    rules: tuple[ReadyRule, ...], kind: str, stage: str
) -> tuple[tuple[ReadyRule, Finding | None], ...]:
    """Return some rules with the finding of each that no file of this kind at this stage is asked.

    That is about half of all rules, and the same for every such file.
    """
    return tuple((ready, _late(ready, kind, stage)) for ready in rules)


def _late(ready: ReadyRule, kind: str, stage: str) -> Finding | None:
    late = by_stage(ready.rule.stages, ready.kinds, kind, stage)
    return None if late is None else not_due(ready, late.condition)


def _asked(ready: ReadyRule, subject: Subject) -> Finding:
    """Return what a rule finds that files of this kind at this stage are asked."""
    answer = DUE if ready.always_due else _due(ready, subject)
    if isinstance(answer, NotDue):
        return not_due(ready, answer.condition)
    if ready.is_paced:
        start_counting()
    try:
        if isinstance(answer, Unknown):
            return _waiting(ready, subject, answer.gate)
        return _apply(ready, subject, advisory=answer.advisory)
    except (TypeError, ArithmeticError) as error:
        raise fault_of(ready, error) from error


def _due(ready: ReadyRule, subject: Subject) -> Due | NotDue | Unknown:
    """Say whether a rule is due for a file: once for all rules that are due on the same terms."""
    known, terms = subject.due, _terms(ready)
    if terms not in known:
        known[terms] = by_file(
            ready.rule, subject.case, as_at=subject.as_at, parameters=subject.numbers
        )
    return known[terms]


@lru_cache(maxsize=8192)
def _terms(ready: ReadyRule) -> str:
    return terms_of(ready.rule)


def _waiting(ready: ReadyRule, subject: Subject, gate: str) -> Finding:
    """Wait for a gate that the file leaves unknown, unless the rule is not for it anyhow."""
    found = _condition(ready, ready.when, subject, "") if ready.when else None
    if found is not None and found.status is Status.NOT_APPLICABLE:
        return found
    waiting = Answer(Status.CANNOT_CONCLUDE, missing=(f"/{gate.replace('.', '/')}",))
    return compose(ready, subject, waiting, waits_for=gate)


def _apply(ready: ReadyRule, subject: Subject, *, advisory: str) -> Finding:
    if ready.when and (found := _condition(ready, ready.when, subject, advisory)) is not None:
        return found
    if ready.rule.judgement is not None:
        return compose(ready, subject, judge(ready, subject), advisory=advisory)
    if ready.each is not None:
        return each(ready, subject, advisory=advisory)
    return _check(ready, subject, advisory)


def _condition(ready: ReadyRule, when: Compiled, subject: Subject, advisory: str) -> Finding | None:
    """Return the finding of a rule that its condition keeps from being applied, if it does."""
    try:
        if ready.run_when(*subject.names):
            return None
    except NilRead as nil:
        reason = f"the file says there is none: {nil.reason}"
        answer = Answer(Status.NOT_APPLICABLE, reason)
        return compose(ready, subject, answer, advisory=advisory)
    except Missing as missing:
        return stopped(ready, subject, when, missing, advisory=advisory)
    ask = partial(why_not, ready, subject)
    return later(ready, subject, Status.NOT_APPLICABLE, ask, advisory=advisory)


def _check(ready: ReadyRule, subject: Subject, advisory: str) -> Finding:
    try:
        if ready.run_check(*subject.names):
            return compose(ready, subject, CONFORMS, advisory=advisory)
        status = Status.DEPARTS
    except Missing:
        status = Status.CANNOT_CONCLUDE
    except NilRead:
        status = Status(ready.rule.nil)
    status = settled(ready, subject, status)
    ask = partial(_asked_again, ready, subject, status)
    return later(ready, subject, status, ask, advisory=advisory)


def _asked_again(
    ready: ReadyRule, subject: Subject, status: Status
) -> tuple[Answer, tuple[str, ...]]:
    """Return the answer of a check that gave a status without the record of its reads."""
    assert ready.check is not None
    once = at_once(ready.check, subject) if status is Status.CANNOT_CONCLUDE else None
    return once or explained(ready, subject, status, check_again(ready, subject)), ()
