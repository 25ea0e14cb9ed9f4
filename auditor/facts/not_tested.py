"""Find the main assumptions of a value map that its sensitivity analysis leaves out."""

from collections.abc import Iterable, Mapping
from typing import Any

from auditor.facts.reading import entries
from auditor.model.scenario import SroiSensitivity
from auditor.model.sroi import Sroi
from auditor.model.value_map import SroiInput, ValueMapRow

_MAIN = ("deadweight", "attribution", "drop_off", "proxy", "quantity", "inputs")
_NOT_MONEY = ("in_kind", "volunteer")
_OF_FIELD: Mapping[str | None, str] = {
    "deadweight": "deadweight",
    "attribution_to_others": "attribution",
    "drop_off": "drop_off",
    "proxy": "proxy",
    "quantity": "quantity",
    "amount": "inputs",
}


def not_tested(sroi: Sroi) -> tuple[str, ...] | None:
    """Return the main assumptions that have an effect and no test, or None if nobody can tell.

    A test that changes one of them alone is a test of it by whatever name, with a break-even.
    """
    tests = entries(sroi.sensitivity)
    tested = {assumption_of(test) for test in tests}
    if not tests or None in tested:  # a test that does not say of what may be of any of them
        return None
    halfway = {without_break_even(test) for test in tests}
    left_out = {
        name: None if name in halfway else _has_effect(sroi, name)
        for name in _MAIN
        if name not in tested
    }
    needed = tuple(name for name, effect in left_out.items() if effect)
    return needed if needed or None not in left_out.values() else None


def assumption_of(test: SroiSensitivity) -> str | None:
    """Return what a test is of: as it says, or what it changes alone and gives a break-even of."""
    return (_changed_alone(test) if test.break_even else None) or test.assumption


def without_break_even(test: SroiSensitivity) -> str | None:
    """Return the main assumption that a test of something else changes without a break-even."""
    return None if test.break_even else _changed_alone(test)


def _changed_alone(test: SroiSensitivity) -> str | None:
    """Return the main assumption that a test called `other` changes, where it changes only one."""
    if test.assumption != "other" or _changes_more(test):
        return None
    fields = {each.field for each in entries(test.sets)}
    return _OF_FIELD.get(fields.pop()) if len(fields) == 1 else None


def _changes_more(test: SroiSensitivity) -> bool:
    others = (test.combines, test.leaves_out_rows, test.leaves_out_inputs)
    return any(entries(each) for each in others)


def _has_effect(sroi: Sroi, assumption: str) -> bool | None:
    if assumption == "drop_off":
        return _any_known(_drops_off(row) for row in entries(sroi.rows))
    if assumption == "inputs":
        return _any_known(_not_money(each) for each in entries(sroi.inputs))
    return True


def silent_on_drop_off(row: ValueMapRow) -> tuple[str, ...]:
    """Return what a row leaves out that would say whether it is worth something after a year."""
    known = (row.duration_years, row.proxy, row.quantity)
    over = row.duration_years is not None and row.duration_years <= 1
    if over or row.proxy == 0 or row.quantity == 0:
        return ()
    names = ("duration_years", "proxy", "quantity")
    return tuple(name for name, value in zip(names, known, strict=True) if value is None)


def _drops_off(row: ValueMapRow) -> bool | None:
    """Say whether a row that is not at nothing lasts longer than a year."""
    if silent_on_drop_off(row):
        return None
    years = row.duration_years
    return years is not None and years > 1 and row.proxy != 0 and row.quantity != 0


def _not_money(given: SroiInput) -> bool | None:
    """Say whether an input that is not put at nothing is time or things."""
    if given.amount == 0:
        return False
    return None if given.kind is None else given.kind in _NOT_MONEY


def _any_known(answers: Iterable[Any]) -> bool | None:
    """Say whether one of some answers is yes; None where there is none, or one is not known."""
    given = tuple(answers)
    if any(given):
        return True
    return None if not given or None in given else False
