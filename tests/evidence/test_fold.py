import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.evidence import fold
from auditor.evidence.fold import compact, origins, words

LETTERS = st.text(st.sampled_from("aZé1 9\n\t-\u00ad\u2010’“ﬁß½\x00\u0301.,£ "), max_size=60)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the eﬃcient oﬃce", "the efficient office"),
        ("satis-\nfied", "satisfied"),
        ("satis\u00adfied", "satisfied"),
        ("satis\u2010\r\nfied", "satisfied"),
        ("satis\x02fied", "satisfied"),
        ("well-being", "wellbeing"),
        ("“the council’s plan”", "'the council's plan'"),
        ("2024–25", "2024-25"),
        ("a\u00a0plan\u2009of   this", "a plan of this"),
        ("The Plan", "the plan"),
        ("café", "cafe"),
    ],
)
def test_texts_that_differ_in_their_setting_alone_are_alike(one, other):
    assert compact(one) == compact(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("20 24 people", "2024 people"),
        ("2024-25", "202425"),
        ("a change of -5", "a change of 5"),
        ("1.5", "15"),
        ("rose by 5%", "rose by 5"),
    ],
)
def test_numbers_that_differ_stay_apart(one, other):
    assert compact(one) != compact(other)


@given(LETTERS)
def test_every_character_has_its_origin(text):
    assert len(origins(text)) == len(compact(text))


@given(LETTERS)
def test_origins_never_go_back(text):
    found = list(origins(text))
    assert found == sorted(found)


@given(LETTERS)
def test_both_ways_of_working_it_out_agree(text):
    spaced = fold.spaced(text)
    slow = re.sub(fold._SET, lambda m: " " if m["between"] else "", spaced)
    assert compact(text) == slow


def test_a_divided_word_is_one_word():
    assert words("institution-\nalised care") == ["institutionalised", "care"]
