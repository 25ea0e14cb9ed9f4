from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from auditor.output import charts
from auditor.output.arrange import RuleTotals
from auditor.report import Bar
from tests.output import sample

ROOM = charts.WIDTH - charts.LABELS - charts.AMOUNTS
AMOUNT = st.decimals(-1_000_000, 1_000_000, places=2)


def bars(*amounts: object) -> tuple[Bar, ...]:
    return tuple(Bar(f"Bar {n}", Decimal(str(amount))) for n, amount in enumerate(amounts))


def test_each_step_of_the_waterfall_hangs_where_the_last_one_ended():
    chart = charts.waterfall(bars(100, -40, -10, 50))
    assert chart is not None
    assert [(Decimal(bar.x) - charts.LABELS) / ROOM * 100 for bar in chart.bars] == [0, 60, 50, 0]
    assert [Decimal(bar.width) / ROOM * 100 for bar in chart.bars] == [100, 40, 10, 50]
    assert [bar.fill for bar in chart.bars] == ["total", "less", "less", "total"]


def test_the_published_impact_of_the_health_precinct_is_drawn_with_its_subtotal():
    chart = charts.waterfall(sample.WATERFALL)
    assert chart is not None
    assert [bar.fill for bar in chart.bars][:5] == ["total", "less", "more", "less", "total"]
    assert chart.bars[4].amount == "281,005"
    assert chart.bars[4].width == chart.bars[-1].width


def test_a_change_as_large_as_the_level_is_no_subtotal():
    chart = charts.waterfall(bars(100, -50, 50, 100))
    assert chart is not None
    assert [bar.fill for bar in chart.bars] == ["total", "less", "more", "total"]


def test_bars_that_do_not_add_up_all_start_at_zero():
    chart = charts.waterfall(bars(100, -40, 70))
    assert chart is not None
    assert {bar.x for bar in chart.bars if bar.fill == "total"} == {chart.zero}


def test_no_bars_give_no_chart():
    assert charts.waterfall(()) is None
    assert charts.shares(()) is None


@given(st.lists(AMOUNT, min_size=2, max_size=8))
def test_no_bar_leaves_its_room(amounts):
    chart = charts.waterfall(bars(*amounts))
    assert chart is not None
    for bar in chart.bars:
        assert Decimal(bar.x) >= charts.LABELS
        assert Decimal(bar.x) + Decimal(bar.width) <= charts.WIDTH - charts.AMOUNTS + Decimal("1.1")


def test_the_description_names_every_amount():
    chart = charts.shares(sample.SHARES)
    assert chart is not None
    assert "Participants 231,623 (82.4%)" in chart.description
    assert "NHS Wales 395 (0.1%)" in chart.description


def test_many_stakeholders_are_drawn_as_the_largest_and_the_rest():
    chart = charts.shares(bars(*range(1, 41)))
    assert chart is not None
    assert len(chart.bars) == charts.MOST_BARS
    assert chart.bars[-1].label == "29 others together"
    assert chart.bars[-1].amount.startswith("435 ")
    assert not chart.complete


def test_a_label_that_is_cut_short_needs_a_table():
    chart = charts.shares((Bar("A very long name of a stakeholder group", Decimal(1)),))
    assert chart is not None
    assert chart.bars[0].label.endswith("…")
    assert not chart.complete


def test_shares_are_not_given_where_a_part_is_negative():
    assert charts.share_of(*mixed(3, -1)) == ""
    assert charts.share_of(*mixed(1, 2)) == "33.3%"


def mixed(*amounts: int) -> tuple[Bar, tuple[Bar, ...]]:
    made = bars(*amounts)
    return made[0], made


def test_a_scorecard_bar_is_as_long_as_its_parts():
    totals = RuleTotals(conforms=5, departs=2, cannot_conclude=1, not_applicable=1, waiting=1)
    parts = charts.scorecard(totals)
    assert [part.answer for part in parts] == [
        "departs",
        "cannot_conclude",
        "conforms",
        "waiting",
        "not_applicable",
    ]
    assert sum(Decimal(part.width) for part in parts) == charts.SCORE_WIDTH
    assert charts.scorecard(RuleTotals()) == ()


def test_a_long_amount_has_room_beside_the_longest_bar():
    long = charts.shares(bars("1e39", 5))
    assert long is not None
    reach = max(Decimal(bar.x) + Decimal(bar.width) for bar in long.bars)
    assert long.bars[0].amount.endswith("…")
    assert reach <= charts.WIDTH - charts.LETTER * charts.AMOUNT_LETTERS
    assert not long.complete
