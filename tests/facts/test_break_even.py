from decimal import Decimal
from typing import Any

import pytest

from auditor.facts import Facts
from tests.facts.files import commissioning, row

D = Decimal


def analysis(**test: Any) -> Facts:
    """Return a file of one row with one sensitivity test of it."""
    rows = [row("r", 20, 1000, deadweight=D("0.40"))]
    return commissioning(sroi={"rows": rows, "sensitivity": [{"id": "V1", **test}]})


def change(field: str) -> list[dict[str, Any]]:
    return [{"row_id": "r", "field": field, "value": 1}]


@pytest.mark.parametrize(
    ("assumption", "field", "break_even", "move"),
    [
        ("deadweight", "deadweight", D("0.50"), D("0.25")),
        ("proxy", "proxy", D("369.6"), D("0.6304")),
        ("quantity", "quantity", 18, D("0.1")),
        ("duration", "duration_years", D("0.5"), D("0.5")),
    ],
)
def test_the_move_to_break_even_is_a_share_of_the_value_in_the_map(
    assumption, field, break_even, move
):
    facts = analysis(assumption=assumption, sets=change(field), break_even=break_even)
    (found,) = facts.sroi.break_evens or ()
    assert found.move == move


@pytest.mark.parametrize(
    "sets",
    [
        change("quantity"),
        [*change("deadweight"), *change("quantity")],
        [{"row_id": "r", "field": "attribution_to_others", "value": 1}],
    ],
)
def test_a_test_that_does_not_say_what_it_changes_has_no_move(sets):
    facts = analysis(assumption="deadweight", sets=sets, break_even=D("0.50"))
    (found,) = facts.sroi.break_evens or ()
    assert found.move is None


def test_a_list_of_one_row_says_which_value_a_test_changes():
    sets = [{"row_ids": ["r"], "field": "quantity", "value": 1}]
    (found,) = analysis(assumption="quantity", sets=sets, break_even=18).sroi.break_evens or ()
    assert found.move == D("0.1")


def test_a_value_of_zero_has_no_share_to_move_by():
    facts = analysis(assumption="displacement", sets=change("displacement"), break_even=D("0.50"))
    (found,) = facts.sroi.break_evens or ()
    assert found.move is None


def test_a_break_even_of_all_inputs_is_not_compared_with_one_input():
    facts = analysis(assumption="inputs", break_even=9450)
    assert facts.sroi.break_evens is None


def test_a_test_is_called_by_the_change_it_makes():
    facts = analysis(assumption="quantity", change="Half as many", break_even=18)
    (found,) = facts.sroi.break_evens or ()
    assert (found.id, found.text) == ("V1", "Half as many")


def test_only_assumptions_that_have_an_effect_are_missed_among_the_tests():
    rows = [{"id": "r", "quantity": 1, "proxy": 100, "duration_years": 1}]
    tests = [{"id": "t", "assumption": "proxy", "ratio": 2}]
    inputs = [{"id": "i", "kind": "funding", "amount": 100}]

    def missed(**changes):
        sroi = {"rows": rows, "inputs": inputs, "sensitivity": tests, **changes}
        return commissioning(sroi=sroi).sroi.assumptions_not_tested

    assert missed() == ("deadweight", "attribution", "quantity")
    assert "drop_off" in missed(rows=[{**rows[0], "duration_years": 2}])
    assert "inputs" in missed(inputs=[{**inputs[0], "kind": "volunteer"}])
    lasting = {"id": "n", "quantity": 1, "proxy": 1, "duration_years": 3}
    assert "drop_off" not in missed(rows=[*rows, {**lasting, "proxy": 0}])
    assert "drop_off" not in missed(rows=[*rows, {**lasting, "quantity": 0}])
    assert "inputs" not in missed(inputs=[*inputs, {"id": "n", "kind": "volunteer", "amount": 0}])
    assert missed(sensitivity=[{"id": "t", "ratio": 2}]) is None


def test_a_test_of_something_else_that_changes_one_assumption_alone_is_a_test_of_it():
    rows = [{"id": "r", "quantity": 1, "proxy": 100, "duration_years": 1}]
    other = {"id": "t", "assumption": "other", "ratio": 2, "break_even": 1}

    def missed(*fields, **changes):
        sets = [{"row_id": "r", "field": field, "value": 1} for field in fields]
        tests = [{**other, "sets": sets, **changes}]
        inputs = [{"id": "i", "kind": "funding", "amount": 100}]
        sroi = {"rows": rows, "inputs": inputs, "sensitivity": tests}
        return commissioning(sroi=sroi).sroi.assumptions_not_tested

    assert missed("deadweight") == ("attribution", "proxy", "quantity")
    assert "deadweight" in missed("deadweight", "proxy")
    assert "deadweight" in missed("deadweight", leaves_out_rows=["r"])
    assert "deadweight" not in missed("deadweight", break_even=None)
