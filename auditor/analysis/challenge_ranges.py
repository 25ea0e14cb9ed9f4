"""Say between which values an assumption is moved: as the file states, or by one move for all."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal, TypeAlias

from auditor.analysis.challenge_assumptions import SHARES, Assumption, counted
from auditor.analysis.challenge_listing import assumptions_of
from auditor.analysis.challenge_map import ChallengedMap
from auditor.facts.reading import entries
from auditor.facts.working import percent
from auditor.model.scenario import AssumptionRange

Origin: TypeAlias = Literal["stated", "common"]

_PARAMETER = "challenge_move"
_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Range:
    """An assumption with the lowest and the highest value that it is moved to.

    `likely` is the most likely value and `shape` how values are spread, for draws; both as stated,
    else what the file itself uses, and every value as likely as any other.
    """

    assumption: Assumption
    low: Decimal
    high: Decimal
    likely: Decimal
    shape: Literal["uniform", "triangular"]
    origin: Origin


@dataclass(frozen=True, slots=True)
class StatedRanges:
    """The ranges of the file that can be used, and why others cannot."""

    usable: tuple[Range, ...]
    unusable: tuple[str, ...]


def stated_ranges(challenged: ChallengedMap) -> StatedRanges:
    """Return the ranges that the file states, each of one assumption of its own."""
    own = [name for name in challenged.rows if name in _named(challenged)]
    known = {(each.field, each.of): each for each in assumptions_of(challenged, own)}
    usable: dict[tuple[str, str], Range] = {}
    unusable = []
    for number, given in enumerate(entries(challenged.sroi.ranges), 1):
        key = (given.field, given.row_id or given.input_id or "")
        assumption = known.get(key)
        problem = _problem(given, assumption, key in usable)
        if problem or assumption is None:
            unusable.append(f"range {number} ({given.field.replace('_', ' ')}): {problem}")
            continue
        likely = assumption.now if given.likely is None else given.likely
        shape = given.shape or ("triangular" if given.likely is not None else "uniform")
        usable[key] = Range(assumption, given.low, given.high, likely, shape, "stated")
    return StatedRanges(tuple(usable.values()), tuple(unusable))


def _named(challenged: ChallengedMap) -> set[str]:
    return {each.row_id for each in entries(challenged.sroi.ranges) if each.row_id}


def _problem(given: AssumptionRange, assumption: Assumption | None, twice: bool) -> str:
    """Say why a range cannot be used; nothing where it can."""
    needs_place = given.field != "discount_rate" and not (given.row_id or given.input_id)
    if needs_place:
        return "it does not say which row or input it is of"
    if assumption is None:
        return "the analysis shows no such value that has an effect"
    if twice:
        return "it is the second range of the same value"
    if given.low > given.high:
        return "its lowest value is above its highest"
    lowest, highest = assumption.lowest, assumption.highest
    if (lowest is not None and given.low < lowest) or (
        highest is not None and given.high > highest
    ):
        return "it reaches beyond what the value can be"
    likely = assumption.now if given.likely is None else given.likely
    if given.shape == "triangular" and not given.low <= likely <= given.high:
        return "its most likely value lies outside it"
    return ""


def common_range(assumption: Assumption, parameters: Mapping[str, Any]) -> Range | None:
    """Return a range of the same move up and down, within what the value can be.

    None where the rules name no such move, and for an outcome that lasts a year or less: it cannot
    be shorter, and twice as long is no move like those of the others.
    """
    moves = parameters.get(_PARAMETER)
    brief = assumption.field == "duration_years" and assumption.now <= 1
    if not isinstance(moves, Mapping) or brief:
        return None
    by = _step(assumption, moves)
    low, high = assumption.now - by, assumption.now + by
    if assumption.field == "duration_years":  # less than a year would be no outcome at all
        low = max(low, min(assumption.now, Decimal(1)))
    if assumption.lowest is not None:
        low = max(low, assumption.lowest)
    if assumption.highest is not None:
        high = min(high, assumption.highest)
    return Range(assumption, low, high, assumption.now, "uniform", "common")


def move_in_words(parameters: Mapping[str, Any]) -> str:
    """Say by how much everything is moved where the file states no range; "" without such a move.

    >>> move_in_words({"challenge_move": {"points": "0.1", "share": "0.1", "years": 1,
    ...     "rate_points": "0.01"}})
    'shares by 10 points, amounts by 10%, durations by 1 year, the discount rate by 1 point'
    """
    moves = parameters.get(_PARAMETER)
    if not isinstance(moves, Mapping):
        return ""
    points, rate = (Decimal(str(moves[name])) * 100 for name in ("points", "rate_points"))
    share, years = Decimal(str(moves["share"])), Decimal(str(moves["years"]))
    return (
        f"shares by {counted(points, 'point')}, amounts by {percent(share)},"
        f" durations by {counted(years, 'year')}, the discount rate by {counted(rate, 'point')}"
    )


def _step(assumption: Assumption, moves: Mapping[str, Any]) -> Decimal:
    if assumption.field in SHARES:
        return Decimal(str(moves["points"]))
    if assumption.field == "discount_rate":
        return Decimal(str(moves["rate_points"]))
    if assumption.field == "duration_years":
        return Decimal(str(moves["years"]))
    share = Decimal(str(moves["share"]))
    return share if assumption.measure == "factor" else abs(assumption.now) * share


def ranges_for(
    challenged: ChallengedMap, rows: tuple[str, ...], parameters: Mapping[str, Any]
) -> StatedRanges:
    """Return a range for every assumption: the file's own where it states any, else common ones.

    A file that states some ranges is challenged over these only: to mix them with a move of our own
    would rank what the file thought about against what it did not.
    """
    stated = stated_ranges(challenged)
    if stated.usable:
        return stated
    found = (
        common_range(each, parameters)
        for each in assumptions_of(challenged, rows)
        if each.scope in ("row", "input", "whole")
    )
    return StatedRanges(tuple(each for each in found if each), stated.unusable)
