"""How far each assumption must move: closed forms, and every value put back gives its target."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings

from auditor.analysis.challenge_basis import challenge_of
from auditor.analysis.switching import switching
from auditor.analysis.switching_section import switching_section
from auditor.facts import Facts
from auditor.facts.sroi_figures import SroiFigures
from auditor.value.precision import stated_arithmetic
from tests.analysis.challenged import analyses, case_of, run, simple
from tests.facts.files import row
from tests.facts.health_precinct import sroi as health_precinct

D = Decimal


def switches(sroi: dict[str, Any], target: str = "break_even") -> dict[str, Any]:
    """Return the switches of one target by their labels."""
    found = run(switching, sroi)
    assert found.missing == ()
    return {each.assumption.label: each for each in found.switches if each.target == target}


def values(sroi: dict[str, Any], target: str = "break_even") -> dict[str, Decimal | None]:
    return {label: each.value for label, each in switches(sroi, target).items()}


# One row of 20 x £1,000 for £8,000, a deadweight of 20%: £16,000, a ratio of 2.
ONE = {
    "inputs": [{"id": "a", "amount": 8000}],
    "rows": [row("x", 20, 1000, deadweight=D("0.2"))],
    "conventions": {"discounting": "none"},
}


def test_one_row_of_one_year_has_closed_forms():
    found = values(ONE)
    assert found["Quantity, row x"] == 10
    assert found["Value of one unit, row x"] == 500
    assert found["Deadweight, row x"] == D("0.6")
    assert found["Displacement, row x"] == D("0.5")
    assert found["Attribution to others, row x"] == D("0.5")
    assert found["Input a"] == 16000
    assert found["All inputs"] == 2
    assert found["Quantity, all rows"] == D("0.5")
    assert found["Deadweight, all rows"] == D("0.4")


def test_distances_are_given_in_the_unit_and_as_a_share():
    found = switches(ONE)
    assert found["Deadweight, row x"].distance == D("0.4")
    assert found["Deadweight, row x"].relative == 2
    assert found["Quantity, row x"].distance == -10
    assert found["Quantity, row x"].relative == D("-0.5")
    assert found["Displacement, row x"].relative is None  # nothing is a share of zero


def test_drop_off_of_two_years_has_a_closed_form():
    # 10,000 + 10,000 (1 - d) = 12,000 at d = 0.8.
    rows = [row("x", 10, 1000, duration_years=2, drop_off=D("0.1"))]
    conventions = {"discounting": "none", "drop_off_from": "year_2"}
    parts = {"inputs": [{"id": "a", "amount": 12000}], "rows": rows, "conventions": conventions}
    assert values(parts)["Drop-off, row x"] == D("0.8")


def test_duration_is_counted_in_whole_years_or_in_proportion():
    # £1,000 a year against £2,500: three years are needed, or two and a half.
    rows = [row("x", 10, 100, duration_years=5)]
    parts = {"inputs": [{"id": "a", "amount": 2500}], "rows": rows}
    whole = {**parts, "conventions": {"discounting": "none", "drop_off_from": "year_2"}}
    assert values(whole)["Duration, row x"] == 2  # the first number of years that is not enough
    prorated = {**whole["conventions"], "fractional_years": "prorated"}
    assert values({**parts, "conventions": prorated})["Duration, row x"] == D("2.5")
    assert values(whole)["Duration, all rows"] == -3


def test_the_rate_at_which_an_investment_pays_nothing_is_its_internal_rate_of_return():
    # £1,100 in the second year, the first at par, against £1,000: 10%.
    rows = [row("x", 11, 100, outcome_start="after")]
    conventions = {"discounting": "first_year_at_par"}
    parts = {"inputs": [{"id": "a", "amount": 1000}], "rows": rows, "conventions": conventions}
    assert values({**parts, "discount_rate": D("0.035")})["Discount rate"] == D("0.1")


def test_what_cannot_happen_is_said_with_the_nearest_ratio():
    # Without one of its two rows the ratio of 3.8 is still 1.8 or 2.
    found = switches(simple())["Deadweight, row x"]
    assert found.value is None
    assert found.nearest_ratio == D("1.8")


def test_half_of_the_claim_is_a_target_of_its_own():
    # Half of 3.8 is 1.9, which is £950: y alone gives £900, so x has to give £50.
    assert values(simple(), "half_of_claim")["Quantity, row x"] == D("0.5")


def test_half_of_a_net_claim_is_half_of_what_is_left_of_the_inputs():
    # 2.8 net is 3.8 gross; half is 1.4 net, 2.4 gross, £1,200.
    net = simple(reported={"ratio": D("2.8")}, conventions={"discounting": "none"}
                 | {"ratio_means": "net"})  # fmt: skip
    assert values(net, "half_of_claim")["Quantity, row x"] == 3
    told_by_figures = simple(reported={"ratio": D("2.8")})
    assert values(told_by_figures, "half_of_claim")["Quantity, row x"] == 3
    assert values(simple(reported={"net_ratio": D("2.8")}), "half_of_claim")["Quantity, row x"] == 3


def test_a_ratio_below_half_of_the_claim_has_no_such_target_left():
    found = run(switching, simple(reported={"ratio": D("9.0")}))
    assert {each.target for each in found.switches} == {"break_even"}
    assert "already no more than half" in " ".join(switching_section(found).says)


def test_from_below_one_the_way_up_is_found():
    parts = {**ONE, "inputs": [{"id": "a", "amount": 32000}]}
    assert values(parts)["Quantity, row x"] == 40
    assert values(parts)["Deadweight, row x"] is None


def test_a_loss_moves_the_other_way():
    # 1,000 less 10 x £20 against £500: the loss may grow to £500.
    rows = [row("x", 10, 100), row("loss", 10, -20)]
    found = values({**ONE, "inputs": [{"id": "a", "amount": 500}], "rows": rows})
    assert found["Quantity, row loss"] == 25
    assert found["Value of one unit, row loss"] == -50


def test_a_row_of_printed_years_takes_part_through_the_rate_alone():
    rows = [{"id": "p", "reported_years": [1000, 1210]}]
    conventions = {"discounting": "first_year_at_par"}
    parts = {"inputs": [{"id": "a", "amount": 2100}], "rows": rows, "conventions": conventions}
    found = run(switching, {**parts, "discount_rate": D("0.035")})
    by_label = {e.assumption.label: e for e in found.switches if e.target == "break_even"}
    assert set(by_label) == {"Input a", "All inputs", "Discount rate"}
    assert by_label["Discount rate"].value == D("0.1")
    assert found.basis.printed_only == ("p",)


def test_printed_totals_of_years_can_be_challenged_through_the_rate():
    # Food for Life, Kirklees: £617,596, £296,683 and £148,342 against £196,803, all at 3.5%.
    years = [617596, 296683, 148342]
    reported = {"years": [{"year": n, "value": value} for n, value in enumerate(years, 1)]}
    parts = {
        "inputs": [{"id": "a", "amount": 196803}],
        "conventions": {"discounting": "end_of_year"},
    }
    found = run(switching, {**parts, "discount_rate": D("0.035"), "reported": reported})
    assert round(found.basis.ratio, 2) == D("5.12")
    by_label = {e.assumption.label: e for e in found.switches if e.target == "half_of_claim"}
    rate = float(by_label["Discount rate"].value)
    worth = sum(value / (1 + rate) ** year for year, value in enumerate(years, 1))
    assert abs(worth / 196803 - float(found.basis.ratio) / 2) < 1e-9


def test_figures_without_rows_can_be_challenged_through_their_inputs():
    parts = {"inputs": [{"id": "a", "amount": 100}], "reported": {"total_present_value": 250}}
    assert values(parts) == {"Input a": 250, "All inputs": D("2.5")}


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        ({"inputs": None}, "the inputs"),
        ({"inputs": [{"id": "a", "amount": 0}]}, "inputs above zero"),
        ({"inputs": [{"id": "a", "amount": -5}]}, "inputs above zero"),
        ({"rows": [{"id": "x", "quantity": 3, "proxy": 2}]},
         "row x: deadweight, displacement, attribution to others"),
    ],
)  # fmt: skip
def test_what_is_missing_is_said(changes, missing):
    found = run(switching, {**ONE, **changes})
    assert missing in found.missing
    assert missing in switching_section(found).says[0]


def test_a_file_without_an_analysis_has_nothing_to_switch():
    assert run(switching, None) is None


def test_degenerate_rows_are_worked_through():
    rows = [
        row("all-off", 10, 100, deadweight=1, duration_years=60, drop_off=1),
        row("long", 10, 100, duration_years=60, drop_off=0),
        row("none", 0, 100),
    ]
    parts = {**ONE, "rows": rows, "discount_rate": 0, "conventions": {}}
    found = run(switching, parts)
    assert found.missing == ()
    assert found.switches


def test_the_published_map_of_the_health_precinct_is_far_from_breaking_even():
    # No change to one row does it: without its largest row the ratio is 5.07 - 98,187 / 55,389.
    found = switches(health_precinct())
    rows = [each for each in found.values() if each.assumption.scope == "row"]
    assert all(each.value is None for each in rows)
    assert round(found["Deadweight, row health"].nearest_ratio, 2) == D("3.30")
    assert round(found["All inputs"].value, 2) == D("5.07")


@settings(max_examples=25, deadline=None)
@given(analyses())
def test_a_switching_value_put_back_gives_the_target(sroi):
    case = case_of(sroi)
    facts = Facts(case, {}, None)
    found = switching(case, facts, {})
    if found is None or found.basis is None:
        return
    targets = {target.name: target.ratio for target in found.basis.targets}
    rounds = sroi["conventions"]["row_rounding"] == "unit"
    with stated_arithmetic():
        challenged = challenge_of(case, facts).challenged
        for each in found.switches:
            if each.value is not None and each.method != "whole_years" and not rounds:
                back = challenged.after([(each.assumption, each.value)]).ratio
                assert abs(back - targets[each.target]) <= D("1e-6") * max(1, abs(back))


@settings(max_examples=25, deadline=None)
@given(analyses())
def test_a_changed_map_is_what_the_claims_are_recomputed_with(sroi):
    # The same change made in the file itself, and worked out as its claims are.
    case = case_of(sroi)
    with stated_arithmetic():
        challenge = challenge_of(case, Facts(case, {}, None))
        if challenge is None or challenge.basis is None:
            return
        for each in run(switching, sroi).switches:
            name = each.assumption.field
            if each.value is None or each.assumption.scope != "row":
                continue
            if name == "duration_years" and not each.value:
                continue
            rows = [
                {**r, name: each.value} if r["id"] == each.assumption.of else r
                for r in sroi["rows"]
            ]
            changed = Facts(case_of({**sroi, "rows": rows}), {}, None).value_map
            figures = SroiFigures(changed)
            exact = figures.present_total(challenge.challenged.conventions).exact
            after = challenge.challenged.after([(each.assumption, each.value)])
            assert abs(after.present - exact) <= D("1e-30") * max(1, abs(exact))


def test_switching_says_which_conventions_it_takes_where_the_file_says_none():
    rows = [row("x", 10, 1000, duration_years=3, drop_off=D("0.1"))]
    parts = {"inputs": [{"id": "a", "amount": 1000}], "rows": rows, "discount_rate": D("0.035")}
    says = " ".join(switching_section(run(switching, parts)).says)
    assert "the SROI Guide has it" in says
