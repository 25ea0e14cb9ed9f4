from decimal import Decimal

from auditor.value.notes import Printer, note
from auditor.value.precision import around
from auditor.value.quotient import Quotient, Total, printed, total, weighted
from auditor.value.verdict import Recomputed, judge, judge_open

HALF = Decimal("0.5")
MONEY = Printer("money", HALF, "GBP")


def pounds(name: str, value: int) -> Total:
    return printed(name, Decimal(value), lambda number: HALF)


def said(claimed: int, *figures: Total, missing=(), questions=(), rounded=None, because="") -> str:
    claim = around(Decimal(claimed), HALF)
    judged = judge_open(claim, [Recomputed(Quotient(each), rounded) for each in figures])
    return note(
        judged,
        claimed=f"£{claimed}",
        claim=claim,
        printer=MONEY,
        missing=missing,
        questions=questions,
        because=because,
    )


def test_a_better_explanation_takes_the_place_of_rounding_in_general():
    visits = weighted([(pounds("a", 37), Decimal("10.6875"))])
    assert said(400, visits, because="Row b is apart.") == (
        "The figures as printed give £395.44, not £400. Row b is apart."
    )
    assert said(120, pounds("a", 100), because="Row b is apart.") == (
        "The figures as given come to £100, £20 less. Row b is apart."
    )


def test_a_reproduced_claim_shows_the_exact_figure():
    assert said(395, Total(Decimal("395.4375"))) == "The figures as given come to £395.44."


def test_the_only_input_that_may_be_rounded_is_asked_about():
    visits = weighted([(pounds("the value of a visit", 37), Decimal("10.6875"))])
    assert said(400, visits) == (
        "The figures as printed give £395.44, not £400. It is possible only if the value of a"
        " visit, printed as £37, is itself rounded from between £37.38 and £37.47. This is worth"
        " asking about."
    )


def test_one_input_of_several_is_not_called_the_only_one():
    both = total([weighted([(pounds("a", 37), Decimal(10))]), pounds("b", 1)])
    text = said(375, both)
    assert "possible if a, printed as £37" in text
    assert text.endswith("or if several printed figures are. This is worth asking about.")


def test_several_inputs_that_could_each_explain_it_are_named():
    both = total([weighted([(pounds(name, 37), Decimal(10))]) for name in "abcde"])
    text = said(1853, both)
    assert "one of these printed figures is itself rounded: a (printed as £37, from" in text
    assert "or one of 2 others" in text


def test_inputs_that_explain_it_only_together_are_not_named():
    both = total([weighted([(pounds(name, 37), Decimal(10))]) for name in "ab"])
    assert "only if several printed figures are themselves rounded" in said(748, both)


def test_rounded_rows_are_given_as_the_reason():
    text = said(102, Total(Decimal("100.6")), rounded=lambda: Decimal(102))
    assert "Rows rounded to the unit before they are added would give it." in text


def test_a_claim_that_is_not_reproduced_says_by_how_much_and_what_rounding_allows():
    assert said(120, pounds("a", 100)) == (
        "The figures as given come to £100, £20 less. Rounding of the printed figures allows £99.50"
        " to £100.50 only."
    )


def test_an_excess_is_called_more():
    assert said(90, Total(Decimal(100))) == "The figures as given come to £100, £10 more."


def test_a_claim_that_no_open_convention_gives_says_so():
    text = said(9, Total(Decimal(1)), Total(Decimal(2)))
    assert text.endswith("No reading that the file leaves open gives the claim.")


def test_an_ambiguous_claim_names_the_question_and_two_readings():
    text = said(2, Total(Decimal(1)), Total(Decimal(2)), questions=["when outcomes start"])
    assert text == (
        "The file does not say when outcomes start. One reading gives £1, another gives £2; only"
        " some readings give the claim."
    )


def test_what_is_missing_is_named_up_to_three():
    text = said(1, missing=["a", "b", "c", "d", "e"])
    assert text.endswith("without what the file does not give: a; b; c; and 2 more.")


def test_a_division_by_zero_is_called_one():
    claim = around(Decimal(1), HALF)
    judged = judge(claim, Recomputed(Quotient(Total(Decimal(1)), Total(Decimal(0)))))
    text = note(judged, claimed="1", claim=claim, printer=MONEY, missing=(), questions=())
    assert text == "This cannot be recomputed: it would divide by zero."


def test_a_round_figure_that_rounding_at_its_noughts_would_give_is_asked_about():
    near = said(219000, Total(Decimal("218700")))
    assert near.endswith("It would come out if the claim is rounded to the nearest £1,000; was it?")
    for claimed, exact in ((219000, 218000), (219400, 219440), (400, 395), (219500, 219010)):
        told = said(claimed, Total(Decimal(exact)))
        assert ("nearest" in told) == (claimed == 219400)


def test_a_better_explanation_of_a_round_figure_is_not_said_twice():
    why = "It is possible to the nearest £1,000."
    assert said(219000, Total(Decimal("218700")), because=why).count("nearest") == 1
