"""Every format of one report says the same: conclusion, counts, digest, findings."""

import json
import os
import re
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.audit import audit, read_file
from auditor.engine.pack import load_packs
from auditor.finding import Status
from auditor.output import FORMATS, words
from auditor.report import Report
from auditor.resources import schemas_folder
from tests.output import read_back, sample

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
NAMES = ("health-precinct", "day-centre-decommissioning", "child-health-mumbai")
SUM = re.compile(
    r"(\d+) conform \+ (\d+) depart \+ (\d+) cannot conclude \+ (\d+) not applicable \+ "
    r"(\d+) recorded(?: \+ (\d+) waiting)?"
)
ANSWERS = ("conforms", "departs", "cannot_conclude", "not_applicable", "recorded", "waiting")


@cache
def report(name: str) -> Report:
    if name == "sample":
        return sample.report()
    return audit(read_file(EXAMPLES / f"{name}.yaml"), load_packs())


@cache
def truth(name: str) -> dict:
    return json.loads(FORMATS["json"](report(name)))


@pytest.fixture(params=["sample", *NAMES])
def name(request) -> str:
    return request.param


def ids(name: str) -> list[str]:
    return [finding["rule"] for finding in truth(name)["findings"]]


def verdict(name: str) -> str:
    return words.VERDICT[truth(name)["conclusion"]["overall"]]


def says_the_same(text: str, name: str, *, before: str) -> None:
    """Hold running text against the result; `before` is what the conclusion stands behind."""
    assert f"{before}{verdict(name)}" in text
    assert truth(name)["digest"] in text
    found = SUM.search(text)
    assert found
    counted = {
        answer: int(number or 0) for answer, number in zip(ANSWERS, found.groups(), strict=True)
    }
    assert counted == {answer: truth(name)["totals"]["rules"][answer] for answer in ANSWERS}


def stands(rule: str, text: str) -> bool:
    return rule.removeprefix("gate:") in text


def test_the_result_follows_its_published_schema(name):
    schema = json.loads((schemas_folder() / "report.schema.json").read_bytes())
    found = jsonschema.Draft202012Validator(schema).iter_errors(truth(name))
    assert [error.message for error in found] == []


def test_the_page_says_what_the_result_says(name):
    tree = read_back.html(FORMATS["html"](report(name)))
    text = read_back.words(tree)
    says_the_same(text, name, before="Conclusion ")
    assert [rule for rule in ids(name) if not stands(rule, text)] == []


def test_the_markdown_says_what_the_result_says(name):
    made = FORMATS["markdown"](report(name)).decode()
    text = " ".join(read_back.blocks(read_back.markdown(made)))
    says_the_same(text, name, before="Conclusion: ")
    assert [rule for rule in ids(name) if not stands(rule, text)] == []


def test_the_text_says_what_the_result_says(name):
    text = " ".join(FORMATS["text"](report(name)).decode().split())
    says_the_same(text, name, before="Conclusion: ")
    is_open = {"departs", "cannot_conclude"}
    named = [each["rule"] for each in truth(name)["findings"] if each["status"] in is_open]
    assert [rule for rule in named if not stands(rule, text)] == []


def test_the_workbook_says_what_the_result_says(name):
    book = read_back.workbook(FORMATS["xlsx"](report(name)))
    summary = {row["Item"]: row["As found"] for row in read_back.sheet_rows(book["Summary"])}
    assert summary["Conclusion"] == verdict(name)
    assert summary["Digest of the report"] == truth(name)["digest"]
    rules, items = truth(name)["totals"]["rules"], truth(name)["totals"]["items"]
    assert summary["Rules in all"] == rules["total"]
    assert summary["Rules that wait for a fact"] == rules["waiting"]
    rows = read_back.sheet_rows(book["Findings"])
    assert [row["Rule"] for row in rows] == ids(name)
    covered = read_back.sheet_rows(book["Coverage"])
    assert sum(row["All (rules)"] for row in covered) == rules["total"]
    assert sum(row["Waiting (rules)"] for row in covered) == rules["waiting"]
    assert sum(row["Looked at (items)"] for row in covered) == items["total"]
    assert sum(row["Looked at (items)"] for row in rows) == items["total"]
    assert len(read_back.sheet_rows(book["Claims"])) == len(truth(name)["claims"])
    read = sum(len(finding["evidence"]) for finding in truth(name)["findings"])
    assert len(read_back.sheet_rows(book["Evidence"])) == read


def test_the_csv_says_what_the_result_says(name):
    rows = read_back.csv_rows(FORMATS["csv"](report(name)))
    assert [row["Rule"] for row in rows] == ids(name)
    assert {row["Conclusion of the report"] for row in rows} == {verdict(name)}
    assert {row["Digest of the report"] for row in rows} == {truth(name)["digest"]}
    run = Counter(row["Answer"] for row in rows if not row["Rule"].startswith("gate:"))
    rules = truth(name)["totals"]["rules"]
    assert {status: run[words.STATUS[status]] for status in Status} == {
        status: rules[status] for status in Status
    }
    waiting = sum(int(row["Rules that wait for it (rules)"]) for row in rows)
    assert waiting == rules["waiting"]


def test_the_printed_report_says_what_the_result_says(short):
    says_the_same(short.text, "sample", before="Conclusion ")
    assert [rule for rule in ids("sample") if not stands(rule, short.text)] == []


PROGRAM = """
import hashlib
from auditor.output import FORMATS
from tests.output import sample
for name in FORMATS:
    if name != "pdf":
        print(name, hashlib.sha256(FORMATS[name](sample.report())).hexdigest())
"""


def test_every_format_is_the_same_in_another_process_place_and_time_zone(tmp_path):
    places = {"0": ("UTC", "C.UTF-8", ROOT), "1": ("Asia/Tokyo", "C", tmp_path)}
    made = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed, "TZ": zone,
                 "LC_ALL": locale},
            capture_output=True,
            check=True,
        ).stdout
        for seed, (zone, locale, folder) in places.items()
    }  # fmt: skip
    assert len(made) == 1
    assert made.pop().count(b"\n") == len(FORMATS) - 1


@settings(max_examples=50)
@given(st.text(max_size=80))
def test_the_result_has_every_text_exactly_as_it_was(text):
    made = sample.report((replace(sample.RATE, title=text, fix=text),))
    found = json.loads(FORMATS["json"](made))["findings"][0]
    assert (found["title"], found["fix"]) == (text, text)
