"""Hold rules that ask for a full appraisal to proportion: advice below the tier, never dropped."""

from collections.abc import Mapping
from typing import Any

import pytest

from auditor.engine.due import TIERS, Due, NotDue, Unknown, due
from auditor.engine.examples import base_case, merge
from auditor.engine.pack import published_packs
from auditor.engine.parameters import resolve
from auditor.engine.ready import ReadyRule
from auditor.finding import Confidence
from tests.rules.subjects import published, subject_of

TIERED = [
    (name, ready)
    for name in published_packs()
    for ready in published(name).rules
    if ready.rule.tier is not None
]
NO_COSTS = {option["id"]: {"cashflows": None} for option in base_case("commissioning")["options"]}

tiered = pytest.mark.parametrize(
    ("name", "ready"), TIERED, ids=[ready.rule.id for _, ready in TIERED]
)


FOR_COUNCILS = ("third-sector-compact-and-best-value",)


def asked(name: str, ready: ReadyRule, **changes: Any) -> Due | NotDue | Unknown:
    patch: Mapping[str, Any] = {
        "authority_type": "local" if name in FOR_COUNCILS else "central",
        "policy_basis": None,
        "decision_date": "2026-06-01",
        "green_book_edition": 2026,
        **changes,
    }
    subject = subject_of(merge(base_case("commissioning"), patch), published(name))
    return due(ready.rule, ready.kinds, subject.case, stage=subject.stage, as_at=subject.as_at,
               parameters=subject.numbers)  # fmt: skip


def test_the_rules_that_ask_for_most_work_have_a_tier() -> None:
    assert {"GB-04", "GB-14", "GB-21", "GB-27", "GB-28", "GB-31"} <= {r.rule.id for _, r in TIERED}


LEAST = {"full-appraisal": 100_000, "people-heard": 30_000}
WHOSE = {"full-appraisal": "the Green Book", "people-heard": "any law"}


@tiered
def test_from_the_sum_of_the_tier_on_a_rule_is_asked_in_full(name: str, ready: ReadyRule) -> None:
    least = LEAST[str(ready.rule.tier)]
    assert asked(name, ready, contract={"value_ex_vat": least}) == Due()


@tiered
def test_below_it_the_rule_is_no_more_than_advice_and_says_whose_figure_that_is(
    name: str, ready: ReadyRule
) -> None:
    tier = str(ready.rule.tier)
    below = LEAST[tier] - 1
    said = (
        f"asked from £{LEAST[tier]:,} at stake, a default of this program and not a figure of "
        f"{WHOSE[tier]}; this contract is worth £{below:,}"
    )
    advice = ready.rule.gates.otherwise == "advisory"
    answer = asked(name, ready, contract={"value_ex_vat": below})
    assert answer == (Due(advisory=f"advice only: {said}") if advice else NotDue(said))


@tiered
def test_what_is_at_stake_is_never_guessed(name: str, ready: ReadyRule) -> None:
    changes = {"tenders": None, "award": None, "options": NO_COSTS}
    answer = asked(name, ready, contract={"value_ex_vat": None}, **changes)
    assert answer == Unknown("contract.value_ex_vat")


@tiered
def test_the_rule_names_the_tier_as_a_proposal_of_the_program(name: str, ready: ReadyRule) -> None:
    assert any(cite.confidence is Confidence.PROPOSED for cite in ready.rule.cite)


@pytest.mark.parametrize("name", published_packs())
def test_the_sum_is_called_a_default_wherever_it_rests_on_a_proposal(name: str) -> None:
    parameter = published(name).parameters[TIERS]
    for value in parameter.values:
        proposed = any(cite.confidence is Confidence.PROPOSED for cite in value.cite)
        assert all(("default of this program" in t["whose"]) is proposed
                   for t in value.value.values())  # fmt: skip


def test_the_tiers_are_in_force_as_long_as_the_rules_are() -> None:
    numbers = published("value-for-money").parameters
    first = min(value.from_ for value in numbers["discount_rates"].values)
    assert TIERS in resolve(numbers, first)
