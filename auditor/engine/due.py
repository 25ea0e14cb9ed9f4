"""Say whether a rule is due for a file, and if not, why."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from auditor.engine.rule import Gates, InForce, Rule
from auditor.engine.show import day, money, show
from auditor.model.part import Nil
from auditor.model.stages import STAGES, stage_words

_HINGES = {
    "decision": ("decision_date",),
    "procurement_start": ("procurement_start_date",),
    "notice": ("decommissioning", "notice_served_on"),
}
TIERS = "proportionality_tiers"
"""The parameter that holds, by name, the contract values from which rules are due."""


@dataclass(frozen=True, slots=True)
class Due:
    """The rule is due; `advisory` where it is only advice for this file."""

    advisory: bool = False


@dataclass(frozen=True, slots=True)
class NotDue:
    """The rule is not due, with the condition that says so."""

    condition: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """The file does not state what decides whether the rule is due."""

    gate: str


def due(
    rule: Rule,
    kinds: tuple[str, ...],
    case: Any,
    *,
    stage: str,
    as_at: date | None,
    parameters: Mapping[str, Any],
) -> Due | NotDue | Unknown:
    """Say whether a rule is due for a case at a stage, as at a date.

    What is certain goes before what is unknown: a rule that one gate keeps out is not due, whatever
    another gate that the file leaves open would say.
    """
    late = _by_stage(rule.stages, kinds, case.kind, stage)
    if late is not None:
        return late
    gated = _by_gates(rule.gates, case)
    if rule.in_force is None and rule.tier is None:
        return gated
    answers = (
        _by_date(rule.in_force, case, as_at) if rule.in_force else None,
        _by_tier(rule.tier, case, as_at, parameters) if rule.tier else None,
        gated,
    )
    certain = (answer for answer in answers if isinstance(answer, NotDue))
    unknown = (answer for answer in answers if isinstance(answer, Unknown))
    return next(certain, None) or next(unknown, None) or gated


@cache
def _by_stage(
    stages: tuple[str, ...], kinds: tuple[str, ...], kind: str, stage: str
) -> NotDue | None:
    if kind not in kinds:
        return NotDue(f"asked of {kinds[0]} files only")
    order = STAGES[kind]
    first = next(name for name in stages if name in order)
    if order.index(stage) >= order.index(first):
        return None
    return NotDue(f"due from {stage_words(first)} on; this file is at {stage_words(stage)}")


def _by_date(in_force: InForce, case: Any, as_at: date | None) -> NotDue | Unknown | None:
    names = _HINGES[in_force.hinges_on]
    decides = as_at if in_force.hinges_on == "decision" else _read(case, names)
    if not isinstance(decides, date):
        return Unknown(".".join(names))
    if in_force.from_ and decides < in_force.from_:
        return NotDue(f"in force from {day(in_force.from_)}; this file hinges on {day(decides)}")
    if in_force.until and decides >= in_force.until:
        return NotDue(
            f"no longer in force from {day(in_force.until)}; this file hinges on {day(decides)}"
        )
    return None


def _read(case: Any, names: tuple[str, ...]) -> Any:
    for name in names:
        if case.__class__ is Nil:
            return None
        case = getattr(case, name, None)
    return case


def _by_tier(
    tier: str, case: Any, as_at: date | None, parameters: Mapping[str, Any]
) -> NotDue | Unknown | None:
    tiers = parameters.get(TIERS)
    if tiers is None or tier not in tiers:
        return NotDue(f"no such tier on {day(as_at)}") if as_at else Unknown("decision_date")
    value = _read(case, ("contract", "value_ex_vat"))
    if not isinstance(value, int | Decimal):
        return Unknown("contract.value_ex_vat")
    if value >= tiers[tier]:
        return None
    least, stated = (money(each, case.currency) for each in (tiers[tier], value))
    return NotDue(f"due from a contract value of {least}; this one is {stated}")


def _by_gates(gates: Gates, case: Any) -> Due | NotDue | Unknown:
    wanted = gates.wanted
    if not wanted or gates.or_declared_basis in _declared(case):
        return Due()
    unknown = None
    for name, accepted in wanted.items():
        value = getattr(case, name)
        if value is None:
            unknown = unknown or Unknown(name)
        elif value not in accepted:
            if gates.otherwise == "advisory":
                return Due(advisory=True)
            meant = ", ".join(show(each) for each in accepted)
            return NotDue(f"for {name.replace('_', ' ')} {meant}; this file states {show(value)}")
    return unknown or Due()


def _declared(case: Any) -> tuple[str, ...]:
    return case.policy_basis if isinstance(case.policy_basis, tuple) else ()
