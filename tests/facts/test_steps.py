from datetime import date
from decimal import Decimal

from tests.facts.files import commissioning

OBJECTIVES = [
    {"id": "O1", "text": "Fewer falls", "kind": "outcome"},
    {"id": "O2", "text": "40 sessions", "kind": "output"},
]
CRITERIA = [
    {"id": "price", "name": "Price", "kind": "price", "outcome_ids": ["calm"]},
    {"id": "quality", "name": "Quality", "kind": "quality", "outcome_ids": ["calm"]},
    {"id": "results", "name": "Results", "kind": "outcome"},
]


def test_what_is_about_outcomes_is_counted_at_each_step_that_lists_anything():
    facts = commissioning(objectives=OBJECTIVES).lifecycle
    assert facts.outcomes_by_step == "objectives 1 of 2"
    facts = commissioning(
        objectives=OBJECTIVES,
        award={"criteria": CRITERIA},
        contract={"kpis": [{"id": "K1", "text": "Sessions", "kind": "output"}]},
    ).lifecycle
    assert facts.outcomes_by_step == (
        "objectives 1 of 2; award criteria 2 of 3; measures of the contract 0 of 1"
    )


def test_a_criterion_whose_weight_is_zero_scores_no_outcome():
    criteria = [{**CRITERIA[1], "weight": Decimal(0)}, {**CRITERIA[2], "weight": Decimal("0.6")}]
    facts = commissioning(award={"criteria": criteria}).lifecycle
    assert facts.outcomes_by_step == "award criteria 1 of 2"


def test_a_file_that_lists_nothing_counts_nothing():
    assert commissioning().lifecycle.outcomes_by_step is None


def day_of(decided="2025-11-20", **needs):
    return commissioning(needs=needs, decision_date=decided).lifecycle.needs_evidence_day


def test_the_evidence_on_needs_is_as_old_as_the_earlier_of_its_days():
    assert day_of(period_to="2024-12-31", assessed_on="2025-01-31") == date(2024, 12, 31)
    assert day_of(assessed_on="2025-01-31") == date(2025, 1, 31)
    assert day_of(period_to="2024-12-31") == date(2024, 12, 31)


def test_an_assessment_after_the_decision_counts_by_its_own_day():
    assert day_of(period_to="2024-12-31", assessed_on="2025-11-21") == date(2025, 11, 21)
    assert day_of(period_to="2024-12-31", assessed_on="2025-11-20") == date(2024, 12, 31)


def test_a_file_without_needs_has_no_evidence_on_them():
    assert commissioning().lifecycle.needs_evidence_day is None
