from dataclasses import replace
from decimal import Decimal

from auditor.analysis.reconcile import reconcile
from auditor.analysis.reconciliation_section import reconciliation_section
from auditor.analysis.section import Section
from auditor.facts import Facts
from auditor.value.conventions import STANDARD
from tests.analysis.test_reconciliation import DECLARED, ROWS
from tests.analysis.value_maps import case, figures
from tests.facts import health_precinct
from tests.facts.files import PARAMETERS, commissioning
from tests.facts.test_option_facts import template


def section(facts: Facts) -> Section:
    found = reconcile(facts._case, facts, PARAMETERS)
    assert found is not None
    return reconciliation_section(found)


def test_a_file_whose_figures_all_come_out_gets_one_sentence():
    found = section(commissioning(sroi=health_precinct.sroi()))
    (only,) = found.says
    assert only.startswith("All 11 figures that can be worked out again come out under the conv")
    assert found.tables == ()


def test_a_departure_is_an_explanation_and_says_that_verdicts_stay():
    made = figures(ROWS, 9000, replace(STANDARD, ratio_means="net"))
    found = section(case(ROWS, 9000, made, DECLARED))
    text = " ".join(found.says)
    assert "One explanation is that the headline ratio is net of the inputs." in text
    assert "This is not what the field is documented to mean." in text
    assert "The figures stay not reproduced" in text
    assert "sets of conventions tried" in text
    assert found.tables[0].columns[1:] == (
        "As claimed", "Then", "Otherwise", "By the standard answers",
    )  # fmt: skip
    assert found.tables[0].rows[0][0] == "Ratio"


def test_a_reading_that_is_found_says_how_likely_chance_would_have_been():
    made = figures(ROWS, 9000, replace(STANDARD, discounting="mid_year"))
    text = " ".join(section(case(ROWS, 9000, made)).says)
    assert "one reading gives every figure that any of them gives: every year is disc" in text
    assert "wrong figures would have fitted one of the sets that were tried: hardly by ch" in text
    coarse = section(case(ROWS, 9000, {"ratio": figures(ROWS, 9000, STANDARD)["ratio"]}))
    assert any("too easy to rely on" in says or "too coarsely" in says for says in coarse.says)


def test_capital_at_the_start_of_its_year_explains_a_template():
    found = section(template())
    assert "One explanation is that capital falls at the start of its year." in found.says
    rows = {row[0]: row[1:] for row in found.tables[0].rows}
    assert rows["Net present value: New"][:2] == ("-£245,085", "-£245,085.25")


def test_a_file_without_claims_has_no_section():
    facts = commissioning(sroi={"inputs": [{"id": "i", "amount": 5}]})
    assert reconcile(facts._case, facts, PARAMETERS) is None


def test_nothing_is_worded_as_an_accusation():
    made = {"total_present_value": Decimal("12345.67"), "ratio": Decimal("1.37")}
    found = section(case(ROWS, 9000, made, DECLARED, [Decimal(5)] * 3))
    text = " ".join((*found.says, *(cell for t in found.tables for row in t.rows for cell in row)))
    for word in ("wrong figure was", "error", "mistake", "false", "fraud", "mislead"):
        assert word not in text.lower()
