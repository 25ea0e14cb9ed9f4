"""Derive who pays and who saves, body by body."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from auditor.facts.bodies import same_body
from auditor.facts.once import once
from auditor.facts.reading import entries, stated
from auditor.facts.shortfall import explained
from auditor.model.file import Case
from auditor.model.money import Saving
from auditor.model.part import Nil

_ZERO = Decimal(0)
_UNPAID = {"in_kind", "volunteer", "user_time"}
_RULED_OUT = {"in_kind", "volunteer"}
"""What a file rules out that says that it needs no help in kind and no volunteers."""


@dataclass(frozen=True, slots=True)
class BodyEffect:
    """What one body saves and pays because of the decision, in the file's currency.

    `id` is the name of the body as the file writes it; `net` is savings less costs, `has_view`
    whether the file holds a view of the body on a cost that falls to it.
    """

    id: str
    savings: Decimal
    costs: Decimal
    net: Decimal
    has_view: bool


class PurseFacts:
    """Hold what the decision means for each body that pays or saves."""

    def __init__(self, case: Case) -> None:
        self._case = case

    @once
    def bodies(self) -> tuple[BodyEffect, ...] | None:
        """Each body named as bearing a cost or making a saving; needs every amount to be stated."""
        costs = [(c.bearer, c.amount, c.bearer_view) for c in entries(self._case.costs)]
        moved = [(d.body, d.amount, d.view) for d in entries(self._case.displaced_costs)]
        saved = [(s.beneficiary_body, s.amount) for s in entries(self._case.savings)]
        names = dict.fromkeys([*(n for n, _ in saved), *(n for n, _, _ in (*costs, *moved))])
        amounts = [amount for _, amount, _ in (*costs, *moved)]
        if not names or None in names or None in amounts:
            return None
        return tuple(_effect(str(name), saved, [*costs, *moved]) for name in names)

    @once
    def own_names(self) -> tuple[str, ...] | None:
        """Names of bearers that are the body itself, in full or in words of its name."""
        engaged = stated(self._case.engagement)
        own = engaged.body if engaged else None
        if own is None:
            return None
        named = dict.fromkeys(c.bearer for c in entries(self._case.costs) if c.bearer)
        return tuple(name for name in named if same_body(name, own))

    @once
    def bodies_worse_off(self) -> tuple[BodyEffect, ...] | None:
        """The bodies whose costs exceed their savings."""
        return tuple(each for each in self.bodies if each.net < 0) if self.bodies else None

    @once
    def own_savings(self) -> tuple[str, ...]:
        """Ids of the savings of the body that decides, by whatever form of its name."""
        engagement = stated(self._case.engagement)
        return self._saved_by([engagement.body if engagement else None])

    @once
    def savings_of_payers(self) -> tuple[str, ...]:
        """Ids of the savings of bodies that bear a cost, by whatever form of their names.

        A cost of nothing, or below, is none.
        """
        paid = (
            each for each in entries(self._case.costs) if each.amount is None or each.amount > 0
        )
        return self._saved_by([each.bearer for each in paid])

    def _saved_by(self, bodies: Iterable[str | None]) -> tuple[str, ...]:
        known = [body for body in bodies if body]
        held = [(s.id, s.beneficiary_body) for s in entries(self._case.savings)]
        return tuple(id for id, who in held if who and any(same_body(who, one) for one in known))

    @once
    def savings_total(self) -> Decimal | None:
        """Sum of the savings listed, in the file's currency."""
        savings = entries(self._case.savings)
        return sum((each.amount for each in savings), start=_ZERO) if savings else None

    @once
    def cashable_total(self) -> Decimal | None:
        """Sum of the savings that can be spent elsewhere; needs each one to say whether it can."""
        savings = entries(self._case.savings)
        if not savings or any(each.cashable is None for each in savings):
            return None
        return sum((each.amount for each in savings if each.cashable), start=_ZERO)

    @once
    def unpaid_counted(self) -> bool | None:
        """Whether something given unpaid is counted or ruled out. No only where that is denied."""
        costs, sroi, ruled_out = (
            self._case.costs,
            stated(self._case.sroi),
            self._case.cost_kinds_nil,
        )
        inputs = entries(sroi.inputs) if sroi else ()
        kinds = {each.kind for each in entries(costs)} | {each.kind for each in inputs}
        if kinds & _UNPAID or {each.kind for each in entries(ruled_out)} >= _RULED_OUT:
            return True
        return (
            False if isinstance(ruled_out, Nil) and entries(costs) and None not in kinds else None
        )

    @once
    def forecast_so_far(self) -> Decimal | None:
        """Sum of the savings forecast for the years of which a result is due."""
        return None if self._due is None else sum((s.amount for s in self._due), start=_ZERO)

    @once
    def realised_so_far(self) -> Decimal | None:
        """Sum of what was in fact saved of those; needs each of them to say."""
        realised = [each.realised for each in self._due or ()]
        known = [amount for amount in realised if amount is not None]
        return sum(known, start=_ZERO) if realised and len(known) == len(realised) else None

    @once
    def shortfall_explained(self) -> bool | None:
        """Whether reviews set what fell short of those beside its forecast, and say why."""
        return None if self.realised_so_far is None else explained(self._case, self._due or ())

    @once
    def _due(self) -> tuple[Saving, ...] | None:
        """Return the savings of which a result is due, as the file's own dates show."""
        savings = entries(self._case.savings)
        years = [each.year for each in savings if each.realised is not None]
        latest = max((year for year in years if year is not None), default=None)
        due = (each for each in savings if each.realised is not None or self._over(each, latest))
        return tuple(due) or None

    def _over(self, saving: Saving, latest: int | None) -> bool:
        """Say whether the financial year of a saving is over, or a later one has its result."""
        if saving.year is None or (latest is not None and saving.year <= latest):
            return True
        return self._last_day is not None and self._last_day >= date(saving.year + 1, 4, 1)

    @once
    def _last_day(self) -> date | None:
        """Return the last day on which the file looks back."""
        ending = stated(getattr(self._case, "decommissioning", None))
        looked_back = stated(ending.post_review) if ending else None
        days = [each.date for each in entries(self._case.reviews)]
        days += [each.date for each in entries(self._case.monitoring)]
        days.append(looked_back.done if looked_back else None)
        return max((day for day in days if day is not None), default=None)


def _effect(
    name: str, saved: Iterable[tuple[Any, Decimal]], paid: Iterable[tuple[Any, Any, Any]]
) -> BodyEffect:
    savings = sum((amount for body, amount in saved if body == name), start=_ZERO)
    own = [(amount, view) for body, amount, view in paid if body == name]
    costs = sum((amount for amount, _ in own), start=_ZERO)
    has_view = any(isinstance(view, str) for _, view in own)
    return BodyEffect(name, savings, costs, savings - costs, has_view)
