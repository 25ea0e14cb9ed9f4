"""Work out a net saving: what is saved, less what it costs to end, to move, and to lose."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from auditor.facts.reading import as_input, entries, is_nil, stated
from auditor.model.decommissioning import Decommissioning, ValueAtRisk
from auditor.model.figure import Figure
from auditor.model.file import Case
from auditor.model.printed import half_unit
from auditor.value.quotient import Total, printed, total

ENDING_KINDS = (
    "one_off",
    "transition",
    "redundancy",
    "pension",
    "asset",
    "exit_penalty",
    "double_running",
)
"""The kinds of cost that arise because a service ends."""

PARTS = ("gross_saving", "one_off_costs", "displaced_costs", "value_lost")


@dataclass(frozen=True, slots=True)
class NetSaving:
    """A net saving with its parts; `printed` names the parts taken as the file reports them."""

    total: Total | None
    parts: tuple[Total | None, ...]
    printed: tuple[str, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """Name the parts that are neither reported nor listed."""
        pairs = zip(PARTS, self.parts, strict=True)
        return tuple(name.replace("_", " ") for name, part in pairs if part is None)

    @property
    def at_most(self) -> Total | None:
        """Return the saving less what is known to come off it, where some of that is known.

        What is not known can only come off, too, so the net saving cannot be more than this.
        """
        gross, *off = self.parts
        known = [part for part in off if part is not None]
        return gross.minus(total(known)) if gross is not None and known else None


def net_saving(case: Case, given: Decommissioning | None) -> NetSaving:
    """Return gross saving less one-off costs, displaced costs and value lost.

    Each part is taken as reported, since that is what the reported net saving was made of; where it
    is not reported, from the file's lists. Source: NAO decommissioning toolkit, on displaced costs;
    response to the commissioning green paper, recommendation 2.
    """
    reported = stated(given.reported) if given else None
    listed = (gross_saving(case), one_off_cost(case), displaced_cost(case), value_lost(given))
    figures: tuple[Figure | None, ...] = tuple(getattr(reported, name, None) for name in PARTS)
    names = [name.replace("_", " ") for name in PARTS]
    parts = tuple(
        as_input(f"the {name}", figure) if figure else fallback
        for name, figure, fallback in zip(names, figures, listed, strict=True)
    )
    known = [part for part in parts if part is not None]
    complete = given is not None and len(known) == len(parts)
    return NetSaving(
        known[0].minus(total(known[1:])) if complete else None,
        parts,
        tuple(name for name, figure in zip(PARTS, figures, strict=True) if figure),
    )


def gross_saving(case: Case) -> Total | None:
    """Return the sum of the savings listed, or None where none are."""
    return _sum("saving", entries(case.savings))


def one_off_cost(case: Case) -> Total | None:
    """Return the sum of the costs that arise because the service ends.

    Zero where the file says that it has no such costs; None where it says nothing of them.
    """
    if any(cost.kind is None for cost in entries(case.costs)):
        return None  # a cost of no stated kind may be one of them
    costs = [cost for cost in entries(case.costs) if cost.kind in ENDING_KINDS]
    if costs:
        return _sum("cost", costs)
    ruled_out = {nil.kind for nil in entries(case.cost_kinds_nil)}
    return Total(Decimal(0)) if is_nil(case.costs) or ruled_out.issuperset(ENDING_KINDS) else None


def displaced_cost(case: Case) -> Total | None:
    """Return the sum of costs that move to other bodies; zero where the file says none do."""
    if is_nil(case.displaced_costs):
        return Total(Decimal(0))
    return _sum("displaced cost", entries(case.displaced_costs))


def value_lost(given: Decommissioning | None) -> Total | None:
    """Return the value, over all its years, of what is lost and neither protected nor replaced."""
    if given is None:
        return None
    if is_nil(given.value_at_risk):
        return Total(Decimal(0))
    items = entries(given.value_at_risk)
    if not items or any(item.disposition is None for item in items):
        return None
    return _complete(worth(item) for item in items if item.disposition == "accepted_loss")


def worth(item: ValueAtRisk) -> Total | None:
    """Return what an entry of value at risk is worth over all its years."""
    if item.annual_value is None or item.years is None:
        return None
    return as_input(f"the yearly value of {item.id}", item.annual_value).times(item.years)


def _sum(name: str, listed: Iterable[Any]) -> Total | None:
    held = list(listed)
    if not held:
        return None
    return _complete(
        None if each.amount is None else printed(f"{name} {each.id}", each.amount, half_unit)
        for each in held
    )


def _complete(parts: Iterable[Total | None]) -> Total | None:
    held = list(parts)
    known = [part for part in held if part is not None]
    return total(known) if len(known) == len(held) else None
