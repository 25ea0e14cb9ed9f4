"""Say of one rule what a reader is told: for whom it is, and how it is checked, in words."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from auditor.engine.excuse import STATED
from auditor.engine.in_words import entry_in_words, in_words
from auditor.engine.judgement import PARTS
from auditor.engine.outline import outline
from auditor.engine.ready import ReadyRule
from auditor.engine.rule import JudgementCheck, Rule
from auditor.engine.show import day, show


@dataclass(frozen=True, slots=True)
class Point:
    """One point of an outline, with the points under it."""

    text: str
    under: tuple["Point", ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A sentence on how a rule is checked, with the points that it leads to."""

    lead: str
    points: tuple[Point, ...] = ()


def severity(rule: Rule) -> str:
    """Return the severity of a rule, and from when it is another one."""
    later = f", minor from {day(rule.minor_from)}" if rule.minor_from else ""
    return f"{rule.severity}{later}"


def for_whom(ready: ReadyRule) -> str:
    """Return for which files a rule is, by what they state, when and how much is at stake."""
    gates, in_force = ready.rule.gates, ready.rule.in_force
    who = [
        f"{name.replace('_', ' ')} {', '.join(show(value) for value in values)}"
        for name, values in gates.wanted.items()
    ]
    lines = [f"Files that state {' and '.join(who)}" if who else "Every file of its kind"]
    if gates.or_declared_basis:
        lines.append(f"and files whose `policy_basis` names {gates.or_declared_basis}")
    if who and gates.otherwise == "advisory":
        lines.append("and, as advice that never changes the conclusion, all others")
    if in_force:
        dates = [("from", in_force.from_), ("before", in_force.until)]
        said = " and ".join(f"{word} {day(date)}" for word, date in dates if date)
        lines.append(f"where the date of {in_force.hinges_on.replace('_', ' ')} is {said}")
    if ready.rule.tier:
        below = "advice" if gates.otherwise == "advisory" else "not asked"
        whose = f" of {ready.rule.tier_for} files" if ready.rule.tier_for else ""
        lines.append(f"asked in full{whose} from the tier {ready.rule.tier} on; below it, {below}")
    return ", ".join(lines) + "."


def checked_how(ready: ReadyRule) -> tuple[Block, ...]:
    """Return how a rule is checked: where it applies, where a file conforms, and what excuses."""
    rule = ready.rule
    asked = _judgement(rule.judgement) if rule.judgement else _check(ready)
    return (*_when(rule), *asked)


def _check(ready: ReadyRule) -> Iterator[Block]:
    rule, each = ready.rule, ready.each
    if each is not None:
        keep = each.keep.text if each.keep else None
        entry = entry_in_words(each.listed.text, keep, longest=sys.maxsize)
        yield Block(f"For each {entry}:")
    yield _block("Conforms where", rule.check or "True")
    if rule.unless is not None:
        yield Block(_unless(rule))


def _when(rule: Rule) -> Iterator[Block]:
    if rule.when is not None:
        yield _block("Applies where", rule.when)


def _block(lead: str, text: str) -> Block:
    """Return a condition as a sentence or, where it has points, as one that leads to them."""
    first = points(text)[0]
    return (
        Block(f"{lead} {first.text}", first.under)
        if first.under
        else Block(f"{lead} {first.text}.")
    )


def _judgement(wanted: JudgementCheck) -> tuple[Block, ...]:
    parts = ", ".join(part.replace("_", " ") for part in PARTS)
    stands = f"A complete judgement on `{wanted.topic}` stands in `judgements`{_by(wanted.before)}."
    return Block(stands), Block(f"Complete means that it states {parts}.")


def _unless(rule: Rule) -> str:
    """Say which judgement is recorded in place of a departure."""
    assert rule.unless is not None
    where = f" This holds only where {in_words(rule.unless.where)}." if rule.unless.where else ""
    parts = ", ".join(part.replace("_", " ") for part in STATED)
    return (
        f"Recorded, and neither conforming nor departing, where a judgement on "
        f"`{rule.unless.topic}` that states {parts}{_by(rule.unless.before)}, says why not.{where}"
    )


def _by(date: str | None) -> str:
    return f", dated no later than `{date.removeprefix('case.')}`" if date else ""


def points(text: str) -> tuple[Point, ...]:
    """Return an expression in words as points, what is asked under one another.

    >>> points("case.light_touch")
    (Point(text='`light_touch` is true', under=()),)
    """
    return _points(list(outline(text)))


def _points(lines: Sequence[tuple[int, str]]) -> tuple[Point, ...]:
    if not lines:
        return ()
    depth = lines[0][0]
    starts = [at for at, (deep, _) in enumerate(lines) if deep == depth]
    ends = [*starts[1:], len(lines)]
    return tuple(
        Point(lines[start][1], _points(lines[start + 1 : end]))
        for start, end in zip(starts, ends, strict=True)
    )
