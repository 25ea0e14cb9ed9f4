"""A map whose outcomes are spread over several sheets is read as one."""

import pytest

from auditor.errors import InputError
from tests.load.value_map.books import ROWS, TITLES, data, reading, sheet, table

REFS = ("Ref", "Outcome")
WHO = [("Ref", "Stakeholders", "Outcome", "Quantity", "Duration"),
       *((f"O{n}", *row[:3], row[4]) for n, row in enumerate(ROWS, 1))]  # fmt: skip
WORTH = [(*REFS, "Proxy value"), *((f"O{n}", row[1], row[3]) for n, row in enumerate(ROWS, 1))]
LEFT = [(*REFS, *TITLES[5:]), *((f"O{n}", row[1], *row[5:]) for n, row in enumerate(ROWS, 1))]


def without_names(rows):
    return [{name: value for name, value in row.items() if name != "id"} for row in rows]


def three_sheets(who=WHO, worth=WORTH, left=LEFT):
    return sheet(left, name="Impact"), sheet(who, name="Outcomes"), sheet(worth, name="Values")


def test_what_three_sheets_say_of_an_outcome_makes_one_row():
    found = data(*three_sheets())["sroi"]["rows"]
    assert [row["id"] for row in found] == ["o1", "o2", "o3"]
    assert without_names(found) == without_names(data(table())["sroi"]["rows"])


def test_every_value_keeps_the_place_of_its_own_sheet():
    _, places, _ = reading(*three_sheets())
    names = ("quantity", "proxy", "deadweight")
    found = [places[f"/sroi/rows/1/{name}"] for name in names]
    assert found == ["Outcomes!D3", "Values!C3", "Impact!C3"]


def test_sheets_that_list_the_outcomes_in_another_order_are_matched_by_their_references():
    turned = [WORTH[0], *reversed(WORTH[1:])]
    assert data(*three_sheets(worth=turned)) == data(*three_sheets())


def test_without_references_the_words_of_the_outcome_match():
    bare = [[row[1:] for row in rows] for rows in (WHO, WORTH, LEFT)]
    found = data(*three_sheets(*bare))["sroi"]["rows"]
    assert without_names(found) == without_names(data(table())["sroi"]["rows"])


def test_it_is_said_by_what_the_rows_were_matched():
    _, _, remarks = reading(*three_sheets())
    said = [(each.text, each.place) for each in remarks if "joined" in each.text]
    says = "The rows of this sheet are joined to those of Outcomes by the reference."
    assert said == [(says, "Impact"), (says, "Values")]


def test_an_outcome_that_the_first_sheet_does_not_name_is_asked_about():
    with pytest.raises(InputError) as caught:
        data(*three_sheets(worth=[*WORTH, ("O4", "Another", 9)]))
    (problem,) = caught.value.problems
    assert problem.where == "map.xlsx, Values, row 5"
    assert "no row of the sheet Outcomes is the outcome of this one" in problem.problem


def test_an_outcome_of_which_a_sheet_says_nothing_is_named():
    found, _, remarks = reading(*three_sheets(worth=WORTH[:3]))
    assert "proxy" not in found["sroi"]["rows"][2]
    assert "This sheet says nothing of what stands on Outcomes in row 4." in [
        each.text for each in remarks
    ]


def test_rows_that_cannot_be_told_apart_are_not_matched():
    alike = [[REFS[1:], *(("The same", *row[2:]) for row in rows[1:])] for rows in (WORTH, LEFT)]
    alike = [[(*rows[0], *head), *rows[1:]] for rows, head in
             zip(alike, (WORTH[0][2:], LEFT[0][2:]), strict=True)]  # fmt: skip
    who = [WHO[0][1:], *((row[1], "The same", *row[3:]) for row in WHO[1:])]
    with pytest.raises(InputError, match="their rows cannot be matched"):
        data(*three_sheets(who, *alike))


def test_what_holds_for_all_rows_does_not_stand_over_another_sheet():
    found = data(*three_sheets(), said=["deadweight=0"])["sroi"]["rows"]
    assert found == data(*three_sheets())["sroi"]["rows"]


def test_two_whole_maps_are_never_joined():
    with pytest.raises(InputError, match="2 sheets look like value maps"):
        data(sheet(table(), name="Base"), sheet(table(), name="Best"))
