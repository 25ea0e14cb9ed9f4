"""Choose the sets of conventions that a reconciliation tries."""

from collections.abc import Sequence

from auditor.facts.reading import entries
from auditor.facts.relevance import relevant_to_search
from auditor.facts.value_map import ValueMap
from auditor.value.answers import ANSWERS
from auditor.value.conventions import Conventions
from auditor.value.readings import answered, differing, found_in_practice

MOST_WORK = 2_000_000
"""So many rows times sets of conventions are worked out at most: a few seconds of computing."""


def possible(found: ValueMap, sets: Sequence[Conventions]) -> tuple[Conventions, ...]:
    """Leave out the sets that discount at a rate that nobody knows, unless none is left."""
    known = (each for each in sets if each.discounting == "none" or found.worths.knows(each.rates))
    return tuple(known) or tuple(sets)


def sets_in_practice(found: ValueMap) -> tuple[tuple[Conventions, ...], int | None]:
    """Return the sets to try, and in how many answers at most they differ where that is bounded."""
    relevant = relevant_to_search(
        found.rows,
        found.sroi,
        rated=bool(found.sroi.discount_rate),
        published=bool(found.worths.published),
    )
    every = possible(found, found_in_practice(found.declared, relevant))
    tests = len(entries(found.sroi.sensitivity))
    rows = max(len(found.rows) * (1 + tests), 1)  # each test is a map of its own
    if rows * len(every) <= MOST_WORK:
        return every, None
    start = answered(found.declared)
    for widest in range(len(ANSWERS), 1, -1):
        held = tuple(each for each in every if len(differing(each, start)) <= widest)
        if rows * len(held) <= MOST_WORK:
            return held, widest
    return tuple(each for each in every if len(differing(each, start)) <= 1), 1
