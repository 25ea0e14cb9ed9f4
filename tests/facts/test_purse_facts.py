import pytest

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
PAID = {"id": "staff", "item": "Staff", "kind": "direct"}
MOVED = [{"id": "d1", "body": "NHS", "amount": 45000, "view": "Objected"}]


def _ruled_out(kind):
    return {"kind": kind, "reason": "Everything is bought"}


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
    assert (purse.savings_total, purse.cashable_total) == (80000, 50000)
    assert (purse.forecast_so_far, purse.realised_so_far) == (80000, 40000)


def test_a_saving_that_does_not_say_whether_it_is_cashable_leaves_it_open():
    assert commissioning(savings=[{"id": "s", "amount": 5}]).purse.cashable_total is None
    assert commissioning(savings=[{"id": "s", "amount": 5}]).purse.realised_so_far is None


def of_year(year, realised=None):
    return {"id": f"s{year}", "amount": 100, "year": year, "realised": realised}


def so_far(*savings, **given):
    purse = commissioning(savings=list(savings), **given).purse
    return purse.forecast_so_far, purse.realised_so_far


def test_a_saving_of_a_later_year_than_the_last_result_is_not_due():
    assert so_far(of_year(2026, 90), of_year(2027)) == (100, 90)


def test_a_saving_of_an_earlier_year_than_the_last_result_is_due():
    assert so_far(of_year(2026), of_year(2027, 90)) == (200, None)


@pytest.mark.parametrize(("looked_back", "due"), [("2028-03-31", 100), ("2028-04-01", 200)])
def test_a_saving_is_due_once_the_file_looks_back_on_its_financial_year(looked_back, due):
    reviews = [{"id": "R1", "date": looked_back}]
    assert so_far(of_year(2026, 90), of_year(2027), reviews=reviews)[0] == due


def test_before_any_result_nothing_was_saved_so_far():
    assert so_far(of_year(2027)) == (None, None)


def test_without_savings_there_is_nothing_to_split():
    assert commissioning().purse.savings_total is None


@pytest.mark.parametrize(
    ("parts", "counted"),
    [
        ({"costs": [{"id": "v", "item": "Hosts", "kind": "volunteer"}]}, True),
        ({"cost_kinds_nil": [_ruled_out("in_kind"), _ruled_out("volunteer")]}, True),
        ({"costs": [PAID], "cost_kinds_nil": [_ruled_out("redundancy")]}, None),
        ({"costs": [PAID], "cost_kinds_nil": {"none": "Every kind arises"}}, False),
        ({"costs": [PAID, {"id": "x", "item": "Food"}], "cost_kinds_nil": {"none": "All"}}, None),
        ({"costs": {"none": "See the book"}, "cost_kinds_nil": {"none": "All"}}, None),
    ],
)
def test_what_is_given_unpaid_is_counted_ruled_out_denied_or_open(parts, counted):
    assert commissioning(**parts).purse.unpaid_counted is counted


def test_a_body_is_known_by_words_of_its_name():
    bearers = ["the council", "Sampleshire Council", "Parish council", "NHS"]
    costs = [{"id": f"c{n}", "item": "Staff", "bearer": name} for n, name in enumerate(bearers)]
    engaged = {"body": "Sampleshire Council (fictional)"}
    own = commissioning(costs=costs, engagement=engaged).purse.own_names
    assert own == ("the council", "Sampleshire Council")
    assert commissioning(costs=costs).purse.own_names is None
