from decimal import Decimal

import pytest

from auditor.conclusion import Verdict
from auditor.finding import Basis, Confidence, Counts, Severity, Status
from auditor.output import words
from auditor.value.claim import ClaimVerdict
from tests.output import sample


@pytest.mark.parametrize(
    ("table", "codes"),
    [
        (words.STATUS, Status),
        (words.SYMBOL, Status),
        (words.VERDICT, Verdict),
        (words.CLAIM_VERDICT, ClaimVerdict),
        (words.SEVERITY, Severity),
        (words.BASIS, Basis),
        (words.BASIS_IN_SHORT, Basis),
        (words.CONFIDENCE, Confidence),
    ],
)
def test_every_code_has_words_of_its_own(table, codes):
    assert list(table) == list(codes)
    assert len(set(table.values())) == len(table)


@pytest.mark.parametrize(
    ("iso", "said"),
    [("2020-03-01", "1 March 2020"), ("2026-12-31", "31 December 2026"), ("soon", "soon")],
)
def test_a_date_is_said_as_people_say_it(iso, said):
    assert words.long_date(iso) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("281005.3125", "281,005"),
        ("281005.5", "281,006"),
        ("-216645", "−216,645"),
        ("395.4375", "395"),
        ("99.995", "100.00"),
        ("5.073305", "5.07"),
        ("0", "0"),
        ("-216645.00", "−216,645"),
        ("1E+20", "100,000,000,000,000,000,000"),
        ("12345678901234567890123456789012.5", "12,345,678,901,234,567,890,123,456,789,013"),
    ],
)
def test_an_amount_is_rounded_half_up(value, said):
    assert words.amount(Decimal(value)) == said


def test_a_tally_adds_up_and_leaves_out_what_is_nought():
    assert words.tally(Counts(conforms=3, departs=2)) == "3 conform + 2 depart = 5"
    assert words.tally(Counts()) == "0 = 0"


def test_items_with_one_answer_need_no_sum():
    assert words.items(Counts(conforms=3)) == "3 items"
    assert words.items(Counts(conforms=1)) == "1 item"
    assert words.items(Counts(conforms=3, departs=1)) == "3 conform + 1 depart = 4 items"


@pytest.mark.parametrize(
    ("text", "length", "said"),
    [
        ("as it is", 20, "as it is"),
        ("the source of each figure is named", 24, "the source of each…"),
        ("the source, of each", 12, "the source…"),
        ("pneumonoultramicroscopic" * 3, 30, "pneumonoultramicroscopicpneum…"),
        ("two\n  lines", 20, "two lines"),
    ],
)
def test_text_is_cut_between_words(text, length, said):
    assert words.cut(text, length) == said
    assert len(words.cut(text, length)) <= length


@pytest.mark.parametrize(
    ("text", "said"),
    [("one thing", "One thing."), ("Is it?", "Is it?"), ("cut off…", "Cut off…"), ("", ".")],
)
def test_a_sentence_begins_and_ends_as_one(text, said):
    assert words.sentence(text) == said


def test_a_digest_is_shortened_to_what_can_be_compared_by_eye():
    assert words.short("sha256:0123456789abcdef") == "0123456789ab"


def test_a_finding_says_what_it_rests_on_and_whether_it_counts():
    assert words.footing(sample.RATE) == "recomputed from the figures in the file"
    assert words.footing(sample.RANGE).endswith("nothing else; does not change the conclusion")
    assert words.footing(sample.DEADWEIGHT) == "7 items"


def test_a_text_in_brief_ends_after_a_sentence_and_never_inside_brackets():
    text = "Say why. State the sum (in pounds. No other will do) and its year."
    assert words.brief(text, 40) == "Say why."
    assert words.brief(text.replace("(", "").replace(")", ""), 40) == (
        "Say why. State the sum in pounds."
    )
