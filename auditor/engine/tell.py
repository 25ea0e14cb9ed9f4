"""Put an answer into words: message, remedy, evidence, and what is missing."""

from collections.abc import Callable
from traceback import walk_tb
from typing import Any

from auditor.engine.answer import Answer, in_short
from auditor.engine.functions import resume_counting
from auditor.engine.missing import sentence
from auditor.engine.ready import ReadyRule
from auditor.engine.subject import Subject
from auditor.errors import Problem, RulesError
from auditor.finding import Counts, Status, Told
from auditor.value.precision import stated_arithmetic

_MENDED = (Status.DEPARTS, Status.CANNOT_CONCLUDE)
"""What a finding of these asks for is said with it."""


def tell(
    ready: ReadyRule,
    subject: Subject,
    ask: Callable[[], tuple[Answer, tuple[str, ...]]],
    counts: Counts,
    advisory: str,
    left: int,
) -> Told:
    """Return what a finding says, in the arithmetic and with the steps that its rule has `left`."""
    resume_counting(left)
    try:
        with stated_arithmetic():
            answer, names = ask()
            message = _message(ready, subject, answer, counts, names)
            fix = _fix(ready, subject) if answer.status in _MENDED else ""
    except (TypeError, ArithmeticError) as error:
        raise fault_of(ready, error) from error
    condition = answer.reason if answer.status is Status.NOT_APPLICABLE else advisory
    return Told(message, fix, answer.evidence, condition, answer.missing)


def fault_of(ready: ReadyRule, error: Exception) -> Exception:
    """Return what goes wrong while a rule is run as a fault of the rule.

    What goes wrong while a fact is worked out is none and is returned as it is.
    """
    if _in_facts(error):
        return error
    problem = f"rule {ready.rule.id} cannot be run: {error}"
    return RulesError(Problem(problem, ready.where, "this says nothing about the file"))


def _in_facts(error: Exception) -> bool:
    modules = (frame.f_globals.get("__name__", "") for frame, _ in walk_tb(error.__traceback__))
    return any(module.startswith("auditor.facts") for module in modules)


def _values(ready: ReadyRule, subject: Subject) -> dict[str, Any]:
    return dict(zip(ready.scope.names, subject.names, strict=True))


def _fix(ready: ReadyRule, subject: Subject) -> str:
    return ready.fix.constant or ready.fix.fill(_values(ready, subject), {})


def _message(
    ready: ReadyRule, subject: Subject, answer: Answer, counts: Counts, names: tuple[str, ...]
) -> str:
    checked, listed = counts.total - counts.not_applicable, in_short(names)
    if answer.status is Status.RECORDED and names:
        return f"{answer.reason} ({counts.recorded} of {checked}: {listed})"
    if answer.status not in _MENDED:
        return answer.reason
    said = sentence(answer.gaps, subject.case) or answer.reason
    reason = said[:1].upper() + said[1:]
    if answer.status is Status.CANNOT_CONCLUDE:
        return f"{reason} ({counts.cannot_conclude} of {checked}: {listed})" if names else reason
    if reason and not names:
        return f"{reason.removesuffix('.')}. Expected: {ready.rule.title}."
    words = {"failing": str(counts.departs), "checked": str(checked), "names": listed}
    text = ready.message.fill(_values(ready, subject), words)
    if reason:
        text += f" {reason.removesuffix('.')}."
    if counts.cannot_conclude:
        text += f" Another {counts.cannot_conclude} could not be judged."
    return text
