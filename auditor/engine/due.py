"""Say whether a rule is due for a file, and if not, why."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from auditor.engine.at_stake import at_stake
from auditor.engine.rule import Rule
from auditor.engine.scope import Gates, InForce
from auditor.engine.show import day, money, show
from auditor.model.part import Nil
from auditor.model.stages import STAGES, stage_words

_HINGES = {
    "decision": ("decision_date",),
    "procurement_start": ("procurement_start_date",),
    "notice": ("decommissioning", "notice_served_on"),
}
TIERS = "proportionality_tiers"
"""The parameter that holds, by name, the sums at stake from which rules are due, in pounds.

Each tier says from which sum on (`least`) and whose figure that is (`whose`), which is printed.
"""
_POUNDS = "GBP"


@dataclass(frozen=True, slots=True)
class Due:
    """The rule is due; `advisory` says why it is only advice for this file, and is else empty."""

    advisory: str = ""


DUE = Due()


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
    another gate that the file leaves open would say, and one that can only be advice is advice,
    unless the file states no date and the rule may not be in force.
    """
    late = by_stage(rule.stages, kinds, case.kind, stage)
    return late or by_file(rule, case, as_at=as_at, parameters=parameters)


def by_file(
    rule: Rule, case: Any, *, as_at: date | None, parameters: Mapping[str, Any]
) -> Due | NotDue | Unknown:
    """Say whether a rule of which the stage has come is due for a case, as at a date."""
    gated = _by_gates(rule.gates, case)
    tiered = rule.tier is not None and rule.tier_for in (None, case.kind)
    if rule.in_force is None and not tiered:
        return gated
    dated = _by_date(rule.in_force, case, as_at) if rule.in_force else None
    return _first(dated, gated, _by_tier(rule, case, as_at, parameters) if tiered else None)


def terms_of(rule: Rule) -> str:
    """Return in short all of a rule that `by_file` reads; rules with the same are due alike."""
    gates = rule.gates
    return repr(
        (
            gates.wanted,
            gates.or_declared_basis,
            gates.otherwise,
            rule.in_force and rule.in_force.model_dump(),
            rule.tier,
            rule.tier_for,
        )
    )


def _first(
    dated: NotDue | Unknown | None, *others: Due | NotDue | Unknown | None
) -> Due | NotDue | Unknown:
    """Return the answer that decides: out, a date not known, advice at most, not known, then due.

    What may not be in force does not even advise.
    """
    advice: Due | None = None
    unknown: Unknown | None = None
    for answer in (dated, *others):
        if isinstance(answer, NotDue):
            return answer
        if isinstance(answer, Unknown):
            unknown = unknown or answer
        elif answer is not None and answer.advisory:
            advice = advice or answer
    return dated if isinstance(dated, Unknown) else advice or unknown or DUE


@cache
def by_stage(
    stages: tuple[str, ...], kinds: tuple[str, ...], kind: str, stage: str
) -> NotDue | None:
    """Say whether a kind of file at a stage is too early for a rule, or never asked."""
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
    return _spared(in_force, case) if in_force.spares_earlier_appraisals else None


def _spared(in_force: InForce, case: Any) -> NotDue | None:
    """Leave aside an appraisal that was finished under an earlier edition of the Green Book."""
    start, edition = in_force.from_, case.green_book_edition
    finished = _read(case, ("appraisal", "date"))
    if start is None or edition is None or edition >= start.year:
        return None
    if not isinstance(finished, date) or finished >= start:
        return None
    return NotDue(
        f"in force from {day(start)}; this file follows the edition of {edition}, and its "
        f"appraisal was finished on {day(finished)}"
    )


def _read(case: Any, names: tuple[str, ...]) -> Any:
    for name in names:
        if case.__class__ is Nil:
            return None
        case = getattr(case, name, None)
    return case


def _by_tier(
    rule: Rule, case: Any, as_at: date | None, parameters: Mapping[str, Any]
) -> Due | NotDue | Unknown | None:
    tiers = parameters.get(TIERS)
    if tiers is None or rule.tier not in tiers:
        return NotDue(f"no such tier on {day(as_at)}") if as_at else Unknown("decision_date")
    if case.currency != _POUNDS:
        return None  # a sum in pounds excuses nothing in another currency
    stake, least = at_stake(case), tiers[rule.tier]["least"]
    if stake is not None and stake.least >= least:
        return None
    if stake is None or stake.most is None or stake.most >= least:
        return Unknown("contract.value_ex_vat")
    whose = f"from {money(least, _POUNDS)} at stake, {tiers[rule.tier]['whose']}"
    found = f"{stake.words} {money(stake.most, _POUNDS)}"
    if rule.gates.otherwise == "advisory":
        return Due(advisory=f"advice only: asked {whose}; {found}")
    return NotDue(f"asked {whose}; {found}")


def _by_gates(gates: Gates, case: Any) -> Due | NotDue | Unknown:
    wanted = gates.wanted
    if not wanted or gates.or_declared_basis in _declared(case):
        return DUE
    unknown = None
    for name, accepted in wanted.items():
        value = getattr(case, name)
        if value is None:
            unknown = unknown or Unknown(name)
        elif value not in accepted:
            meant = ", ".join(_gate_words(name, each) for each in accepted)
            said = _gate_words(name, value)
            found = f"for {name.replace('_', ' ')} {meant}; this file states {said}"
            if gates.otherwise == "advisory":
                return Due(advisory=f"advice only: meant {found}")
            return NotDue(found)
    return unknown or DUE


def _gate_words(name: str, value: Any) -> str:
    words = show(value).replace("_", " ")
    return words.title() if name == "nation" else words


def _declared(case: Any) -> tuple[str, ...]:
    return case.policy_basis if isinstance(case.policy_basis, tuple) else ()
