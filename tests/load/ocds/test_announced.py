"""An award was first published on its earliest day; a change of it tells nothing of that day."""

import pytest

from tests.load.ocds.data import AWARD, only, said


def award(day, *, tag="award", ident="2", **more):
    awards = [{"id": "a", "datePublished": day, **more}]
    return {**AWARD, "id": ident, "date": f"{day}T00:00:00Z", "tag": [tag], "awards": awards}


def notices(*days):
    return [
        {"id": str(n), "documentType": "awardNotice", "datePublished": day}
        for n, day in enumerate(days)
    ]


def published(document):
    return document.data["procurement"]["awards"][0].get("published_on")


@pytest.mark.parametrize("tag", ["awardUpdate", "award"])
def test_a_later_release_does_not_move_the_day(tmp_path, tag):
    later = award("2024-09-01", tag=tag, ident="3")
    document = only(tmp_path, [award("2024-03-01"), later])
    assert published(document) == "2024-03-01"
    place = document.places["/procurement/awards/0/published_on"]
    assert place == "/0/awards/0/datePublished"


@pytest.mark.parametrize("tag", ["awardUpdate", "awardAmendment", "awardCancellation"])
def test_a_change_alone_tells_no_day_and_says_so(tmp_path, tag):
    document = only(tmp_path, award("2024-09-01", tag=tag))
    assert published(document) is None
    assert "loss /awards/0/datePublished the release changes an award" in said(document)


def test_a_change_that_still_shows_the_first_notice_tells_its_day(tmp_path):
    shown = notices("2024-09-01", "2024-03-01")
    document = only(tmp_path, award(None, tag="awardUpdate", documents=shown))
    assert published(document) == "2024-03-01"


def test_the_earliest_of_several_notices_counts(tmp_path):
    document = only(tmp_path, award(None, documents=notices("2024-09-01", "2024-03-01")))
    assert published(document) == "2024-03-01"


def test_the_day_of_an_award_goes_before_that_of_its_notice(tmp_path):
    document = only(tmp_path, award("2024-03-02", documents=notices("2024-03-01")))
    assert published(document) == "2024-03-02"


def test_a_day_that_is_none_is_left_out_and_named(tmp_path):
    document = only(tmp_path, award("soon"))
    assert published(document) is None
    assert "“soon” is no date" in said(document)
