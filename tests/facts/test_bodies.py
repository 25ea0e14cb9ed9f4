import pytest

from auditor.facts.bodies import same_body
from tests.facts.files import commissioning


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sampleshire Council", "SAMPLESHIRE COUNCIL"),
        ("The council", "Sampleshire Council (fictional)"),
        ("DWP", "Department for Work and Pensions"),
        ("MoJ", "Ministry of Justice"),
        ("HMRC", "HM Revenue and Customs"),
    ],
)
def test_names_that_may_stand_for_one_body_are_the_same_either_way_round(one, other):
    assert same_body(one, other)
    assert same_body(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sampleshire Council", "Sampleshire NHS Trust"),
        ("Sampleshire Council", "Sampleshire District Council"),
        ("Council", "Councillors"),
        ("Council", "(none)"),
        ("MoD", "Ministry of Justice"),
        ("S", "Schools"),
    ],
)
def test_other_names_stand_for_other_bodies(one, other):
    assert not same_body(one, other)


def saving(id, who):
    return {"id": id, "amount": 100, "beneficiary_body": who}


SAVINGS = [saving("own", "The council"), saving("theirs", "NHS"), {"id": "whose", "amount": 1}]


def test_the_savings_of_the_body_that_decides_are_its_own():
    purse = commissioning(savings=SAVINGS, engagement={"body": "Sampleshire Council"}).purse
    assert purse.own_savings == ("own",)
    assert commissioning(savings=SAVINGS).purse.own_savings == ()


def test_a_body_that_bears_a_cost_pays_for_what_it_saves():
    costs = [
        {"id": "c", "item": "Staff", "bearer": "nhs", "amount": 1},
        {"id": "d", "item": "Rent"},
    ]
    assert commissioning(savings=SAVINGS, costs=costs).purse.savings_of_payers == ("theirs",)


def test_a_body_that_bears_a_cost_of_nothing_pays_for_nothing():
    costs = [{"id": "c", "item": "Staff", "bearer": "NHS", "amount": 0}]
    assert commissioning(savings=SAVINGS, costs=costs).purse.savings_of_payers == ()
