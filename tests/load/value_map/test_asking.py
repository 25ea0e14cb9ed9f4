"""What cannot be known is asked about, with the correction that answers it; nothing is guessed."""

from decimal import Decimal

import pytest

from auditor.errors import InputError, UsageError
from tests.load.value_map.books import ROWS, TITLES, data, sheet, table


def asked(*sheets, said=()):
    with pytest.raises(InputError) as caught:
        data(*sheets, said=said)
    return [str(problem) for problem in caught.value.problems]


def with_column(column, values):
    """Return the rows with other values in one column."""
    return [
        (*row[:column], value, *row[column + 1 :]) for row, value in zip(ROWS, values, strict=True)
    ]


@pytest.mark.parametrize(
    ("values", "why"),
    [((25, 0.5, 0), "both 0.5 and 25 without a sign"), ((1, 0, 0), "1 in it may be 1% or 100%")],
)
def test_shares_that_may_be_written_in_two_ways_are_asked_about(values, why):
    (problem,) = asked(table(with_column(5, values)))
    assert "map.xlsx, Map!F1: column F cannot be read as shares" in problem
    assert why in problem
    assert '--map "F=deadweight:percent" or --map "F=deadweight:share"' in problem


@pytest.mark.parametrize(("scale", "read"), [("percent", "0.01"), ("share", "1")])
def test_the_answer_decides_how_shares_are_read(scale, read):
    found = data(table(with_column(5, (1, 0, 0))), said=[f"F=deadweight:{scale}"])
    assert str(found["sroi"]["rows"][0]["deadweight"]) == read


@pytest.mark.parametrize("text", ["1.2k", "about 40", "10-20", "(5", "2 or 3"])
def test_words_where_a_number_is_wanted_are_asked_about(text):
    (problem,) = asked(table(with_column(2, (text, 10, 25))))
    assert f"map.xlsx, Map!C2: “{text}” stands where a number is wanted" in problem


def test_every_unclear_cell_is_named_at_once():
    assert len(asked(table(with_column(2, ("many", "some", "few"))))) == 3


def test_two_columns_of_one_kind_are_asked_about():
    lines = [(*TITLES, "Deadweight"), *((*row, "0%") for row in ROWS)]
    problems = asked(lines)
    assert len(problems) == 2
    assert '--map "F=deadweight" or --map "F=extra"' in problems[0]
    assert '--map "K=deadweight" or --map "K=extra"' in problems[1]


def test_a_second_column_that_is_said_to_be_extra_is_left_out():
    lines = [(*TITLES, "Deadweight"), *((*row, "9%") for row in ROWS)]
    assert data(lines, said=["K=extra"])["sroi"]["rows"] == data(table())["sroi"]["rows"]


def test_a_second_attribution_is_taken_after_the_first():
    lines = [(*TITLES, "Second attribution"), *((*row, "50%") for row in ROWS)]
    rows = data(lines)["sroi"]["rows"]
    shares = [row["attribution_to_others"] for row in rows]
    assert shares == [Decimal("0.75"), Decimal("0.5"), Decimal("0.6")]


def test_a_title_that_could_mean_two_things_is_asked_about():
    lines = table(titles=("Stakeholders", "Outcome", "Mean quantity impact", *TITLES[3:]))
    assert "its title could mean several things" in asked(lines)[0]


def test_several_maps_in_one_workbook_are_asked_about():
    (problem,) = asked(sheet(table(), name="A"), sheet(table(), name="B"))
    assert '--map "sheet=A" or --map "sheet=B"' in problem


def test_one_of_several_maps_is_read_when_it_is_named():
    other = with_column(2, (1, 2, 3))
    found = data(sheet(table(), name="A"), sheet(table(other), name="B"), said=["sheet=B"])
    assert [row["quantity"] for row in found["sroi"]["rows"]] == [1, 2, 3]


def test_a_hidden_map_is_not_read_unless_it_is_named():
    hidden = sheet(table(with_column(2, (1, 2, 3))), name="Old", hidden=True)
    assert data(sheet(table()), hidden)["sroi"]["rows"][0]["quantity"] == 40
    assert data(sheet(table()), hidden, said=["sheet=Old"])["sroi"]["rows"][0]["quantity"] == 1


def test_a_workbook_without_a_map_says_what_a_map_has():
    (problem,) = asked([("Name", "Telephone"), ("A", 1)])
    assert "no sheet of this workbook was recognised as a value map" in problem
    assert "--map" in problem


def test_a_sheet_that_is_not_there_is_told_which_are():
    assert "Its sheets are: Map." in asked(table(), said=["sheet=Maps"])[0]


