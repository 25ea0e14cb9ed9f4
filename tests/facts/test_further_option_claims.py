from decimal import Decimal
from typing import Any

import pytest

from auditor.facts import Facts
from tests.facts.files import claim, commissioning

# Designing Buildings wiki, "Discounting for construction projects": 5%, outlay in year 0.
OUTLAY = [(2020, 1_700_000, 0)]
INCOME = [(2021, 0, 120_000), (2022, 0, 250_000), (2023, 0, 550_000), (2024, 0, 1_300_000)]


def option(reported: dict[str, Any], flows: Any = (), **more: Any) -> Facts:
    listed = [{"year": year, "cost": cost, "benefit": benefit} for year, cost, benefit in flows]
    given = {"id": "a", "name": "A", "reported": reported, **more}
    rates = [{"from_year": 0, "rate": more.pop("rate", Decimal("0.05"))}]
    given.pop("rate", None)
    appraisal = {"base_year": 2020, "timing": "year_0_undiscounted", "rates_used": rates}
    appraisal |= {key: given.pop(key) for key in ("timing",) if key in given}
    return commissioning(
        appraisal=appraisal, options=[{**given, **({"cashflows": listed} if listed else {})}]
    )


@pytest.mark.parametrize(
    ("year", "printed"), [(2, "226757.37"), (3, "475110.68"), (4, "1069513.22")]
)
def test_published_present_values_of_years_are_reproduced(year: int, printed: str) -> None:
    facts = option({"years": [{"year": year, "present_value": Decimal(printed)}]}, OUTLAY + INCOME)
    assert claim(facts, f"options.a.years.{year}.present_value").verdict == "reproduced"


def test_a_published_figure_that_was_cut_off_is_not_reproduced() -> None:
    facts = option({"years": [{"year": 1, "present_value": Decimal("114285.7")}]}, OUTLAY + INCOME)
    assert claim(facts, "options.a.years.1.present_value").verdict == "reproduced"
    facts = option({"years": [{"year": 1, "present_value": Decimal("114285.70")}]}, OUTLAY + INCOME)
    # 120,000 / 1.05 = 114,285.714; the income may itself be rounded to the pound.
    assert claim(facts, "options.a.years.1.present_value").verdict == "reproduced_within_rounding"


@pytest.mark.parametrize(("npv", "years", "annual"), [(1500, 5, "375.7"), (1750, 7, "336.1")])
def test_published_equivalent_annual_values_are_reproduced(
    npv: int, years: int, annual: str
) -> None:
    # GCcollab wiki (Government of Canada), "Annualization of Net Benefits", at 8%.
    reported = {"npv": npv, "equivalent_annual_value": Decimal(annual)}
    facts = option(reported, horizon_years=years, rate=Decimal("0.08"), timing="end_of_year")
    found = claim(facts, "options.a.equivalent_annual_value")
    assert found.verdict == "reproduced"
    assert found.rests_on_printed


def test_the_figure_of_the_text_does_not_give_the_published_annual_value() -> None:
    reported = {"npv": 1700, "equivalent_annual_value": Decimal("336.1")}
    facts = option(reported, horizon_years=7, rate=Decimal("0.08"), timing="end_of_year")
    assert claim(facts, "options.a.equivalent_annual_value").verdict == "not_reproduced"


def test_results_without_flows_are_held_against_printed_present_values() -> None:
    # Public-sector cost benefit analysis tool (xls), option 2 of its demonstration.
    reported = {
        "present_value_of_benefits": 7_604_631,
        "present_value_of_costs": 7_849_716,
        "npv": -245_085,
        "bcr": Decimal("0.97"),
    }
    facts = option(reported)
    assert claim(facts, "options.a.bcr").verdict == "reproduced"
    found = claim(facts, "options.a.npv")
    assert found.verdict == "reproduced"
    assert found.rests_on_printed
    assert claim(facts, "options.a.present_value_of_costs").verdict == "cannot_be_recomputed"


def test_payback_counts_part_of_the_year_in_which_it_comes() -> None:
    flows = [(2020, 100, 0), (2021, 0, 40), (2022, 0, 80)]
    facts = option({"payback_years": Decimal("1.75")}, flows)
    assert claim(facts, "options.a.payback_years").verdict == "reproduced"


def test_what_never_pays_back_has_no_payback() -> None:
    facts = option({"payback_years": 2}, [(2020, 100, 0), (2021, 0, 40)])
    assert claim(facts, "options.a.payback_years").verdict == "cannot_be_recomputed"
