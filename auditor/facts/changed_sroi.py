"""Set values of an analysis to others, and say which changes cannot be made."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Literal, TypeAlias

from auditor.facts.reading import entries, stated
from auditor.facts.working import percent
from auditor.model.scenario import ChangedValue, SroiSensitivity
from auditor.model.sroi import Sroi

Means: TypeAlias = Literal["percentage_points", "per_cent"]

_ONE = Decimal(1)
BOUNDS: Mapping[str, tuple[Decimal | None, Decimal | None]] = {
    "quantity": (Decimal(0), None),
    "proxy": (None, None),
    "deadweight": (Decimal(0), _ONE),
    "displacement": (Decimal(0), _ONE),
    "attribution_to_others": (Decimal(0), _ONE),
    "drop_off": (Decimal(0), _ONE),
    "duration_years": (Decimal(0), Decimal(500)),
    "amount": (None, None),
    "discount_rate": (Decimal(0), _ONE),
}
"""What each value may be, as in the model of the file; a duration of 0 takes the row out."""

SHARES = ("deadweight", "displacement", "attribution_to_others", "drop_off", "discount_rate")


def in_words(field: str) -> str:
    """Return the name of a value as a reader would write it.

    >>> in_words("attribution_to_others")
    'attribution to others'
    """
    return "drop-off" if field == "drop_off" else field.replace("_", " ")


class Changing:
    """An analysis that is being changed: what became of it, and what could not be done.

    Every change starts from the value in the file, also where several tests are made at once.
    """

    def __init__(self, sroi: Sroi, means: Means | None) -> None:
        self._sroi = sroi
        self._means = means
        self._own_rows = {row.id: row for row in entries(sroi.rows)}
        self._own_inputs = {each.id: each for each in entries(sroi.inputs)}
        self._rows, self._inputs = dict(self._own_rows), dict(self._own_inputs)
        self._rate = sroi.discount_rate
        self._set_by: dict[tuple[str, str], tuple[str, Decimal]] = {}
        self.missing: list[str] = []
        self.steps: list[str] = []

    def apply(self, test: SroiSensitivity) -> None:
        """Make the changes of one test; ask what is missing afterwards."""
        for change in entries(test.sets):
            self._apply(change, test.id)
        for name in entries(test.leaves_out_rows):
            self._leave_out(self._rows, name, "row")
        for name in entries(test.leaves_out_inputs):
            self._leave_out(self._inputs, name, "input")

    def result(self) -> Sroi:
        """Return the analysis as changed."""
        update: dict[str, Any] = {"discount_rate": self._rate}
        # An empty list would read as a file that shows no rows, which is another thing.
        if self._rows:
            update["rows"] = tuple(self._rows.values())
        if self._inputs:
            update["inputs"] = tuple(self._inputs.values())
        conventions = stated(self._sroi.conventions)
        if conventions and self._rate != self._sroi.discount_rate and conventions.rates:
            update["conventions"] = conventions.model_copy(update={"rates": "flat"})
        return self._sroi.model_copy(update=update)

    def _leave_out(self, held: dict[str, Any], name: str, kind: str) -> None:
        if held.pop(name, None) is None:
            return  # left out already by a test that this one combines
        self.steps.append(f"{kind} {name}: left out")
        if not held:
            article = "an" if kind == "input" else "a"
            self.missing.append(f"{article} {kind} that the test leaves in")

    def _apply(self, change: ChangedValue, test: str) -> None:
        field = change.field
        if field is None:
            self.missing.append(f"which value test {test} changes")
        elif (change.value is None) == (change.change_by is None):
            both = " (it states both a value and a change)" if change.value is not None else ""
            self.missing.append(f"what test {test} sets the {in_words(field)} to{both}")
        elif field == "discount_rate":
            self._change_rate(change, test)
        elif field == "amount":
            self._change_input(change, test)
        else:
            for name in self._chosen(change, field, test):
                self._change_row(name, change, field, test)

    def _change_rate(self, change: ChangedValue, test: str) -> None:
        if not self._rows and not entries(self._years):
            self.missing.append("the values of the years, to discount them at another rate")
            return
        new = self._new(change, "discount_rate", self._sroi.discount_rate, ("", test))
        if new is not None:
            self._rate = new

    @property
    def _years(self) -> Any:
        reported = stated(self._sroi.reported)
        return reported.years if reported else None

    def _change_input(self, change: ChangedValue, test: str) -> None:
        given = self._inputs.get(change.input_id or "")
        if given is None:
            named = f"the input {change.input_id}" if change.input_id else "which input"
            self.missing.append(f"{named} that test {test} changes")
            return
        own = self._own_inputs[given.id].amount
        new = self._new(change, "amount", own, (given.id, test))
        if new is not None:
            self._inputs[given.id] = given.model_copy(update={"amount": new})

    def _chosen(self, change: ChangedValue, field: str, test: str) -> list[str]:
        """Return the rows that a change is for, in the order of the file."""
        named = {*entries(change.row_ids), *([change.row_id] if change.row_id else [])}
        chosen = [name for name in self._rows if change.all_rows or name in named]
        if not chosen:
            self.missing.append(f"in which rows test {test} changes the {in_words(field)}")
            return []
        fit = [name for name in chosen if _fits(change, getattr(self._own_rows[name], field))]
        if not fit:
            self.missing.append(f"a row whose {in_words(field)} is as test {test} says")
        return fit

    def _change_row(self, name: str, change: ChangedValue, field: str, test: str) -> None:
        row = self._rows[name]
        if row.quantity is None and row.proxy is None:
            self.missing.append(f"row {name}: its quantity and value, of which only results stand")
            return
        own = getattr(self._own_rows[name], field)
        new = self._new(change, field, own, (name, test))
        if new is None:
            return
        if field == "duration_years" and not new:
            self._leave_out(self._rows, name, "row")
        else:
            self._rows[name] = row.model_copy(update={field: new})

    def _new(
        self, change: ChangedValue, field: str, now: Decimal | None, where: tuple[str, str]
    ) -> Decimal | None:
        """Return what a value becomes, or None after noting why it cannot be told."""
        name, test = where
        label = f"{name}: {in_words(field)}" if name else in_words(field)
        new = change.value if change.value is not None else self._moved(change, field, now, label)
        if new is None:
            return None
        low, high = BOUNDS[field]
        if (low is not None and new < low) or (high is not None and new > high):
            became = _said(field, new)
            self.missing.append(f"{label} within its bounds: test {test} makes it {became}")
            return None
        key = (name, field)
        before = self._set_by.get(key)
        if before and before[0] != test and before[1] != new:
            self.missing.append(f"{label}: which of the tests {before[0]} and {test} counts")
            return None
        self._set_by[key] = (test, new)
        was = "not stated" if now is None else _said(field, now)
        self.steps.append(f"{label} from {was} to {_said(field, new)}")
        return new

    def _moved(
        self, change: ChangedValue, field: str, now: Decimal | None, label: str
    ) -> Decimal | None:
        by = change.change_by
        if now is None or by is None:
            self.missing.append(f"{label}, which a test changes by a share")
            return None
        if field not in SHARES:
            if change.change_means == "percentage_points":
                self.missing.append(f"{label}: what a percentage point of it is")
                return None
            return now * (1 + by)
        means = change.change_means or self._means
        return now + by if means == "percentage_points" else now * (1 + by)


def _said(field: str, value: Decimal) -> str:
    return percent(value) if field in SHARES else f"{value:,f}"


def _fits(change: ChangedValue, now: Decimal | None) -> bool:
    """Say whether a value, as the file gives it, is one that a change is for."""
    limit = change.only_value
    if change.only_where is None:
        return True
    if now is None or limit is None:
        return False
    if change.only_where == "equal_to":
        return now == limit
    return now < limit if change.only_where == "below" else now >= limit
