"""A map is read however it is written: blanks, totals, groups, texts, years, figures."""

from decimal import Decimal

import pytest

from auditor.load.document import RemarkKind
from auditor.load.sheets import Area
from tests.load.value_map.books import ROWS, TITLES, data, reading, sheet, table


def rows(*sheets, said=()):
    return data(*sheets, said=said)["sroi"]["rows"]


def test_a_group_that_is_named_once_holds_until_the_next():
    assert [row["stakeholder_id"] for row in rows(table())] == [
        "young-people",
        "young-people",
        "parents",
    ]


def test_a_group_merged_over_its_rows_is_one_group():
    merged = sheet(table(), merged=[Area(2, 1, 3, 1)])
    assert rows(merged) == rows(table())


@pytest.mark.parametrize("nothing", [None, "-", "n/a", "N/A", "–", " "])
def test_nothing_is_read_as_not_stated_and_told(nothing):
    first = (*ROWS[0][:6], nothing, *ROWS[0][7:])
    found, _, remarks = reading(table([first, *ROWS[1:]]))
    assert "displacement" not in found["sroi"]["rows"][0]
    assert any("1 of 3 rows state nothing for displacement" in each.text for each in remarks)


def test_what_a_map_leaves_empty_can_be_said():
    first = (*ROWS[0][:6], "n/a", *ROWS[0][7:])
    found = rows(table([first, *ROWS[1:]]), said=["displacement=0"])
    assert [str(row["displacement"]) for row in found] == ["0", "0", "0.05"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("£1,234.50", Decimal("1234.5")),
        (" $ 1,234 ", 1234),
        ("(1,234)", -1234),
        ("-£12", -12),
        ("£-12", -12),
        ("12.50", Decimal("12.5")),
        ((Decimal("37.4"), "£#,##0"), Decimal("37.4")),
    ],
)
def test_amounts_written_as_text_are_read(written, read):
    assert rows(table([(*ROWS[0][:3], written, *ROWS[0][4:])]))[0]["proxy"] == read


@pytest.mark.parametrize(
    "shares", [("25%", "50%", "10%"), (25, 50, 10), (0.25, 0.5, 0.1), ((Decimal("0.25"), "0%"),
    (Decimal("0.5"), "0%"), (Decimal("0.1"), "0.0%"))]
)  # fmt: skip
def test_shares_are_read_however_they_are_written(shares):
    lines = [(*row[:5], share, *row[6:]) for row, share in zip(ROWS, shares, strict=True)]
    found = [row["deadweight"] for row in rows(table(lines))]
    assert found == [Decimal("0.25"), Decimal("0.5"), Decimal("0.1")]


def test_totals_subtotals_and_blank_rows_are_no_outcomes():
    lines = [TITLES, ROWS[0], ROWS[1], ("Subtotal", *[None] * 8, 8580), (), ROWS[2], (),
             ("Total", *[None] * 8, 10100)]  # fmt: skip
    found = data(lines)["sroi"]
    assert [row["id"] for row in found["rows"]] == ["r2", "r3", "r6"]
    assert found["reported"] == {"total_impact": 10100}


def test_a_sum_without_a_label_is_a_total():
    lines = [*table(), (*[None] * 9, (10100, "General", "=SUM(J2:J4)"))]
    assert data(lines)["sroi"]["reported"] == {"total_impact": 10100}


@pytest.mark.parametrize(
    "titles", [("Year 0", "Year 1", "Year 2"), ("Yr 1", "Yr 2", "Yr 3"), (1, 2, 3), (0, 1, 2),
    ("2014/15", "2015/16", "2016/17"), ("Year 1 (after activity)", "Year 2", "Year 3")]
)  # fmt: skip
def test_years_are_counted_from_the_first_column(titles):
    lines = [(*TITLES, *titles), *((*row, row[-1], 5, 0) for row in ROWS)]
    assert rows(lines)[0]["reported_years"] == [7500, 5]


def test_a_first_year_that_is_not_called_1_is_an_assumption():
    lines = [(*TITLES, "Year 0", "Year 1"), *((*row, row[-1], 5) for row in ROWS)]
    remarks = reading(lines)[2]
    told = [each.text for each in remarks if each.kind is RemarkKind.ASSUMPTION]
    assert "“Year 0” is taken as the first year of the analysis, year 1." in told


def test_discounted_columns_are_not_taken_for_the_values_of_the_years():
    top = [*[None] * 10, "Impact by year", None, "Present value", None]
    lines = [top, (*TITLES, "Year 1", "Year 2", "Year 1", "Year 2")]
    lines += [(*row, 10, 9, 8, 7) for row in ROWS]
    assert rows(lines)[0]["reported_years"] == [10, 9]


def test_an_outcome_may_start_in_the_period_after():
    flagged = ((*row, flag) for row, flag in zip(ROWS, (1, 2, None), strict=True))
    lines = [(*TITLES, "Outcomes start"), *flagged]
    assert [row.get("outcome_start") for row in rows(lines)] == ["during", "after", None]


