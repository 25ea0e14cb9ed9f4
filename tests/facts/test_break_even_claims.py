from decimal import Decimal
from typing import Any

import pytest

from auditor.facts import Facts
from tests.facts.files import claim, commissioning, row

D = Decimal
ROWS = [
    row("a", 20, 1000, deadweight=D("0.30"), duration_years=1, outcome_start="during"),
    row("b", 10, 400, drop_off=D("0.5"), duration_years=2, outcome_start="during"),
]
# Undiscounted: row a is 20 × 1,000 × 0.7 = 14,000, row b 4,000 and then 2,000; inputs are 15,000.


def analysis(field: str, figure: Any, inputs: tuple[int, ...] = (15000,), **where: Any) -> Facts:
    """Return a file that claims one break-even of one value."""
    sets = [{"field": field, **({} if field == "discount_rate" else {"row_id": "a"}), **where}]
    test = {"id": "t", "assumption": "other", "sets": sets, "break_even": figure}
    listed = [{"id": f"i{n}", "amount": amount} for n, amount in enumerate(inputs)]
    conventions = {"discounting": "none", "drop_off_from": "year_2", "drop_off_method": "compound"}
    sroi = {"inputs": listed, "rows": ROWS, "conventions": conventions, "sensitivity": [test]}
    return commissioning(sroi=sroi)


@pytest.mark.parametrize(
    ("field", "figure", "where"),
    [
        ("quantity", D("12.86"), {}),  # 9,000 / 700
        ("proxy", D("642.86"), {}),  # 9,000 / (20 × 0.7)
        ("deadweight", D("0.550"), {}),  # 1 − 9,000 / 20,000
        ("displacement", D("0.3571"), {}),  # 1 − 9,000 / 14,000
        ("deadweight", D("0.423"), {"all_rows": True}),  # 26,000 × (1 − d) = 15,000
        ("amount", 20000, {"input_id": "i0"}),
    ],
)
def test_a_break_even_is_where_value_equals_inputs(field, figure, where):
    facts = analysis(field, figure, **where)
    found = claim(facts, "sroi.sensitivity.t.break_even")
    assert found.verdict == "reproduced"


def test_a_wrong_break_even_is_not_reproduced():
    facts = analysis("deadweight", D("0.60"))
    (result,) = facts.claims.results
    assert (result.verdict, result.recomputed) == ("not_reproduced", "55%")


def test_a_break_even_within_the_rounding_of_a_printed_value_says_which():
    facts = analysis("quantity", D("12.85"))  # with £1,000.50 it would be 12.85
    (result,) = facts.claims.results
    assert result.verdict == "reproduced_within_rounding"
    assert (
        "the value of one unit in row a (printed as £1,000, from between £1,000.17 and £1,000.50)"
        in result.note
    )


@pytest.mark.parametrize(
    ("figure", "verdict"),
    [
        ("8.39", "reproduced_within_rounding"),
        ("8.45", "not_reproduced"),  # a rate from 1.05% to 1.15% allows 8.35 to 8.443 only
    ],
)
def test_a_rounded_rate_moves_a_break_even_no_further_than_it_moves_the_value(figure, verdict):
    facts = commissioning(
        sroi={
            "inputs": [{"id": "i", "amount": 150000}],
            "rows": [row("a", 20, 1000, duration_years=20, drop_off=0, outcome_start="during")],
            "discount_rate": D("0.011"),
            "conventions": {"discounting": "end_of_year"},
            "sensitivity": [
                {
                    "id": "t",
                    "sets": [{"field": "quantity", "row_id": "a"}],
                    "break_even": D(figure),
                }
            ],
        }
    )
    assert claim(facts, "sroi.sensitivity.t.break_even").verdict == verdict


def test_the_break_even_of_inputs_may_be_that_of_all_inputs_together():
    for figure in (20000, 15000):  # all inputs; i0 alone beside the other 5,000
        facts = analysis("amount", figure, (10000, 5000), input_id="i0")
        assert claim(facts, "sroi.sensitivity.t.break_even").verdict == "reproduced"


def test_a_discount_rate_is_found_by_search():
    facts = commissioning(
        sroi={
            "inputs": [{"id": "i", "amount": 5714}],
            "rows": [row("a", 1, 6000, duration_years=1, outcome_start="during")],
            "discount_rate": D("0.03"),
            "conventions": {"discounting": "end_of_year"},
            "sensitivity": [
                {"id": "t", "sets": [{"field": "discount_rate"}], "break_even": D("0.0501")}
            ],
        }
    )  # 6,000 / 5,714 = 1.05005
    assert claim(facts, "sroi.sensitivity.t.break_even").verdict == "reproduced"


@pytest.mark.parametrize(
    ("field", "where", "missing"),
    [
        ("duration_years", {}, "an assumption that moves by less than a whole year"),
        ("quantity", {"row_id": "b"}, None),
        ("drop_off", {}, "a value within its bounds at which value equals inputs"),
    ],
)
def test_a_break_even_that_cannot_be_worked_out_says_why(field, where, missing):
    facts = analysis(field, D("0.5"), **where)
    (result,) = facts.claims.results
    expected = "cannot_be_recomputed" if missing else "not_reproduced"
    assert result.verdict == expected
    assert (missing or "") in result.note


def test_a_test_that_does_not_say_what_it_changes_cannot_be_recomputed():
    test = {"id": "t", "change": "Less deadweight", "break_even": D("0.5")}
    sroi = {"inputs": [{"id": "i", "amount": 5}], "rows": ROWS, "sensitivity": [test]}
    (result,) = commissioning(sroi=sroi).claims.results
    assert "the one value that the break-even is of" in result.note


@pytest.mark.parametrize("more", [{"leaves_out_rows": ["b"]}, {"leaves_out_inputs": ["i"]}])
def test_a_test_that_changes_more_than_one_value_has_no_break_even(more):
    sets = [{"field": "quantity", "row_id": "a"}]
    test = {"id": "t", "sets": sets, "break_even": D("12.86"), **more}
    sroi = {"inputs": [{"id": "i", "amount": 5}], "rows": ROWS, "sensitivity": [test]}
    (result,) = commissioning(sroi=sroi).claims.results
    assert "the one value that the break-even is of" in result.note
