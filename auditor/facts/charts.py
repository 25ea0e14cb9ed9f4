"""Give the amounts behind the report's charts: from gross to net, and whose the value is."""

from decimal import Decimal
from typing import NamedTuple

from auditor.facts.once import once
from auditor.facts.sroi import SroiFacts
from auditor.facts.value_map import ValueMap
from auditor.facts.value_row import Row
from auditor.value.precision import stated_arithmetic

_ZERO = Decimal(0)
_DEDUCTIONS = ("Deadweight", "Displacement", "Attribution to others")


class Amount(NamedTuple):
    """One bar of a chart: its label, and its exact amount in the file's currency."""

    label: str
    amount: Decimal


class Charts:
    """Hold the bars of the report's charts, as labels with exact amounts in currency."""

    def __init__(self, value_map: ValueMap | None, sroi: SroiFacts) -> None:
        self._map = value_map
        self._sroi = sroi

    @once
    def waterfall(self) -> tuple[Amount, ...]:
        """Return what is left of the gross value, step by step; amounts taken off are negative.

        The first bar is quantity x value of all rows, the last is the present value of all years.
        Between impact and present value stand the later years and what discounting takes off them.
        Nothing is returned where a row or a convention is missing.
        """
        present = self._sroi.total_present_value
        if (
            self._map is None
            or present is None
            or any(row.impact is None for row in self._map.rows)
        ):
            return ()
        with stated_arithmetic():
            gross, taken = _deducted(self._map.rows)
            impact = self._map.total_impact().exact
            undiscounted = self._sroi.undiscounted_value
        if undiscounted is None:
            return ()
        return (
            Amount("Gross value", gross),
            *(Amount(label, -amount) for label, amount in taken),
            Amount("Impact of the first year", impact),
            Amount("Later years", undiscounted - impact),
            Amount("Discounting", present - undiscounted),
            Amount("Present value", present),
        )

    @once
    def shares(self) -> tuple[Amount, ...]:
        """Return the present value that falls to each group of stakeholders, largest first."""
        values = self._sroi.stakeholder_values or ()
        largest = sorted(values, key=lambda each: -each.value)
        return tuple(Amount(each.name, each.value) for each in largest)


def _deducted(rows: tuple[Row, ...]) -> tuple[Decimal, list[tuple[str, Decimal]]]:
    """Return gross value and what each deduction takes off, each as the columns are to be read."""
    left = gross = [(row.given.quantity or _ZERO) * (row.given.proxy or _ZERO) for row in rows]
    offs = [row.taken_off for row in rows]
    taken = []
    for place, label in enumerate(_DEDUCTIONS):
        held = [
            whole if row.conventions.deductions == "additive" else rest
            for row, whole, rest in zip(rows, gross, left, strict=True)
        ]
        amounts = [value * off[place] for value, off in zip(held, offs, strict=True)]
        left = [value - amount for value, amount in zip(left, amounts, strict=True)]
        taken.append((label, sum(amounts, start=_ZERO)))
    return sum(gross, start=_ZERO), taken
