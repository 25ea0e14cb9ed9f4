from auditor.analysis.bodies import bodies, unnamed
from auditor.analysis.whose_value import whose_value
from auditor.analysis.whose_value_section import whose_value_section
from tests.analysis.files import commissioning, decommissioning

SERVICE = {"id": "rent", "item": "Rent", "kind": "indirect", "bearer": "Church", "amount": 50}
LEAVERS = {"id": "go", "item": "Leavers", "kind": "redundancy", "bearer": "Council", "amount": 40}
SAVED = {"id": "s", "amount": 90, "beneficiary_body": "Council"}


def test_what_a_service_costs_while_it_runs_is_no_cost_of_ending_it() -> None:
    church, council = bodies(decommissioning(costs=[SERVICE, LEAVERS], savings=[SAVED]).case)
    assert (church.running, church.costs, church.net) == (50, 0, 0)
    assert (council.running, council.costs, council.net) == (0, 40, 50)


def test_a_body_that_pays_for_the_service_now_is_not_said_to_lose_by_its_end() -> None:
    found = whose_value(*decommissioning(costs=[SERVICE, LEAVERS], savings=[SAVED]))
    assert found is not None
    section = whose_value_section(found)
    assert not any("Costs exceed savings" in said for said in section.says)
    (table,) = section.tables
    assert table.columns[2] == "Cost of the service now"
    assert table.rows[0] == ("Church", "£0", "£50", "£0", "£0", "£0")


def test_every_cost_of_a_commissioning_is_one_of_the_decision() -> None:
    (church,) = bodies(commissioning(costs=[SERVICE]).case)
    assert (church.running, church.costs, church.net) == (0, 50, -50)


def test_a_cost_that_moves_and_has_no_amount_is_not_taken_as_nothing() -> None:
    moved = [{"id": "m", "item": "Visits", "body": "NHS"}]
    found = whose_value(*decommissioning(displaced_costs=moved, savings=[SAVED]))
    assert found is not None
    nhs = next(body for body in found.bodies if body.name == "NHS")
    assert (nhs.costs, nhs.net) == (None, None)
    section = whose_value_section(found)
    assert "What the decision costs cannot be added up for NHS." in section.says
    assert ("NHS", "£0", "not stated", "£0", "not stated") in section.tables[0].rows


def test_where_a_service_ends_a_cost_of_no_stated_kind_may_be_either() -> None:
    cost = {"id": "c", "item": "Something", "bearer": "Council", "amount": 40}
    (council,) = bodies(decommissioning(costs=[cost]).case)
    assert (council.running, council.net) == (0, None)


def test_what_names_no_body_is_told_beside_those_that_do() -> None:
    given = decommissioning(costs=[LEAVERS], savings=[{"id": "t", "amount": 70}])
    assert unnamed(given.case).savings == 70
    found = whose_value(*given)
    assert found is not None
    assert "No body is named for £70 of savings." in whose_value_section(found).says
