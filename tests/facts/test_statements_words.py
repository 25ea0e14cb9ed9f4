"""Words for multiples are read by their table: they depart only by what they leave out."""

import doctest
from decimal import Decimal
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.facts import (
    statements_patterns,
    statements_reach,
    statements_vocabulary,
    statements_words,
)
from auditor.facts.statements_reach import Reach
from auditor.facts.statements_vocabulary import COMMON, EXACTLY, HEDGES, MULTIPLES, neighbours
from auditor.facts.statements_words import meaning_of, rank_of
from auditor.value.precision import Interval


def fits(words: str, quotient: str) -> bool | None:
    meaning = meaning_of(words)
    assert meaning is not None
    return meaning.fits(Interval(Decimal(quotient), Decimal(quotient)))


@pytest.mark.parametrize(
    ("words", "quotient", "expected"),
    [
        ("more than twice", "2.31", True),
        ("more than twice", "2", False),
        ("more than twice", "1.99", False),
        ("at least twice", "2", True),
        ("no less than twice", "1.9", False),
        ("up to three times", "3", True),
        ("up to three times", "3.1", False),
        ("less than half the cost", "0.49", True),
        ("less than half the cost", "0.5", False),
        ("nearly halving", "0.52", True),
        ("nearly halving", "0.5", False),
        ("nearly halving", "0.4", False),
        ("nearly halving", "0.7", None),
        ("nearly halving", "1", False),
        ("more than halved", "0.4", True),
        ("almost half of", "0.48", True),
        ("almost half of", "0.3", None),
        ("almost half of", "0.51", False),
        ("just over a third", "0.34", True),
        ("just over a third", "0.5", None),
        ("just over a third", "0.33", False),
        ("a third", "0.34", True),
        ("a third", "0.38", None),
        ("a third", "0.4", False),
        ("two-thirds", "0.66", True),
        ("doubled", "2.1", True),
        ("doubled", "1.6", None),
        ("doubled", "1.5", False),
        ("nearly doubled", "1.9", True),
        ("nearly doubled", "0.9", False),
        ("ten-fold", "10", True),
        ("tenfold", "10.4", True),
        ("10 times", "10.4", True),
        ("10 times", "10.6", False),
        ("up by a quarter", "1.25", True),
        ("up by a quarter", "0.75", False),
        ("a quarter less", "0.75", True),
        ("10 per cent more participants", "1.10", True),
        ("10% more", "1.11", False),
        ("cut by 20%", "0.80", True),
        ("over half", "0.51", True),
        ("the majority of", "0.5", False),
        ("half as much again", "1.5", True),
        ("about a fifth", "0.21", True),
        ("about a fifth", "0.9", None),
        ("about a fifth", "1.2", False),
        ("reduced to half", "0.5", True),
        ("increased threefold", "3", True),
        ("nine out of 10", "0.9", True),
        ("one in four", "0.25", True),
        ("a third of the lower cost", "0.33", True),
    ],
)
def test_words_mean_what_the_table_says(words: str, quotient: str, expected: bool | None) -> None:
    assert fits(words, quotient) is expected


@pytest.mark.parametrize(
    "words",
    [
        "almost",
        "not twice",
        "between two and three times",
        "threefold increase",
        "three times less",
        "10 percentage points",
        "the third largest",
        "one in 0",
        "0 times",
        "",
        "a" * 5000,
        "twice, or rather three times",
        "\u202e twice\x00 and half",
        "9" * 400 + " times",
    ],
)
def test_words_that_the_table_does_not_hold_are_not_read(words: str) -> None:
    assert meaning_of(words) is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("second largest", (2, True)),
        ("the third-highest outcome", (3, True)),
        ("biggest", (1, True)),
        ("smallest", (1, False)),
        ("second smallest", (2, False)),
        ("large", None),
        ("not the largest", None),
    ],
)
def test_ranks_are_read(words: str, expected: tuple[int, bool] | None) -> None:
    assert rank_of(words) == expected


def test_printed_digits_bound_a_quotient_on_both_sides() -> None:
    meaning = meaning_of("more than twice")
    assert meaning is not None
    assert meaning.fits(Interval(Decimal("1.99"), Decimal("2.01"))) is None


def test_every_hedge_says_what_it_leaves_open_and_no_phrase_belongs_to_two() -> None:
    phrases = [phrase for hedge in HEDGES for phrase in hedge.phrases]
    assert len(set(phrases)) == len(phrases)
    assert all(hedge.reason for hedge in HEDGES)


_quotients = st.decimals(min_value=Decimal("0.01"), max_value=20, places=3)


@given(st.sampled_from(["half", "a quarter", "three quarters", "twice", "ten times"]), _quotients)
def test_over_and_under_exclude_each_other_and_leave_only_the_multiple_out(words, quotient):
    over, under = (
        fits(f"more than {words}", str(quotient)),
        fits(f"less than {words}", str(quotient)),
    )
    assert not (over and under)
    exact = meaning_of(f"at least {words}")
    assert exact is not None
    assert exact.certain.low is not None
    assert (over or under) is (quotient != exact.certain.low)


@given(st.sampled_from(["half", "a third", "twice", "up by a quarter"]), _quotients)
def test_a_softer_word_never_departs_where_the_plain_one_holds(words, quotient):
    if fits(words, str(quotient)):
        assert fits(f"about {words}", str(quotient)) is True


@given(st.sampled_from(COMMON))
def test_a_common_multiple_lies_strictly_between_its_neighbours(amount):
    below, above = neighbours(amount)
    assert below < amount < above


ends = st.none() | st.integers(-5, 5).map(Decimal)
reaches = st.builds(Reach, ends, ends, st.booleans(), st.booleans()).filter(
    lambda r: r.low is None or r.high is None or r.low < r.high
)
points = st.integers(-60, 60).map(lambda n: Decimal(n) / 10)


def inside(reach: Reach, point: Decimal) -> bool:
    return reach.holds(Reach(point, point))


@given(reaches, reaches, points)
def test_a_point_inside_both_makes_them_meet_and_inside_the_inner_is_inside_the_outer(a, b, point):
    if inside(a, point) and inside(b, point):
        assert a.meets(b)
        assert b.meets(a)
    if a.holds(b) and inside(b, point):
        assert inside(a, point)


@given(reaches, points, st.integers(-3, 3).filter(bool).map(Decimal), points)
def test_scaling_and_shifting_move_every_point(reach, point, factor, by):
    assert inside(reach, point) is inside(reach.times(factor).plus(by), point * factor + by)


MODULES = (statements_patterns, statements_reach, statements_vocabulary, statements_words)


@pytest.mark.parametrize("module", MODULES)
def test_examples_in_docstrings_hold(module: ModuleType) -> None:
    tried = doctest.testmod(module)
    assert (tried.failed, tried.attempted > 0) == (0, True)


def test_the_page_on_statements_holds_the_whole_table() -> None:
    page = (Path(__file__).parents[2] / "docs" / "statements.md").read_text(encoding="utf-8")
    for hedge in HEDGES:
        assert f"| {', '.join(hedge.phrases)} | {hedge.reason} |" in page
    assert f"| none | {EXACTLY.reason} |" in page
    assert f"Multiples: {', '.join(MULTIPLES)};" in page
