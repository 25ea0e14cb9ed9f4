"""Say what each body puts in, pays and saves, as the file lists it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from auditor.facts.net_saving import ENDING_KINDS
from auditor.facts.reading import entries, stated
from auditor.model.file import Case

_ZERO = Decimal(0)
_Amounts = Sequence[tuple[str | None, Decimal | None]]


@dataclass(frozen=True, slots=True)
class BodyBalance:
    """What one body puts into the value map, what it pays and what it saves, in currency.

    Inputs and costs may be the same money listed twice, so they are never added up. Where a service
    is ended, what it costs while it runs is no cost of the decision and stands in `running`.
    `costs` and `net` are None where one of the body's costs has no amount, or might be either.
    """

    name: str
    inputs: Decimal
    running: Decimal
    costs: Decimal | None
    savings: Decimal

    @property
    def net(self) -> Decimal | None:
        """Return what it saves less what the decision makes it pay."""
        return None if self.costs is None else self.savings - self.costs


@dataclass(frozen=True, slots=True)
class Unnamed:
    """What the file lists without saying who pays or saves it."""

    costs: Decimal
    savings: Decimal


def bodies(case: Case) -> tuple[BodyBalance, ...]:
    """Return what each body that is named pays and saves, in the order of the file."""
    sroi = stated(case.sroi)
    given: _Amounts = [
        (each.bearer, each.amount) for each in (entries(sroi.inputs) if sroi else ())
    ]
    running, costs = _costs(case)
    saved: _Amounts = [(each.beneficiary_body, each.amount) for each in entries(case.savings)]
    names = dict.fromkeys(name for name, _ in (*given, *running, *costs, *saved) if name)
    return tuple(
        BodyBalance(
            name=name,
            inputs=_sum(given, name),
            running=_sum(running, name),
            costs=_complete(costs, name),
            savings=_sum(saved, name),
        )
        for name in names
    )


def unnamed(case: Case) -> Unnamed:
    """Return the costs and savings that name no body."""
    saved = [(each.beneficiary_body, each.amount) for each in entries(case.savings)]
    return Unnamed(_sum(_costs(case)[1], None), _sum(saved, None))


def _costs(case: Case) -> tuple[_Amounts, _Amounts]:
    """Return what the service costs while it runs, and what the decision makes each body pay.

    Only a decision to end a service tells the two apart; a cost of no stated kind may be either,
    and counts as one of no known amount.
    """
    moved: _Amounts = [(each.body, each.amount) for each in entries(case.displaced_costs)]
    listed = entries(case.costs)
    if case.kind != "decommissioning":
        return [], [*((each.bearer, each.amount) for each in listed), *moved]
    running = _of(listed, lambda kind: kind is not None and kind not in ENDING_KINDS)
    ending = _of(listed, lambda kind: kind in ENDING_KINDS)
    either: _Amounts = [(each.bearer, None) for each in listed if each.kind is None]
    return running, [*ending, *either, *moved]


def _of(listed: Iterable[Any], keep: Callable[[str | None], bool]) -> _Amounts:
    return [(each.bearer, each.amount) for each in listed if keep(each.kind)]


def _complete(amounts: _Amounts, name: str) -> Decimal | None:
    silent = any(body == name and amount is None for body, amount in amounts)
    return None if silent else _sum(amounts, name)


def _sum(amounts: _Amounts, name: str | None) -> Decimal:
    own = (amount for body, amount in amounts if body == name and amount is not None)
    return sum(own, start=_ZERO)