def test_figures_are_found_on_the_right_of_their_labels_and_below_them():
    lines = [*table(), (), ("Total present value", None, None, 9800), ("Discount rate", "3.5%")]
    lines += [("Net present value",), (4800,), ("Social return £ per £", None, 1.96)]
    sroi = data(lines)["sroi"]
    assert str(sroi["discount_rate"]) == "0.035"
    reported = sroi["reported"]
    assert (reported["total_present_value"], reported["net_present_value"]) == (9800, 4800)


def test_the_present_value_of_each_year_stands_under_its_year():
    lines = [(*TITLES, "Year 1", "Year 2"), *((*row, row[-1], 5) for row in ROWS)]
    lines.append(("Total", *[None] * 8, 10100, 10100, 15))
    lines.append(("Present value of each year", *[None] * 9, 9758, 14))
    assert data(lines)["sroi"]["reported"]["years"] == [
        {"year": 1, "value": 10100, "present_value": 9758},
        {"year": 2, "value": 15, "present_value": 14},
    ]


def test_a_figure_that_stands_twice_with_two_values_is_a_defect():
    summary = sheet([("SROI ratio", 5.1)], name="Summary")
    found, _, remarks = reading([*table(), ("SROI ratio", 5.07)], summary)
    assert found["sroi"]["reported"]["ratio"] == Decimal("5.07")
    (defect,) = [each for each in remarks if each.kind is RemarkKind.DEFECT]
    assert (defect.place, "5.1" in defect.text) == ("Summary!B1", True)


@pytest.mark.parametrize(
    ("title", "means"),
    [("Share of others", "others"), ("Our contribution", "this_activity"), ("Attribution", None)],
)
def test_a_title_may_say_whose_share_attribution_is(title, means):
    lines = table(titles=(*TITLES[:7], title, *TITLES[8:]))
    assert data(lines)["sroi"].get("conventions", {}).get("attribution_means") == means


@pytest.mark.parametrize("typo", ["Deadwieght %", "Quanitty", "Displacment %"])
def test_a_title_with_a_slip_is_read_and_told(typo):
    titles = tuple(typo if title[:2] == typo[:2] else title for title in TITLES)
    found, _, remarks = reading(table(titles=titles))
    assert found == data(table())
    assert any("spelled differently" in each.text for each in remarks)


def test_an_error_in_a_cell_is_a_defect_and_not_stated():
    first = (*ROWS[0][:9], "#REF!")
    found, _, remarks = reading(table([first, *ROWS[1:]]))
    assert "reported_impact" not in found["sroi"]["rows"][0]
    assert [each.place for each in remarks if each.kind is RemarkKind.DEFECT] == ["Map!J2"]


def test_what_a_map_does_not_say_is_assumed_in_words():
    found, _, remarks = reading(table())
    assert (found["title"], found["stage"], found["currency"]) == ("map", "options", "GBP")
    assumed = [each.text for each in remarks if each.kind is RemarkKind.ASSUMPTION]
    starts = ["The map names no project", "A value map does not say", "No currency is shown"]
    assert [text[: len(start)] for text, start in zip(assumed, starts, strict=True)] == starts


def test_title_stage_and_currency_can_be_said():
    found = data(table(), said=["title=Our hub", "stage=review", "currency=EUR"])
    assert (found["title"], found["stage"], found["currency"]) == ("Our hub", "review", "EUR")


def test_corrections_are_told_so_that_the_reading_can_be_repeated():
    remarks = reading(table(), said=["title=Our hub"])[2]
    assert "Read with --map 'title=Our hub'" in [each.text for each in remarks]


def test_the_column_of_values_from_which_impacts_follow_is_multiplied():
    titles = (*TITLES[:3], "Unit value", "Total proxy value", *TITLES[4:])
    lines = [titles, *((*row[:3], row[3] / 4, *row[3:]) for row in ROWS)]
    assert [row["proxy"] for row in rows(lines)] == [500, 120, 80]


def test_a_group_may_be_named_on_a_row_of_its_own():
    lines = [TITLES, ("Young people",), *((None, *row[1:]) for row in ROWS[:2]), ("Parents",),
             (None, *ROWS[2][1:])]  # fmt: skip
    groups = [row["stakeholder_id"] for row in rows(lines)]
    assert groups == ["young-people", "young-people", "parents"]


def test_a_note_between_the_rows_is_no_group():
    lines = [TITLES, ROWS[0], ("* of those who answered",), ("Parents", *ROWS[2][1:])]
    assert [group["name"] for group in data(lines)["stakeholders"]] == ["Young people", "Parents"]


def test_numbers_without_words_are_not_read_and_told():
    found, _, remarks = reading([*table(), (*[None] * 9, 10100)])
    assert found == data(table())
    told = [each.place for each in remarks if "numbers and no words" in each.text]
    assert told == ["Map, row 5"]


def test_a_row_that_numbers_the_columns_is_no_outcome():
    lines = [TITLES, tuple(range(1, 11)), *ROWS]
    assert len(rows(lines)) == 3
