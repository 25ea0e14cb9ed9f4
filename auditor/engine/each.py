"""Apply one rule to every entry of a list: one finding, "3 of 12"."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from typing import Any, TypeAlias

from auditor.engine.again import check_again, retrace, said_nil, stopped, stopped_at
from auditor.engine.answer import CONFORMS, Answer, in_short
from auditor.engine.at_once import Item, at_once
from auditor.engine.compose import compose, count, later
from auditor.engine.excuse import UNMET, explained, settled
from auditor.engine.expression import Compiled
from auditor.engine.functions import Missing
from auditor.engine.message import label
from auditor.engine.missing import joined, sentence
from auditor.engine.ready import ReadyRule
from auditor.engine.subject import Subject
from auditor.engine.trace import child, pointer_of
from auditor.finding import Counts, Finding, Status
from auditor.model.part import NilRead

Verdict: TypeAlias = tuple[Status, Missing | NilRead | None]


def each(ready: ReadyRule, subject: Subject, *, advisory: str) -> Finding:
    """Return what a rule finds in a list: one finding, with counts, evidence at what fails."""
    assert ready.each is not None
    try:
        items = tuple(ready.run_list(*subject.names))
    except NilRead as nil:
        ask = partial(_none, ready, subject, ready.each.listed, nil)
        return later(ready, subject, Status(ready.rule.nil), ask, advisory=advisory)
    except Missing as missing:
        return stopped(ready, subject, ready.each.listed, missing, advisory=advisory)
    verdicts = _verdicts(ready, subject, items)
    if ready.rule.unless is not None:
        verdicts = _settled(ready, subject, items, verdicts)
    return _combined(ready, subject, items, verdicts, advisory=advisory)


def _settled(
    ready: ReadyRule, subject: Subject, items: Iterable[Any], verdicts: Iterable[Verdict]
) -> list[Verdict]:
    """Return what the rule says of entries once a judgement that may stand in is looked at."""
    return [
        (status, why)
        if why is not None or status not in UNMET
        else (settled(ready, subject, status, _entry(ready, item, at)), None)
        for at, (item, (status, why)) in enumerate(zip(items, verdicts, strict=True))
    ]


def _entry(ready: ReadyRule, item: Any, number: int) -> Item:
    assert ready.each is not None
    return item, child(pointer_of(ready.each.listed.text), number)


def _verdicts(ready: ReadyRule, subject: Subject, items: Iterable[Any]) -> list[Verdict]:
    """Return what the rule says of each entry, and what stopped it, if that has to be said."""
    keep, check, nil = ready.run_keep, ready.run_check, ready.rule.nil
    return [_verdict(keep, check, nil, *subject.names, item) for item in items]


def _verdict(
    keep: Callable[..., Any] | None, check: Callable[..., Any], nil: str, *values: Any
) -> Verdict:
    try:
        if keep is not None and not keep(*values):
            return Status.NOT_APPLICABLE, None
    except (Missing, NilRead) as why:
        return Status.CANNOT_CONCLUDE, why.with_traceback(None)
    try:
        conforms = check(*values)
    except Missing:
        return Status.CANNOT_CONCLUDE, None
    except NilRead as why:
        status = Status(nil)
        return status, why.with_traceback(None) if status is Status.NOT_APPLICABLE else None
    return (Status.CONFORMS if conforms else Status.DEPARTS), None


_FIRST = (Status.DEPARTS, Status.CANNOT_CONCLUDE, Status.RECORDED, Status.CONFORMS)


@lru_cache(maxsize=4096)
def _tally(statuses: tuple[Status, ...]) -> tuple[Counts, Status | None]:
    """Count answers by status, and return the one that decides, if one does."""
    return count(statuses), next((each for each in _FIRST if each in statuses), None)


def _combined(
    ready: ReadyRule, subject: Subject, items: Any, verdicts: list[Verdict], *, advisory: str
) -> Finding:
    """Combine the answers: any departure decides, else any that is missing, else they conform."""
    counts, decides = _tally(tuple([status for status, _ in verdicts]))
    if decides is None and any(why for _, why in verdicts):
        ask = partial(_denied, ready, subject, items, verdicts)
        return later(ready, subject, Status.NOT_APPLICABLE, ask, counts=counts, advisory=advisory)
    if decides is None:
        return compose(ready, subject, _nothing(ready), counts=counts, advisory=advisory)
    if decides is Status.CONFORMS:
        return compose(ready, subject, CONFORMS, counts=counts, advisory=advisory)
    ask = partial(_deciding, ready, subject, items, verdicts, decides)
    return later(ready, subject, decides, ask, counts=counts, advisory=advisory)


@lru_cache(maxsize=8192)
def _nothing(ready: ReadyRule) -> Answer:
    """Return the answer of a rule that is about no entry of its list; the same for every file."""
    return Answer(Status.NOT_APPLICABLE, f"there is no {ready.each_words}")


def _none(
    ready: ReadyRule, subject: Subject, listed: Compiled, nil: NilRead
) -> tuple[Answer, tuple[str, ...]]:
    """Return the answer where the file says that there is no such list."""
    return said_nil(ready, retrace(listed, subject), subject, nil), ()


def _denied(
    ready: ReadyRule, subject: Subject, items: Any, verdicts: list[Verdict]
) -> tuple[Answer, tuple[str, ...]]:
    """Return the answer where the file denies what every entry that is asked about needs."""
    entries = [_entry(ready, items[n], n) for n, (_, why) in enumerate(verdicts) if why]
    answers = [check_again(ready, subject, entry) for entry in entries]
    together = _together(Status.NOT_APPLICABLE, answers, subject, ())
    said = f"each {ready.each_words} was read, and none applies: {together.reason}"
    return replace(together, reason=said), ()


def _deciding(
    ready: ReadyRule, subject: Subject, items: Any, verdicts: list[Verdict], decides: Status
) -> tuple[Answer, tuple[str, ...]]:
    """Return the answer of the entries that decide, and their names."""
    chosen = [n for n, (status, _) in enumerate(verdicts) if status is decides]
    answers = [_again(ready, subject, items[n], n, verdicts[n]) for n in chosen]
    names = tuple(label(items[n], n) for n in chosen)
    return _together(decides, answers, subject, names), names


def _again(ready: ReadyRule, subject: Subject, item: Any, number: int, verdict: Verdict) -> Answer:
    """Ask about an entry again that decides, with a record of what is read."""
    assert ready.each is not None
    entry = _entry(ready, item, number)
    status, why = verdict
    if why is not None and ready.each.keep is not None:
        return stopped_at(ready.each.keep, subject, why, entry)
    check = ready.check if status is Status.CANNOT_CONCLUDE else None
    once = check and at_once(check, subject, entry)
    return once or explained(ready, subject, status, check_again(ready, subject, entry), entry)


def _together(
    status: Status, answers: Sequence[Answer], subject: Subject, names: tuple[str, ...]
) -> Answer:
    """Return the answers of several entries as one, which says what they lack once for all."""
    evidence = tuple(dict.fromkeys(e for answer in answers for e in answer.evidence))
    gaps = joined(answer.gaps for answer in answers)
    if gaps.derived:
        gaps = replace(gaps, derived=tuple(each for each in gaps.derived if each not in names))
    reason = sentence(gaps, subject.case) or in_short(_reasons(answers, subject), "; ")
    return Answer(status, reason, evidence, gaps.missing)


def _reasons(answers: Iterable[Answer], subject: Subject) -> tuple[str, ...]:
    said = (sentence(each.gaps, subject.case) or each.reason for each in answers)
    return tuple(dict.fromkeys(each for each in said if each))
