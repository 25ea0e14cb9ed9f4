"""Show the ratio for every pair of values of the two most influential assumptions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from typing import Any

from auditor.analysis.challenge_assumptions import Assumption
from auditor.analysis.challenge_basis import challenge_of, shortened
from auditor.analysis.challenge_map import ChallengedMap
from auditor.analysis.tornado import Swing, tornado
from auditor.facts import Facts
from auditor.model.file import Case
from auditor.value.precision import stated_arithmetic


@dataclass(frozen=True, slots=True)
class TwoWay:
    """The ratio at every pair of values: one row for each value of `down`.

    `ratios` is None in a cell where the ratio has no meaning. The value in the middle is that of
    the file, unless the file states a range that leaves it at an end.
    """

    down: Assumption
    across: Assumption
    down_values: tuple[Decimal, ...]
    across_values: tuple[Decimal, ...]
    ratios: tuple[tuple[Decimal | None, ...], ...]
    currency: str


def two_way(case: Case, facts: Facts, parameters: Mapping[str, Any]) -> TwoWay | None:
    """Return the table of the two assumptions that move the ratio most.

    None where fewer than two assumptions have an effect.
    """
    with stated_arithmetic():
        challenge = challenge_of(case, facts)
        ranked = tornado(case, facts, parameters)
        if challenge is None or ranked is None or challenge.challenged is None:
            return None
        pair = top_two(ranked.swings)
        if pair is None:
            return None
        return _table(challenge.challenged, *pair, currency=case.currency)


def top_two(swings: Sequence[Swing]) -> tuple[Swing, Swing] | None:
    """Return the first two of different assumptions, or None."""
    return next(combinations(swings, 2), None)


def _table(challenged: ChallengedMap, down: Swing, across: Swing, *, currency: str) -> TwoWay:
    downs, acrosses = values_of(down), values_of(across)
    ratios = tuple(
        tuple(_ratio(challenged, (down.assumption, one), (across.assumption, other))
              for other in acrosses)
        for one in downs
    )  # fmt: skip
    return TwoWay(down.assumption, across.assumption, downs, acrosses, ratios, currency)


def values_of(swing: Swing) -> tuple[Decimal, ...]:
    """Return five values of a range, from low to high: its ends, the file's own, and halfway.

    A duration is taken in whole years.
    """
    low, high, now = swing.low, swing.high, swing.assumption.now
    middle = now if low <= now <= high else (low + high) / 2
    values: tuple[Decimal, ...] = (low, (low + middle) / 2, middle, (middle + high) / 2, high)
    if swing.assumption.field == "duration_years":
        values = tuple(value for value in values if value in (low, middle, high) or value % 1 == 0)
    return tuple(dict.fromkeys(values))


def _ratio(
    challenged: ChallengedMap, one: tuple[Assumption, Decimal], other: tuple[Assumption, Decimal]
) -> Decimal | None:
    ratio = challenged.after([one, other]).ratio
    return None if ratio is None else shortened(ratio)
