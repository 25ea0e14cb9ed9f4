from decimal import Decimal

import pytest

from auditor.facts import Facts
from auditor.load.document import Document
from auditor.schema import validate

HEAD = {"format_version": "1", "kind": "commissioning", "title": "Day care", "stage": "review"}
DAYS = {"id": "days", "text": "Days", "value": 29, "unit": "number"}
RATE = {"id": "rate", "text": "Rate per day", "value": 495, "unit": "money"}
COST = {"id": "cost", "text": "Cost", "value": 345000, "unit": "money"}


def calculation(formula, terms, claimed, *, name="grant", unit="money"):
    return {
        "id": name,
        "text": "The grant",
        "unit": unit,
        "claimed": claimed,
        "formula": formula,
        "terms": terms,
    }


def results(*calculations, **parts):
    data = HEAD | {"calculations": list(calculations)} | parts
    facts = Facts(validate(Document("file.yaml", data, "", {})), {}, None)
    return facts.claims.results


def only(*args, **parts):
    [result] = results(calculation(*args), **parts)
    return result


def test_a_figure_that_its_formula_gives_is_reproduced():
    result = only("days × rate", [DAYS, RATE], 14355)
    assert result.verdict == "reproduced"
    assert (result.id, result.pointer) == (
        "calculations.grant.claimed",
        "/calculations/0/claimed",
    )
    assert result.framework == "value-for-money"


def test_the_working_shows_terms_and_the_formula_with_numbers_put_in():
    steps = only("days × rate", [DAYS, RATE], 14355).working
    assert [(step.label, step.arithmetic, step.result) for step in steps] == [
        ("Days", "as given", "29"),
        ("Rate per day", "as given", "£495"),
        ("The grant", "29 × £495", "£14,355"),
    ]


def test_a_discounting_function_has_a_line_of_working():
    rate = {"id": "r", "text": "Rate", "value": Decimal("0.08"), "unit": "share"}
    result = only("1500 / annuity(r, 5)", [rate], Decimal("375.7"))
    assert result.verdict == "reproduced"
    assert [step.result for step in result.working] == ["0.08", "3.99271", "£375.68"]


def test_the_lottery_grant_of_kirklees_would_need_53_days():
    # Food for Life, Kirklees 2016: 29 days at £495 are said to be £26,235.
    result = only("days × rate", [DAYS, RATE], 26235)
    assert result.verdict == "not_reproduced"
    assert "£11,880 less" in result.note
    assert "One explanation is Days of 53 in place of 29; this is worth asking about." in (
        result.note
    )


def test_a_printed_term_that_may_be_rounded_is_named():
    rate = RATE | {"value": Decimal("37")}
    result = only("19 * rate", [rate], 710)
    assert result.verdict == "reproduced_within_rounding"
    assert "Rate per day, printed as £37, is itself rounded from between £37.34 and £37.39" in (
        result.note
    )


def test_a_whole_count_is_exact_and_a_measured_number_is_not():
    rate = {"id": "rate", "value": 55, "unit": "number"}
    assert only("3 * rate", [rate], 166).verdict == "not_reproduced"
    del rate["unit"]
    assert only("3 * rate", [rate], 166).verdict == "reproduced_within_rounding"


def test_round_figures_are_not_taken_as_rounded_but_it_is_said_what_that_would_allow():
    gross = {"id": "gross", "text": "Gross", "value": 339000, "unit": "money"}
    result = only("gross - cost / 2", [gross, COST], 167000)
    assert result.verdict == "not_reproduced"
    assert result.note.endswith(
        "It would be possible if round figures are rounded, such as 339,000 to the nearest 1,000."
    )
    exact = [gross | {"value": 339001}, COST | {"value": 345001}]
    assert "round figures" not in only("gross - cost / 2", exact, 150001).note


def test_a_term_may_be_a_figure_claimed_elsewhere():
    sroi = {"reported": {"total_inputs": 8000, "total_present_value": 24000}}
    terms = [
        {"id": "value", "claim": "sroi.total_present_value"},
        {"id": "inputs", "claim": "sroi.total_inputs"},
    ]
    given = calculation("value / inputs", terms, 3, unit="ratio")
    *_, result = results(given, sroi=sroi)
    assert result.verdict == "reproduced"
    assert result.working[0].arithmetic == "sroi.total_present_value, as printed"


def test_a_figure_on_which_a_decisive_one_rests_is_decisive_too():
    half = calculation("a / 2", [{"id": "a", "claim": "calculations.grant.claimed"}], 7177.5,
                       name="half")  # fmt: skip
    half["claimed"] = Decimal("7177.5")
    found = results(
        calculation("days * rate", [DAYS, RATE], 14355),
        half,
        decision_rests_on="calculations.half.claimed",
    )
    assert [result.decisive for result in found] == [True, True]


@pytest.mark.parametrize(
    ("given", "without"),
    [
        ({"formula": None}, "how it is worked out (its formula)"),
        ({"terms": [DAYS, {"id": "rate"}]}, "the term rate"),
        (
            {"formula": "days / none", "terms": [DAYS, {"id": "none", "value": 0}]},
            "terms for which the formula has a value (it divides by zero)",
        ),
    ],
)
def test_what_cannot_be_worked_out_names_what_is_missing(given, without):
    whole = calculation("days * rate", [DAYS, RATE], 14355) | given
    [result] = results({name: value for name, value in whole.items() if value is not None})
    assert result.verdict == "cannot_be_recomputed"
    assert result.note == (
        f"This cannot be recomputed without what the file does not give: {without}."
    )


def test_a_calculation_that_claims_nothing_is_no_claim():
    given = calculation("days * rate", [DAYS, RATE], 14355)
    del given["claimed"]
    assert results(given) == ()


def test_what_rounding_allows_is_not_said_where_it_cannot_be_told():
    term = {"id": "a", "value": Decimal("0.5")}
    result = only("a - a * a", [term], 9)
    assert "cannot be told" in result.note
    assert result.lowest == ""


@pytest.mark.parametrize(
    ("claimed", "words"),
    [("2.0", "gross ratio, before its cost"), ("0.0", "net ratio, after its cost")],
)
def test_a_ratio_that_is_one_apart_may_be_gross_or_net(claimed, words):
    saved = {"id": "saved", "text": "Saved", "value": Decimal("2000.00"), "unit": "money"}
    cost = {"id": "cost", "text": "Cost", "value": Decimal("2000.00"), "unit": "money"}
    given = calculation("saved / cost", [saved, cost], Decimal(claimed), unit="ratio")
    [result] = results(given)
    assert f"It would come out as a {words} is taken off" in result.note


def test_a_term_without_which_the_claim_would_come_out_is_named():
    fee = {"id": "fee", "text": "Fee", "value": 1234, "unit": "money"}
    result = only("days × rate + fee", [DAYS, RATE, fee], 14355)
    assert "One explanation is Fee (£1,234) left out" in result.note
