from decimal import Decimal
from typing import Any

import pytest

from auditor.facts import Facts
from tests.facts.files import claim, commissioning, row

D = Decimal
ROWS = [
    row("a", 20, 1000, deadweight=D("0.30"), attribution_to_others=D("0.25"),
        drop_off=D("0.20"), duration_years=3, outcome_start="during"),
    row("b", 7, 433, deadweight=D("0.10"), drop_off=D("0.35"), duration_years=D("4.5"),
        outcome_start="during"),
]  # fmt: skip
DISCOUNTED = {"none": 0, "first_year_at_par": -1, "mid_year": D("-0.5"), "end_of_year": 0}


def value(discounting: str, *, whole_years: int = 4, straight: bool = False) -> Decimal:
    """Return the present value of ROWS by a path of its own, year by year."""
    total = D(0)
    for first, drop, years in ((D(10500), D("0.20"), 3), (D("2727.90"), D("0.35"), whole_years)):
        for year in range(years):
            left = max(D(0), 1 - drop * year) if straight else (1 - drop) ** year
            power = {"none": D(0), "first_year_at_par": D(year), "end_of_year": D(year + 1)}
            moved = power.get(discounting, D(year) + D("0.5"))
            total += first * left / D("1.035") ** moved
    return total


def analysis(conventions: dict[str, str] | None = None, **reported: Any) -> Facts:
    sroi = {
        "inputs": [{"id": "i", "amount": 8000}],
        "rows": ROWS,
        "discount_rate": D("0.035"),
        "reported": reported,
    }
    return commissioning(sroi={**sroi, **({"conventions": conventions} if conventions else {})})


def pence(value: Decimal) -> Decimal:
    return value.quantize(D("0.01"))


@pytest.mark.parametrize("discounting", DISCOUNTED)
@pytest.mark.parametrize("straight", [False, True])
@pytest.mark.parametrize("years", [4, 5])
def test_the_reading_that_a_silent_file_used_is_found(discounting, straight, years):
    whole = value(discounting, whole_years=years, straight=straight)
    facts = analysis(total_present_value=pence(whole), ratio=round(whole / 8000, 2))
    assert claim(facts, "sroi.total_present_value").verdict == "reproduced"
    assert claim(facts, "sroi.ratio").verdict == "reproduced"
    assert facts.sroi.total_present_value is not None
    assert abs(facts.sroi.total_present_value - whole) < D("1e-9")
    (present, _) = facts.claims.results
    assert "The file does not say whether and from which year values are disc" in present.convention
    assert "This is the only reading under which all figures come out" in present.convention


def test_a_ratio_of_three_digits_does_not_settle_what_a_file_leaves_open():
    facts = analysis(ratio=round(value("end_of_year") / 8000, 2))
    assert claim(facts, "sroi.ratio").verdict == "ambiguous"
    assert facts.sroi.total_present_value is None


def test_a_value_that_no_reading_gives_settles_nothing():
    facts = analysis(total_present_value=pence(value("end_of_year")) + 100)
    assert claim(facts, "sroi.total_present_value").verdict == "not_reproduced"


def test_figures_that_fit_different_readings_settle_nothing():
    facts = analysis(
        total_present_value=pence(value("end_of_year")),
        net_present_value=pence(value("mid_year") - 8000),
    )
    assert claim(facts, "sroi.total_present_value").verdict == "ambiguous"
    assert claim(facts, "sroi.net_present_value").verdict == "ambiguous"


def test_drop_off_in_the_first_year_is_not_taken_for_a_reading():
    early = (value("none") - 10500 - D("2727.90")).quantize(D("0.01"))
    facts = analysis(total_present_value=early)
    assert claim(facts, "sroi.total_present_value").verdict != "reproduced"


def test_a_file_that_declares_how_it_calculates_is_held_to_it():
    declared = {
        "discounting": "end_of_year",
        "drop_off_method": "compound",
        "fractional_years": "whole",
    }
    facts = analysis(declared, total_present_value=pence(value("mid_year")))
    assert claim(facts, "sroi.total_present_value").verdict == "not_reproduced"


def test_what_no_claim_depends_on_stays_open():
    rows_alone = analysis(total_impact=D("13227.90"))
    assert claim(rows_alone, "sroi.total_impact").verdict == "reproduced"
    assert rows_alone.sroi.total_present_value is None


