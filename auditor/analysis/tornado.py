"""Rank the assumptions of a value map by how far each, alone, moves the ratio."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from auditor.analysis.challenge_assumptions import Assumption
from auditor.analysis.challenge_basis import Basis, challenge_of, shortened
from auditor.analysis.challenge_map import ChallengedMap
from auditor.analysis.challenge_ranges import Origin, Range, move_in_words, ranges_for
from auditor.facts import Facts
from auditor.model.file import Case
from auditor.value.precision import stated_arithmetic


@dataclass(frozen=True, slots=True)
class Swing:
    """What becomes of the ratio at both ends of the range of one assumption.

    `swing` is by how much the two ratios differ, never negative.
    """

    assumption: Assumption
    low: Decimal
    high: Decimal
    ratio_at_low: Decimal
    ratio_at_high: Decimal
    swing: Decimal


@dataclass(frozen=True, slots=True)
class Tornado:
    """The assumptions with any effect, the most influential first, or what is missing.

    `origin` says whether the ranges are those of the file or one common move (then `common_move`
    says which); `unusable` names the stated ranges that could not be used, and why.
    """

    missing: tuple[str, ...]
    basis: Basis | None = None
    origin: Origin = "common"
    common_move: str = ""
    swings: tuple[Swing, ...] = ()
    unusable: tuple[str, ...] = ()


def tornado(case: Case, facts: Facts, parameters: Mapping[str, Any]) -> Tornado | None:
    """Return each assumption by its swing; ties stay in the order of the file.

    None where the file has no analysis of social return, or none that can be worked out: what it
    lacks is said by the switching values.
    """
    with stated_arithmetic():
        challenge = challenge_of(case, facts)
        if challenge is None or challenge.challenged is None or challenge.basis is None:
            return None
        ranges = ranges_for(challenge.challenged, challenge.basis.rows, parameters)
        if not ranges.usable:
            missing = ("ranges of the assumptions (sroi.ranges)",)
            return Tornado(missing, challenge.basis, unusable=ranges.unusable)
        swings = swings_of(challenge.challenged, ranges.usable)
        origin = ranges.usable[0].origin
        moved = move_in_words(parameters) if origin == "common" else ""
        return Tornado((), challenge.basis, origin, moved, swings, ranges.unusable)


def swings_of(challenged: ChallengedMap, ranges: Sequence[Range]) -> tuple[Swing, ...]:
    """Return the swings of some ranges, largest first; those without effect are left out.

    An end at which the ratio has no meaning (inputs of zero) is left out too.
    """
    found = [swing for each in ranges if (swing := _swing(challenged, each))]
    return tuple(sorted((each for each in found if each.swing), key=lambda each: -each.swing))


def _swing(challenged: ChallengedMap, given: Range) -> Swing | None:
    at_low = challenged.after([(given.assumption, given.low)]).ratio
    at_high = challenged.after([(given.assumption, given.high)]).ratio
    if at_low is None or at_high is None:
        return None
    return Swing(
        given.assumption,
        given.low,
        given.high,
        shortened(at_low),
        shortened(at_high),
        shortened(abs(at_high - at_low)),
    )
