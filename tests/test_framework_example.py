"""The example on outcome frameworks drops one outcome on the way, as its page says."""

from pathlib import Path

import pytest

from auditor import audit, load_packs, read_file
from auditor.engine.frameworks import own_frameworks

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "examples" / "frameworks"
PAGE = (ROOT / "docs" / "outcome-frameworks.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def report():
    frameworks = own_frameworks([FOLDER / "riverside-outcomes.yaml"])
    file = read_file(FOLDER / "befriending.yaml")
    return audit(file, load_packs(["better-return"]), frameworks=frameworks)


def test_the_outcome_that_drops_out_is_named_as_on_the_page(report):
    [departing] = [each for each in report.findings if each.status.value == "departs"]
    assert departing.rule == "OCF-06"
    assert departing.message in PAGE


def test_all_else_about_the_framework_conforms(report):
    statuses = {each.rule: each.status.value for each in report.findings if "OCF" in each.rule}
    assert {rule for rule, status in statuses.items() if status == "conforms"} == {
        "OCF-01", "OCF-02", "OCF-03", "OCF-04", "OCF-05",
    }  # fmt: skip


def test_the_report_names_the_framework_with_its_digest(report):
    [used] = report.frameworks
    assert (used.id, used.outcomes, used.published) == ("riverside-outcomes", 3, False)
    assert len(used.sha256) == 64


def test_the_page_shows_the_framework_as_it_stands():
    _, _, shown = (
        (FOLDER / "riverside-outcomes.yaml")
        .read_text(encoding="utf-8")
        .partition('format_version: "1"\n')
    )
    assert shown in PAGE


def test_without_the_framework_the_answers_stay_open():
    report = audit(read_file(FOLDER / "befriending.yaml"), load_packs(["better-return"]))
    asked = [each for each in report.findings if "OCF" in each.rule]
    assert {each.status.value for each in asked} == {"cannot_conclude"}
    assert all("--framework" in each.message for each in asked)
    assert report.frameworks == ()
