import json
from collections import Counter
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from auditor import Report, audit, load_packs, read_bytes, read_file
from auditor.audit import examine, prepare
from auditor.canonical import canonical, digest
from auditor.finding import Counts, Status
from auditor.resources import rules_folder

ROOT = Path(__file__).parent.parent
FILES = sorted((ROOT / "examples").glob("*.yaml")) + sorted(
    (rules_folder() / "common" / "base").glob("*.yaml")
)
every_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


def report_of(path: Path) -> Report:
    return audit(read_file(path), load_packs())


@every_file
def test_every_rule_is_answered_once_or_waits_for_a_gate(path: Path) -> None:
    packs = load_packs()
    report = audit(read_file(path), packs)
    answered = [f.rule for f in report.findings if not f.waits_for]
    waiting = [rule for f in report.findings if f.waits_for for rule in f.also]
    every = [ready.rule.id for pack in packs for ready in pack.rules]
    assert Counter([*answered, *waiting]) == Counter(every)


@every_file
def test_coverage_adds_up_to_every_rule_and_every_item_once(path: Path) -> None:
    packs = load_packs()
    report = audit(read_file(path), packs)
    assert [row.pack for row in report.coverage] == [pack.info.id for pack in packs]
    for row, pack in zip(report.coverage, packs, strict=True):
        own = [f for f in report.findings if f.pack == row.pack]
        assert row.rules == len(pack.rules) == len(own) + row.waiting
        assert row.counts == sum((f.counts for f in own), Counts())
        assert all(f.counts.total >= 1 for f in own)


@every_file
def test_a_rule_over_a_list_counts_every_entry_once(path: Path) -> None:
    packs = load_packs()
    file = read_file(path)
    subject = prepare(file, packs)
    rules = {ready.rule.id: ready for pack in packs for ready in pack.rules}
    for finding in examine(subject, packs):
        ready = rules[finding.rule]
        if ready.each is None or finding.counts.total == 1:
            continue
        assert finding.counts.total == len(ready.run_list(*subject.names))


@every_file
def test_the_status_of_a_finding_fits_what_it_counts(path: Path) -> None:
    for finding in report_of(path).findings:
        if not finding.waits_for:
            assert getattr(finding.counts, finding.status.value) >= 1
        if finding.status is not Status.DEPARTS:
            assert finding.counts.departs == 0


def test_the_digest_covers_everything_in_the_report_but_itself() -> None:
    report = report_of(FILES[0])
    assert digest(canonical(replace(report, digest=""))) == report.digest
    seen = {report.digest}
    for field in fields(report):
        if field.name != "digest":
            value = getattr(report, field.name)
            changed: Any = f"{value}x" if isinstance(value, str) else None
            seen.add(digest(canonical(replace(report, digest="", **{field.name: changed}))))
    assert len(seen) == len(fields(report))


def data(**changes: Any) -> bytes:
    good = {"format_version": "1", "kind": "commissioning", "title": "A file", "stage": "need"}
    return json.dumps({**good, **changes}).encode()


def test_one_byte_of_the_file_changes_the_digest_and_its_name_does_too() -> None:
    packs = load_packs()
    digests = {
        audit(read_bytes(raw, name=name), packs).digest
        for raw, name in (
            (data(), "a.json"),
            (data() + b"\n", "a.json"),
            (data(), "b.json"),
            (data(), "folder/a.json"),
        )
    }
    assert len(digests) == 3


def test_the_stage_and_the_date_that_were_applied_are_printed() -> None:
    file = read_bytes(data(decision_date="2025-03-01"), name="a.json")
    report = audit(file, load_packs(), stage="review")
    assert (report.file.stage, report.as_at, report.file.decision_date) == (
        "review",
        "2025-03-01",
        "2025-03-01",
    )


def test_the_engagement_is_printed_as_stated_nil_or_not_stated() -> None:
    stated = {"engagement": {"body": "The council", "scope": {"none": "No limits were agreed"}}}
    report = audit(read_bytes(data(**stated), name="a.json"), load_packs())
    assert report.engagement.body == "The council"
    assert report.engagement.scope == "none: No limits were agreed"
    assert report.engagement.role == "not stated"
    nothing = audit(read_bytes(data(), name="a.json"), load_packs())
    assert set(vars_of(nothing.engagement)) == {"not stated"}
    nil = audit(read_bytes(data(engagement={"none": "A rehearsal"}), name="a.json"), load_packs())
    assert set(vars_of(nil.engagement)) == {"none: A rehearsal"}


def vars_of(engagement: Any) -> list[str]:
    return [getattr(engagement, field.name) for field in fields(engagement)]


def test_a_judgement_is_on_record_with_what_it_lacks() -> None:
    record = {"id": "j1", "topic": "lots", "question": "One lot?", "conclusion": "Three"}
    report = audit(read_bytes(data(judgements=[record]), name="a.json"), load_packs())
    (judgement,) = report.judgements
    assert (judgement.conclusion, judgement.made_by, judgement.complete) == (
        "Three",
        "not stated",
        False,
    )
    assert judgement.place.startswith("line 1")
