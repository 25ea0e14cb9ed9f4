"""Ten decisions of bodies that have little in common: nobody is blamed for what binds others."""

from pathlib import Path

import pytest

from auditor import Report, audit, load_packs, read_file
from auditor.engine.pack import Pack
from auditor.finding import Status

FOLDER = Path(__file__).parent / "data" / "unlike"
FILES = sorted(path.stem for path in FOLDER.glob("*.yaml"))
DEPARTS = {
    "central-call-off": ["EP1-02"],
    "combined-authority-recycling": ["EP1-02", "GB-04"],
    "emergency-direct-award": [],
    "in-house-review": ["EP1-02", "EP8-01"],
    "northern-irish-ending": [],
    "parish-grant": [],
    "provider-hands-back": [],
    "scottish-nhs": ["EP1-02"],
    "welsh-home-care": ["GB-04"],
    "youth-by-results": [],
}
NOT_ASKED = {
    "central-call-off": ("BV", "CPT", "PA-05", "PA-07", "SVA-01"),
    "combined-authority-recycling": ("CPT", "CON-01", "DEC"),
    "emergency-direct-award": ("CPT", "CON-01", "DEC", "EP6-01", "PA-04", "REC-04"),
    "in-house-review": ("CPT", "PA-0", "PRO", "SVA"),
    "northern-irish-ending": ("BV", "CPT", "PSED", "SVA"),
    "parish-grant": ("BV", "PA", "PRO", "SVA"),
    "provider-hands-back": (
        "BV-01",
        "BV-04",
        "BV-06",
        "BV-07",
        "CON-01",
        "DEC-15",
        "DEC-17",
        "SVA",
    ),
    "scottish-nhs": ("BV", "CPT", "PA", "PRO", "SVA"),
    "welsh-home-care": ("BV", "CPT", "PA-11", "SVA"),
    "youth-by-results": ("DEC", "PA-07"),
}


@pytest.fixture(scope="module")
def packs() -> tuple[Pack, ...]:
    return load_packs()


@pytest.fixture(scope="module", params=FILES)
def report(request: pytest.FixtureRequest, packs: tuple[Pack, ...]) -> Report:
    return audit(read_file(FOLDER / f"{request.param}.yaml"), packs)


def name_of(report: Report) -> str:
    return report.file.name.removesuffix(".yaml")


def test_just_what_the_file_itself_shows_departs(report: Report) -> None:
    departs = sorted(f.rule for f in report.findings if f.status is Status.DEPARTS)
    assert departs == DEPARTS[name_of(report)]


def test_rules_for_other_bodies_nations_and_ways_of_buying_are_not_asked(report: Report) -> None:
    beginnings = NOT_ASKED[name_of(report)]
    found = [f for f in report.findings if f.rule.startswith(beginnings) and not f.waits_for]
    assert found
    assert [f.rule for f in found if f.status is not Status.NOT_APPLICABLE] == []
    waiting = [rule for f in report.findings if f.waits_for for rule in f.also]
    assert not [rule for rule in waiting if rule.startswith(beginnings)]
