"""Every shape in which releases are published gives the same contracting process."""

import json

import pytest

from auditor.errors import InputError
from auditor.load import is_open_contracting
from tests.load.ocds.data import AWARD, TENDER, documents, files, only, said, write

COMPILED = {**AWARD, "tag": ["compiled"], "tender": {**TENDER["tender"], "status": "complete"}}
LINK = {"url": "https://example.org/1", "date": "2024-01-01T00:00:00Z", "tag": ["tender"]}
TOGETHER = {
    "a release package": {"uri": "x", "publishedDate": "2024", "releases": [TENDER, AWARD]},
    "a list": [TENDER, AWARD],
    "a list of packages": [{"releases": [AWARD]}, {"releases": [TENDER]}],
    "search results": {"results": [{"releases": [TENDER]}, {"releases": [AWARD]}]},
    "a record package": {"records": [{"ocid": "ocds-x-1", "releases": [TENDER, AWARD]}]},
    "a bare record": {"ocid": "ocds-x-1", "releases": [TENDER, AWARD], "compiledRelease": {}},
    "a record whose releases are linked": {
        "records": [{"ocid": "ocds-x-1", "releases": [LINK, LINK], "compiledRelease": COMPILED}]
    },
    "a compiled release": COMPILED,
}


@pytest.mark.parametrize("content", TOGETHER.values(), ids=TOGETHER)
def test_every_package_record_and_list_is_read(tmp_path, content):
    assert is_open_contracting(write(tmp_path, content))
    (file,) = files(tmp_path, content)
    assert (file.case.id, file.case.title, file.case.stage) == ("ocds-x-1", "Day care", "award")
    assert file.case.procurement.status == "complete"
    assert str(file.case.procurement.value.amount) == "10.5"
    assert file.case.decision_date.isoformat() == "2024-02-20"


@pytest.mark.parametrize("name", ["releases.jsonl", "releases.ndjson", "releases.json"])
def test_lines_are_read_with_the_number_of_the_line_as_place(tmp_path, name):
    text = f"{json.dumps(TENDER)}\n\n{json.dumps({'releases': [AWARD]})}\n"
    document = only(tmp_path, text, name)
    assert document.places["/procurement/deadline"] == "line 1 /tender/tenderPeriod/endDate"
    assert document.places["/procurement/awards/0/date"] == "line 3 /releases/0/awards/0/date"


def test_several_documents_in_one_file_are_read(tmp_path):
    text = json.dumps(TENDER, indent=1) + json.dumps({**TENDER, "ocid": "ocds-x-2"}, indent=1)
    assert [each.data["id"] for each in documents(tmp_path, text)] == ["ocds-x-1", "ocds-x-2"]


def test_processes_come_in_the_order_of_the_file_however_far_their_releases_are_apart(tmp_path):
    others = [{**TENDER, "ocid": f"ocds-x-{n}"} for n in range(2, 9)]
    found = documents(tmp_path, {"releases": [TENDER, *others, AWARD]})
    assert [each.data["id"] for each in found] == [f"ocds-x-{n}" for n in range(1, 9)]
    assert found[0].data["stage"] == "award"


def test_a_versioned_release_gives_its_last_values(tmp_path):
    def version(value):
        about = {"releaseID": "1", "releaseDate": "2024-01-01", "releaseTag": ["tender"]}
        return {**about, "value": value}

    versioned = {"ocid": "ocds-x-1", "tender": {"title": [version("Old"), version("New")]}}
    record = {"ocid": "ocds-x-1", "releases": [LINK], "versionedRelease": versioned}
    assert only(tmp_path, {"records": [record]}).data["title"] == "New"


def test_a_record_with_nothing_but_links_says_what_is_missing(tmp_path):
    document = only(tmp_path, {"records": [{"ocid": "ocds-x-1", "releases": [LINK, LINK]}]})
    assert "loss /records/0 the record links to 2 releases" in said(document)


def test_releases_without_an_ocid_are_processes_of_their_own(tmp_path):
    unnamed = {key: value for key, value in TENDER.items() if key != "ocid"}
    found = documents(tmp_path, [unnamed, unnamed])
    assert len(found) == 2
    assert "has no ocid" in said(found[0])


@pytest.mark.parametrize(
    ("change", "stage"),
    [
        ({"tag": ["planning"], "tender": {"status": "planned"}}, "design"),
        ({"tender": {"status": "cancelled"}}, "tender"),
        ({"tender": {"status": "unsuccessful"}}, "tender"),
        ({"awards": [{"id": "a", "status": "unsuccessful"}]}, "award"),
        ({"contracts": [{"id": "c"}]}, "contract"),
        ({"contracts": [{"id": "c", "implementation": {"transactions": [{}]}}]}, "monitoring"),
    ],
)
def test_the_stage_is_the_furthest_that_the_record_shows(tmp_path, change, stage):
    assert only(tmp_path, {**TENDER, **change}).data["stage"] == stage


def test_a_file_of_one_decision_is_no_open_contracting_data(tmp_path):
    content = {"title": "A", "kind": "commissioning", "stage": "award", "tenders": []}
    assert not is_open_contracting(write(tmp_path, content))


def test_the_places_of_a_second_document_name_it(tmp_path):
    other = {**TENDER, "ocid": "ocds-x-2"}
    content = json.dumps({"releases": [TENDER]}) + json.dumps({"releases": [other]})
    first, second = documents(tmp_path, content)
    assert first.places["/title"] == "/releases/0/tender/title"
    assert second.places["/title"] == "document 2 /releases/0/tender/title"


def test_a_listed_release_needs_no_more_than_one_section(tmp_path):
    (document,) = documents(tmp_path, {"releases": [{"tender": {"title": "Day care"}}]})
    assert document.data["title"] == "Day care"


def test_a_tag_that_stands_alone_is_read_as_one(tmp_path):
    document = only(tmp_path, {"ocid": "ocds-x-1", "tag": "award"})
    assert document.data["stage"] == "award"
    assert said(document) == ""


def test_a_tender_without_state_or_tag_is_one_where_it_has_a_deadline(tmp_path):
    content = {"ocid": "ocds-x-1", "tender": {"tenderPeriod": {"endDate": "2024-02-01"}}}
    assert only(tmp_path, content).data["stage"] == "tender"


def test_an_object_alone_with_a_single_section_is_no_release(tmp_path):
    with pytest.raises(InputError, match="the file holds no release"):
        documents(tmp_path, {"tender": {"title": "Day care"}})


def test_a_plan_with_a_deadline_is_still_a_plan(tmp_path):
    tender = {"tenderPeriod": {"endDate": "2024-02-01"}}
    content = {"ocid": "ocds-x-1", "tag": ["planning"], "tender": tender}
    assert only(tmp_path, content).data["stage"] == "design"
