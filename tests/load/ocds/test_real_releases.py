"""All real releases at hand are read without loss, and their defects are found."""

import json
import lzma
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from auditor import audit, load_packs
from auditor.audit import CaseFile, read_files
from auditor.finding import Status
from auditor.output.tally import Tally
from tests.load.ocds.data import said

SAMPLE = Path(__file__).parents[3] / "examples" / "ocds" / "uk-releases.json.xz"


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Sequence[CaseFile]:
    path = tmp_path_factory.mktemp("real") / "uk-releases.json"
    path.write_bytes(lzma.decompress(SAMPLE.read_bytes()))
    return tuple(read_files(path))


def of(found: Sequence[CaseFile], portal: str) -> list[CaseFile]:
    return [each for each in found if each.case.procurement.portal == portal]


def test_every_process_of_every_release_becomes_a_file(found):
    releases = json.loads(lzma.decompress(SAMPLE.read_bytes()))["releases"]
    assert len(releases) == 274
    processes = [each.case.procurement.process for each in found]
    assert processes == list(dict.fromkeys(release["ocid"] for release in releases))
    portals = Counter(each.case.procurement.portal for each in found)
    assert portals == {"Contracts Finder": 140, "Sell2Wales": 65, "Public Contracts Scotland": 62}


def test_every_value_is_read_or_known_to_be_of_no_use(found):
    unknown = [each.case.id for each in found if "does not know it" in said(each.document)]
    misspelt = [each.case.id for each in found if "keys with spaces" in said(each.document)]
    assert (unknown, misspelt) == ([], ["ocds-kuma6s-148458"])


def test_every_place_points_to_what_the_file_says(found):
    releases = json.loads(lzma.decompress(SAMPLE.read_bytes()))
    for file in found:
        deadline = file.document.places.get("/procurement/deadline")
        if deadline:
            value = releases
            for name in deadline.strip("/").split("/"):
                value = value[int(name)] if isinstance(value, list) else value[name]
            assert value.startswith(file.document.data["procurement"]["deadline"])


def test_what_each_portal_leaves_out_is_indeed_nowhere_in_its_releases(found):
    for file in found:
        part = file.document.data["procurement"]
        for name in part["not_published"]:
            first, _, rest = name.partition(".")
            holders = part.get("lots", []) if rest else [part]
            assert all((rest or first) not in holder for holder in holders), name


def test_weights_are_numbers_only_where_the_text_plainly_is_one(found):
    criteria = [
        criterion
        for file in found
        for lot in file.document.data["procurement"].get("lots", ())
        for criterion in lot.get("criteria", ())
    ]
    odd = {
        each["weight_text"] for each in criteria if "weight_text" in each and "weight" not in each
    }
    assert odd == {"15-40%", "60-85%", "14-40%"}
    assert sum("weight" in each for each in criteria) > 500


def test_the_natural_defects_are_found_and_nothing_else(found):
    packs = load_packs(["procurement"])
    departs = Counter(
        finding.rule
        for file in found
        for finding in audit(file, packs, digested=False).findings
        if finding.status is Status.DEPARTS
    )
    assert departs == {
        "PRO-04": 1, "PRO-06": 1, "PRO-12": 3, "PRO-13": 4, "PRO-14": 3,
        "PRO-15": 3, "PRO-16": 7, "PRO-17": 10, "PRO-18": 2, "PRO-21": 1,
    }  # fmt: skip


def test_what_a_portal_leaves_out_is_said_to_be_missing_from_the_public_record(found):
    packs = load_packs(["procurement"])
    tenders = (
        file
        for file in of(found, "Contracts Finder")
        if file.document.data["procurement"].get("method") == "open"
    )
    report = audit(next(tenders), packs)
    (criteria,) = (each for each in report.findings if each.rule == "PRO-05")
    assert criteria.status is Status.CANNOT_CONCLUDE
    assert "public record does not carry it: procurement.lots[0].criteria" in criteria.message
    assert "Contracts Finder has it for nobody" in criteria.message


def test_an_export_that_may_have_lost_a_criterion_is_never_held_against_the_buyer(found):
    packs = load_packs(["procurement"])
    for file in of(found, "Sell2Wales"):
        (weights,) = (each for each in audit(file, packs).findings if each.rule == "PRO-06")
        assert weights.status is not Status.DEPARTS


def test_every_process_counts_once_for_every_rule(found):
    packs = load_packs(["procurement"])
    tally = Tally()
    for file in of(found, "Contracts Finder"):
        tally.add(audit(file, packs, digested=False), "Contracts Finder")
    sums = {
        rule: sum(tally.of("Contracts Finder", rule, status) for status in Status)
        for rule in tally.titles
    }
    assert set(sums.values()) == {len(of(found, "Contracts Finder"))}
