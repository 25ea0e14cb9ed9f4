from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from auditor.analysis.reconciled import NotGiven, Reconciliation
from auditor.analysis.reconciliation import reconcile_map
from auditor.value.conventions import STANDARD
from auditor.value.digit_slips import slips
from tests.analysis.value_maps import MapRow, case, figures, present_value, rounded
from tests.facts.files import commissioning, row

ROWS = [
    MapRow(quantity=11 + 5 * n, proxy=1013 + 137 * n, deadweight=25, displacement=0,
           attribution=40, drop_off=10, tenths=10 * (1 + n % 4))
    for n in range(9)
]  # fmt: skip
DECLARED = {
    "discounting": "end_of_year",
    "drop_off_method": "compound",
    "fractional_years": "whole",
    "outcome_start": "during",
    "drop_off_from": "year_2",
}


def found_for(printed: list[MapRow], *, given: list[MapRow] | None = None) -> Reconciliation:
    """Return what is said of a file whose rows are one thing and whose headlines another."""
    made = figures(printed, 9000, STANDARD)
    facts = case(given or ROWS, 9000, made, DECLARED)
    found = reconcile_map(facts._case, facts)
    assert found is not None
    return found


def said(found: Reconciliation) -> list[str]:
    return [each.says for each in found.explanations]


def with_row(index: int, **change: Any) -> list[MapRow]:
    return [replace(row, **change) if n == index else row for n, row in enumerate(ROWS)]


@pytest.mark.parametrize(
    ("printed", "says"),
    [
        ([row for n, row in enumerate(ROWS) if n != 5], "row r5 is left out"),
        ([*ROWS, ROWS[3]], "row r3 is counted twice"),
        (with_row(2, deadweight=0), "row r2 is counted without its deadweight"),
        (with_row(6, attribution=0), "row r6 is counted without its attribution to others"),
        (with_row(3, tenths=30), "row r3 is counted for one year fewer"),
        (with_row(1, tenths=30), "row r1 is counted for one year more"),
        (with_row(7, drop_off=0), "row r7 does not drop off"),
        (with_row(4, proxy=-ROWS[4].proxy), "row r4 has the wrong sign"),
        (
            with_row(4, proxy=1651),
            "row r4 is counted with two digits of its value of one unit transposed",
        ),
        (with_row(8, quantity=15), "row r8 is counted with two digits of its quantity transposed"),
        (
            with_row(6, deadweight=52),
            "row r6 is counted with two digits of its deadweight transposed",
        ),
    ],
)
def test_one_slip_in_one_row_is_found(printed, says):
    found = found_for(printed)
    assert said(found) == [says]
    assert found.explanations[0].arithmetic
    assert (found.status, found.given) == ("as_declared", 1)  # the inputs alone come out


def test_a_halved_row_is_found_with_its_arithmetic():
    whole = present_value(ROWS, STANDARD)
    half = present_value([ROWS[8]], STANDARD) / 2
    made = {"total_present_value": rounded(whole - half, "0.01")}
    facts = case(ROWS, 9000, made, DECLARED)
    found = reconcile_map(facts._case, facts)
    assert found is not None
    (only,) = found.explanations
    assert only.says == "row r8 is counted at half"
    then = f"then the total present value is £{made['total_present_value']:,}"
    assert only.arithmetic == f"£{rounded(2 * half, '0.01'):,} / 2; {then}"


def test_an_input_that_was_left_out_is_found():
    present = present_value(ROWS, STANDARD)
    sroi = {
        "inputs": [{"id": "staff", "amount": 7000}, {"id": "rent", "amount": 2000}],
        "rows": [row.as_given(f"r{n}") for n, row in enumerate(ROWS)],
        "discount_rate": Decimal("0.035"),
        "conventions": DECLARED,
        "reported": {
            "total_inputs": 7000,
            "total_present_value": rounded(present, "0.01"),
            "ratio": rounded(present / 7000, "0.01"),
        },
    }
    facts = commissioning(sroi=sroi)
    found = reconcile_map(facts._case, facts)
    assert found is not None
    assert said(found) == ["input rent is left out"]


def test_an_input_with_transposed_digits_is_found_with_the_ratio_that_it_makes():
    present = present_value(ROWS, STANDARD)
    sroi = {
        "inputs": [{"id": "staff", "amount": 7350}, {"id": "rent", "amount": 2000}],
        "rows": [row.as_given(f"r{n}") for n, row in enumerate(ROWS)],
        "discount_rate": Decimal("0.035"),
        "conventions": DECLARED,
        "reported": {"total_inputs": 9530, "ratio": rounded(present / 9530, "0.01")},
    }
    facts = commissioning(sroi=sroi)
    found = reconcile_map(facts._case, facts)
    assert found is not None
    (only,) = found.explanations
    assert only.says == "input staff is counted with two neighbouring digits transposed"
    ratio = rounded(present / 9530, "0.0001").normalize()
    assert only.arithmetic == f"£7,530, not £7,350; then the ratio is {ratio}"


