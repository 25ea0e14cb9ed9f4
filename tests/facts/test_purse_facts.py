from decimal import Decimal

from tests.facts.files import commissioning

SAVINGS = [
    {
        "id": "s1",
        "amount": 50000,
        "beneficiary_body": "Council",
        "cashable": True,
        "realised": 40000,
    },
    {"id": "s2", "amount": 30000, "beneficiary_body": "NHS", "cashable": False, "realised": 0},
]
COSTS = [{"id": "c1", "item": "Staff", "bearer": "Council", "amount": 20000}]
MOVED = [{"id": "d1", "body": "NHS", "amount": 45000, "view": "Objected"}]


def test_each_body_has_its_own_balance():
    facts = commissioning(savings=SAVINGS, costs=COSTS, displaced_costs=MOVED)
    council, nhs = facts.purse.bodies
    assert (council.id, council.savings, council.costs, council.net) == (
        "Council",
        50000,
        20000,
        30000,
    )
    assert (nhs.net, nhs.has_view, council.has_view) == (-15000, True, False)
    assert [each.id for each in facts.purse.bodies_worse_off] == ["NHS"]


def test_a_cost_without_a_bearer_keeps_the_balance_unknown():
    costs = [{"id": "c1", "item": "Staff", "amount": 20000}]
    assert commissioning(savings=SAVINGS, costs=costs).purse.bodies is None


def test_savings_are_split_into_what_can_be_spent_and_what_was_made():
    purse = commissioning(savings=SAVINGS).purse
    assert (purse.savings_total, purse.cashable_total, purse.realised_total) == (
        80000,
        50000,
        40000,
    )
    assert purse.realised_share == Decimal("0.5")


def test_a_saving_that_does_not_say_whether_it_is_cashable_leaves_it_open():
    assert commissioning(savings=[{"id": "s", "amount": 5}]).purse.cashable_total is None
    assert commissioning(savings=[{"id": "s", "amount": 5}]).purse.realised_share is None


def test_without_savings_there_is_nothing_to_split():
    assert commissioning().purse.savings_total is None
