"""Refuse a rule that says for whom it is meant in terms that no file can state."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from auditor.engine.due import TIERS
from auditor.engine.language import guess
from auditor.engine.pack_parts import Parameter
from auditor.engine.ready import ReadyRule
from auditor.engine.scope import Gates
from auditor.errors import Problem, RulesError
from auditor.model.describe import describe
from auditor.model.file import DecisionFile

_TIER = ("least", "whose")


def refuse_unmeant(ready: ReadyRule, parameters: Mapping[str, Parameter]) -> None:
    """Check gates, tier and date of a rule against the model and the parameters.

    A misspelt value would keep the rule out of every file, or read as something that the file does
    not state. Raises RulesError.
    """
    problems = (*_gates(ready), *_tier(ready, parameters), *_date(ready))
    if problems:
        raise RulesError(*problems)


def _gates(ready: ReadyRule) -> Iterator[Problem]:
    gates, where = ready.rule.gates, f"{ready.where}, gates"
    for_less = Gates(otherwise="advisory") if ready.rule.tier else Gates()
    if not gates.wanted and gates not in (Gates(), for_less):
        hint = "name the gate too, such as authority_type: [central]"
        yield Problem(
            "`or_declared_basis` and `otherwise` open a gate that is not there", where, hint
        )
    for name, accepted in gates.wanted.items():
        yield from _values(name, [each for each in accepted if isinstance(each, str)], where)
    if gates.or_declared_basis:
        yield from _values("policy_basis", [gates.or_declared_basis], where)


def _values(name: str, values: list[str], where: str) -> Iterator[Problem]:
    field = describe(DecisionFile, name)
    choices = ((field.item or field).choices if field else ()) or tuple(values)
    for value in values:
        if value not in choices:
            hint = guess(value, choices) or f"it is one of {', '.join(choices)}"
            yield Problem(f"`{value}` is never the {name} of a file", where, hint)


def _tier(ready: ReadyRule, parameters: Mapping[str, Parameter]) -> Iterator[Problem]:
    tier = ready.rule.tier
    held = [v.value for v in parameters[TIERS].values] if TIERS in parameters else []
    names = tuple(dict.fromkeys(name for values in held for name in values))
    if tier is not None and tier not in names:
        hint = guess(tier, names) or f"the tiers stand in the parameter `{TIERS}`"
        yield Problem(f"there is no tier `{tier}`", f"{ready.where}, tier", hint)
    for each in (each for values in held for each in values.values() if tier is not None):
        least, whose = (each.get(key) if isinstance(each, dict) else None for key in _TIER)
        if not isinstance(least, int | Decimal) or not isinstance(whose, str):
            hint = "write {least: 100000, whose: whose figure that is}"
            yield Problem("a tier says `least` and `whose`", f"parameters/{TIERS}.yaml", hint)


def _date(ready: ReadyRule) -> Iterator[Problem]:
    in_force = ready.rule.in_force
    if in_force is None:
        return
    where = f"{ready.where}, in_force"
    if in_force.hinges_on == "notice" and ready.kinds != ("decommissioning",):
        hint = "only decommissioning files have one; name stages of theirs alone"
        yield Problem("a commissioning file has no notice to hinge on", where, hint)
    if in_force.from_ and in_force.until and in_force.until <= in_force.from_:
        yield Problem("`until` is not after `from`, so the rule is never in force", where)
    if not in_force.from_ and not in_force.until:
        yield Problem("`in_force` says neither `from` nor `until`", where)
