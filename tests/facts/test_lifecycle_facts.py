from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.facts.files import commissioning

D = Decimal
OUTCOMES: list[dict[str, Any]] = [
    {
        "id": "calm",
        "text": "Calm",
        "material": True,
        "sign": "positive",
        "duration_years": 2,
        "pillar": "social",
    },
    {
        "id": "work",
        "text": "Work",
        "material": True,
        "sign": "positive",
        "level": "wider",
        "duration_years": 5,
    },
    {"id": "noise", "text": "Noise", "material": False, "duration_years": 9},
]
THREAD: dict[str, Any] = {
    "outcomes": OUTCOMES,
    "objectives": [{"id": "O1", "text": "O", "outcome_ids": ["calm", "work"]}],
    "options": [{"id": "a", "name": "A", "outcome_ids": ["calm"], "wider_outcome_ids": ["work"]}],
    "award": {"criteria": [{"id": "q", "name": "Q", "outcome_ids": ["calm"]}]},
}


def test_wider_outcomes_that_no_option_was_appraised_for_are_named():
    parts = {**THREAD, "options": [{"id": "a", "name": "A", "outcome_ids": ["calm"]}]}
    parts["award"] = {"criteria": [{"id": "q", "name": "Q", "outcome_ids": ["calm", "work"]}]}
    assert commissioning(**parts).lifecycle.wider_outcomes_only_in_award == ("work",)
    assert commissioning(**THREAD).lifecycle.wider_outcomes_only_in_award == ()


def test_a_harm_that_matters_is_named_where_there_is_only_one():
    harm = {**OUTCOMES[0], "sign": "negative"}
    other = {**OUTCOMES[1], "sign": "negative"}
    maybe = {"id": "rest", "text": "Rest"}
    assert commissioning(outcomes=OUTCOMES).lifecycle.lone_harm is None
    assert commissioning(outcomes=[harm, *OUTCOMES[1:]]).lifecycle.lone_harm == "calm"
    assert commissioning(outcomes=[harm, other]).lifecycle.lone_harm is None
    assert commissioning(outcomes=[harm, maybe]).lifecycle.lone_harm is None


def test_the_longest_material_outcome_counts():
    assert commissioning(outcomes=OUTCOMES).lifecycle.longest_outcome_years == 5


def test_a_pillar_counts_with_an_outcome_or_a_reason_for_none():
    ruled_out = [{"pillar": "environmental", "reason": "No premises"}]
    facts = commissioning(outcomes=OUTCOMES, pillars_not_relevant=ruled_out)
    assert facts.lifecycle.pillars_addressed == ("social", "environmental")


def test_dates_are_the_first_and_the_last_of_their_kind():
    facts = commissioning(
        options=[
            {"id": "a", "name": "A", "long_listed_on": "2025-05-02"},
            {"id": "b", "name": "B", "long_listed_on": "2025-05-01"},
        ],
        objectives=[
            {"id": "O1", "text": "O", "date": "2025-04-01"},
            {"id": "O2", "text": "O", "date": "2025-04-09"},
        ],
        equality={"considered_on": ["2025-03-09", "2025-03-01"]},
    )
    assert facts.lifecycle.first_option_date == date(2025, 5, 1)
    assert facts.lifecycle.last_objective_date == date(2025, 4, 9)
    assert facts.lifecycle.first_equality_date == date(2025, 3, 1)
    assert facts.lifecycle.first_consultation_date is None


@pytest.mark.parametrize(
    ("end", "extension", "months"), [("2028-03-31", 24, 60), ("2028-03-30", 0, 35)]
)
def test_a_contract_counts_whole_months_with_both_end_days(end, extension, months):
    contract = {"start": "2025-04-01", "end": end, "extension_months": extension}
    assert commissioning(contract=contract).lifecycle.contract_months == months


def tendered(*scores: tuple[int, int], winner: str = "t0") -> dict[str, Any]:
    criteria = [
        {"id": "price", "name": "Price", "weight": D("0.4")},
        {"id": "quality", "name": "Quality", "weight": D("0.6")},
    ]
    tenders = [
        {
            "id": f"t{n}",
            "provider": f"P{n}",
            "price": 100 - n,
            "scores": [
                {"criterion_id": "price", "score": price},
                {"criterion_id": "quality", "score": quality},
            ],
        }
        for n, (price, quality) in enumerate(scores)
    ]
    return {"award": {"criteria": criteria, "winner": winner}, "tenders": tenders}


def test_tenders_are_scored_by_criterion_and_weight():
    facts = commissioning(**tendered((5, 10), (10, 5)))
    assert [(each.id, each.score) for each in facts.lifecycle.tender_scores] == [
        ("t0", D("8.0")),
        ("t1", D("7.0")),
    ]
    assert facts.lifecycle.winner_has_highest_score is True
    assert facts.lifecycle.weights_total == 1
    assert facts.lifecycle.cheapest_tender == "t1"


def test_a_winner_with_fewer_points_is_seen_and_a_tie_is_not_one():
    second = commissioning(**tendered((5, 10), (10, 5), winner="t1"))
    assert second.lifecycle.winner_has_highest_score is False
    tie = commissioning(**tendered((5, 5), (5, 5), winner="t1"))
    assert tie.lifecycle.winner_has_highest_score is True


def test_two_parts_that_name_two_winners_leave_the_ranking_unknown():
    for marks in ({"t1": True}, {"t0": False}):
        parts = tendered((5, 10), (10, 5), winner="t0")
        for tender in parts["tenders"]:
            if tender["id"] in marks:
                tender["won"] = marks[tender["id"]]
        assert commissioning(**parts).lifecycle.winner_has_highest_score is None


def test_a_missing_score_keeps_the_ranking_unknown():
    parts = tendered((5, 10), (10, 5))
    parts["tenders"][1]["scores"] = parts["tenders"][1]["scores"][:1]
    assert commissioning(**parts).lifecycle.tender_scores is None
    assert commissioning(**parts).lifecycle.winner_has_highest_score is None


def test_who_spoke_about_needs_is_named_once():
    sources = [{"given_by": "users"}, {"given_by": "users"}, {"text": "x"}, {"given_by": "data"}]
    facts = commissioning(needs={"sources": sources})
    assert facts.lifecycle.needs_sources_from == ("users", "data")


def test_the_edition_in_force_is_that_of_the_day():
    assert commissioning().lifecycle.green_book_edition_in_force == 2022
