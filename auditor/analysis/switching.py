"""Find how far each assumption must move before the conclusion on a value map changes."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from math import ceil
from typing import Any

from auditor.analysis.challenge_assumptions import LONGEST, Assumption
from auditor.analysis.challenge_basis import Basis, Target, TargetName, challenge_of, shortened
from auditor.analysis.challenge_listing import assumptions_of
from auditor.analysis.challenge_map import ChallengedMap, Totals
from auditor.facts import Facts
from auditor.model.file import Case
from auditor.value.precision import stated_arithmetic
from auditor.value.switching import Crossing, Method, crossing, whole_years

TotalsAt = Callable[[Decimal], Totals]


@dataclass(frozen=True, slots=True)
class Switch:
    """How far one assumption must move for one target.

    `value` is the switching value, None where the target is not reached between `lowest` and
    `highest` (None where there is no bound); `distance` is how far that is from what the assumption
    is now, `relative` the same as a share of it (None where it is zero, or where the move is itself
    one of points or years). `nearest_ratio` is the ratio at the end of the range that comes nearest
    to a target that is not reached. `moves` is False where the assumption has no effect; `monotone`
    is False where the ratio rises and falls within the range.
    """

    assumption: Assumption
    target: TargetName
    value: Decimal | None
    distance: Decimal | None
    relative: Decimal | None
    method: Method
    moves: bool
    monotone: bool
    nearest_ratio: Decimal | None


@dataclass(frozen=True, slots=True)
class Switching:
    """The switching values of a value map, or what it lacks for them."""

    missing: tuple[str, ...]
    basis: Basis | None = None
    switches: tuple[Switch, ...] = ()


def switching(case: Case, facts: Facts, parameters: Mapping[str, Any]) -> Switching | None:
    """Return how far each assumption must move, alone, for each target.

    None where the file has no analysis of social return.
    """
    with stated_arithmetic():
        challenge = challenge_of(case, facts)
        if challenge is None:
            return None
        if challenge.challenged is None or challenge.basis is None:
            return Switching(challenge.missing)
        found = tuple(_switches(challenge.challenged, challenge.basis))
        return Switching((), challenge.basis, found)


def _switches(challenged: ChallengedMap, basis: Basis) -> Iterator[Switch]:
    for assumption in assumptions_of(challenged, basis.rows):
        totals = cache(lambda value, a=assumption: challenged.after([(a, value)]))
        for target in basis.targets:
            found = _crossing(challenged, assumption, totals, target)
            yield _switch(assumption, target, found, totals)


def _crossing(
    challenged: ChallengedMap, assumption: Assumption, totals: TotalsAt, target: Target
) -> Crossing:
    if assumption.field != "duration_years":
        return crossing(
            lambda value: totals(value).surplus_over(target.ratio),
            now=assumption.now,
            low=assumption.lowest,
            high=assumption.highest,
        )
    if assumption.scope == "row":
        return _of_duration(challenged, assumption, target)
    return _of_all_durations(challenged, totals, target)


def _of_duration(challenged: ChallengedMap, assumption: Assumption, target: Target) -> Crossing:
    presents = challenged.presents_by_duration(assumption.of)
    now = challenged.totals.surplus_over(target.ratio)
    own = challenged.row_present(challenged.rows[assumption.of])
    prorated = challenged.conventions.fractional_years == "prorated"
    rest = now - own
    return whole_years([rest + each for each in presents], now=assumption.now, prorated=prorated)


def _of_all_durations(challenged: ChallengedMap, totals: TotalsAt, target: Target) -> Crossing:
    """Look for a change of all durations at once, one whole year after the other."""
    lengths = [row.duration_years for row in challenged.rows.values() if row.duration_years]
    shorter = min(LONGEST, ceil(max(lengths, default=Decimal(0))))
    changes = [Decimal(year) for year in range(-shorter, LONGEST_MORE + 1)]
    figures = [totals(change).surplus_over(target.ratio) for change in changes]
    found = whole_years(figures, now=Decimal(shorter))
    if found.value is None:
        return found
    return Crossing(found.value - shorter, found.method, found.moves, found.monotone)


LONGEST_MORE = 20
"""All outcomes together are looked at up to so many years longer."""


def _switch(assumption: Assumption, target: Target, found: Crossing, totals: TotalsAt) -> Switch:
    value = None if found.value is None else shortened(found.value)
    distance = None if value is None else value - assumption.now
    relative = None
    if distance is not None and assumption.measure == "value" and assumption.now:
        relative = shortened(distance / abs(assumption.now))
    return Switch(
        assumption=assumption,
        target=target.name,
        value=value,
        distance=distance,
        relative=distance if assumption.measure == "factor" else relative,
        method=found.method,
        moves=found.moves,
        monotone=found.monotone,
        nearest_ratio=_nearest(assumption, target, totals) if value is None else None,
    )


def _nearest(assumption: Assumption, target: Target, totals: TotalsAt) -> Decimal | None:
    """Return the ratio at the end of the range that comes nearest to a target."""
    ends = (assumption.lowest, assumption.highest)
    ratios = [totals(end).ratio for end in ends if end is not None]
    known = [ratio for ratio in ratios if ratio is not None]
    nearest = min(known, key=lambda ratio: abs(ratio - target.ratio), default=None)
    return None if nearest is None else shortened(nearest)
