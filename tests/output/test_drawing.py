from decimal import Decimal

import pytest

from auditor.analysis.section import Chart, Mark, Table
from auditor.output.drawing import LABELS, MOST_ROWS, WIDTH, draw

NOTHING = Table("", ("A",), ())
KINDS = ("bars", "tornado", "columns", "distribution", "heat")


def chart(kind: str, *marks: Mark, line: Decimal | None = None, unit: str = "GBP") -> Chart:
    return Chart(kind, "A chart", unit, marks, NOTHING, line)  # type: ignore[arg-type]


def mark(label: str, low: str, high: str, across: str = "") -> Mark:
    return Mark(label, Decimal(low), Decimal(high), across)


@pytest.mark.parametrize("kind", KINDS)
def test_a_chart_without_marks_is_not_drawn(kind: str) -> None:
    assert draw(chart(kind)) is None


@pytest.mark.parametrize("kind", KINDS)
def test_marks_that_are_all_zero_are_drawn_without_a_division_by_zero(kind: str) -> None:
    drawn = draw(chart(kind, mark("a", "0", "0", "x"), mark("b", "0", "0", "y")))
    assert drawn is not None
    assert drawn.height > 0


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_drawn_outside_of_the_chart(kind: str) -> None:
    marks = [mark(f"m{n}", str(-n * 1000), str(n * 1234), f"c{n}") for n in range(5)]
    drawn = draw(chart(kind, *marks, line=Decimal(1500)))
    assert drawn is not None
    for shape in drawn.shapes:
        assert 0 <= Decimal(shape.x) <= WIDTH
        assert 0 <= Decimal(shape.y) <= drawn.height
        if shape.kind == "rect":
            assert Decimal(shape.x) + Decimal(shape.width) <= WIDTH
            assert Decimal(shape.y) + Decimal(shape.height) <= drawn.height


def test_a_bar_is_as_long_as_its_share_of_the_longest() -> None:
    drawn = draw(chart("bars", mark("a", "0", "100"), mark("b", "0", "25")))
    assert drawn is not None
    long, short = [Decimal(each.width) for each in drawn.shapes if each.kind == "rect"]
    assert short * 4 == long


def test_a_bar_of_a_tornado_reaches_from_its_low_to_its_high_result() -> None:
    drawn = draw(chart("tornado", mark("deadweight", "2", "6"), mark("rate", "4", "5")))
    assert drawn is not None
    first, second = [each for each in drawn.shapes if each.kind == "rect"]
    assert Decimal(first.x) == LABELS
    assert Decimal(second.width) * 4 == Decimal(first.width)


def test_what_falls_short_of_the_line_is_told_apart_without_colour() -> None:
    cells = (mark("a", "0", "0.9", "x"), mark("a", "0", "1.1", "y"))
    drawn = draw(chart("heat", *cells, line=Decimal(1), unit="ratio"))
    assert drawn is not None
    fills = [each.fill for each in drawn.shapes if each.kind == "rect"]
    assert fills == ["less", "cell"]


def test_more_bars_than_a_page_holds_are_left_to_the_table() -> None:
    drawn = draw(chart("bars", *(mark(str(n), "0", "1") for n in range(100))))
    assert drawn is not None
    assert sum(each.kind == "rect" for each in drawn.shapes) == MOST_ROWS
