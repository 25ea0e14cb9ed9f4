from typing import Any

from auditor.analysis.elements import Elements, elements
from auditor.analysis.elements_section import elements_section
from tests.analysis.files import Given, commissioning
from tests.facts.files import row


def stated(found: Elements | None) -> dict[str, dict[str, Any]]:
    assert found is not None
    return {
        each.id: {entry.what: entry.number or entry.amount for entry in each.entries}
        for each in found.elements
    }


def file(**more: Any) -> Given:
    return commissioning(
        outcomes=[
            {"id": "own", "text": "Confidence", "level": "service"},
            {"id": "wide", "text": "Fewer admissions", "level": "wider"},
        ],
        sroi={
            "conventions": {"discounting": "none"},
            "inputs": [{"id": "i", "amount": 70}],
            "rows": [row("a", 1, 100, outcome_id="own"), row("b", 1, 40, outcome_id="wide")],
        },
        tenders=[
            {"id": "t", "provider": "T", "won": True, "whole_life_cost": 90,
             "quality": [{"text": "Liked", "source": "users"}], "wider_benefits": ["Trainees"]},
            {"id": "u", "provider": "U", "whole_life_cost": 10, "wider_benefits": ["A", "B"],
             "quality": [{"text": "Disliked", "source": "users"}]},
        ],
        **more,
    )  # fmt: skip


def test_each_element_holds_what_is_stated_of_what_was_chosen() -> None:
    found = stated(elements(*file()))
    assert found["quality"] == {
        "Evidence of quality for what was chosen": 1,
        "Outcomes for those who use the service": 1,
    }
    assert found["cost"] == {
        "Whole-life cost of the winning tender": 90,
        "Inputs of the value map": 70,
    }
    assert found["wider"] == {
        "Wider outcomes": 1,
        "Wider benefits that the winning tender offers": 1,
    }


def test_value_stands_with_the_level_at_which_it_arises() -> None:
    found = elements(*file())
    assert found is not None
    amounts = {e.what: e.amount for each in found.elements for e in each.entries}
    assert amounts["Outcomes for those who use the service"] == 100
    assert amounts["Wider outcomes"] == 40


def test_an_element_of_which_nothing_is_stated_is_named() -> None:
    found = elements(*commissioning(contract={"value_ex_vat": 100}))
    assert found is not None
    (said,) = elements_section(found).says
    assert said == ("The file states nothing of quality and fitness for purpose and wider benefit.")


def test_a_file_that_states_nothing_of_any_has_no_such_part() -> None:
    assert elements(*commissioning()) is None
