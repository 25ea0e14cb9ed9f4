"""Releases of one process are merged by the standard, and each value keeps its own place."""

from tests.load.ocds.data import AWARD, TENDER, documents, only, said


def test_each_value_of_a_merged_process_points_into_the_release_that_it_comes_from(tmp_path):
    document = only(tmp_path, {"releases": [AWARD, TENDER]})
    places = document.places
    assert places["/title"] == "/releases/1/tender/title"
    assert places["/procurement/status"] == "/releases/0/tender/status"
    assert places["/procurement/awards/0"] == "/releases/0/awards/0"
    assert places["/procurement/awards/0/value/amount"] == "/releases/0/awards/0/value/amount"
    assert document.data["procurement"]["status"] == "complete"


def test_lists_are_merged_by_id_and_later_values_win(tmp_path):
    first = {**TENDER, "awards": [{"id": "a", "title": "Old"}, {"id": "b", "title": "Other"}]}
    later = {**AWARD, "awards": [{"id": "a", "title": "New"}]}
    document = only(tmp_path, [first, later])
    assert [each["title"] for each in document.data["procurement"]["awards"]] == ["New", "Other"]
    assert document.places["/procurement/awards/0/title"] == "/1/awards/0/title"
    assert document.places["/procurement/awards/1/title"] == "/0/awards/1/title"


def test_what_a_later_release_sets_to_null_is_gone(tmp_path):
    later = {**AWARD, "tender": {"title": None}}
    assert only(tmp_path, [TENDER, later]).data["title"].startswith("Contracting process")


def test_releases_are_ordered_by_their_moment_whatever_the_time_zone(tmp_path):
    early = {**TENDER, "date": "2024-06-01T00:30:00+01:00", "tender": {"title": "Early"}}
    late = {**TENDER, "id": "2", "date": "2024-05-31T23:45:00Z", "tender": {"title": "Late"}}
    assert only(tmp_path, [late, early]).data["title"] == "Late"


def test_a_release_without_a_date_goes_first_and_is_named(tmp_path):
    undated = {**TENDER, "id": "9", "date": None, "tender": {"title": "Undated"}}
    document = only(tmp_path, [AWARD, TENDER, undated])
    assert document.data["title"] == "Day care"
    assert "assumption /2 the release has no date" in said(document)


def test_an_id_that_two_releases_have_is_named(tmp_path):
    document = only(tmp_path, [TENDER, {**TENDER, "tender": {"title": "Other"}}])
    assert "defect /1 the id of this release is already that of another release" in said(document)


def test_the_same_release_twice_is_named_and_changes_nothing(tmp_path):
    document = only(tmp_path, [TENDER, TENDER])
    assert "already that of the same release" in said(document)
    assert document.data["title"] == "Day care"


def test_entries_with_one_id_in_a_list_are_named(tmp_path):
    twice = {**AWARD, "awards": [{"id": "a", "title": "x"}, {"id": "a", "title": "y"}]}
    assert "Multiple objects have the `id` value 'a'" in said(only(tmp_path, [TENDER, twice]))


def test_releases_that_differ_in_form_leave_the_latest_one_and_a_remark(tmp_path):
    listed = {**TENDER, "awards": [{"id": "a"}]}
    shaped = {**AWARD, "awards": {"a": {"title": "x"}}}
    document = only(tmp_path, [listed, shaped])
    assert "the latest alone was read" in said(document)


def test_the_digest_is_that_of_the_whole_file(tmp_path):
    first, second = documents(tmp_path, [TENDER, {**TENDER, "ocid": "ocds-x-2"}])
    assert first.sha256 == second.sha256
    assert len(first.sha256) == 64


def _with(*weights, **more):
    criteria = [{"type": "quality", "description": each, **more} for each in weights]
    lot = {"id": "1", "awardCriteria": {"criteria": criteria}}
    return {**TENDER, "tender": {**TENDER["tender"], "lots": [lot]}}


def _weights(document):
    (lot,) = document.data["procurement"]["lots"]
    return [each["weight"] for each in lot["criteria"]]


def test_criteria_without_ids_are_those_of_the_latest_release_alone(tmp_path):
    document = only(tmp_path, [_with("40", "60"), {**_with("30", "70"), "id": "2"}])
    assert _weights(document) == [30, 70]
    place = "/1/tender/lots/0/awardCriteria/criteria/1/description"
    assert document.places["/procurement/lots/0/criteria/1/weight"] == place


def test_criteria_with_ids_are_merged_by_them(tmp_path):
    document = only(tmp_path, [_with("40", id="a"), {**_with("60", id="b"), "id": "2"}])
    assert _weights(document) == [40, 60]


def _awarded(*awards):
    return {**AWARD, "awards": [{"id": str(n), **each} for n, each in enumerate(awards)]}


def test_the_decision_is_that_of_the_first_award_that_stands(tmp_path):
    withdrawn = {"date": "2024-01-10", "status": "cancelled"}
    document = only(tmp_path, _awarded({"date": "2024-03-03"}, {"date": "2024-02-02"}, withdrawn))
    assert document.data["decision_date"] == "2024-02-02"
    assert document.places["/decision_date"] == "/awards/1/date"


def test_the_invitation_is_the_first_release_about_a_tender_and_no_other(tmp_path):
    def made(day, tag):
        return {**TENDER, "ocid": "ocds-kuma6s-1", "id": day, "date": day, "tag": [tag]}

    releases = [made("2024-01-09", "tender"), made("2024-01-05", "tender"),
                made("2024-01-01", "planning")]  # fmt: skip
    document = only(tmp_path, releases)
    assert document.data["procurement"]["published_on"] == "2024-01-05"
    assert document.places["/procurement/published_on"] == "/1/date"


def test_a_merged_list_points_to_where_it_stands(tmp_path):
    document = only(tmp_path, [_with("40"), AWARD])
    assert document.places["/procurement/number_of_lots"] == "/0/tender/lots"
