"""Say how far each tested assumption is from the value at which a ratio would be 1."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from auditor.facts.reading import entries
from auditor.model.scenario import ChangedValue, SroiSensitivity
from auditor.model.sroi import Sroi
from auditor.value.precision import stated_arithmetic

_FIELD: Mapping[str, str] = {
    "deadweight": "deadweight",
    "displacement": "displacement",
    "attribution": "attribution_to_others",
    "drop_off": "drop_off",
    "duration": "duration_years",
    "proxy": "proxy",
    "quantity": "quantity",
}


@dataclass(frozen=True, slots=True)
class BreakEven:
    """One tested assumption of one row, and how far it is from break-even.

    `move` is the share by which it would have to change, up or down, for the ratio to be 1; None
    where the test does not say which one value of the map it changes, or where that is 0.
    """

    id: str
    text: str
    move: Decimal | None


def break_evens(sroi: Sroi) -> tuple[BreakEven, ...]:
    """Return the tests of rows that give a break-even; inputs are not tested row by row."""
    return tuple(
        BreakEven(test.id, test.change if isinstance(test.change, str) else test.id,
                  _move(sroi, test, test.break_even.value))
        for test in entries(sroi.sensitivity)
        if test.break_even is not None and test.assumption in _FIELD
    )  # fmt: skip


def without_sets(test: SroiSensitivity) -> bool:
    """Say whether a test of a row gives a break-even and leaves out what it changes."""
    return test.break_even is not None and test.assumption in _FIELD and test.sets is None


def _move(sroi: Sroi, test: SroiSensitivity, break_even: Decimal) -> Decimal | None:
    changes = entries(test.sets)
    if len(changes) != 1 or changes[0].field != _FIELD[test.assumption or ""]:
        return None
    now = _value(sroi, changes[0])
    with stated_arithmetic():
        return abs(break_even - now) / abs(now) if now else None


def _value(sroi: Sroi, change: ChangedValue) -> Decimal | None:
    """Return what the value map holds where a test changes it."""
    several = entries(change.row_ids)
    row_id = several[0] if len(several) == 1 else change.row_id
    rows = [row for row in entries(sroi.rows) if row.id == row_id]
    value = getattr(rows[0], change.field or "", None) if rows else None
    return None if value is None else Decimal(value)
