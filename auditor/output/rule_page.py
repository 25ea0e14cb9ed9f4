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

_SPARED = (
    "A file that follows an earlier edition of the Green Book, in an appraisal finished before "
    "that day, is left aside."
)
_DENIED = {
    "departs": "a file departs",
    "conforms": "it conforms",
    "not_applicable": "the rule does not apply",
}


WORDS = (
    "Names `like_this` are fields of the file, numbers of the guidance, or what the program works "
    "out of the file; `one`, `other` and the like stand for one entry of a list.",
    "On record: the file states it. Not stated: the file leaves it out, or says that there is "
    "none.",
    "For every entry: where a list holds no such entry, nothing can be concluded. For no entry: a "
    "list that holds none fits.",
    "The answer is open: the rule cannot conclude, unless another of the points that it stands "
    "among holds.",
)
"""What the words mean in which a check is set out."""


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
    return " ".join((*_who(ready), *_since(ready.rule), *_at_stake(ready.rule)))


def _who(ready: ReadyRule) -> Iterator[str]:
    gates = ready.rule.gates
    kind = f"{ready.kinds[0]} file" if len(ready.kinds) == 1 else "file"
    stated = " and ".join(
        f"{name.replace('_', ' ')} {' or '.join(_code(value) for value in values)}"
        for name, values in gates.wanted.items()
    )
    basis = gates.or_declared_basis
    declared = f", or that names {basis} in `policy_basis`" if basis else ""
    yield f"Every {kind}{f' that states {stated}' if stated else ''}{declared}."
    if stated and gates.otherwise == "advisory":
        yield "All others get it as advice, which never changes the conclusion."


def _code(value: object) -> str:
    return show(value).replace("_", " ")


def _since(rule: Rule) -> Iterator[str]:
    if rule.in_force is None:
        return
    dates = [("on or after", rule.in_force.from_), ("before", rule.in_force.until)]
    said = " and ".join(f"{word} {day(date)}" for word, date in dates if date)
    yield f"Only where the date of {rule.in_force.hinges_on.replace('_', ' ')} is {said}."
    if rule.in_force.spares_earlier_appraisals:
        yield _SPARED


def _at_stake(rule: Rule) -> Iterator[str]:
    if rule.tier:
        below = "it is advice" if rule.gates.otherwise == "advisory" else "it is not asked"
        whose = f"Of {rule.tier_for} files it" if rule.tier_for else "It"
        yield (
            f"{whose} is asked in full where at least the sum of `{rule.tier}` is at stake "
            f"(`proportionality_tiers`); below that, {below}."
        )


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
    yield Block(
        "Where the file says, with a reason, that there is none of what is read here, and no point "
        f"above speaks of that, {_DENIED[rule.nil]}. Where something that it takes is left out, "
        "nothing can be concluded."
    )
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
    return (
        Block(stands),
        Block(f"Complete means that it states {parts}."),
        Block(
            "It is recorded where it is complete and in time. Where there is none, or it is not "
            "complete, nothing can be concluded. One that comes late departs, and so does one that "
            "is said to have no question, no conclusion or no evidence."
        ),
    )


def _unless(rule: Rule) -> str:
    """Say which judgement is recorded in place of a departure."""
    assert rule.unless is not None
    where = f" This holds only where {in_words(rule.unless.where)}." if rule.unless.where else ""
    parts = ", ".join(part.replace("_", " ") for part in STATED)
    return (
        "Where it does not conform, it is recorded instead if there is a judgement on "
        f"`{rule.unless.topic}` that states {parts}{_by(rule.unless.before)}. What that says "
        f"is for a reader to weigh.{where}"
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
