"""Tell which outcomes of a file take up what an outcome framework asks for."""

from collections.abc import Iterator
from dataclasses import dataclass

from auditor.facts.reading import entries, is_nil
from auditor.model.file import Case
from auditor.model.framework import Framework, Wanted
from auditor.model.outcomes import Outcome

_SHOWN = 10
"""How many of the fields are named that would tell."""


@dataclass(frozen=True, slots=True)
class Taken:
    """Whether a thing is taken up, by which outcomes, and what is not stated if nobody can tell.

    `pointer` is where the first of these outcomes stands; `left_out` are outcomes that would take
    it up and that the file leaves out of account.
    """

    certainly: bool | None
    by: tuple[str, ...]
    missing: tuple[str, ...]
    pointer: str = ""
    left_out: tuple[str, ...] = ()

    @property
    def why_not(self) -> str:
        """Say which outcomes are left out of account, empty where there are none."""
        return f"left out of account: {', '.join(self.left_out)}" if self.left_out else ""


def taken_up(case: Case, framework: Framework, wanted: Wanted) -> Taken:
    """Return which outcomes of a file take one thing up, in the way that the framework says."""
    if case.outcomes is None:
        return Taken(None, (), ("/outcomes",))
    by: dict[str, str] = {}
    left_out: list[str] = []
    missing: list[str] = []
    for n, outcome in enumerate(entries(case.outcomes)):
        if framework.taken_up_by == "naming":
            lacking = tuple(_names(outcome, f"{framework.id}.{wanted.id}"))
        else:
            lacking = tuple(_is_of_kind(outcome, wanted))
        if not lacking and outcome.excluded_reason is not None:
            left_out.append(outcome.id)
        elif not lacking:
            by[outcome.id] = f"/outcomes/{n}"
        elif _NO not in lacking:
            missing += (f"/outcomes/{n}/{field}" for field in lacking)
    if by:
        return Taken(True, tuple(by), (), next(iter(by.values())))
    certainly = None if missing else False
    return Taken(certainly, (), tuple(missing[:_SHOWN]), left_out=tuple(left_out))


def unsaid(case: Case, framework: Framework, wanted: Wanted) -> Iterator[str]:
    """Yield where a file could say why it leaves one thing out, and says nothing."""
    if case.framework_outcomes_left_out is None:
        yield "/framework_outcomes_left_out"
    if by_kind(framework, wanted) and case.pillars_not_relevant is None:
        yield "/pillars_not_relevant"


def by_kind(framework: Framework, wanted: Wanted) -> bool:
    """Say whether a kind of outcome that is ruled out for the whole file rules this one out."""
    return framework.taken_up_by == "kind" and wanted.pillar is not None


_NO = "it does not"


def _names(outcome: Outcome, name: str) -> Iterator[str]:
    """Yield nothing where an outcome names another, else why not, or the field that would tell."""
    if outcome.framework_outcomes is None:
        yield "framework_outcomes"
    elif is_nil(outcome.framework_outcomes) or name not in entries(outcome.framework_outcomes):
        yield _NO


def _is_of_kind(outcome: Outcome, wanted: Wanted) -> Iterator[str]:
    """Yield nothing where an outcome is of the kind that is wanted; a harm never is."""
    for field, right in (
        ("level", wanted.level),
        ("pillar", wanted.pillar),
        ("sign", "positive"),
    ):
        value = getattr(outcome, field)
        if right is not None and value is None:
            yield field
        elif right is not None and value != right:
            yield _NO
