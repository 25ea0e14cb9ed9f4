"""Which assumptions matter most: swings, their order, and what they are moved over."""

from decimal import Decimal

from hypothesis import given, settings

from auditor.analysis.tornado import tornado
from auditor.analysis.tornado_section import tornado_section
from auditor.analysis.two_way import two_way
from auditor.analysis.two_way_section import two_way_section
from auditor.facts import Facts
from tests.analysis.challenged import analyses, case_of, run, simple
from tests.facts.files import row

D = Decimal


def stated(*ranges: dict[str, object]) -> dict[str, object]:
    return simple(ranges=list(ranges))


DEADWEIGHT = {"row_id": "x", "field": "deadweight", "low": 0, "high": D("0.5")}
QUANTITY = {"row_id": "y", "field": "quantity", "low": 8, "high": 12}


def test_swings_over_the_stated_ranges_come_largest_first():
    # x from 0% to 50% is 1,000 to 500; y from 8 to 12 is 720 to 1,080; for inputs of 500.
    found = run(tornado, stated(QUANTITY, DEADWEIGHT))
    assert found.origin == "stated"
    assert [
        (e.assumption.label, e.ratio_at_low, e.ratio_at_high, e.swing) for e in found.swings
    ] == [
        ("Deadweight, row x", D("3.8"), D("2.8"), D("1")),
        ("Quantity, row y", D("3.44"), D("4.16"), D("0.72")),
    ]


def test_without_stated_ranges_one_move_is_made_for_all_and_said_to_be_our_own():
    found = run(tornado, simple())
    swings = {each.assumption.label: each for each in found.swings}
    assert found.origin == "common"
    assert (swings["Quantity, row x"].low, swings["Quantity, row x"].high) == (9, 11)
    assert swings["Deadweight, row y"].low == 0
    assert swings["Deadweight, row y"].high == D("0.2")
    assert "Duration, row x" not in swings  # twice as long is no move like those of the others
    says = " ".join(tornado_section(found).says)
    assert "our own choice" in says
    assert "shares by 10 points, amounts by 10%, durations by 1 year" in says


def test_an_outcome_that_lasts_longer_is_moved_by_a_year_and_never_below_one():
    lasting = {"duration_years": D("1.5"), "drop_off": 0}
    found = run(tornado, simple(rows=[row("x", 10, 100, **lasting), row("y", 1, 1)]))
    (swing,) = [each for each in found.swings if each.assumption.label == "Duration, row x"]
    assert (swing.low, swing.high) == (1, D("2.5"))


def test_assumptions_that_move_equally_stay_in_the_order_of_the_file():
    rows = [row(name, 10, 100) for name in ("b", "a", "c")]
    ranges = [{"row_id": n, "field": "proxy", "low": 90, "high": 110} for n in ("c", "b", "a")]
    found = run(tornado, simple(rows=rows, ranges=ranges))
    assert [each.assumption.of for each in found.swings] == ["c", "b", "a"]  # as ranges are listed
    common = run(tornado, simple(rows=rows))
    proxies = [e.assumption.of for e in common.swings if e.assumption.field == "proxy"]
    assert proxies == ["b", "a", "c"]


def test_a_range_that_cannot_be_used_is_named_with_the_reason():
    wrong = [
        {"field": "proxy", "low": 1, "high": 2},
        {"row_id": "x", "field": "deadweight", "low": D("0.5"), "high": D("0.2")},
        {"row_id": "x", "field": "drop_off", "low": 0, "high": 2},
        {"field": "discount_rate", "low": 0, "high": D("0.1")},
        DEADWEIGHT,
        DEADWEIGHT,
        QUANTITY | {"likely": 20, "shape": "triangular"},
    ]
    found = run(tornado, stated(*wrong))
    reasons = [text.partition(": ")[2] for text in found.unusable]
    assert reasons == [
        "it does not say which row or input it is of",
        "its lowest value is above its highest",
        "it reaches beyond what the value can be",
        "the analysis shows no such value that has an effect",
        "it is the second range of the same value",
        "its most likely value lies outside it",
    ]
    assert len(found.swings) == 1


def test_without_a_move_in_the_rules_ranges_are_asked_for():
    case = case_of(simple())
    found = tornado(case, Facts(case, {}, None), {})
    assert found.missing == ("ranges of the assumptions (sroi.ranges)",)
    assert "sroi.ranges" in tornado_section(found).says[0]


@settings(max_examples=20, deadline=None)
@given(analyses())
def test_no_swing_is_negative_and_they_fall(sroi):
    found = run(tornado, sroi)
    swings = [each.swing for each in found.swings]
    assert all(swing > 0 for swing in swings)
    assert swings == sorted(swings, reverse=True)


def test_the_two_way_table_holds_the_ratio_of_every_pair():
    found = run(two_way, stated(QUANTITY, DEADWEIGHT))
    assert (found.down.label, found.across.label) == ("Deadweight, row x", "Quantity, row y")
    assert found.down_values == (0, D("0.25"), D("0.5"))
    assert found.across_values == (8, 9, 10, 11, 12)
    # (1,000 (1 - d) + 90 n) / 500
    for down, line in zip(found.down_values, found.ratios, strict=True):
        for across, ratio in zip(found.across_values, line, strict=True):
            assert ratio == (1000 * (1 - down) + 90 * across) / 500
    section = two_way_section(found)
    assert section.charts[0].table.rows[0][1:] == ("3.44", "3.62", "3.80", "3.98", "4.16")


def test_one_assumption_makes_no_table_of_two():
    assert run(two_way, stated(DEADWEIGHT)) is None
