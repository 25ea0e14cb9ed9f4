"""Share the value of a value map out between groups of stakeholders."""

from dataclasses import dataclass
from decimal import Decimal

from auditor.facts.reading import entries
from auditor.facts.value_map import ValueMap
from auditor.facts.value_row import Row
from auditor.model.file import Case
from auditor.value.conventions import Conventions


@dataclass(frozen=True, slots=True)
class StakeholderValue:
    """The value that falls to one group: amount in the file's currency, share, share reported."""

    id: str
    name: str
    value: Decimal
    share: Decimal | None
    reported_share: Decimal | None


def stakeholder_values(
    case: Case, value_map: ValueMap, conventions: Conventions
) -> tuple[StakeholderValue, ...] | None:
    """Return the value of each group that has rows, or None where a row names no group."""
    groups: dict[str, list[Row]] = {}
    for row in value_map.rows:
        if row.given.stakeholder_id is None:
            return None
        groups.setdefault(row.given.stakeholder_id, []).append(row)
    whole = value_map.present_value(conventions).exact
    names = {each.id: each.name for each in entries(case.stakeholders)}
    shares = {each.stakeholder_id: each.share for each in entries(value_map.sroi.shares)}
    values = {
        key: value_map.present_value_of(rows, conventions).exact for key, rows in groups.items()
    }
    return tuple(
        StakeholderValue(
            key, names.get(key, key), value, value / whole if whole else None, shares.get(key)
        )
        for key, value in values.items()
    )


def rows_experienced_by(case: Case, value_map: ValueMap | None, who: str) -> tuple[Row, ...] | None:
    """Return the rows whose outcome falls to someone, or None where one outcome does not say."""
    if value_map is None or not value_map.rows:
        return None
    known = {outcome.id: outcome.experienced_by for outcome in entries(case.outcomes)}
    holders = [known.get(row.given.outcome_id or "") for row in value_map.rows]
    if None in holders:
        return None
    pairs = zip(value_map.rows, holders, strict=True)
    return tuple(row for row, holder in pairs if holder == who)
