import pytest

from auditor.evidence.nearly import Words
from auditor.evidence.text import Piece

PAGES = (
    Piece("Nothing of note is said on this page.", ("page 1",)),
    Piece("In all, 47 of 54 users said that they are satisfied2 with the place.", ("page 2",)),
)


def nearest(passage):
    return Words(PAGES).nearest(passage)


def test_another_number_is_named_beside_the_one_that_is_quoted():
    near = nearest("49 of 54 users said that they are satisfied with the place")
    assert near.piece == 1
    assert near.differs == "“47” where “49” is quoted"


def test_a_word_that_is_left_out_is_named():
    near = nearest("of 54 users said they are satisfied with the place")
    assert near.differs == "“that” is left out"
    assert not near.added_only


@pytest.mark.parametrize(
    ("between", "aside"),
    [
        ("\nAnnual report 2025\n3\n", True),
        (" 12 ", True),
        (" the bus stops here\n", True),
        (" not ", False),
        (" not\n", False),
        (" by and large not ", False),
    ],
)
def test_only_lines_and_numbers_in_between_may_be_of_the_page(between, aside):
    text = f"In all the people were{between}satisfied with what they got"
    near = Words([Piece(text, ("page 1",))]).nearest(" ".join(text.replace(between, " ").split()))
    assert near.added_only is aside


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("the cost rose by -5% in the year", "the cost rose by 5% in the year"),
        ("it holds where a > 5 people come", "it holds where a < 5 people come"),
        ("it holds where a ≠ b for them all", "it holds where a = b for them all"),
        ("it came to ¥500 for each of them", "it came to £500 for each of them"),
    ],
)
def test_another_sign_is_a_difference(text, passage):
    assert Words([Piece(text, ("page 1",))]).nearest(passage).differs


def test_a_word_that_is_not_there_is_named():
    near = nearest("47 of 54 users have not said that they are")
    assert near.differs == "“have not” is not there"
    assert not near.added_only


def test_the_mark_of_a_footnote_is_no_difference():
    assert nearest("users said that they are satisfied with the place").differs == ""


def test_few_words_in_common_are_not_near():
    assert nearest("the council will close three libraries in the next year") is None


def test_three_words_are_too_few_to_be_near_anything():
    assert nearest("54 users said") is None


def test_words_in_another_order_are_said_to_be_there():
    passage = "satisfied2 they are with that place 47 said"
    assert Words(PAGES).scattered(passage, [PAGES[1]]) == "page 2"
    assert Words(PAGES).scattered(passage, [PAGES[0]]) == ""


def test_a_word_far_off_is_not_the_one_that_is_quoted():
    text = "For most of them it is a burden. Some people asked for help with the cost of heating."
    near = Words([Piece(text, ("page 1",))]).nearest("Most people asked for help with the cost")
    assert near.differs == "“some” where “most” is quoted"


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        (
            "they publish every quarter the new stat-\nDraft report 1 of 40 istics of all parts",
            True,
        ),
        ("they publish every quarter the new stat-\n3 istics of all parts", True),
        ("they publish every quarter the new logistics of all parts", False),
        (
            "they publish every quarter the new bal-\nDraft report 1 of 40 istics of all parts",
            False,
        ),
    ],
)
def test_a_word_that_the_foot_of_a_page_divides_is_the_same_word(text, aside):
    near = Words([Piece(text, ("page 1",))]).nearest(
        "they publish every quarter the new statistics of all parts"
    )
    assert near.added_only is aside
