"""Render over many files how each rule answers: a table, and what is odd about it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from auditor.impact import Mark, RuleImpact
from auditor.output.text import wrapped
from auditor.output.words import count

_COLUMNS = ("conforms", "departs", "recorded", "silent", "not asked")
_RULE, _NUMBER = 9, 11
_EXPLAINED = """\
silent     the rule cannot conclude: what it needs is not in the file
not asked  the rule does not apply, or waits to know whether it does"""


def render(impacts: Sequence[RuleImpact], *, files: int) -> str:
    """Return the counts as text, a line for each rule."""
    head = f"{'':{_RULE}}" + "".join(f"{name:>{_NUMBER}}" for name in _COLUMNS)
    lines = [f"{count(files, 'file')}, {count(len(impacts), 'rule')}", "", head]
    said = wrapped(in_short(impacts))
    return "\n".join([*lines, *map(_line, impacts), "", _EXPLAINED, "", *said])


def numbers(each: RuleImpact) -> tuple[int, ...]:
    """Return the counts of a rule in the order of the columns."""
    unasked = each.not_applicable + each.waiting
    return each.conforms, each.departs, each.recorded, each.cannot_conclude, unasked


def in_short(impacts: Sequence[RuleImpact]) -> str:
    """Say how many rules carry each mark."""
    marks = Counter(each.mark for each in impacts)
    said = [f"{mark}: {count(marks[mark], 'rule')}" for mark in Mark if mark and marks[mark]]
    return "; ".join(said) or "no rule fires on all files or on none"


def _line(each: RuleImpact) -> str:
    columns = "".join(f"{number:>{_NUMBER},}" for number in numbers(each))
    return f"{each.rule:{_RULE}}{columns}  {each.mark}".rstrip()


def as_data(impacts: Sequence[RuleImpact], *, files: int) -> dict[str, Any]:
    """Return the counts as plain JSON types."""
    return {"files": files, "rules": [{**asdict(each), "mark": each.mark} for each in impacts]}