def test_a_figure_that_no_reading_gives_does_not_hide_the_reading_of_the_others():
    whole = value("mid_year")
    facts = analysis(
        total_present_value=pence(whole), net_present_value=pence(whole - 8000), ratio=D("9.99")
    )
    verdicts = {item.id: item.verdict for item in facts.claims.items or ()}
    assert verdicts == {
        "sroi.total_present_value": "reproduced",
        "sroi.net_present_value": "reproduced",
        "sroi.ratio": "not_reproduced",
    }


def test_as_many_figures_against_as_for_a_reading_settle_nothing():
    facts = analysis(total_present_value=pence(value("mid_year")), ratio=D("9.99"))
    assert claim(facts, "sroi.total_present_value").verdict == "ambiguous"


def test_precise_years_of_rows_do_not_vouch_for_how_they_are_discounted():
    years = [D(10500), D(8400), D(6720)]
    rows = [{**ROWS[0], "reported_years": years}, ROWS[1]]
    sroi = {
        "inputs": [{"id": "i", "amount": 8000}],
        "rows": rows,
        "discount_rate": D("0.035"),
        "reported": {"ratio": round(value("end_of_year") / 8000, 2)},
    }
    facts = commissioning(sroi=sroi)
    verdicts = {item.id: item.verdict for item in facts.claims.items or ()}
    assert verdicts["sroi.rows.a.years.3"] == "reproduced"
    assert verdicts["sroi.ratio"] == "ambiguous"
    assert facts.sroi.total_present_value is None


def test_a_changed_analysis_is_read_as_the_file_but_for_what_the_change_makes_a_question():
    rows = [{**each, "duration_years": 3} for each in ROWS]
    silent = {
        "inputs": [{"id": "i", "amount": 8000}],
        "rows": rows,
        "discount_rate": D("0.035"),
        "reported": {"total_present_value": pence(value("mid_year", whole_years=3))},
    }
    found = commissioning(sroi=silent).value_map
    assert found is not None
    (how,) = found.candidates
    assert (how.discounting, found.open_questions) == (
        "mid_year",
        ("discounting", "drop_off_method"),
    )
    longer = found.sroi.rows[0].model_copy(update={"duration_years": D("3.5")})  # type: ignore[index,union-attr]
    changed = found.changed(found.sroi.model_copy(update={"rows": (longer,)}))
    assert {each.discounting for each in changed.candidates} == {"mid_year"}
    assert len(changed.candidates) == 3  # whole, rounded up, in proportion


def with_a_test(ratio: Decimal, **change: Any) -> Facts:
    """Return a file whose base ratio is coarse, with one test of row b alone."""
    test = {"id": "only-b", "leaves_out_rows": ["a"], **change}
    sroi = {
        "inputs": [{"id": "i", "amount": 8000}],
        "rows": [ROWS[0], {**ROWS[1], "duration_years": 4}],
        "discount_rate": D("0.035"),
        "reported": {"ratio": round(value("mid_year") / 8000, 1)},
        "sensitivity": [{**test, "ratio": ratio}],
    }
    return commissioning(sroi=sroi)


def of_b(power: Decimal) -> Decimal:
    """Return the ratio of row b alone over four years, discounted so many years more or fewer."""
    left = [D("0.65") ** year for year in range(4)]
    worth = sum(each / D("1.035") ** (year + power) for year, each in enumerate(left))
    return D("2727.90") * worth / 8000


def test_a_precise_ratio_of_a_test_bears_witness_to_the_conventions():
    facts = with_a_test(round(of_b(D("0.5")), 6))
    assert facts.value_map is not None
    assert {each.discounting for each in facts.value_map.settled} == {"mid_year"}
    assert claim(facts, "sroi.sensitivity.only-b.ratio").verdict == "reproduced"


def test_a_wrong_ratio_of_a_test_settles_nothing():
    facts = with_a_test(round(of_b(D("0.5")) * D("1.01"), 6))
    assert facts.value_map is not None
    assert facts.value_map.settled == ()
    assert claim(facts, "sroi.sensitivity.only-b.ratio").verdict == "not_reproduced"


def test_a_test_that_says_nothing_of_its_values_bears_no_witness():
    facts = with_a_test(
        round(of_b(D("0.5")), 6), sets={"none": "Not said"}, leaves_out_rows=["a", "b"]
    )
    assert facts.value_map is not None
    assert facts.value_map.settled == ()
