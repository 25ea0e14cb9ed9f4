"""Find the main assumptions of a value map that its sensitivity analysis leaves out."""

from collections.abc import Iterable
from typing import Any

from auditor.facts.reading import entries
from auditor.model.sroi import Sroi

_MAIN = ("deadweight", "attribution", "drop_off", "proxy", "quantity", "inputs")
_NOT_MONEY = ("in_kind", "volunteer")


def not_tested(sroi: Sroi) -> tuple[str, ...] | None:
    """Return the main assumptions that have an effect and no test, or None if nobody can tell."""
    tests = entries(sroi.sensitivity)
    tested = {test.assumption for test in tests}
    if not tests or None in tested:  # a test that does not say of what may be of any of them
        return None
    left_out = {name: _has_effect(sroi, name) for name in _MAIN if name not in tested}
    needed = tuple(name for name, effect in left_out.items() if effect)
    return needed if needed or None not in left_out.values() else None


def _has_effect(sroi: Sroi, assumption: str) -> bool | None:
    if assumption == "drop_off":
        durations = (row.duration_years for row in entries(sroi.rows))
        return _any_known(years and years > 1 for years in durations)
    if assumption == "inputs":
        kinds = (each.kind for each in entries(sroi.inputs))
        return _any_known(kind and kind in _NOT_MONEY for kind in kinds)
    return True


def _any_known(answers: Iterable[Any]) -> bool | None:
    """Say whether one of some answers is yes; None where there is none, or one is not known."""
    given = tuple(answers)
    if any(given):
        return True
    return None if not given or None in given else False
