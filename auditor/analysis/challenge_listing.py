"""List the assumptions of a value map that a challenge moves."""

from collections.abc import Iterable

from auditor.analysis.challenge_assumptions import (
    AMOUNTS,
    ROW_FIELDS,
    Assumption,
    Field,
    of_all_inputs,
    of_all_rows,
    of_input,
    of_rate,
    of_row,
)
from auditor.analysis.challenge_map import ChallengedMap
from auditor.facts.reading import entries

MOST_TOGETHER = 1000
"""Up to so many rows are moved together where the result bends: finding the place takes a hundred
evaluations of every row, which nobody would wait for beyond."""


def assumptions_of(challenged: ChallengedMap, rows: Iterable[str]) -> tuple[Assumption, ...]:
    """Return every assumption that the analysis shows: of some rows one by one, then of all."""
    each_row = [
        of_row(field, name, now)
        for name in rows
        for field in ROW_FIELDS
        if (now := getattr(challenged.rows[name], field)) is not None
    ]
    bends = len(challenged.rows) > MOST_TOGETHER
    fields = [field for field in ROW_FIELDS if field in AMOUNTS or not bends]
    together = [of_all_rows(field) for field in fields if _stated(challenged, field)]
    inputs = [of_input(each.id, each.amount) for each in entries(challenged.sroi.inputs)]
    whole = [of_all_inputs()]
    rate = challenged.sroi.discount_rate
    rates = [of_rate(rate)] if rate is not None and challenged.one_rate else []
    return (*each_row, *together, *inputs, *whole, *rates)


def _stated(challenged: ChallengedMap, field: Field) -> bool:
    return any(getattr(row, field) is not None for row in challenged.rows.values())
