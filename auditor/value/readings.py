"""List the sets of conventions that a file leaves open, and those found in practice."""

from collections.abc import Collection, Iterator, Mapping
from functools import cache, lru_cache
from itertools import product

from auditor.value.answers import ANSWERS
from auditor.value.conventions import Conventions

_NEVER_OPEN = ("row_rounding", "change_means")
"""Rounding is judged as rounding; what a change means concerns sensitivity tests alone."""


@cache
def is_open(question: str) -> bool:
    """Say whether silence leaves a question open: the Guide has more than one answer to it."""
    readings = [answer for answer in ANSWERS[question].values() if not answer.departs]
    return len(readings) > 1 and question not in _NEVER_OPEN


def answered(declared: Mapping[str, str | None]) -> Conventions:
    """Return what a file declares, and the standard answer where it declares nothing."""
    given = {question: answer for question, answer in declared.items() if answer is not None}
    return Conventions(**given)  # type: ignore[arg-type]  # the names of ANSWERS


def candidates(
    declared: Mapping[str, str | None], relevant: Collection[str]
) -> tuple[Conventions, ...]:
    """Return every set of conventions that the file leaves open and that can change a figure.

    A question that is declared has its one answer; one that is open but cannot matter has any. An
    answer that departs from the documented meaning of a field is never taken unless declared. The
    first set answers every open question as the SROI Guide does.

    >>> [c.discounting for c in candidates({"drop_off_from": "year_1"}, ["discounting"])]
    ['end_of_year', 'none', 'first_year_at_par', 'mid_year']
    """
    asked = frozenset(q for q in relevant if declared.get(q) is None and is_open(q))
    return _open_sets(answered(declared), asked)


@lru_cache(maxsize=1024)
def _open_sets(start: Conventions, asked: frozenset[str]) -> tuple[Conventions, ...]:
    """Return the sets that answer some questions in each way; many files leave the same open."""
    return tuple(_all_sets(start, asked, departing=False))


def found_in_practice(
    declared: Mapping[str, str | None], relevant: Collection[str]
) -> list[Conventions]:
    """Return every set of conventions that can change a figure, whatever the file declares.

    The simplest come first: those with the fewest answers that differ from what is declared or,
    where nothing is, from the standard; among equals those that depart in fewer answers from the
    documented meaning, then in the order of ANSWERS. Rates are not told apart where nothing is
    discounted.
    """
    start = answered(declared)
    sets = [
        each
        for each in _all_sets(start, relevant, departing=True)
        if each.discounting != "none" or each.rates == start.rates
    ]
    return sorted(sets, key=lambda each: _complexity(each, start))


def differing(conventions: Conventions, start: Conventions) -> tuple[str, ...]:
    """Name the questions that two sets of conventions answer differently, in order."""
    return tuple(q for q in ANSWERS if getattr(conventions, q) != getattr(start, q))


def departing(conventions: Conventions) -> tuple[str, ...]:
    """Name the questions that a set answers against the documented meaning, in order."""
    return tuple(q for q in ANSWERS if ANSWERS[q][getattr(conventions, q)].departs)


def _complexity(each: Conventions, start: Conventions) -> tuple[int, int]:
    differs = differing(each, start)
    return len(differs), sum(ANSWERS[q][getattr(each, q)].departs for q in differs)


def _all_sets(
    start: Conventions, asked: Collection[str], *, departing: bool
) -> Iterator[Conventions]:
    choices = []
    for question, answers in ANSWERS.items():
        first: str = getattr(start, question)
        others = [a for a in answers if a != first and (departing or not answers[a].departs)]
        choices.append((first, *others) if question in asked else (first,))
    for chosen in product(*choices):
        yield Conventions(**dict(zip(ANSWERS, chosen, strict=True)))  # type: ignore[arg-type]
