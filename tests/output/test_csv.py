import doctest
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.output import csv
from tests.output import read_back, sample


def test_the_examples_in_the_text_hold():
    failed, tried = doctest.testmod(csv)
    assert (failed, tried > 0) == (0, True)


def test_every_finding_has_a_row_in_the_order_of_the_report():
    rows = read_back.csv_rows(csv.render(sample.report()))
    assert [row["Rule"] for row in rows] == [each.rule for each in sample.FINDINGS]


def test_a_row_names_its_file_and_report_so_that_files_can_be_joined():
    report = sample.report()
    row = read_back.csv_rows(csv.render(report))[0]
    assert row["File"] == "health-precinct.yaml"
    assert row["SHA-256 of the file"] == report.file.sha256
    assert row["Digest of the report"] == report.digest


def test_lines_end_and_fields_stand_as_the_standard_says():
    raw = csv.render(sample.report())
    assert raw.startswith(b"\xef\xbb\xbf")
    lines = raw.removeprefix(b"\xef\xbb\xbf").split(b"\r\n")
    assert lines[-1] == b""
    assert all(line.startswith(b'"') and line.endswith(b'"') for line in lines[:-1])
    assert b"\n" not in raw.replace(b"\r\n", b"")


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1+1", "-1+1", "@SUM(A1)", " =1", "\t=1", "\r=1", "＝1", "-5 pounds", "--5", "\n=1",
     "\u00a0=1", '=cmd|" /C calc"!A0', "-1e5"],
)  # fmt: skip
def test_what_a_spreadsheet_would_run_is_marked_as_text(text):
    assert csv.field(text) == f"'{read_back.seen(text)}"


@pytest.mark.parametrize("text", ["-5", "+5", "-3.25", "0", "a=b", "£5", "−5"])
def test_a_number_and_a_plain_text_stay_as_they_are(text):
    assert csv.field(text) == text


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=80))
def test_any_text_comes_back_as_it_was_and_runs_nowhere(text):
    raw = csv.render(sample.report((replace(sample.RATE, title=text, message="", fix=text),)))
    (row,) = read_back.csv_rows(raw)
    assert row["Requirement"] == row["What to do"] == read_back.seen(text)
    field = csv.field(text)
    is_number = field.strip("+-").replace(".", "", 1).isdecimal()
    assert field.lstrip()[:1] not in tuple("=+-@") or is_number


def test_hostile_text_stays_inside_its_field():
    report = sample.hostile()
    rows = read_back.csv_rows(csv.render(report))
    assert len(rows) == len(report.findings)
    assert rows[0]["What to do"] == read_back.seen(report.findings[0].fix)
