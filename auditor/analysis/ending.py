"""Say whether the saving of ending a service exceeds the value destroyed: when, and for whom."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from typing import Any

from auditor.facts import Facts
from auditor.facts.net_saving import ENDING_KINDS, worth
from auditor.facts.reading import entries, stated
from auditor.model.decommissioning import Decommissioning, ValueAtRisk
from auditor.model.file import Case

_ZERO, _ONE = Decimal(0), Decimal(1)
ACCEPTED, UNSETTLED = "accepted_loss", "not stated"
_MOST_YEARS = 60


@dataclass(frozen=True, slots=True)
class YearOfEnding:
    """One year after the end: what is saved, spent, moved and lost, and what is left so far."""

    label: str
    saved: Decimal
    spent: Decimal
    moved: Decimal
    lost: Decimal
    left: Decimal


@dataclass(frozen=True, slots=True)
class GroupAtRisk:
    """What one group stands to lose over all years, by what becomes of it; in currency."""

    name: str
    protected: Decimal
    replaced: Decimal
    accepted_loss: Decimal
    unsettled: Decimal


@dataclass(frozen=True, slots=True)
class Ending:
    """The saving of ending a service beside the value destroyed.

    `destroyed` is value lost and neither protected nor replaced, undiscounted; `exceeds` says
    whether the saving that is left after costs is larger, None where a part is missing. `years` is
    empty where savings or costs do not name their year. `overtaken` is the first year from which
    the value destroyed exceeds what was saved so far, `made_good` the first from which it no longer
    does, where it did before. `kept` is the value said to be protected or replaced, None where one
    part of it has no yearly value or years. `saving_years` is for how many years savings are
    listed, `loss_years` how long the longest accepted loss lasts.
    """

    currency: str
    saving: Decimal | None
    spent: Decimal | None
    moved: Decimal | None
    destroyed: Decimal | None
    exceeds: bool | None
    kept: Decimal | None
    savers: tuple[str, ...]
    bearers: tuple[str, ...]
    groups: tuple[GroupAtRisk, ...]
    years: tuple[YearOfEnding, ...]
    overtaken: str | None
    made_good: str | None
    saving_years: int | None
    loss_years: Decimal | None
    missing: tuple[str, ...]

    @property
    def margin(self) -> Decimal | None:
        """Return what is left of the saving after costs and the value destroyed."""
        if self.missing:
            return None
        parts = (self.spent, self.moved, self.destroyed)
        return (self.saving or _ZERO) - sum((each or _ZERO for each in parts), start=_ZERO)


def ending(case: Case, facts: Facts, parameters: Mapping[str, Any]) -> Ending | None:
    """Return what ending the service saves and destroys, or None for a file that ends nothing."""
    given: Decommissioning | None = stated(getattr(case, "decommissioning", None))
    if given is None:
        return None
    found = facts.decommissioning
    parts = {
        "the savings": found.gross_saving,
        "the costs of ending the service, or that there are none": found.one_off_costs,
        "the costs that move to other bodies, or that there are none": found.displaced_costs,
        "the value at risk, with a yearly value, years and what becomes of it": found.value_lost,
    }
    missing = tuple(what for what, amount in parts.items() if amount is None)
    saving, spent, moved, lost = parts.values()
    left = None if missing else (saving or _ZERO) - (spent or _ZERO) - (moved or _ZERO)
    years = () if missing else _years(case, given)
    return Ending(
        currency=case.currency,
        saving=saving,
        spent=spent,
        moved=moved,
        destroyed=lost,
        exceeds=None if left is None else left > (lost or _ZERO),
        kept=_kept(given),
        savers=_named(each.beneficiary_body for each in entries(case.savings)),
        bearers=_named(each.body for each in entries(case.displaced_costs)),
        groups=_groups(case, given),
        years=years,
        overtaken=_overtaken(years),
        made_good=_made_good(years),
        saving_years=_saving_years(case),
        loss_years=_loss_years(given),
        missing=missing,
    )


def _named(names: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))


def _kept(given: Decommissioning) -> Decimal | None:
    """Return the value that is said to be protected or replaced, over all its years."""
    items = entries(given.value_at_risk)
    found = [worth(item) for item in items if item.disposition in ("protected", "replaced")]
    known = [each.exact for each in found if each is not None]
    return sum(known, start=_ZERO) if len(known) == len(found) else None


def _saving_years(case: Case) -> int | None:
    years = {each.year for each in entries(case.savings)}
    return None if None in years or not years else len(years)


def _loss_years(given: Decommissioning) -> Decimal | None:
    """Return how many years the longest accepted loss of any worth lasts."""
    losses = [i for i in entries(given.value_at_risk) if i.disposition == ACCEPTED]
    lasting = [i.years for i in losses if i.years is not None and i.annual_value is not None]
    return max(lasting, default=None)


def _groups(case: Case, given: Decommissioning) -> tuple[GroupAtRisk, ...]:
    names = {each.id: each.name for each in entries(case.stakeholders)}
    items = entries(given.value_at_risk)
    groups = dict.fromkeys(item.stakeholder_id for item in items)
    return tuple(
        _group(names.get(group, group), [i for i in items if i.stakeholder_id == group])
        for group in groups
    )


def _group(name: str, items: Iterable[ValueAtRisk]) -> GroupAtRisk:
    held = [(item.disposition or UNSETTLED, worth(item)) for item in items]

    def worth_of(disposition: str) -> Decimal:
        own = (total.exact for became, total in held if became == disposition and total)
        return sum(own, start=_ZERO)

    became = ("protected", "replaced", ACCEPTED, UNSETTLED)
    return GroupAtRisk(name, *(worth_of(each) for each in became))


def _years(case: Case, given: Decommissioning) -> tuple[YearOfEnding, ...]:
    """Return each year from the first that is named; nothing where an amount names no year.

    Value is lost from the year in which the service ends, for the years that the file states; part
    of a year counts in proportion.
    """
    savings = [(each.year, each.amount) for each in entries(case.savings)]
    ending_costs = (each for each in entries(case.costs) if each.kind in ENDING_KINDS)
    costs = [(each.year, each.amount or _ZERO) for each in ending_costs]
    moved = [(each.year, each.amount or _ZERO) for each in entries(case.displaced_costs)]
    if given.effective_date is None or any(year is None for year, _ in (*savings, *costs, *moved)):
        return ()
    start = given.effective_date.year
    losses = [i for i in entries(given.value_at_risk) if i.disposition == ACCEPTED]
    named = [year for year, _ in (*savings, *costs, *moved) if year is not None]
    last = max([start, *named, *(start + _whole(i.years or _ONE) - 1 for i in losses)])
    first = min([start, *named])
    left, years = _ZERO, []
    for year in range(first, min(last, first + _MOST_YEARS) + 1):
        amounts = (_in(savings, year), _in(costs, year), _in(moved, year))
        lost = sum((_lost(item, year - start) for item in losses), start=_ZERO)
        left += amounts[0] - amounts[1] - amounts[2] - lost
        years.append(YearOfEnding(str(year), *amounts, lost, left))
    return tuple(years)


def _whole(years: Decimal) -> int:
    return int(years.to_integral_value(ROUND_CEILING))


def _in(amounts: Iterable[tuple[int | None, Decimal]], year: int) -> Decimal:
    return sum((amount for when, amount in amounts if when == year), start=_ZERO)


def _lost(item: ValueAtRisk, since: int) -> Decimal:
    """Return what is lost in a year counted from the end of the service, which is 0."""
    if since < 0 or item.annual_value is None or item.years is None:
        return _ZERO
    part = min(max(item.years - since, _ZERO), _ONE)
    return item.annual_value.value * part


def _overtaken(years: Iterable[YearOfEnding]) -> str | None:
    """Return the first year from which what is left stays below zero to the end."""
    found = None
    for year in years:
        found = None if year.left >= 0 else found or year.label
    return found


def _made_good(years: Sequence[YearOfEnding]) -> str | None:
    """Return the first year from which what is left stays above zero, where it was below before."""
    found, below = None, False
    for year in years:
        below = below or year.left < 0
        found = None if year.left < 0 else found or (year.label if below else None)
    return found
