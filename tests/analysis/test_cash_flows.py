from decimal import Decimal
from typing import Any

from auditor.analysis.cash_flows import CashFlows, cash_flows
from auditor.analysis.cash_flows_section import cash_flows_section
from tests.analysis.files import commissioning

APPRAISAL = {"base_year": 2020, "timing": "year_0_undiscounted", "preferred_option_id": "b"}
# Designing Buildings wiki, "Discounting for construction projects": an outlay and its income.
FLOWS = [(2020, 1_700_000, 0), (2021, 0, 120_000), (2022, 0, 250_000)]


def option(name: str, flows: list[tuple[int, int, int]]) -> dict[str, Any]:
    listed = [{"year": year, "cost": cost, "benefit": benefit} for year, cost, benefit in flows]
    return {"id": name, "name": f"Option {name}", "cashflows": listed}


def found(*options: dict[str, Any], **appraisal: Any) -> CashFlows:
    given = cash_flows(*commissioning(appraisal={**APPRAISAL, **appraisal}, options=list(options)))
    assert given is not None
    return given


def test_what_is_left_is_carried_from_year_to_year() -> None:
    (only,) = found(option("a", FLOWS)).options
    assert [year.so_far for year in only.years] == [-1_700_000, -1_580_000, -1_330_000]


def test_present_values_are_at_the_rates_in_force() -> None:
    (only,) = found(option("a", [(2020, 100, 0), (2021, 0, 207)])).options
    assert [year.present_value for year in only.years] == [-100, 200]


def test_without_a_stated_timing_no_present_value_is_guessed() -> None:
    listed = cash_flows(*commissioning(appraisal={"base_year": 2020}, options=[option("a", FLOWS)]))
    assert listed is not None
    assert {year.present_value for year in listed.options[0].years} == {None}
    (table,) = [chart.table for chart in cash_flows_section(listed).charts]
    assert "Present value" not in table.columns


def test_several_flows_of_one_year_are_added_up() -> None:
    (only,) = found(option("a", [(2020, 5, 0), (2020, 7, 20)])).options
    assert [(y.cost, y.benefit) for y in only.years] == [(12, 20)]


def test_the_chosen_option_comes_first_and_the_others_are_detail() -> None:
    section = cash_flows_section(found(option("a", FLOWS), option("b", FLOWS)))
    assert section.charts[0].title == "Benefits less costs by year: Option b"
    assert [(table.caption, table.detail) for table in section.tables] == [("Option a", True)]
    assert section.charts[0].marks[0].high == Decimal(-1_700_000)


def test_options_without_flows_have_no_such_part() -> None:
    assert cash_flows(*commissioning(options=[{"id": "a", "name": "A"}])) is None
