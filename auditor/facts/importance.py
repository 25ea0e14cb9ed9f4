"""Set the order of values in a value map beside the order that stakeholders gave."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from auditor.model.outcomes import Outcome
from auditor.model.value_map import ValueMapRow


@dataclass(frozen=True, slots=True)
class RankedRow:
    """One row among those of its group.

    `shares_group` says that another row is about the same group; that needs every row to name its
    group. Rows at a unit cost that may be saved, or at nothing, are no values of a group.
    `relative_importance` is how important the outcome is to that group, not stated where the
    outcome is said to be that of another.
    """

    id: str
    shares_group: bool | None
    relative_importance: Decimal | None


def ranked_rows(rows: Sequence[ValueMapRow], outcomes: Iterable[Outcome]) -> tuple[RankedRow, ...]:
    """Return each row by whether its group has others, in one pass over the rows."""
    named = {each.id: each for each in outcomes}
    groups = Counter(row.stakeholder_id for row in rows if not _left_aside(row))
    return tuple(
        RankedRow(row.id, _shares(row, groups), _importance_of(row, named)) for row in rows
    )


def _importance_of(row: ValueMapRow, outcomes: Mapping[str, Outcome]) -> Decimal | None:
    """Return how important the group of a row finds its outcome, unless another group said so."""
    outcome = outcomes.get(row.outcome_id or "")
    if outcome is None or outcome.relative_importance is None:
        return None
    theirs = outcome.stakeholder_id in (None, row.stakeholder_id)
    return Decimal(outcome.relative_importance) if theirs else None


def _shares(row: ValueMapRow, groups: Mapping[str | None, int]) -> bool | None:
    if _left_aside(row):
        return False
    if row.stakeholder_id is not None and groups[row.stakeholder_id] > 1:
        return True
    return None if None in groups else False


def _left_aside(row: ValueMapRow) -> bool:
    return row.proxy_type == "saving" or row.proxy == 0


def inversions(rows: Iterable[ValueMapRow], outcomes: Iterable[Outcome]) -> tuple[str, ...] | None:
    """Return pairs of rows that a group ranks one way and their values the other way.

    Only outcomes of the same group are compared, gains and losses by their size, and neither unit
    costs that may be saved nor rows at nothing; None where no group has two rows with both a value
    and an importance.
    """
    groups = _groups(rows, {each.id: each for each in outcomes})
    if all(len(ranked) < 2 for ranked in groups.values()):
        return None
    return tuple(
        f"{less} and {more}"
        for ranked in groups.values()
        for (low, value, less), (high, next_value, more) in pairwise(sorted(ranked))
        if low < high and value > next_value
    )


def _groups(
    rows: Iterable[ValueMapRow], outcomes: Mapping[str, Outcome]
) -> Mapping[str, list[tuple[Decimal, Decimal, str]]]:
    groups: dict[str, list[tuple[Decimal, Decimal, str]]] = {}
    for row in rows:
        weight = _importance_of(row, outcomes)
        if _left_aside(row) or row.stakeholder_id is None:
            continue
        if row.proxy is not None and weight is not None:
            ranked = groups.setdefault(row.stakeholder_id, [])
            ranked.append((weight, abs(Decimal(row.proxy)), row.id))
    return groups
