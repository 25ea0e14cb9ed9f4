from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from auditor.analysis.whose_value import WhoseValue, whose_value
from auditor.analysis.whose_value_section import whose_value_section
from tests.analysis.files import commissioning
from tests.facts import health_precinct
from tests.facts.files import row


def analysed(*rows: dict[str, Any], **parts: Any) -> WhoseValue:
    found = whose_value(*commissioning(sroi={"rows": list(rows), **parts}))
    assert found is not None
    return found


def test_health_precinct_value_falls_to_individuals_and_the_state_as_published() -> None:
    found = whose_value(
        *commissioning(outcomes=health_precinct.outcomes(), sroi=health_precinct.sroi())
    )
    assert found is not None
    parts = {d.id: {part.name: part.amount for part in d.parts} for d in found.divisions}
    held = parts["experienced_by"]
    assert round(held["Individuals"]) == 276_940
    assert held["The state"] == Decimal("4065.1875")
    assert sum(held.values()) == found.total


def test_rows_that_do_not_say_whose_they_are_stay_apart_and_are_told() -> None:
    found = analysed(row("a", 1, 100, cashable=True), row("b", 1, 300))
    (division,) = found.divisions
    assert [(part.name, part.amount) for part in division.parts] == [("Cashable", Decimal(100))]
    assert (division.unsaid, division.rows_unsaid) == (Decimal(300), 1)
    assert any("1 row does not say, £300" in said for said in whose_value_section(found).says)


def test_a_row_without_its_factors_is_named_and_nothing_is_divided() -> None:
    found = analysed({"id": "a", "quantity": 3})
    assert found.total is None
    assert found.divisions == ()
    assert "row a" in " ".join(whose_value_section(found).says)


def test_without_a_rate_the_first_year_is_divided_and_the_basis_says_so() -> None:
    found = analysed(row("a", 1, 100, duration_years=3, body="NHS Wales"))
    assert found.basis == "the impact of the first year"
    assert found.total == 100
    assert found.years == ()


def test_years_hold_value_before_and_after_discounting() -> None:
    found = analysed(row("a", 1, 100, duration_years=2), discount_rate=Decimal("0.25"))
    assert [(y.amount, y.present_value) for y in found.years] == [(100, 80), (100, 64)]


def test_one_body_that_pays_while_another_saves_is_worth_asking_about() -> None:
    found = whose_value(
        *commissioning(
            costs=[{"id": "c", "item": "Team", "bearer": "Council", "amount": 100}],
            savings=[{"id": "s", "amount": 90, "beneficiary_body": "NHS Wales"}],
        )
    )
    assert found is not None
    assert [(body.name, body.net) for body in found.bodies] == [
        ("Council", -100),
        ("NHS Wales", 90),
    ]
    assert any("asked to contribute" in said for said in whose_value_section(found).says)


def test_a_file_without_value_costs_or_savings_has_no_such_part() -> None:
    assert whose_value(*commissioning()) is None


@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=8), st.data())
def test_the_parts_and_what_is_unsaid_add_up_to_the_whole(amounts: list[int], data: Any) -> None:
    bodies = st.sampled_from(["A", "B", None])
    rows = [
        row(f"r{n}", 1, amount, **({"body": body} if (body := data.draw(bodies)) else {}))
        for n, amount in enumerate(amounts)
    ]
    found = analysed(*rows)
    for division in found.divisions:
        assert sum(p.amount for p in division.parts) + division.unsaid == sum(amounts)


def test_savings_are_divided_into_cashable_and_not_and_what_nobody_says() -> None:
    saving = {"beneficiary_body": "Council"}
    found = whose_value(
        *commissioning(
            savings=[
                {"id": "a", "amount": 60, "cashable": True, **saving},
                {"id": "b", "amount": 30, "cashable": False, **saving},
                {"id": "c", "amount": 10, **saving},
            ]
        )
    )
    assert found is not None
    assert found.savings is not None
    assert [(p.name, p.amount, p.share) for p in found.savings.parts] == [
        ("Cashable", 60, Decimal("0.6")),
        ("Not cashable", 30, Decimal("0.3")),
    ]
    says = " ".join(whose_value_section(found).says)
    assert "Of the savings, £30 cannot be taken out of a budget" in says
    assert "1 saving does not say whether the money can be taken out of a budget, £10" in says


def test_the_split_of_savings_has_a_chart_with_its_table() -> None:
    found = whose_value(*commissioning(savings=[{"id": "a", "amount": 60, "cashable": True}]))
    assert found is not None
    (chart,) = whose_value_section(found).charts
    assert chart.title == "Savings: cashable or not"
    assert chart.table.rows == (("Cashable", "£60", "100%"),)
