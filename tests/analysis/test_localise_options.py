from decimal import Decimal
from typing import Any

import pytest

from auditor.analysis.reconcile import reconcile
from auditor.analysis.reconciled import Reconciliation
from auditor.analysis.reconciliation_section import reconciliation_section
from auditor.facts import Facts
from tests.facts.files import PARAMETERS, commissioning

RATE = Decimal("1.035")


def flows(**change: int) -> list[dict[str, Any]]:
    """Return four years of costs and benefits, with a roof in the second."""
    made = [{"year": 2025, "cost": change.get("capital", 51300), "category": "capital"}]
    for n in range(1, 5):
        made.append({"year": 2025 + n, "cost": 4100 + 17 * n, "category": "operating"})
        made.append({"year": 2025 + n, "benefit": 23900 - 91 * n, "category": "benefit"})
    if change.get("roof", 1):
        made.append({"year": 2027, "cost": 6200, "category": "renewal"})
    return made


def figures(given: list[dict[str, Any]]) -> dict[str, Decimal]:
    def present(side: str) -> Decimal:
        return sum(
            (each.get(side, 0) / RATE ** (each["year"] - 2025) for each in given), Decimal(0)
        )

    costs, benefits = present("cost"), present("benefit")
    printed = {
        "present_value_of_costs": costs,
        "present_value_of_benefits": benefits,
        "npv": benefits - costs,
    }
    return {name: round(value, 2) for name, value in printed.items()}


def case(printed: list[dict[str, Any]], **appraisal: Any) -> Facts:
    """Return a file of whole cash flows whose figures are those of others."""
    option = {
        "id": "a", "name": "A", "base_year": 2025, "horizon_years": 5, "cashflows": flows(),
        "reported": figures(printed),
    }  # fmt: skip
    timing = {"schedule": "standard", "timing": "year_0_undiscounted", **appraisal}
    timing = {name: value for name, value in timing.items() if value is not None}
    return commissioning(options=[option], appraisal=timing)


def reconciled(facts: Facts) -> Reconciliation:
    found = reconcile(facts._case, facts, PARAMETERS)
    assert found is not None and found.options is not None
    return found.options


HALVED = [{**f, "benefit": f["benefit"] / Decimal(2)} if f.get("benefit") and f["year"] == 2026
          else f for f in flows()]  # fmt: skip


@pytest.mark.parametrize(
    ("printed", "says"),
    [
        (flows(roof=0), "the cost of 2027 (renewal) is left out (option a)"),
        (flows(capital=15300), "the cost of 2025 (capital) is counted with two neighbouring"
         " digits transposed (option a)"),
        (HALVED, "the benefit of 2026 (benefit) is counted at half (option a)"),
        ([f for f in flows() if f["year"] != 2029], "the year 2029 is left out (option a)"),
    ],
)  # fmt: skip
def test_one_slip_in_the_amounts_of_an_option_is_found(printed, says):
    found = reconciled(case(printed))
    assert [each.says for each in found.explanations] == [says]
    assert found.explanations[0].arithmetic


def test_figures_that_all_come_out_have_no_hypotheses():
    found = reconciled(case(flows()))
    assert (found.status, found.explanations, found.not_given) == ("as_declared", (), ())


def test_one_rate_that_never_falls_and_no_rate_at_all_are_tried():
    undiscounted = [{**each, "year": 2025} for each in flows()]
    found = reconciled(case(undiscounted))
    assert [each.differs for each in found.readings] == [("no year is discounted",)]


def test_the_chance_of_a_fit_is_said_of_options_too():
    facts = case(flows(), timing=None)
    found = reconcile(facts._case, facts, PARAMETERS)
    assert found is not None
    text = " ".join(reconciliation_section(found).says)
    assert "hardly by chance" in text
