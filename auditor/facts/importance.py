"""Set the order of values in a value map beside the order that stakeholders gave."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from itertools import pairwise

from auditor.model.outcomes import Outcome
from auditor.model.value_map import ValueMapRow


def inversions(rows: Iterable[ValueMapRow], outcomes: Iterable[Outcome]) -> tuple[str, ...] | None:
    """Return pairs of rows that a group ranks one way and their values the other way.

    Only outcomes of the same group are compared, gains and losses by their size; None where no
    group has two rows with both a value and an importance.
    """
    importance = {each.id: each.relative_importance for each in outcomes}
    groups = _groups(rows, importance)
    if all(len(ranked) < 2 for ranked in groups.values()):
        return None
    return tuple(
        f"{less} and {more}"
        for ranked in groups.values()
        for (low, value, less), (high, next_value, more) in pairwise(sorted(ranked))
        if low < high and value > next_value
    )


def _groups(
    rows: Iterable[ValueMapRow], importance: Mapping[str, Decimal | None]
) -> Mapping[str, list[tuple[Decimal, Decimal, str]]]:
    groups: dict[str, list[tuple[Decimal, Decimal, str]]] = {}
    for row in rows:
        weight = importance.get(row.outcome_id or "")
        if row.stakeholder_id is not None and row.proxy is not None and weight is not None:
            ranked = groups.setdefault(row.stakeholder_id, [])
            ranked.append((Decimal(weight), abs(Decimal(row.proxy)), row.id))
    return groups
