"""The workbook that is written guides whoever fills it in, and is the same every time."""

import re
import zipfile
from io import BytesIO
from typing import Any, get_args

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from auditor.errors import InputError
from auditor.load.template.layout import layout
from auditor.load.template.marks import CHOICES_SHEET, START_SHEET
from auditor.model.stage import Kind
from auditor.workbook import new_workbook

KINDS = get_args(Kind)
HEAD = {"format_version": "1", "kind": "commissioning", "title": "Evenings", "stage": "need"}


@pytest.fixture(scope="module")
def raw() -> bytes:
    return new_workbook("commissioning")


@pytest.fixture(scope="module")
def book(raw: bytes) -> Any:
    return openpyxl.load_workbook(BytesIO(raw))


def column_of(sheet: Worksheet, name: str) -> str:
    return next(cell.column_letter for cell in sheet[7] if cell.value == name)


def checks(sheet: Worksheet, cell: str) -> list[Any]:
    return [each for each in sheet.data_validations.dataValidation if cell in each.sqref]


def test_the_same_content_gives_the_same_bytes(raw: bytes) -> None:
    assert new_workbook("commissioning") == raw


def test_a_workbook_names_nobody_and_no_moment(raw: bytes) -> None:
    archive = zipfile.ZipFile(BytesIO(raw))
    core = archive.read("docProps/core.xml").decode()
    assert "<dc:creator></dc:creator>" in core
    assert set(re.findall('W3CDTF">([0-9-]+)', core)) == {"2000-01-01"}
    assert {member.date_time[0] for member in archive.infolist()} == {1980}


@pytest.mark.parametrize("kind", KINDS)
def test_every_part_has_its_sheet_between_start_and_choices(kind: str) -> None:
    names = openpyxl.load_workbook(BytesIO(new_workbook(kind)), read_only=True).sheetnames
    assert names == [START_SHEET, *(part.name for part in layout(kind)), CHOICES_SHEET]


def test_a_form_of_some_fields_has_their_sheets_and_what_must_be_there() -> None:
    raw = new_workbook("commissioning", asked=frozenset({"sroi.rows.proxy"}))
    short = openpyxl.load_workbook(BytesIO(raw))
    assert short.sheetnames == ["Start", "Decision", "SROI", "SROI rows", "Choices"]
    names = [cell.value for cell in short["SROI rows"][7] if cell.value]
    assert names == ["(row)", "id", "proxy"]
    fields = [row[0].value for row in short["Decision"].iter_rows(min_row=6, max_col=1)]
    assert fields == ["Format version", "Kind", "Title", "Stage", "SROI"]


def test_what_a_file_states_is_shown_although_it_was_not_asked_for() -> None:
    data = HEAD | {"notices": [{"kind": "tender"}]}
    raw = new_workbook("commissioning", asked=frozenset(), data=data)
    assert "Notices" in openpyxl.load_workbook(BytesIO(raw)).sheetnames


def test_every_column_has_guidance_unit_title_and_name_above_it(book: Any) -> None:
    for part in layout("commissioning"):
        if part.listed:
            rows = [[cell.value for cell in row] for row in book[part.name]["A4:AZ7"]]
            used = [column for column in zip(*rows, strict=True) if column[3]]
            assert len(used) >= len(part.fields)
            assert all(guidance and title for guidance, _, title, _ in used)


def test_a_field_with_choices_offers_them(book: Any) -> None:
    sheet = book["Outcomes"]
    [check] = checks(sheet, f"{column_of(sheet, 'sign')}9")
    where = check.formula1.partition("!")[2].replace("$", "")
    assert check.type == "list"
    assert [cell.value for (cell,) in book[CHOICES_SHEET][where]] == ["positive", "negative"]


@pytest.mark.parametrize(
    ("name", "sort", "bounds"),
    [
        ("material", "list", ('"yes,no"', None)),
        ("date", "date", None),
        ("duration_years", "decimal", ("0", "500")),
    ],
)
def test_a_field_accepts_what_its_guidance_says(
    book: Any, name: str, sort: str, bounds: tuple[str, str | None] | None
) -> None:
    found = [
        check
        for part in layout("commissioning")
        if part.listed and any(field.key == name for field in part.fields)
        for check in checks(book[part.name], f"{column_of(book[part.name], name)}9")
    ]
    assert found
    assert {check.type for check in found} == {sort}
    if bounds:
        assert {(check.formula1, check.formula2) for check in found} == {bounds}


def test_an_id_is_chosen_from_the_ids_of_the_list_that_it_names(book: Any) -> None:
    sheet = book["Outcomes"]
    [check] = checks(sheet, f"{column_of(sheet, 'stakeholder_id')}9")
    assert check.formula1 == "'Stakeholders'!$B$9:$B$507"


def test_a_message_says_what_a_field_is_wherever_one_is_in_its_column(book: Any) -> None:
    sheet = book["Outcomes"]
    [check] = checks(sheet, f"{column_of(sheet, 'text')}500")
    assert check.prompt.startswith("What changes")


def test_sheets_are_set_up_for_paper_and_screen(book: Any) -> None:
    sheet = book["SROI rows"]
    assert sheet.page_setup.orientation == "landscape"
    assert (sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToHeight) == (True, 0)
    assert sheet.print_title_rows == "$6:$7"
    assert sheet.print_title_cols == "$A:$B"
    assert sheet.freeze_panes == "C8"


def test_nothing_is_protected_or_hidden(book: Any) -> None:
    for sheet in book.worksheets:
        assert not sheet.protection.sheet
        assert sheet.sheet_state == "visible"


def test_texts_that_look_like_formulas_or_numbers_are_written_as_texts() -> None:
    data = HEAD | {"title": "=1+1", "summary": "+44 5.10", "service_type": "@x"}
    raw = new_workbook("commissioning", asked=frozenset(), data=data)
    for part, text in ((part, zipfile.ZipFile(BytesIO(raw)).read(part).decode())
                       for part in zipfile.ZipFile(BytesIO(raw)).namelist()):  # fmt: skip
        assert "<f>" not in text, part
    values = [row[1].value for row in openpyxl.load_workbook(BytesIO(raw))["Decision"].rows]
    assert {"=1+1", "+44 5.10", "@x"} <= set(values)


def test_a_text_that_no_cell_can_hold_is_refused_with_its_place() -> None:
    data = HEAD | {"summary": "x" * 40_000}
    with pytest.raises(InputError, match=r"Decision!B10 \(summary\): this text is too long"):
        new_workbook("commissioning", asked=frozenset(), data=data)


def test_a_text_that_looks_like_the_markup_of_a_workbook_stays_text() -> None:
    data = {**HEAD, "title": "<r></si></sst></r>"}
    book = openpyxl.load_workbook(BytesIO(new_workbook("commissioning", data=data)))
    assert data["title"] in {cell.value for row in book["Decision"].iter_rows() for cell in row}
