from decimal import Decimal
from unicodedata import category

from hypothesis import given
from hypothesis import strategies as st

from auditor.analysis.section import Chart, Mark, Section, Table
from auditor.output.section_text import lines, table_lines

TABLE = Table("Whose value", ("Group", "Value", "Share"), (("Families", "£1,250", "82%"),), (1, 2))


def test_figures_are_set_right_and_names_left() -> None:
    wide = Table("", ("Group", "Value"), (("Families", "£5"), ("A", "£1,250")), (1,))
    assert list(table_lines(wide))[2:] == ["  Families      £5", "  A         £1,250"]


def test_a_long_name_is_broken_and_the_figures_stay_whole() -> None:
    name = "People who come to the hub " * 4
    printed = list(table_lines(Table("", ("Group", "Value"), ((name, "£1,250,000"),), (1,))))
    assert max(map(len, printed)) <= 80
    assert sum("£1,250,000" in line for line in printed) == 1


def test_a_table_that_is_too_wide_is_printed_as_lists() -> None:
    columns = tuple(f"Column number {n}" for n in range(9))
    row = tuple(f"content-of-{n}-unbroken" for n in range(9))
    printed = list(table_lines(Table("", columns, (row,))))
    assert "    Column number 8: content-of-8-unbroken" in printed


def test_a_chart_is_printed_as_the_table_that_says_the_same() -> None:
    chart = Chart("bars", "Shares", "share", (Mark("Families", Decimal(0), Decimal(1)),), TABLE)
    assert "  Families  £1,250    82%" in list(lines(Section("s", "Whose", charts=(chart,))))


def test_text_of_a_file_cannot_steer_the_terminal() -> None:
    section = Section("s", "Whose", ("\x1b[2J" + "said",), (Table("", ("A",), (("\x1b[31m",),)),))
    assert not any("\x1b" in line for line in lines(section))


@given(st.lists(st.tuples(st.text(max_size=60), st.text(max_size=20)), min_size=1, max_size=6))
def test_whatever_the_cells_hold_nothing_printed_steers_a_terminal(
    rows: list[tuple[str, str]],
) -> None:
    printed = list(table_lines(Table("", ("Name", "What"), tuple(rows))))
    assert not any(category(sign) == "Cc" for line in printed for sign in line)


def test_the_heading_of_a_figure_may_be_broken_and_the_figure_never() -> None:
    columns = (
        "Assumption with a long name",
        "Ratio at the first of the two values that are tried",
        "Ratio",
    )
    row = ("Attribution to others, in the row of the family", "TWD 19,998,766,866.83", "TWD 1")
    printed = list(table_lines(Table("", columns, (row,), (1, 2))))
    assert max(map(len, printed)) <= 80
    assert any("TWD 19,998,766,866.83" in line for line in printed)
    assert any("Ratio at the first" in line and "of the two" not in line for line in printed)


def test_where_whole_figures_have_no_room_the_table_becomes_a_list() -> None:
    figure = "TWD 19,998,766,866.83"
    row = ("A name of some length", figure, figure, figure)
    printed = list(table_lines(Table("", ("Name", "First", "Then", "Last"), (row,), (1, 2, 3))))
    assert printed[1:] == [f"    {name}: {figure}" for name in ("First", "Then", "Last")]
