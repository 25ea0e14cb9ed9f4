"""A workbook is read as it was saved: values, formulas, formats, days, merged and hidden parts."""

import io
from datetime import date
from decimal import Decimal

import pytest
import xlsxwriter

from auditor.load.sheets import Area
from auditor.load.workbook_reader import open_workbook


def written(fill, **options):
    """Return the bytes of a workbook that was filled by `fill(book)`."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, **options}) as book:
        fill(book)
    return file.getvalue()


def cells(fill, **options):
    raw = written(lambda book: fill(book, book.add_worksheet("Map")), **options)
    return open_workbook(raw, name="map.xlsx").sheets[0].cells


@pytest.mark.parametrize(
    ("number", "read"),
    [
        (0.1 + 0.2, Decimal("0.3")),
        (1234.56, Decimal("1234.56")),
        (25, 25),
        (2.5e11, 250_000_000_000),
        (1 / 3, Decimal("0.333333333333333")),
        (-0.5, Decimal("-0.5")),
        (1e-9, Decimal("1E-9")),
        (1e300, "1E+300"),
    ],
)
def test_numbers_are_exact_to_fifteen_digits(number, read):
    found = cells(lambda book, sheet: sheet.write_number(0, 0, number))[1, 1].value
    assert (found, type(found)) == (read, type(read))


def test_a_formula_stands_beside_the_value_that_was_saved_with_it():
    found = cells(lambda book, sheet: sheet.write_formula(2, 1, "=A1*2", None, 8))[3, 2]
    assert (found.formula, found.value) == ("=A1*2", 8)


def test_a_formula_that_was_never_calculated_has_no_value():
    raw = written(lambda book: book.add_worksheet("Map").write_formula(0, 0, "=1+1", None, ""))
    assert open_workbook(raw, name="m.xlsx").sheets[0].cells[1, 1].value is None


def test_the_number_format_is_kept():
    def fill(book, sheet):
        sheet.write_number(0, 0, 5, book.add_format({"num_format": '"£"#,##0.00'}))
        sheet.write_number(0, 1, 0.25, book.add_format({"num_format": 9}))

    found = cells(fill)
    assert (found[1, 1].number_format, found[1, 2].number_format) == ('"£"#,##0.00', "0%")


@pytest.mark.parametrize("from_1904", [False, True])
def test_days_are_days_in_either_calendar(from_1904):
    def fill(book, sheet):
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write_datetime(0, 0, date(2021, 3, 31), day)

    assert cells(fill, date_1904=from_1904)[1, 1].value == date(2021, 3, 31)


def test_texts_truth_and_errors_are_kept():
    def fill(book, sheet):
        sheet.write_string(0, 0, "  Café \U0001f600 ")
        sheet.write_boolean(0, 1, True)
        sheet.write_formula(0, 2, "=1/0", None, "#DIV/0!")

    found = cells(fill)
    assert [found[1, column].value for column in (1, 2, 3)] == [
        "  Café \U0001f600 ",
        True,
        "#DIV/0!",
    ]


def test_merged_areas_and_hidden_sheets_are_told():
    def fill(book):
        sheet = book.add_worksheet("Map")
        sheet.merge_range(1, 2, 3, 4, "Stage 4")
        book.add_worksheet("Old").hide()

    found = open_workbook(written(fill), name="map.xlsx")
    assert found.sheets[0].merged == (Area(2, 3, 4, 5),)
    assert [sheet.hidden for sheet in found.sheets] == [False, True]
    assert [remark.place for remark in found.remarks] == ["Old"]


def test_a_cell_that_only_has_a_format_is_no_cell():
    def fill(book, sheet):
        sheet.write_blank(0, 0, None, book.add_format({"bold": True}))
        sheet.write_number(0, 1, 0)

    assert set(cells(fill)) == {(1, 2)}


def test_characters_that_nobody_can_see_become_spaces():
    assert cells(lambda book, sheet: sheet.write_string(0, 0, "a\x85b"))[1, 1].value == "a b"
