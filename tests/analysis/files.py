"""Build small files for the tests of analyses: the case, its facts, the parameters."""

from typing import Any, NamedTuple

from auditor.facts import Facts
from auditor.model.file import Case, CommissioningFile, DecommissioningFile
from tests.facts.files import DECISION, PARAMETERS


class Given(NamedTuple):
    """What every analysis is worked out from."""

    case: Case
    facts: Facts
    parameters: dict[str, Any]


def commissioning(**parts: Any) -> Given:
    """Return a commissioning file with these parts and nothing else."""
    given = {"format_version": "1", "kind": "commissioning", "title": "T", "stage": "review"}
    return _given(CommissioningFile.model_validate({**given, **parts}))


def decommissioning(**parts: Any) -> Given:
    """Return a decommissioning file with these parts and nothing else."""
    given = {"format_version": "1", "kind": "decommissioning", "title": "T", "stage": "decision"}
    return _given(DecommissioningFile.model_validate({**given, **parts}))


def _given(case: Case) -> Given:
    return Given(case, Facts(case, PARAMETERS, DECISION), PARAMETERS)
