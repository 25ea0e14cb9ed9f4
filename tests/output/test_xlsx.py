import io
import zipfile
from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.finding import Evidence
from auditor.output import xlsx
from auditor.output.table import Column, Table
from tests.output import read_back, sample

PARAMETERS = Table("Parameters", "Numbers.", (Column("Parameter"),), (("minimum",),))


@pytest.fixture(scope="module")
def book():
    return read_back.workbook(xlsx.render(sample.report(), PARAMETERS))


def rows(report, sheet):
    return read_back.sheet_rows(read_back.workbook(xlsx.render(report))[sheet])


def test_every_part_of_the_working_papers_has_a_sheet(book):
    papers = "Summary Findings Claims Working Coverage Clauses Evidence Judgements Value Parameters"
    assert book.sheetnames == papers.split()


def test_a_sheet_with_nothing_is_left_out_but_not_those_that_are_looked_for():
    empty = sample.report((), claims=(), judgements=(), waterfall=(), shares=(), coverage=())
    book = read_back.workbook(xlsx.render(empty))
    assert book.sheetnames == ["Summary", "Findings", "Claims", "Coverage", "Evidence"]


def test_the_summary_names_every_other_sheet(book):
    items = [row["Item"] for row in read_back.sheet_rows(book["Summary"])]
    assert [f"Sheet {name}" for name in book.sheetnames[1:]] == items[-9:]


def test_a_claim_is_a_number_with_its_currency(book):
    sheet = book["Claims"]
    heads = [cell.value for cell in sheet[1]]
    ratio, impact = (sheet.cell(row, heads.index("Recomputed") + 1) for row in (2, 3))
    assert (ratio.value, ratio.number_format) == (5.0733, "0.0000")
    assert (impact.value, impact.number_format) == (395.44, "0.00")


def test_money_and_days_and_counts_are_typed():
    money = replace(sample.RATIO, claimed="-£1,234.50", recomputed="82.5%")
    report = sample.report(claims=(money,))
    claim = rows(report, "Claims")[0]
    assert (claim["Claimed"], claim["Recomputed"]) == (-1234.5, 0.825)
    assert rows(report, "Judgements")[0]["Date"] == datetime(2019, 11, 12)
    assert rows(report, "Coverage")[0]["All (rules)"] == report.coverage[0].rules


def test_a_value_of_the_evidence_is_typed_by_what_it_is():
    read = (Evidence("/a", "line 1", "0.06", "0.035"), Evidence("/b", "line 2", "2020-03-01"))
    found = rows(sample.report((replace(sample.RATE, evidence=read),)), "Evidence")
    assert [(row["Found"], row["Expected"]) for row in found] == [
        (0.06, 0.035),
        (datetime(2020, 3, 1), None),
    ]


def test_a_number_with_more_digits_than_a_spreadsheet_keeps_stays_text():
    long = "1234567890123456789012345678901234567890"
    claim = replace(sample.RATIO, claimed=long, recomputed=f"£{long}")
    found = rows(sample.report(claims=(claim,)), "Claims")[0]
    assert (found["Claimed"], found["Recomputed"]) == (long, f"£{long}")


def test_nothing_is_a_formula_or_a_link_whatever_it_begins_with():
    evil = ("=1+1", "+1+1", "-1+1", "@SUM(A1)", "{=1}", "=HYPERLINK(\"http://192.0.2.1\")",
            "http://192.0.2.1/", "mailto:a@b.example", "=cmd|' /C calc'!A0")  # fmt: skip
    findings = tuple(replace(sample.RATE, title=text, message=text) for text in evil)
    book = read_back.workbook(xlsx.render(sample.report(findings)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    assert not [cell for cell in cells if cell.hyperlink]
    titles = [cell for cell in cells if cell.value in evil and cell.column_letter == "F"]
    assert [cell.value for cell in titles] == list(evil)
    assert [cell.quotePrefix for cell in titles] == [True] * 4 + [False] + [True] + [False] * 2 + [
        True
    ]


def test_headings_stay_in_sight_and_every_sheet_can_be_filtered_and_printed(book):
    for sheet in book:
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.page_setup.orientation == "landscape"
        assert int(sheet.page_setup.paperSize) == 9
        assert sheet.column_dimensions["A"].width > 9
        assert sheet["A1"].font.bold


def test_long_text_is_wrapped_and_its_row_high_enough(book):
    sheet = book["Findings"]
    cell = next(c for c in sheet["G"] if c.value and str(c.value).startswith("3 of 7 rows"))
    assert cell.alignment.wrap_text
    assert sheet.row_dimensions[cell.row].height > 15


@pytest.mark.parametrize("letter", ["x", "😀"])
def test_a_text_that_no_cell_can_hold_is_cut_and_says_so(letter):
    found = xlsx.fitting(letter * 40_000)
    assert len(found.encode("utf-16-le")) // 2 <= xlsx.LONGEST
    assert found.endswith(
        "… [cut here: 40,000 characters in all; the report as JSON has the whole text]"
    )
    kept = rows(sample.report((replace(sample.RATE, title=letter * 40_000),)), "Findings")
    assert kept[0]["Requirement"] == found


def test_a_text_that_fits_to_the_letter_is_kept():
    assert xlsx.fitting("x" * xlsx.LONGEST) == "x" * xlsx.LONGEST


def test_the_same_report_gives_the_same_bytes_with_no_time_in_them():
    made = xlsx.render(sample.report())
    assert made == xlsx.render(sample.report())
    with zipfile.ZipFile(io.BytesIO(made)) as packed:
        assert {each.date_time[:3] for each in packed.infolist()} == {(1980, 1, 1)}
        assert str(date.today().year).encode() not in packed.read("docProps/core.xml")


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=80))
def test_any_text_comes_back_as_it_was(text):
    report = sample.report((replace(sample.RATE, title=text, fix=text),))
    book = read_back.workbook(xlsx.render(replace(report, file=replace(report.file, name=text))))
    found = read_back.sheet_rows(book["Findings"])[0]
    summary = {row["Item"]: row["As found"] for row in read_back.sheet_rows(book["Summary"])}
    assert (found["Requirement"] or "") == read_back.seen(text)
    assert (summary["File"] or "") == read_back.seen(text)


LIKE_MARKUP = ("_x0041_", "\ufffe\uffff\ufdd0", " a ", "]]>", "<r><t>b</t></r>", "<r></si></r>")


@pytest.mark.parametrize("text", LIKE_MARKUP)
def test_signs_that_a_workbook_writes_in_its_own_way_come_back(text):
    found = rows(sample.report((replace(sample.RATE, title=text),)), "Findings")[0]
    assert found["Requirement"] == read_back.seen(text)


def test_hostile_text_in_every_place_makes_a_workbook_that_can_be_read():
    found = rows(sample.hostile(), "Summary")
    assert read_back.seen(" ".join(sample.HOSTILE)) in {row["As found"] for row in found}
