import pytest

from auditor.evidence import passage
from auditor.evidence.passage import Searched, Spot, best, excerpt
from auditor.evidence.text import Piece

PAGES = (
    Piece("The first page says little.", ("page 1",)),
    Piece(
        "In all, 47 of 54 users said that they\nare satis-\nﬁed3 with the “old” place and",
        ("page 2",),
    ),
    Piece("would miss it in 2024. It cost 1,234 a year.", ("page 3",)),
)


def found(passage):
    searched = Searched(PAGES)
    return [
        (spot.piece, excerpt(PAGES[spot.piece].text, spot.start, spot.end))
        for spot in searched.spots(passage)
    ]


@pytest.mark.parametrize(
    "passage",
    [
        "47 of 54 users said that they are satisfied",
        "47 OF 54 users",
        "  they are satis­fied.",
        "with the 'old' place",
    ],
)
def test_a_passage_is_found_on_its_page(passage):
    assert [piece for piece, _ in found(passage)] == [1]


@pytest.mark.parametrize(
    "passage", ["7 of 54 users", "of 54 use", "cost 1,23", "cost 1", "irst page", "in 202"]
)
def test_a_part_of_a_word_or_number_is_not_the_passage(passage):
    assert found(passage) == []


def test_the_text_is_shown_as_it_stands():
    assert found("54 users … satisfied") == [(1, "54 users said that they are satis- ﬁed")]


def test_what_an_ellipsis_leaves_out_may_go_over_the_page():
    assert [piece for piece, _ in found("47 of 54 users […] would miss it")] == [1]


def test_parts_in_another_order_are_not_the_passage():
    assert found("would miss it … 47 of 54 users") == []


def test_a_passage_that_goes_over_the_page_is_found_where_it_begins():
    assert found("place and would miss it") == [(1, "place and")]


def test_the_mark_of_a_footnote_does_not_end_a_word():
    assert found("they are satisfied") != []


@pytest.mark.parametrize("passage", ["", "…", "()", "a"])
def test_next_to_nothing_is_not_looked_for(passage):
    assert found(passage) == []


def test_the_place_that_is_meant_comes_before_the_first():
    spots = [Spot(1, 0, 2), Spot(3, 0, 2)]
    assert best(iter(spots), lambda spot: spot.piece == 3) == Spot(3, 0, 2)
    assert best(iter(spots), lambda spot: spot.piece == 9) == Spot(1, 0, 2)


def test_a_part_that_stands_everywhere_does_not_hide_the_one_that_is_quoted():
    text = "The council met. " * 400 + "The depot that was closed in spring reopened quietly."
    searched = Searched([Piece(text, ("page 1",))])
    assert [text[spot.start : spot.end] for spot in searched.spots("The […] reopened quietly")] == [
        "The depot that was closed in spring reopened quietly"
    ]


def test_parts_that_stand_in_order_but_far_apart_are_said_to():
    text = "The first finding came. " + "Many words were said. " * 400 + "The last finding came."
    searched = Searched([Piece(text, ("page 1",))])
    assert not list(searched.spots("The first finding […] the last finding"))
    assert searched.stands_apart("The first finding […] the last finding")
    assert not searched.stands_apart("The last finding […] the first finding")
    assert not searched.stands_apart("The first finding")


def test_a_stretch_that_is_met_too_often_within_words_is_given_up(monkeypatch):
    monkeypatch.setattr(passage, "MOST_SEEN", 3)
    searched = Searched([Piece("parted parted parted parted art", ("page 1",))])
    assert not list(searched.spots("art"))
    assert searched.gave_up
