from decimal import Decimal
from typing import Any

from auditor.analysis.ending import Ending, ending
from auditor.analysis.ending_section import ending_section
from tests.analysis.files import commissioning, decommissioning


def loss(amount: int, years: str = "1", **more: Any) -> dict[str, Any]:
    given = {"stakeholder_id": "users", "disposition": "accepted_loss"}
    return {"id": f"v{amount}", "annual_value": amount, "years": Decimal(years), **given, **more}


def ended(*losses: dict[str, Any], **parts: Any) -> Ending:
    given: dict[str, Any] = {
        "stakeholders": [{"id": "users", "name": "People who use it"}],
        "savings": [
            {"id": "s", "amount": 100, "year": 2026},
            {"id": "t", "amount": 90, "year": 2027},
        ],
        "costs": [
            {"id": "c", "item": "Leavers", "kind": "redundancy", "amount": 40, "year": 2026},
        ],
        "displaced_costs": {"none": "None"},
        **parts,
    }
    own = {"effective_date": "2026-04-01", "value_at_risk": list(losses) or {"none": "None"}}
    found = ending(*decommissioning(**given, decommissioning=own))
    assert found is not None
    return found


def said(found: Ending) -> str:
    return " ".join(ending_section(found).says)


def test_a_saving_larger_than_what_is_destroyed_is_told_with_its_parts() -> None:
    found = ended(loss(30))
    assert (found.saving, found.spent, found.moved, found.destroyed) == (190, 40, 0, 30)
    assert found.exceeds is True
    assert "leaves £150. It exceeds the value destroyed, £30" in said(found)


def test_a_saving_smaller_than_what_is_destroyed_is_told_and_for_whom() -> None:
    found = ended(loss(200))
    assert found.exceeds is False
    assert "It does not exceed the value destroyed, £200" in said(found)
    assert "The loss is accepted for People who use it." in said(found)


def test_a_saving_equal_to_what_is_destroyed_does_not_exceed_it() -> None:
    assert ended(loss(150)).exceeds is False


def test_what_is_left_is_carried_from_year_to_year_and_part_years_count_in_part() -> None:
    found = ended(loss(60, "2.5"))
    assert [(y.label, y.lost, y.left) for y in found.years] == [
        ("2026", 60, 0),
        ("2027", 60, 30),
        ("2028", 30, 0),
    ]
    assert found.overtaken is None


def test_the_first_year_from_which_the_loss_stays_ahead_is_named() -> None:
    found = ended(loss(80, "4"))
    assert [y.left for y in found.years] == [-20, -10, -90, -170]
    assert found.overtaken == "2026"
    assert "From 2026 on" in said(found)


def test_a_loss_that_later_savings_make_good_is_not_said_to_stay_ahead() -> None:
    found = ended(loss(120))
    assert [y.left for y in found.years] == [-60, 30]
    assert found.overtaken is None


def test_value_that_is_protected_or_replaced_is_not_destroyed() -> None:
    kept = {**loss(70), "id": "p", "disposition": "protected"}
    found = ended(kept, {**loss(30), "id": "r", "disposition": "replaced"})
    assert found.destroyed == 0
    (group,) = found.groups
    assert (group.protected, group.replaced, group.accepted_loss) == (70, 30, 0)


def test_without_a_disposition_nothing_is_concluded_and_the_gap_is_named() -> None:
    found = ended({k: v for k, v in loss(70).items() if k != "disposition"})
    assert found.exceeds is None
    assert found.years == ()
    assert "what becomes of it" in said(found)


def test_without_years_it_is_not_said_when() -> None:
    found = ended(loss(30), savings=[{"id": "s", "amount": 100}])
    assert found.exceeds is True
    assert found.years == ()
    assert "cannot be said when" in said(found)


def test_a_commissioning_file_ends_nothing() -> None:
    assert ending(*commissioning()) is None


def test_what_is_said_to_be_replaced_is_weighed_against_what_is_left() -> None:
    replaced = {**loss(400), "id": "r", "disposition": "replaced"}
    found = ended(loss(30), replaced)
    assert (found.kept, found.margin) == (400, 120)
    assert "If £120 of it (30%) were lost after all" in said(found)


def test_a_saving_that_outweighs_all_value_at_risk_is_told_so() -> None:
    replaced = {**loss(100), "id": "r", "disposition": "protected"}
    assert "even if all of the £100" in said(ended(loss(30), replaced))


def test_a_replaced_value_without_its_years_leaves_the_weighing_out() -> None:
    replaced = {"id": "r", "stakeholder_id": "users", "disposition": "replaced"}
    found = ended(loss(30), replaced)
    assert found.kept is None
    assert "rests on" not in said(found)


def test_a_loss_counted_for_fewer_years_than_the_saving_is_worth_asking_about() -> None:
    assert "Savings are counted for 2 years, losses for 1 year at most." in said(ended(loss(30)))
    assert "counted for" not in said(ended(loss(30, "2")))


def test_the_first_year_in_which_the_saving_has_made_good_its_costs_is_named() -> None:
    found = ended(loss(120))
    assert found.made_good == "2027"
    assert "Before 2027, costs and what was destroyed exceed what was saved so far" in said(found)


def test_a_saving_that_is_never_behind_has_nothing_to_make_good() -> None:
    assert ended(loss(10)).made_good is None


def test_who_saves_and_to_whom_costs_move_is_told() -> None:
    found = ended(
        loss(10),
        savings=[{"id": "s", "amount": 100, "year": 2026, "beneficiary_body": "Council"}],
        displaced_costs=[{"id": "d", "item": "Visits", "body": "NHS", "amount": 5, "year": 2026}],
    )
    assert "The saving falls to Council; costs move to NHS." in said(found)
