from decimal import Decimal
from typing import Any

from auditor.analysis.files import Compared, files_compared
from tests.analysis.files import commissioning
from tests.facts.files import row


def file(name: str, value: int, **more: Any) -> Compared:
    sroi = {
        "inputs": [{"id": "i", "amount": 100}],
        "rows": [row("a", 1, value)],
        "conventions": {"discounting": "none"},
    }
    case, facts, _ = commissioning(sroi={**sroi, **more.pop("sroi", {})}, **more)
    return Compared(name, case, facts)


def test_files_are_compared_on_inputs_and_value_less_inputs() -> None:
    found = files_compared([file("a", 300), file("b", 500)]).choice
    assert [(c.whole_life_cost, c.net_value) for c in found.candidates] == [(100, 200), (100, 400)]


def test_only_choices_that_the_files_made_differently_are_told() -> None:
    rate = {"discount_rate": Decimal("0.035")}
    found = files_compared([file("a", 300), file("b", 300, sroi=rate)])
    assert [each.what for each in found.differences] == ["discount rate of the value map"]
    assert found.differences[0].answers == (("a", "not stated"), ("b", "0.035"))


def test_what_no_file_states_is_told_apart() -> None:
    found = files_compared([file("a", 300), file("b", 300)])
    silent = {each.what for each in found.silent}
    assert "price year" in silent
    assert "discounting of the value map" not in silent


def test_a_file_in_another_currency_is_ranked_by_nothing() -> None:
    found = files_compared([file("a", 300), file("b", 500, currency="USD")])
    other = found.choice.candidates[1]
    assert (other.whole_life_cost, other.net_value) == (None, None)
    assert "currency" in [each.what for each in found.differences]


def test_what_a_file_counts_with_is_told_where_it_is_not_the_same_part() -> None:
    flows = [{"year": 2025, "cost": 100, "benefit": 400}]
    option = {"id": "o", "name": "O", "unit_cost": 7, "horizon_years": 3, "cashflows": flows}
    appraisal = {
        "base_year": 2025,
        "horizon_years": 10,
        "timing": "year_0_undiscounted",
        "schedule": "standard",
        "preferred_option_id": "o",
    }
    case, facts, _ = commissioning(options=[option], appraisal=appraisal)
    found = files_compared([Compared("a", case, facts), file("b", 300)])
    assert found.choice.candidates[0].unit_cost == 7
    answers = {each.what: each.answers for each in found.differences}
    assert answers["what is counted"] == (("a", "its preferred option"), ("b", "its value map"))
    assert answers["years covered"][0] == ("a", "3")