def test_a_net_ratio_beside_right_totals_is_explained_before_a_misprint():
    made = figures(ROWS, 9000, STANDARD)
    facts = case(ROWS, 9000, {**made, "ratio": made["ratio"] - 1}, DECLARED)
    found = reconcile_map(facts._case, facts)
    assert found is not None
    assert (
        one(found, "sroi.ratio").explanations[0].says == "the headline ratio is net of the inputs"
    )


def test_two_rows_alike_are_offered_only_where_one_does_not_do():
    found = found_for([row for n, row in enumerate(ROWS) if n not in (2, 6)])
    assert said(found) == ["row r2 and row r6 are left out"]


def test_rivals_of_the_same_size_are_all_named_in_the_order_of_the_file():
    twins = [*ROWS[:3], ROWS[1], *ROWS[3:]]
    found = found_for([*ROWS[:1], *ROWS[2:3], ROWS[1], *ROWS[3:]], given=twins)
    assert said(found) == ["row r1 is left out", "row r3 is left out"]


def test_many_rivals_are_counted_and_the_first_six_are_named():
    flat = [replace(row, quantity=10, proxy=1000) for row in ROWS[:4] for _ in range(9)]
    found = found_for(flat[1:], given=flat)
    assert said(found) == [f"row r{n} is left out" for n in range(6)]
    assert found.explanations_left_out == 3


def test_so_many_pairs_that_they_point_to_none_are_only_counted():
    # 40 + 1 is given up in two rows: any of one sort with any of the other.
    sorts = [MapRow(1, value, 0, 0, 0, 0, 10) for value in (40, 100, 41, 3000) for _ in range(3)]
    printed = [row for n, row in enumerate(sorts) if n not in (0, 6)]
    found = found_for(printed, given=sorts)
    assert (found.explanations, found.explanations_left_out) == ((), 9)


def one(found: Reconciliation, name: str) -> NotGiven:
    (only,) = [each for each in found.not_given if each.id == name]
    return only


def of_row(**printed: Any) -> Reconciliation:
    lasting = row("a", 20, 1000, deadweight=Decimal("0.5"), drop_off=Decimal("0.1"),
                  duration_years=2, outcome_start="during", **printed)  # fmt: skip
    facts = commissioning(
        sroi={"inputs": [{"id": "i", "amount": 5}], "rows": [lasting], "conventions": DECLARED,
              "discount_rate": Decimal("0.035")},
    )  # fmt: skip
    found = reconcile_map(facts._case, facts)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("printed", "name", "says"),
    [
        ({"reported_impact": 5000}, "impact", "the row is printed at half"),
        ({"reported_impact": 20000}, "impact", "the deadweight is not taken off"),
        ({"reported_impact": Decimal("5000.00")}, "impact", "the deadweight is taken off twice"),
        ({"reported_years": [10000, 9000, 8100]}, "years.3",
         "the row is counted for one year more"),
        ({"reported_years": [10000, 0]}, "years.2", "the row is counted for one year fewer"),
        ({"reported_years": [10000, 9900]}, "years.2", "the printed figure has one digit misprint"),
    ],
)  # fmt: skip
def test_a_slip_in_a_row_is_found_from_its_printed_results(printed, name, says):
    found = one(of_row(**printed), f"sroi.rows.a.{name}")
    assert any(each.says.startswith(says) for each in found.explanations)


def test_digits_of_a_quantity_that_were_transposed_are_found():
    rows = [row("a", 52, 1000, reported_impact=25000)]
    facts = commissioning(sroi={"inputs": [{"id": "i", "amount": 5}], "rows": rows})
    found = reconcile_map(facts._case, facts)
    assert found is not None
    explained = one(found, "sroi.rows.a.impact").explanations
    says = "the quantity has two neighbouring digits transposed"
    assert (says, "25 instead of 52") in [(each.says, each.arithmetic) for each in explained]


@pytest.mark.parametrize(
    ("printed", "exact", "kind"),
    [
        # Jones and others (2016), Food for Life in Kirklees, prints year 2 as "2696,683".
        (2696683, 296683, "has a digit too many"),
        (54100, 51400, "has two neighbouring digits transposed"),
        (48100, 43100, "has one digit misprinted"),
        (1234, 12534, "lacks a digit"),
        (-245085, 245085, "has the wrong sign"),
    ],
)
def test_a_slip_of_the_pen_is_named(printed, exact, kind):
    found = slips(Decimal(printed), Decimal("0.5"), Decimal(exact))
    assert [(slip.kind, slip.meant) for slip in found] == [(kind, exact)]


def test_a_figure_far_off_or_of_one_digit_has_no_slip():
    assert slips(Decimal(54100), Decimal("0.5"), Decimal(99999)) == ()
    assert slips(Decimal(5), Decimal("0.5"), Decimal(7)) == ()
    assert slips(Decimal(20000), Decimal("0.5"), Decimal(0)) == ()
