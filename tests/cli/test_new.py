"""`auditor new` writes forms as text and as workbooks, and turns one into the other."""

from pathlib import Path

import openpyxl

from auditor.audit import read_file
from tests.cli.conftest import GOOD, TOY, Run


def test_a_workbook_is_written_filled_in_and_checked(run: Run, folder: Path) -> None:
    done = run("new", "commissioning", "--as", "xlsx", "--output", "my.xlsx")
    assert (done.returncode, done.stderr) == (0, "")
    assert "auditor check my.xlsx" in done.stdout
    asked = run("check", "my.xlsx")
    assert asked.returncode == 3
    assert "my.xlsx, Decision!B8 (title): title is missing" in asked.stderr
    book = openpyxl.load_workbook(folder / "my.xlsx")
    book["Decision"]["B8"], book["Decision"]["B9"] = "Evenings", "need"
    book["Needs"]["B6"] = "last May"
    book.save(folder / "my.xlsx")
    checked = run("check", "my.xlsx")
    assert checked.returncode == 3
    assert "my.xlsx, Needs!B6 (needs.assessed_on): expected a date such as" in checked.stderr


def test_the_name_of_the_output_says_the_format(run: Run, folder: Path) -> None:
    assert run("new", "decommissioning", "--output", "closing.xlsx").returncode == 0
    assert (folder / "closing.xlsx").read_bytes().startswith(b"PK")


def test_a_name_that_says_another_format_is_refused(run: Run, folder: Path) -> None:
    for form, name in (("xlsx", "my.yaml"), ("yaml", "my.xlsx")):
        done = run("new", "commissioning", "--as", form, "--output", name)
        assert done.returncode == 2
        assert f"{name}: this name is not that of a file as {form}" in done.stderr
        assert not (folder / name).exists()


def test_a_file_goes_into_a_workbook_and_back(run: Run, folder: Path) -> None:
    there = run("new", "commissioning", "--from", "good.yaml", "--output", "good.xlsx")
    back = run("new", "commissioning", "--from", "good.xlsx", "--output", "again.yaml")
    assert (there.returncode, back.returncode) == (0, 0)
    assert "auditor check again.yaml" in back.stdout
    first, again = (read_file(folder / name) for name in ("good.yaml", "again.yaml"))
    assert again.case == first.case


def test_findings_name_sheet_and_cell(run: Run, folder: Path) -> None:
    run("new", "commissioning", "--from", "departs.yaml", "--output", "departs.xlsx")
    done = run("check", "departs.xlsx", "--packs", TOY)
    assert "Needs!B6" in done.stdout


def test_what_was_not_read_on_the_way_is_said(run: Run, folder: Path) -> None:
    run("new", "commissioning", "--from", "good.yaml", "--output", "good.xlsx")
    book = openpyxl.load_workbook(folder / "good.xlsx")
    book.create_sheet("Mine")["B2"] = "ring Ann"
    book.save(folder / "good.xlsx")
    done = run("new", "commissioning", "--from", "good.xlsx", "--output", "again.yaml")
    assert done.returncode == 0
    assert "good.xlsx, Mine!A1: This sheet is not one of the workbook's" in done.stderr


def test_a_file_of_the_other_kind_is_refused(run: Run, folder: Path) -> None:
    done = run("new", "decommissioning", "--from", "good.yaml", "--output", "my.xlsx")
    assert done.returncode == 2
    assert "good.yaml: this is a commissioning file" in done.stderr
    assert not (folder / "my.xlsx").exists()


def test_a_source_that_is_not_valid_is_refused_and_nothing_is_written(
    run: Run, folder: Path
) -> None:
    (folder / "odd.yaml").write_text(GOOD.replace("stage: need", "stage: nowhere"))
    done = run("new", "commissioning", "--from", "odd.yaml", "--output", "my.xlsx")
    assert done.returncode == 3
    assert not (folder / "my.xlsx").exists()


def test_a_file_that_exists_is_never_overwritten(run: Run, folder: Path) -> None:
    done = run("new", "commissioning", "--from", "good.yaml", "--output", "good.yaml")
    assert done.returncode == 2
    assert (folder / "good.yaml").read_text() == GOOD