def test_columns_can_be_named_where_no_title_is_known():
    lines = table(titles=tuple(f"Column {number}" for number in "abcdefghij"))
    fields = "stakeholder outcome quantity proxy duration deadweight displacement attribution"
    held = zip("ABCDEFGHIJ", [*fields.split(), "drop_off", "impact"], strict=True)
    said = ["heading=1", *(f"{column}={field}" for column, field in held)]
    assert data(lines, said=said) == data(table())


def test_a_discount_rate_between_the_two_ways_of_writing_is_asked_about():
    (problem,) = asked([*table(), ("Discount rate", 0.35)])
    assert '--map "discount_rate=3.5%"' in problem
    found = data([*table(), ("Discount rate", 0.35)], said=["discount_rate=3.5%"])
    assert str(found["sroi"]["discount_rate"]) == "0.035"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("H", "this is no correction"),
        ("H=", "this is no correction"),
        ("H=deadwieght", "did you mean `deadweight`?"),
        ("H=nonsense", "a column may hold"),
        ("H=deadweight:half", "neither `share` nor `percent`"),
        ("heading=top", "`top` is no row"),
        ("rounded=quantity,impact", "`impact` is none of quantity, deadweight"),
        ("displacement=none at all", "is no number"),
        ("colour=blue", "is no column and nothing that can be set"),
    ],
)
def test_a_correction_that_cannot_be_understood_is_refused(text, says):
    with pytest.raises(UsageError, match="--map") as caught:
        data(table(), said=[text])
    assert says in str(caught.value)


def test_outcomes_after_the_total_are_asked_about():
    lines = [*table(), ("Total", *[None] * 8, 10100), ("If half", *ROWS[0][1:])]
    (problem,) = asked(lines)
    assert "Map, row 5: a total stands here, and rows that look like outcomes follow" in problem
    assert '"last=4" if the map ends above it, --map "last=6" if it goes on' in problem
    assert len(data(lines, said=["last=4"])["sroi"]["rows"]) == 3
    assert len(data(lines, said=["last=6"])["sroi"]["rows"]) == 4


@pytest.mark.parametrize(("column", "field"), [(2, "quantity"), (3, "proxy")])
def test_numbers_in_a_column_that_nobody_knows_are_asked_about_where_some_are_missing(
    column, field
):
    titles = (*TITLES[:column], "Wibble", *TITLES[column + 1 :])
    letters = "ABCD"[column]
    (problem,) = asked(table(titles=titles))
    assert f'--map "{letters}={field}"' in problem
    found = data(table(titles=titles), said=[f"{letters}={field}"])
    assert found["sroi"]["rows"] == data(table())["sroi"]["rows"]
    without = data(table(titles=titles), said=[f"{letters}=extra"])
    assert field not in without["sroi"]["rows"][0]


KEPT = [(*row[:7], share, *row[8:]) for row, share in zip(ROWS, (0.5, "100%", 0.8), strict=True)]


def test_impacts_that_only_follow_from_a_kept_attribution_are_asked_about():
    (problem,) = asked(table(KEPT))
    assert '--map "H=attribution" or --map "H=attribution_own"' in problem
    assert data(table(KEPT), said=["H=attribution_own"])["sroi"]["conventions"]


def test_the_share_of_others_is_read_where_two_columns_make_a_whole():
    titles = (*TITLES[:7], "Attribution to others", *TITLES[8:], "Attribution to us")
    shares = ("50%", "100%", "80%")
    lines = [titles, *((*row, own) for row, own in zip(ROWS, shares, strict=True))]
    found = data(lines)["sroi"]
    assert found["conventions"] == {"attribution_means": "others"}
    assert found["rows"] == data(table())["sroi"]["rows"]


def test_titles_that_stand_again_are_asked_about():
    lines = [*table(), (), TITLES, *ROWS]
    (problem,) = asked(lines)
    assert "Map, row 6: the titles stand here again" in problem
    assert len(data(lines, said=["last=5"])["sroi"]["rows"]) == 3
    assert len(data(lines, said=["last=9"])["sroi"]["rows"]) == 6


def test_durations_in_months_are_asked_about():
    titles = (*TITLES[:4], "Duration (months)", *TITLES[5:])
    (problem,) = asked(table(titles=titles))
    assert "column E seems to count months" in problem
    assert data(table(titles=titles), said=["E=duration"])


def test_two_shares_in_one_column_are_asked_about():
    titles = (*TITLES[:5], "Deadweight / displacement", *TITLES[6:])
    assert '--map "F=deadweight" or --map "F=displacement"' in asked(table(titles=titles))[0]
