"""Hold the good files that rule cases change to what their rules rely on."""

from collections.abc import Iterator
from typing import Any

import pytest

from auditor.engine.parameters import read_parameters, resolve
from auditor.facts import Facts
from auditor.load import read
from auditor.model.stages import STAGES
from auditor.resources import rules_folder
from auditor.schema import validate
from auditor.schema.published import published

KINDS = ("commissioning", "decommissioning")
COMMON = rules_folder() / "common"

# What a file states only where something is wrong or left out; the cases of rules add it.
LEFT_TO_CASES = {
    "$schema",
    "appraisal.bcr_threshold",
    "decommissioning.advice[].not_needed_reason",
    "options[].cashflows[].unit_value_id",
    "reviews[].findings[].no_action_reason",
    "stakeholders[].excluded_reason",
    "tenders[].sroi_ratio",
}


def base(kind: str) -> Any:
    return read(COMMON / "base" / f"{kind}.yaml")


def paths(data: Any, path: str = "") -> Iterator[str]:
    if isinstance(data, list):
        for entry in data:
            yield from paths(entry, f"{path}[]")
    elif isinstance(data, dict):
        for name, value in data.items():
            inner = f"{path}.{name}" if path else name
            yield from (inner, *paths(value, inner))


@pytest.mark.parametrize("kind", KINDS)
def test_the_base_file_is_valid_and_at_the_last_stage_so_that_every_rule_is_due(kind: str) -> None:
    assert validate(base(kind)).stage == STAGES[kind][-1]


@pytest.mark.parametrize("kind", KINDS)
def test_every_figure_that_the_base_file_claims_is_reproduced(kind: str) -> None:
    case = validate(base(kind))
    numbers = resolve(read_parameters([COMMON / "parameters"]), case.decision_date)
    claims = Facts(case, numbers, case.decision_date).claims.results
    assert len(claims) > 30
    assert {claim.id for claim in claims if claim.verdict.value != "reproduced"} == set()


def test_the_base_files_together_state_everything_that_a_file_can_state() -> None:
    stated = {path for kind in KINDS for path in paths(base(kind).data)}
    every = {path for kind in KINDS for path in published(kind).paths}
    evidence = {path for path in every if path.endswith(".evidence")}
    assert every - stated - evidence == LEFT_TO_CASES
