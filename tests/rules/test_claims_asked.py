"""Every figure that a file claims is asked about by a rule, and by one only."""

from collections import Counter
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

from auditor import Report, audit, load_packs, read_file
from auditor.engine.pack import published_packs
from auditor.facts.claim import ClaimKind
from auditor.finding import Status
from tests.rules.subjects import published

EXAMPLES = Path(__file__).parents[2] / "examples"
WITH_WRONG_CLAIMS = ("ctbc-baseball-2018", "ffl-kirklees-2016", "dementia-and-imagination-2020")
OF_AN_ENDING = {"gross_saving", "one_off_costs", "displaced_costs", "value_lost", "net_saving"}


@cache
def report(name: str) -> Report:
    return audit(read_file(EXAMPLES / "claims" / f"{name}.yaml"), load_packs())


def kinds_of(text: str) -> set[str]:
    """Return the kinds of claim that an expression names, by kind or by part of the file."""
    kinds = get_args(ClaimKind)
    found = {kind for kind in kinds if f'"{kind}"' in text}
    if 'claim.area == "options"' in text:
        found |= {kind for kind in kinds if kind.startswith("option_")}
    return found | (OF_AN_ENDING if 'claim.area == "decommissioning"' in text else set())


def test_every_kind_of_claim_is_asked_about_by_a_rule() -> None:
    rules = [ready.rule for name in published_packs() for ready in published(name).rules]
    asked = {kind for rule in rules for kind in kinds_of(f"{rule.each} {rule.check}")}
    assert asked == set(get_args(ClaimKind))


@pytest.mark.parametrize("name", WITH_WRONG_CLAIMS)
def test_every_claim_that_is_not_reproduced_stands_in_one_finding(name: str) -> None:
    departing = [each for each in report(name).findings if each.status is Status.DEPARTS]
    named = Counter(evidence.pointer for each in departing for evidence in each.evidence)
    wrong = [claim for claim in report(name).claims if claim.verdict == "not_reproduced"]
    assert wrong
    assert {claim.pointer: named[claim.pointer] for claim in wrong} == {
        claim.pointer: 1 for claim in wrong
    }


def test_a_finding_about_a_claim_shows_both_figures_and_the_line() -> None:
    (found,) = (each for each in report("ffl-kirklees-2016").findings if each.rule == "FIG-07")
    assert found.fix
    assert any(
        each.found == "claimed £26,235, recomputed £14,355" and each.place.startswith("line ")
        for each in found.evidence
    )
