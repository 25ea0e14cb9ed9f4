"""Set the three elements of value for money side by side, as far as a file states them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from auditor.facts import Facts
from auditor.facts.reading import entries, stated
from auditor.model.file import Case

_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that a file states about an element: what it is, how many, and its amount."""

    what: str
    number: int | None
    amount: Decimal | None


@dataclass(frozen=True, slots=True)
class Element:
    """One element of value for money with what the file states of it, which may be nothing."""

    id: str
    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Elements:
    """The three elements side by side; amounts in the file's currency."""

    currency: str
    elements: tuple[Element, ...]


def elements(case: Case, facts: Facts, parameters: Mapping[str, Any]) -> Elements | None:
    """Return the three elements of value for money, or None where a file states nothing of any.

    Source: HM Treasury, value for money assessment guidance (2006): quality and fitness for
    purpose, whole-life cost, and wider social, economic and environmental benefit.
    """
    found = (
        Element("quality", "Quality and fitness for purpose", _stated(_quality(case, facts))),
        Element("cost", "Whole-life cost", _stated(_cost(case, facts))),
        Element("wider", "Wider benefit", _stated(_wider(case, facts))),
    )
    return Elements(case.currency, found) if any(each.entries for each in found) else None


def _stated(found: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(entry for entry in found if entry.number or entry.amount is not None)


def _quality(case: Case, facts: Facts) -> Iterable[Entry]:
    preferred = facts.options.preferred
    chosen = [o for o in entries(case.options) if preferred and o.id == preferred.id]
    winner = [tender for tender in entries(case.tenders) if tender.won]
    evidence = [entries(option.quality) for option in chosen]
    evidence += [entries(tender.quality) for tender in winner]
    number = sum(len(each) for each in evidence)
    yield Entry("Evidence of quality for what was chosen", number, None)
    own = [each for each in entries(case.outcomes) if each.level == "service"]
    yield Entry("Outcomes for those who use the service", len(own), _value(case, facts, "service"))


def _cost(case: Case, facts: Facts) -> Iterable[Entry]:
    preferred = facts.options.preferred
    if preferred is not None:
        cost = preferred.present_value_of_costs
        yield Entry("Costs of the preferred option, present value", None, cost)
    winner = next((tender for tender in entries(case.tenders) if tender.won), None)
    if winner is not None:
        yield Entry("Whole-life cost of the winning tender", None, winner.whole_life_cost)
    contract = stated(case.contract)
    if contract is not None:
        yield Entry("Contract value without VAT", None, contract.value_ex_vat)
    yield Entry("Inputs of the value map", None, facts.sroi.inputs_total)


def _wider(case: Case, facts: Facts) -> Iterable[Entry]:
    own = [each for each in entries(case.outcomes) if each.level == "wider"]
    yield Entry("Wider outcomes", len(own), _value(case, facts, "wider"))
    preferred = facts.options.preferred
    chosen = [o for o in entries(case.options) if preferred and o.id == preferred.id]
    unpriced = [each for option in chosen for each in entries(option.nonmonetised)]
    yield Entry("Effects of the preferred option that are not in money", len(unpriced), None)
    offered = [b for t in entries(case.tenders) if t.won for b in entries(t.wider_benefits)]
    yield Entry("Wider benefits that the winning tender offers", len(offered), None)


def _value(case: Case, facts: Facts, level: str) -> Decimal | None:
    """Return the present value of the rows at one level; None where it cannot be worked out."""
    found = facts.value_map
    if found is None or not found.rows or found.missing_for_present_value:
        return None
    levels = {outcome.id: outcome.level for outcome in entries(case.outcomes)}
    own = [row for row in found.rows if levels.get(row.given.outcome_id or "") == level]
    return found.present_value_of(own, found.candidates[0]).exact if own else None
