"""Compare options or tenders by what they cost and by what they are worth, measure by measure."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Literal

from auditor.analysis.footing import Difference, options_footing, unequal_years
from auditor.facts import Facts
from auditor.facts.option_facts import OptionFacts
from auditor.facts.option_values import OptionFlows
from auditor.facts.rates import Rates, rates_in_force
from auditor.facts.reading import entries, stated
from auditor.model.award import Tender
from auditor.model.file import Case

_ZERO = Decimal(0)
Kind = Literal["option", "tender", "file"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """One option, tender or file, with what is known of it; amounts in the file's currency.

    `whole_life_cost` and `net_value` are present values for options and as tendered for tenders;
    `purse_cost` is what public bodies pay less what they gain. `yearly_value` is the equal yearly
    amount with the same present value, for options that cover unlike numbers of years.
    `cost_is_price` marks a tender whose price stands in for a whole-life cost that is not stated.
    """

    id: str
    name: str
    kind: Kind
    unit_cost: Decimal | None = None
    whole_life_cost: Decimal | None = None
    purse_cost: Decimal | None = None
    net_value: Decimal | None = None
    yearly_value: Decimal | None = None
    cost_is_price: bool = False


@dataclass(frozen=True, slots=True)
class Measure:
    """One way to compare, in words, and whether less of it is better."""

    name: str
    title: str
    less_is_better: bool


MEASURES = (
    Measure("unit_cost", "Unit cost", less_is_better=True),
    Measure("whole_life_cost", "Whole-life cost", less_is_better=True),
    Measure("purse_cost", "Net cost to the public purse", less_is_better=True),
    Measure("net_value", "Full value less cost", less_is_better=False),
)
COSTS = tuple(each for each in MEASURES if each.less_is_better)
YEARLY = Measure("yearly_value", "Equal yearly amount", less_is_better=False)
"""Fit only to compare what covers unlike numbers of years."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """The candidates by one measure, best first; `unstated` names those it is not known of."""

    measure: str
    best: tuple[str, ...]
    order: tuple[str, ...]
    unstated: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FalseEconomy:
    """A candidate that is cheapest by one measure and not the one that is worth most.

    `dearer_by` is what the one worth most costs more by that measure, `worth_more_by` by how much
    its value less cost is higher.
    """

    measure: str
    cheapest: str
    worth_most: str
    dearer_by: Decimal
    worth_more_by: Decimal


@dataclass(frozen=True, slots=True)
class Choice:
    """Candidates of one kind, how they rank, and where the cheapest is not worth most.

    `differences` are what stands in the way of comparing them.
    """

    currency: str
    kind: Kind
    candidates: tuple[Candidate, ...]
    rankings: tuple[Ranking, ...]
    false_economies: tuple[FalseEconomy, ...]
    differences: tuple[Difference, ...]
    chosen: str | None


def options_compared(case: Case, facts: Facts, parameters: Mapping[str, Any]) -> Choice | None:
    """Return the options of a file beside one another, or None where it has fewer than two.

    Present values are at the rates in force (`auditor.facts.options`).
    """
    items = facts.options.items or ()
    if len(items) < 2:
        return None
    rates = rates_in_force(stated(case.appraisal), parameters)
    pairs = zip(items, facts.option_flows, strict=True)
    found = [of_option(item, flows, rates) for item, flows in pairs]
    if unequal_years(items):
        annual = {item.id: item.equivalent_annual_value for item in items}
        found = [replace(each, yearly_value=annual[each.id]) for each in found]
    preferred = facts.options.preferred
    footing = options_footing(items)
    return choice(case.currency, found, preferred.id if preferred else None, footing)


def of_option(item: OptionFacts, flows: OptionFlows, rates: Rates | None) -> Candidate:
    """Return what is known of one option at the rates in force."""
    return Candidate(
        id=item.id,
        name=item.name,
        kind="option",
        unit_cost=flows.option.unit_cost,
        whole_life_cost=item.present_value_of_costs,
        purse_cost=_purse_cost(flows, rates),
        net_value=item.npv,
    )


def _purse_cost(flows: OptionFlows, rates: Rates | None) -> Decimal | None:
    """Return what public bodies pay less what they gain; None where one flow does not say."""
    if rates is None or any(flow.public_purse is None for flow in flows.given):
        return None
    public = tuple(flow for flow in flows.given if flow.public_purse)
    own = flows.option.model_copy(update={"cashflows": public, "base_year": flows.base_year})
    values = OptionFlows(own, flows.appraisal, flows.settled).agreed_values(rates)
    if values is None:
        return _ZERO if flows.agreed_values(rates) and not public else None
    return values.costs.exact - values.benefits.exact


def tenders_compared(case: Case, facts: Facts, parameters: Mapping[str, Any]) -> Choice | None:
    """Return the tenders of a file beside one another, or None where it has fewer than two."""
    tenders = entries(case.tenders)
    if len(tenders) < 2:
        return None
    won = next((each.id for each in tenders if each.won), None)
    return choice(case.currency, [_of_tender(each) for each in tenders], won)


def _of_tender(tender: Tender) -> Candidate:
    cost = tender.price if tender.whole_life_cost is None else tender.whole_life_cost
    value, saved = tender.benefits_value, tender.public_saving
    return Candidate(
        id=tender.id,
        name=tender.provider,
        kind="tender",
        unit_cost=tender.unit_cost,
        whole_life_cost=cost,
        purse_cost=None if cost is None or saved is None else cost - saved,
        net_value=None if cost is None or value is None else value - cost,
        cost_is_price=cost is not None and tender.whole_life_cost is None,
    )


def choice(
    currency: str,
    found: Sequence[Candidate],
    chosen: str | None,
    differences: tuple[Difference, ...] = (),
) -> Choice:
    """Rank candidates by every measure, and say where the cheapest is not worth most."""
    rankings = tuple(_ranking(measure, found) for measure in (*MEASURES, YEARLY))
    return Choice(
        currency=currency,
        kind=found[0].kind,
        candidates=tuple(found),
        rankings=tuple(each for each in rankings if each.order),
        false_economies=tuple(_false_economies(found)),
        differences=differences,
        chosen=chosen,
    )


def _value_of(measure: Measure) -> Callable[[Candidate], Decimal | None]:
    return lambda candidate: getattr(candidate, measure.name)


def _ranking(measure: Measure, found: Sequence[Candidate]) -> Ranking:
    value = _value_of(measure)
    known = [(amount, each.id) for each in found if (amount := value(each)) is not None]
    sign = 1 if measure.less_is_better else -1
    ordered = sorted(known, key=lambda pair: sign * pair[0])
    best = tuple(name for amount, name in ordered if amount == ordered[0][0])
    unstated = tuple(each.id for each in found if value(each) is None)
    return Ranking(measure.name, best, tuple(name for _, name in ordered), unstated)


def _false_economies(found: Sequence[Candidate]) -> list[FalseEconomy]:
    """Return, for each measure of cost, the cheapest that another is worth more than.

    Only candidates of which both are known are held against one another.
    """
    economies = []
    for measure in COSTS:
        value = _value_of(measure)
        known = [each for each in found if None not in (value(each), each.net_value)]
        if len(known) < 2:
            continue
        cheapest = min(known, key=lambda each: value(each) or _ZERO)
        worthiest = max(known, key=lambda each: each.net_value or _ZERO)
        dearer = (value(worthiest) or _ZERO) - (value(cheapest) or _ZERO)
        more = (worthiest.net_value or _ZERO) - (cheapest.net_value or _ZERO)
        if dearer > 0 and more > 0:
            economies.append(FalseEconomy(measure.name, cheapest.id, worthiest.id, dearer, more))
    return economies
