import pytest

from auditor.engine.places import pattern_of, ranges, together, words_of


@pytest.mark.parametrize(
    ("pointer", "said"),
    [
        ("/sroi/rows/0/proxy", "sroi.rows[0].proxy"),
        ("/title", "title"),
        ("facts.sroi.ratio", "facts.sroi.ratio"),
    ],
)
def test_a_pointer_is_said_in_words(pointer, said):
    assert words_of(pointer) == said


def test_a_pattern_leaves_out_the_numbers_of_entries():
    assert pattern_of("/options/3/cashflows/12/cost") == "options[…].cashflows[…].cost"


def test_places_that_differ_in_one_number_are_said_together():
    pointers = [f"/sroi/rows/{row}/proxy" for row in (0, 1, 2, 4)] + ["/title"]
    assert together(pointers) == ("sroi.rows[0–2, 4].proxy", "title")


def test_places_that_differ_in_two_numbers_are_said_one_by_one():
    pointers = ["/options/0/cashflows/0/cost", "/options/1/cashflows/0/cost"]
    assert together(pointers) == tuple(words_of(pointer) for pointer in pointers)


def test_a_place_named_twice_is_said_once():
    assert together(["/title", "/title"]) == ("title",)


@pytest.mark.parametrize(
    ("numbers", "said"),
    [([], ""), ([3], "3"), ([0, 1], "0–1"), ([0, 2, 3, 4, 9], "0, 2–4, 9")],
)
def test_neighbours_become_a_range(numbers, said):
    assert ranges(numbers) == said
