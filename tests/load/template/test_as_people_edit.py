"""A workbook is read as people leave it: moved, annotated, half filled, typed in their own way."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from auditor.load.document import RemarkKind
from auditor.load.sheets import Cell, Sheet, Workbook
from auditor.load.template.reader import read_template
from tests.load.template.edits import both, form, move, put, read, write

HEAD = {"format_version": "1", "kind": "commissioning"}


def stated(edits: Any) -> Any:
    data = read(edits)[0]
    return {name: value for name, value in data.items() if name not in HEAD}


def test_a_new_workbook_states_its_version_and_its_kind_and_nothing_else() -> None:
    data, _, remarks = read({})
    assert data == HEAD
    assert remarks == ()


def test_a_value_is_found_at_its_sheet_and_cell() -> None:
    data, places, _ = read({"Outcomes": write(id="calm", text="Calmer evenings")})
    assert data["outcomes"] == [{"id": "calm", "text": "Calmer evenings"}]
    assert places["/outcomes/0/text"] == "Outcomes!C9"
    assert places["/outcomes/0"] == "Outcomes!B9"


def test_a_field_that_must_be_there_has_its_place_before_it_is_filled_in() -> None:
    _, places, _ = read({"Outcomes": write(text="Calmer evenings")})
    assert places["/title"] == "Decision!B8"
    assert places["/costs"].startswith("Decision!B")
    assert places["/outcomes"] == "Outcomes!B9"
    assert places["/outcomes/0/id"] == "Outcomes!B9"


def test_rows_above_the_headings_and_moved_columns_change_nothing() -> None:
    filled = write(id="calm", text="Calmer evenings")
    data, places, _ = read({"Outcomes": both(filled, move(lambda row, col: (row + 3, 40 - col)))})
    assert data["outcomes"] == [{"id": "calm", "text": "Calmer evenings"}]
    assert places["/outcomes/0/id"] == "Outcomes!AL12"


def test_blank_rows_between_entries_are_passed_over() -> None:
    rows = both(
        write(row=2, id="a", text="A"), write(row=40, id="b", text="B"), write(row=41, id=" ")
    )
    assert [each["id"] for each in stated({"Outcomes": rows})["outcomes"]] == ["a", "b"]


def test_sheets_may_be_renamed_and_reordered() -> None:
    sheets = [Sheet(f"x{at}", sheet.cells) for at, sheet in enumerate(reversed(form().sheets))]
    assert read_template(Workbook(tuple(sheets)), name="my.xlsx")[0] == HEAD


def test_columns_rows_and_sheets_of_the_user_are_named_as_not_read() -> None:
    notes = Sheet("Notes", {(3, 3): Cell("Ask finance")})
    outcomes = both(write(id="calm", text="Calm"), put(Z7="My notes", Z9="ring Ann"))
    decision = put(B90="who signs?", I12="see mail")
    sheets = [
        outcomes(s) if s.name == "Outcomes" else decision(s) if s.name == "Decision" else s
        for s in form().sheets
    ]
    remarks = read_template(Workbook((*sheets, notes)), name="my.xlsx")[2]
    assert {remark.place for remark in remarks} == {
        "Notes!A1", "Outcomes!Z7", "Decision!B90", "Decision!I5",
    }  # fmt: skip
    assert {remark.kind for remark in remarks} == {RemarkKind.READING}
    assert all("not read" in remark.text for remark in remarks)


def test_many_columns_of_the_user_are_named_in_one_remark() -> None:
    remarks = read({"Outcomes": put(X7="a", Y7="b", Z7="c")})[2]
    assert [(each.text, each.place) for each in remarks] == [
        ("3 columns are not the workbook's, and were not read: X7, Y7, Z7.", "Outcomes!X7")
    ]


def test_entries_of_a_list_inside_another_go_to_the_entry_that_they_name() -> None:
    data = stated({
        "Stakeholders": both(write(2, id="users", name="U"), write(3, id="carers", name="C")),
        "Stakeholders involved": both(
            write(2, owner="carers", number=4), write(3, owner="users", number=7),
            write(4, owner="carers", number=2),
        ),
    })  # fmt: skip
    numbers = {each["id"]: [i["number"] for i in each["involved"]] for each in data["stakeholders"]}
    assert numbers == {"users": [7], "carers": [4, 2]}


def test_entries_without_ids_are_named_by_a_number() -> None:
    lots = both(write(2, number_of_row=1, title="A"), write(5, number_of_row="2", title="B"))
    criteria = both(write(2, owner=1, name="Price"), write(3, owner="1", name="Quality"))
    data = stated({"Procurement lots": lots, "Procurement lots criteria": criteria})
    first, second = data["procurement"]["lots"]
    assert [each["name"] for each in first["criteria"]] == ["Price", "Quality"]
    assert "criteria" not in second


def test_that_there_is_none_is_read_with_its_reason_for_parts_lists_and_notes() -> None:
    data = stated({
        "Decision": write(tenders="None: a grant was given", market="none:  one provider"),
        "Needs": write(prevention_note="none: not asked", groups="none: too few"),
    })  # fmt: skip
    assert data == {
        "tenders": {"none": "a grant was given"},
        "market": {"none": "one provider"},
        "needs": {"prevention_note": {"none": "not asked"}, "groups": {"none": "too few"}},
    }


@pytest.mark.parametrize(
    ("cell", "read_as"),
    [
        (Cell("0.25"), Decimal("0.25")),
        (Cell("25%"), Decimal("0.25")),
        (Cell(" 2.5 % "), Decimal("0.025")),
        (Cell(Decimal("0.25"), number_format="0%"), Decimal("0.25")),
        (Cell(Decimal("0.5"), number_format="0%"), Decimal("0.50")),
        (Cell(1, number_format="0%"), Decimal("1.00")),
        (Cell(Decimal("0.5")), Decimal("0.5")),
        (Cell(0), 0),
        (Cell(Decimal("0.25"), formula="=1/4"), Decimal("0.25")),
    ],
)
def test_a_share_is_read_in_every_way_in_which_it_is_written(cell: Cell, read_as: object) -> None:
    found = stated({"SROI": write(discount_rate=cell)})["sroi"]["discount_rate"]
    assert (found, str(found)) == (read_as, str(read_as))


@pytest.mark.parametrize(
    ("sheet", "field", "typed", "read_as"),
    [
        ("Decision", "decision_date", date(2026, 3, 24), "2026-03-24"),
        ("Decision", "decision_date", " 2026-03-24 ", "2026-03-24"),
        ("Decision", "light_touch", True, True),
        ("Decision", "light_touch", "No", False),
        ("Decision", "regime", " PA2023", "pa2023"),
        ("Decision", "nation", "Northern Ireland", "northern_ireland"),
        ("Decision", "green_book_edition", 2022, 2022),
        ("Decision", "policy_basis", "Green Book\n\n eight-principles ",
         ["green-book", "eight-principles"]),
        ("Decision", "title", " Two lines\nof title ", "Two lines\nof title"),
        ("Decision", "title", 2026, "2026"),
        ("Decision", "id", "007", "007"),
        ("SROI inputs", "amount", "£45,331.50", Decimal("45331.50")),
        ("SROI inputs", "amount", 45331, 45331),
        ("SROI rows", "reported_impact", "5.10", Decimal("5.10")),
        ("SROI rows", "reported_impact", "£345k", {"value": 345000, "printed": "£345k"}),
        ("SROI rows", "reported_impact", "400 | printed: £400 | Where: Table 3",
         {"value": 400, "printed": "£400", "where": "Table 3"}),
        ("SROI rows", "reported_years", "400\n320.50", [400, Decimal("320.50")]),
    ],
)  # fmt: skip
def test_a_value_is_read_as_it_was_meant(
    sheet: str, field: str, typed: Any, read_as: object
) -> None:
    data, places, _ = read({sheet: write(**{field: typed})})
    pointer = next(each for each in places if each.endswith(f"/{field}"))
    found = data
    for step in pointer.split("/")[1:]:
        found = found[int(step)] if step.isdigit() else found[step]
    assert (found, str(found)) == (read_as, str(read_as))


def test_a_formula_gives_the_value_saved_with_it_and_that_is_said() -> None:
    total = Cell(Decimal("120.5"), formula="=SUM(A1:A9)")
    data, _, remarks = read({"SROI inputs": write(id="staff", amount=total)})
    assert data["sroi"]["inputs"] == [{"id": "staff", "amount": Decimal("120.5")}]
    assert [remark.place for remark in remarks] == ["SROI inputs!F9"]
    assert "formula" in remarks[0].text


def test_a_row_or_record_of_which_nothing_is_known_is_kept_if_it_says_so() -> None:
    data = stated({"Notices": write(row_sort="stated"), "Decision": write(engagement="Stated")})
    assert data == {"notices": [{}], "engagement": {}}


def test_a_sheet_that_was_taken_out_states_nothing() -> None:
    sheets = tuple(sheet for sheet in form().sheets if sheet.name not in ("SROI", "Choices"))
    assert read_template(Workbook(sheets), name="my.xlsx")[0] == HEAD


@pytest.mark.parametrize("typed", ["-", " – ", "n/a", "N/A", "unknown"])
def test_a_dash_in_a_cell_that_may_be_blank_is_not_stated_and_remarked_on(typed: str) -> None:
    data, _, remarks = read({"Needs": write(future_demand_years=typed, assessed_on=typed)})
    assert "needs" not in data
    assert [each.text for each in remarks] == [f"“{typed}” is read as not stated."] * 2
    assert all(each.kind is RemarkKind.READING for each in remarks)


def test_a_dash_stays_a_text_where_words_are_wanted() -> None:
    assert stated({"Needs": write(prevention_note="-")}) == {"needs": {"prevention_note": "-"}}


@pytest.mark.parametrize(
    ("typed", "number"),
    [("3 years", 3), ("1 year", 1), (".35", Decimal("0.35")), (".5%", Decimal("0.005"))],
)
def test_a_number_is_read_with_the_unit_of_its_field_and_without_its_nought(
    typed: str, number: int | Decimal
) -> None:
    found = stated({"Needs": write(future_demand_years=typed)})
    assert found == {"needs": {"future_demand_years": number}}
