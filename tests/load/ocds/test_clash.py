"""What merging leaves out, and what stands in the place of an object or list, is said."""

import pytest

from tests.load.ocds.data import AWARD, TENDER, only, said

LATER = {**TENDER, "id": "2", "date": "2024-01-09T00:00:00Z"}


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"tender": "see the notice"}, "loss /1/tender an earlier release holds another kind"),
        ({"tender": None}, "loss /1/tender this release empties"),
        ({"tender": {"value": 5}}, "loss /1/tender/value an earlier release holds another kind"),
        ({"tender": {"tenderPeriod": None}}, "loss /1/tender/tenderPeriod this release empties"),
    ],
)
def test_what_a_later_release_turns_into_a_single_value_is_named(tmp_path, change, says):
    document = only(tmp_path, [TENDER, {**LATER, **change}])
    assert says in said(document)
    assert document.data["procurement"]["value"]["currency"] == "GBP"


def test_a_list_that_becomes_a_text_is_named(tmp_path):
    later = {**AWARD, "id": "3", "date": "2024-04-01T00:00:00Z", "awards": "none"}
    document = only(tmp_path, [AWARD, later])
    assert "loss /1/awards an earlier release holds another kind of value" in said(document)


def test_entries_of_a_list_are_compared_by_their_ids(tmp_path):
    first = {**AWARD, "awards": [{"id": "a", "value": {"amount": 9}}]}
    other = {**AWARD, "id": "3", "awards": [{"id": "b", "value": None}]}
    same = {**AWARD, "id": "3", "awards": [{"id": "b"}, {"id": "a", "value": None}]}
    assert "this release empties" not in said(only(tmp_path, [first, other]))
    assert "loss /1/awards/1/value this release empties" in said(only(tmp_path, [first, same]))


def test_releases_that_agree_in_form_are_not_remarked_upon(tmp_path):
    assert "release" not in said(only(tmp_path, [TENDER, AWARD]))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"buyer": "A council"}, "defect /buyer an object is wanted here"),
        ({"parties": {"id": "b"}}, "defect /parties a list is wanted here"),
        ({"tender": "see the notice"}, "defect /tender an object is wanted here"),
        ({"awards": {"id": "a"}}, "defect /awards a list is wanted here"),
    ],
)
def test_what_stands_in_the_place_of_an_object_or_list_is_named(tmp_path, change, says):
    assert said(only(tmp_path, {**TENDER, **change})).count(says) == 1


def test_a_code_in_the_place_of_award_criteria_is_of_the_standard(tmp_path):
    tender = {**TENDER["tender"], "awardCriteria": "ratedCriteria"}
    assert said(only(tmp_path, {**TENDER, "tender": tender})) == ""
