"""What may mean more than one thing is refused with sheet, cell and what to do."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from auditor.errors import InputError
from auditor.load.sheets import Area, Cell, Sheet, Workbook
from auditor.load.template.reader import read_template
from tests.load.template.edits import Edit, both, form, put, read, write


def refused(edits: dict[str, Edit]) -> list[tuple[str, str, str]]:
    with pytest.raises(InputError) as error:
        read(edits)
    return [(each.where, each.problem, each.hint) for each in error.value.problems]


@pytest.mark.parametrize(
    ("field", "typed", "says", "do"),
    [
        ("prevention_note", "none", "it is not said why there is none", "Write `none: `"),
        ("prevention_note", "none: ", "the reason why there is none is missing", "Write `none: `"),
        ("prevention_note", date(2026, 5, 1), "a text is wanted here, and the cell holds a date",
         "Format the cell as text"),
        ("prevention_note", True, "a text is wanted here, and the cell holds TRUE", ""),
        ("prevention_note", Cell(7, number_format="000"), "shown in another form", "as text"),
        ("prevention_note", Cell(None, formula="=A1"), "was never calculated", "save it"),
        ("prevention_note", Cell("#REF!", formula="=A1"), "formula of this cell gives #REF!", ""),
        ("prevention_note", "json: x", "a text in JSON's double quotes is", "text alone"),
        ("future_demand_years", "about 5", 'the cell holds the text "about 5"',
         "Is 5 the figure to work with? Then write it alone. Or leave the cell blank"),
        ("future_demand_years", "few", 'the cell holds the text "few"', "leave the cell blank"),
        ("future_demand_years", "3 months", 'the cell holds the text "3 months"', "Write"),
        ("future_demand_years", "05", '"05" can be a number or a code', "without the zeros"),
        ("future_demand_years", date(2026, 5, 1), "the cell holds a date", "Format the cell"),
        ("asked_what_difference", "maybe", "yes or no is wanted here", "Write yes or no"),
        ("asked_what_difference", 1, "yes or no is wanted here, and the cell holds 1", ""),
        ("assessed_on", 46000, "a date is wanted here, and the cell holds 46000", ""),
        ("groups", "two groups", "only `none: ` with a reason may stand", "sheet Needs groups"),
    ],
)  # fmt: skip
def test_a_cell_of_two_meanings_is_refused(field: str, typed: Any, says: str, do: str) -> None:
    [(where, problem, hint)] = refused({"Needs": write(**{field: typed})})
    assert where.startswith("my.xlsx, Needs!B")
    assert where.endswith(f"(needs.{field})")
    assert says in problem
    assert do in hint


def test_every_cell_that_is_refused_is_named_at_once() -> None:
    found = refused({"Needs": write(asked_what_difference="maybe", assessed_on=46000)})
    assert len(found) == 2


@pytest.mark.parametrize(
    ("edits", "where", "says"),
    [
        ({"Stakeholders involved": write(number=3)}, "Stakeholders involved!B9",
         "it is not said which entry of stakeholders this row belongs to"),
        ({"Stakeholders": write(id="users", name="U"),
          "Stakeholders involved": write(owner="user", number=3)},
         "Stakeholders involved!B9", 'stakeholders has no entry with the id "user"'),
        ({"Stakeholders": both(write(2, id="a", name="U"), write(3, id="a", name="V")),
          "Stakeholders involved": write(owner="a", number=3)},
         "Stakeholders involved!B9", 'several entries of stakeholders have the id "a"'),
        ({"Stakeholders": write(id="a", name="U"), "Stakeholders involved": write(owner="a")},
         "Stakeholders involved!B9", "says what it belongs to, and nothing else"),
        ({"Decision": write(needs="none: small"), "Needs": write(fragmentation="x")}, "Needs!A1",
         "the workbook says that there is none of needs, and states it here"),
        ({"Decision": write(tenders="none: a grant"), "Tenders": write(id="T1")}, "Tenders!B9",
         "the workbook says that there is none of tenders, and states it here"),
        ({"SROI": write(conventions="none: x", conventions__rates="flat")}, "SROI!B",
         "the workbook says that there is none of conventions, and states it here"),
        ({"Costs": write(item="Total:", amount=5)}, "Costs!C9", "looks like a row that adds up"),
        ({"Outcomes": write(row=1, text="My own outcome")}, "Outcomes!A8",
         "this row is marked as an example, and Outcomes!C8 was changed"),
        ({"Outcomes": write(row_sort="x", id="a", text="A")}, "Outcomes!A9",
         'only "example" or nothing may stand in this column'),
        ({"Decision": write(kind="decommissioning")}, "Decision!B7",
         "the kind is decommissioning here, and the start page says commissioning"),
        ({"Outcomes": put(D7="materiel")}, "Outcomes!D7", 'there is no field called "materiel"'),
        ({"Outcomes": put(D7="id")}, "Outcomes!D7", "the column id is there twice"),
        ({"Outcomes": put(A7="")}, "Outcomes!A1", "the row with the names of the columns"),
        ({"Outcomes": put(A3="")}, "Outcomes!A1", "by which the sheet is known"),
        ({"Outcomes": put(A3="auditor-sheet: outcome")}, "Outcomes!A1", 'no part called "outcome"'),
        ({"Outcomes": put(A3="auditor-sheet: objectives")}, "Outcomes!A1", "so is Objectives"),
        ({"Needs": put(B5="My values")}, "Needs!A1", 'the row of headings with "Value"'),
        ({"Needs": put(B40="5", F40="assessed")}, "Needs!B40", 'no field called "assessed"'),
        ({"Needs": both(write(fragmentation="x"), put(B40="y", F40="fragmentation"))}, "Needs!B40",
         "fragmentation is filled in twice"),
        ({"Start": put(A2="")}, "Start!A1", "the workbook has no start page"),
        ({"Start": put(A2="auditor-workbook: buying; layout 1")}, "Start!A2", "no kind of file"),
        ({"Start": put(A2="auditor-workbook: commissioning; layout 9")}, "Start!A2", "layout 9"),
        ({"Notices": put(B2="auditor-workbook: commissioning; layout 1")}, "Notices!B2", "several"),
    ],
)  # fmt: skip
def test_what_does_not_fit_together_is_refused_with_its_place(
    edits: dict[str, Edit], where: str, says: str
) -> None:
    found = refused(edits)
    assert found[0][0].startswith(f"my.xlsx, {where}")
    assert says in found[0][1]
    assert found[0][2]


@pytest.mark.parametrize(("sheet", "column"), [("Needs", 2), ("Outcomes", 2)])
def test_merged_cells_are_refused_where_values_stand(sheet: str, column: int) -> None:
    merged = (Area(9, column, 10, column),)
    [(where, problem, _)] = refused({sheet: lambda found: replace(found, merged=merged)})
    assert where == f"my.xlsx, {sheet}!B9"
    assert "cells are merged here" in problem


def test_merged_cells_of_the_user_beside_the_table_do_no_harm() -> None:
    merged = (Area(9, 40, 12, 41), Area(1, 1, 1, 5))
    data = read({"Outcomes": lambda found: replace(found, merged=merged)})[0]
    assert "outcomes" not in data


def test_an_example_that_was_left_or_emptied_is_not_read() -> None:
    data = read({"Outcomes": both(write(row=1, text=None), write(id="a", text="A"))})[0]
    assert data["outcomes"] == [{"id": "a", "text": "A"}]


def test_a_copied_sheet_is_refused() -> None:
    copy = next(sheet for sheet in form().sheets if sheet.name == "Outcomes")
    copied = Workbook((*form().sheets, Sheet("Outcomes (2)", copy.cells)))
    with pytest.raises(InputError, match="marked outcomes, and so is Outcomes"):
        read_template(copied, name="my.xlsx")


def test_a_number_with_a_fraction_is_not_cut_to_a_whole_one() -> None:
    data = read({"Stakeholders": write(id="a", name="A", population=Decimal("3.5"))})[0]
    assert data["stakeholders"][0]["population"] == Decimal("3.5")


def test_after_a_hundred_problems_no_more_are_looked_for() -> None:
    rows = both(*(write(row, quantity="many") for row in range(2, 300)))
    assert len(refused({"SROI rows": rows})) == 100
