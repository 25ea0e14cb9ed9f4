"""Statements are held against each other only where a person confirmed how they are read."""

from decimal import Decimal
from time import process_time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.facts.statements_check import StatementCheck, WordsCheck
from auditor.facts.statements_compare import compare
from auditor.facts.statements_quantity import Quantity, in_words, quantity_of
from auditor.model.statement import Statement
from tests.facts.files import commissioning, row, without


def statement(name: str, **more: Any) -> dict[str, Any]:
    """Return a confirmed statement of one return, unless told otherwise."""
    kept = {
        "quotation": "…",
        "subject": "A service",
        "measure": "Return",
        "form": "x_per_1",
        "confirmed_by": "A. Reader",
    }
    return {"id": name, **kept, **more}


def quoted(*statements: dict[str, Any], **parts: Any) -> tuple[StatementCheck, ...]:
    found = commissioning(statements=list(statements), **parts).statements.quoted
    assert found is not None
    return found


def agreement(one: dict[str, Any], other: dict[str, Any]) -> bool | None:
    (found,) = quoted(statement("a", **one), statement("b", **other))
    return found.agrees


def worded(*statements: dict[str, Any], **parts: Any) -> tuple[WordsCheck, ...]:
    found = commissioning(statements=list(statements), **parts).statements.worded
    assert found is not None
    return found


THREE_EIGHTY = {"value": {"value": Decimal("3.80"), "printed": "£3.80"}}
RANGE = {"low": Decimal("4.40"), "high": Decimal("6.10")}


def test_a_number_outside_a_range_of_the_same_return_disagrees():
    (found,) = quoted(
        statement("a", **RANGE, where="line 115"), statement("b", **THREE_EIGHTY, where="line 194")
    )
    assert (found.agrees, found.label) == (False, "A service: Return")
    assert found.note == "£4.40 to £6.10 (line 115) and £3.80 (line 194) do not agree"
    assert found.file_pointer == "/statements/0"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ({"value": 3.8}, {"value": 3.8, "form": "one_to_x"}, True),
        ({"value": Decimal("3.80")}, {"value": Decimal("3.84")}, False),
        ({"value": Decimal("3.8")}, {"value": Decimal("3.84")}, True),
        ({"value": Decimal("3.8")}, {"value": Decimal("3.9")}, False),
        ({"value": Decimal("-3.8")}, {"value": Decimal("-3.9")}, False),
        ({"value": Decimal("-3.8")}, {"value": Decimal("-3.75")}, True),
        ({"value": 4}, {"value": Decimal("3.5")}, True),
        (RANGE, {"value": 5}, True),
        (RANGE, {"low": Decimal("4.00"), "high": Decimal("6.10")}, False),
        (RANGE, {"low": Decimal("4.4"), "high": Decimal("6.1")}, True),
        ({"value": 100, "bound": "more_than"}, {"value": 100}, True),
        ({"value": 100, "bound": "more_than"}, {"value": Decimal("99.4")}, False),
        ({"value": 100, "bound": "less_than"}, {"value": 100}, True),
        ({"value": 100, "bound": "less_than"}, {"value": 101}, False),
        ({"value": 100, "bound": "at_least"}, {"value": Decimal("99.5")}, True),
        ({"value": 100, "bound": "at_most"}, {"value": Decimal("100.6")}, False),
        ({"value": 100, "bound": "about"}, {"value": 120}, None),
        ({"value": 100, "bound": "about"}, {"value": 100}, True),
    ],
)
def test_two_statements_agree_where_one_value_prints_as_both(one, other, expected):
    exact = [
        {k: Decimal(str(v)) if isinstance(v, float) else v for k, v in each.items()}
        for each in (one, other)
    ]
    assert agreement(*exact) is expected
    assert agreement(*exact[::-1]) is expected


@pytest.mark.parametrize(
    "trait",
    [
        ("ratio_basis", "total", "marginal"),
        ("value_kind", "gross", "net"),
        ("timing", "forecast", "evaluative"),
        ("period", "One year", "Ten years"),
        ("base", "£1 of grant", "£1 of all inputs"),
        ("price_year", 2007, 2009),
    ],
    ids=lambda trait: trait[0],
)
def test_what_both_state_to_differ_makes_two_quantities(trait):
    name, one, other = trait
    given = [statement("a", value=3, **{name: one}), statement("b", value=9, **{name: other})]
    assert quoted(*given) == ()
    (found,) = quoted(given[0], without(given[1], name))
    assert (found.agrees, found.missing) == (None, (f"/statements/1/{name}",))
    (alike,) = quoted(given[0], {**given[1], name: one})
    assert alike.agrees is False


def test_what_the_words_leave_open_explains_no_difference():
    one = {"value": 3, "period": "Ten years", "ratio_basis": "total"}
    other = {"value": 9, "period": {"none": "Not said"}, "ratio_basis": "not_said"}
    assert agreement(one, other) is False


def test_periods_of_one_length_may_be_the_same_whatever_they_are_called():
    one = {"value": 3, "period": "2007/2008", "period_years": 1}
    assert agreement(one, {"value": 9, "period": "The first year", "period_years": 1}) is None
    assert agreement(one, {"value": 9, "period": "2007/2008", "period_years": 1}) is False
    assert agreement(one, {"value": 3, "period": "The first year", "period_years": 1}) is True


def test_periods_of_one_length_in_other_words_are_asked_about_in_words_of_their_own():
    one = statement("a", value=3, period="2007/2008", period_years=1)
    (found,) = quoted(one, statement("b", value=9, period="The first year", period_years=1))
    assert "agree only if they are not of the same quantity" in found.note
    assert found.otherwise.startswith("the same words in each `period`")


def test_a_length_without_its_period_may_be_that_of_another_period():
    one, other = ({"value": value, "period_years": 1} for value in (3, 9))
    assert agreement(one, other) is None
    assert agreement(one, {**other, "period": "2025-26"}) is None
    assert (
        agreement({**one, "period": {"none": "Not said"}}, {**other, "period": "2025-26"}) is False
    )


def test_periods_of_one_length_in_other_years_are_of_two_quantities():
    one = statement("a", value=3, period="2025-26", period_years=1)
    assert quoted(one, statement("b", value=9, period="2026-27", period_years=1)) == ()


def test_an_amount_and_a_return_are_not_compared():
    assert quoted(statement("a", value=3), statement("b", value=9, form="amount")) == ()


def test_a_statement_without_its_form_cannot_be_compared():
    (found,) = quoted(statement("a", value=3), without(statement("b", value=9), "form"))
    assert (found.agrees, found.missing) == (None, ("/statements/1/form",))


def test_a_reason_explains_a_difference_and_a_nil_does_not():
    reason = {"value": 9, "differs_because": "An earlier year"}
    assert agreement({"value": 3}, reason) is True
    assert agreement({"value": 3}, {"value": 9, "differs_because": {"none": "Unknown"}}) is False


def test_subjects_and_measures_are_compared_by_their_words_alone():
    one, other = statement("a", value=3), statement("b", value=9, subject="a  SERVICE")
    assert len(quoted(one, other)) == 1
    assert quoted(one, {**other, "measure": "Cost"}) == ()


def test_what_nobody_confirmed_is_left_out():
    one, other = statement("a", value=3), statement("b", value=9, words="twice")
    assert quoted(one, without(other, "confirmed_by")) == ()
    assert worded(one, without(other, "confirmed_by")) == ()


def test_forms_that_differ_are_named_where_the_numbers_agree():
    (found,) = quoted(statement("a", value=4), statement("b", value=4, form="one_to_x"))
    assert "one is put as an amount for each 1, one as 1:x" in found.note


def test_a_bound_and_a_period_that_only_one_states_are_named():
    amount = {"form": "amount", "value": {"value": 100000000, "printed": "£100 million"}}
    (found,) = quoted(
        statement("a", **amount, bound="more_than", period={"none": "Not said"}),
        statement("b", **amount, period="Ten years"),
    )
    assert found.agrees is True
    assert "only one says “more than”; only one says which period" in found.note


def test_a_statement_that_repeats_a_figure_prints_its_number():
    sroi = {"reported": {"ratio": Decimal("5.07")}}

    def repeats(**more: Any) -> bool | None:
        (found,) = quoted(statement("a", claim="sroi.ratio", **more), sroi=sroi)
        return found.agrees

    assert repeats(value=Decimal("5.07")) is True
    assert repeats(value=5) is True
    assert repeats(value=Decimal("5.70")) is False
    assert repeats(value=6, bound="less_than") is True
    assert repeats(value=6, bound="about") is None
    assert repeats(value=6, differs_because="Before the correction") is True


@pytest.mark.parametrize(
    ("states", "said", "model", "expected"),
    [
        ("drop_off", "0.10", "0.10", True),
        ("drop_off", "0.10", "0.25", False),
        ("drop_off", "0.333", "0.33", True),
        ("duration_years", "2", "3", False),
        ("duration_years", "2", "2.1", True),
        ("quantity", "19", "20", False),
        ("duration_years", "2", "2.5", True),
        ("proxy", "37", "38", False),
        ("proxy", "37.40", "37", True),
    ],
)
def test_text_and_model_are_held_to_the_same_number_of_a_row(states, said, model, expected):
    sroi = {"rows": [row("r", 1, 1) | {states: Decimal(model)}]}
    given = statement("s", form="number", value=Decimal(said), row_id="r", states=states)
    (found,) = quoted(given, sroi=sroi)
    assert found.agrees is expected
    assert f"`sroi.rows.r.{states}` is {model}" in found.note
    assert worded(given, sroi=sroi) == ()


def test_a_discount_rate_in_the_text_is_that_of_the_map():
    given = statement("s", form="share", value=Decimal("0.04"), states="discount_rate")
    (found,) = quoted(given, sroi={"discount_rate": Decimal("0.035")})
    assert found.agrees is True  # 3.5% prints as 4% where whole per cents are printed
    (found,) = quoted(
        {**given, "value": Decimal("0.040")}, sroi={"discount_rate": Decimal("0.035")}
    )
    assert found.agrees is False


def test_a_number_that_the_map_does_not_state_is_asked_for():
    given = statement("s", form="share", value=Decimal("0.03"), states="drop_off", row_id="r")
    bare = {"id": "r", "quantity": 1, "proxy": 1}
    (found,) = quoted(given, sroi={"rows": [bare]})
    assert (found.agrees, found.missing) == (None, ("/sroi/rows/0/drop_off",))
    (found,) = quoted(without(given, "row_id"), sroi={"rows": [bare]})
    assert found.missing == ("/statements/0/row_id",)


VALUES = [
    statement("saving", form="amount", measure="Saving", value=175170),
    statement("cost", form="amount", measure="Cost", value=75873),
]


def words(said: str, **more: Any) -> WordsCheck:
    pair = {"compares": "statements.saving.value", "compared_with": "statements.cost.value"}
    given = statement("w", form="multiple", measure="Words", words=said, **{**pair, **more})
    (found,) = worded(*VALUES, given)
    return found


def test_a_saving_of_more_than_twice_the_cost_is_borne_out():
    found = words("more than twice")
    assert found.fits is True
    assert "2.31 times" in found.note
    assert words("more than three times").fits is False
    assert words("nearly three times").fits is None


def test_numbers_for_unlike_or_unsaid_numbers_of_years_are_told_beside_the_words():
    def note(**years):
        saving, cost = (
            statement(name, form="amount", measure=name, value=value, **period)
            for name, value, period in (
                ("saving", 175170, {"period_years": years["saving"]} if years["saving"] else {}),
                ("cost", 75873, {"period_years": 1}),
            )
        )
        given = statement("w", form="multiple", measure="Words", words="more than twice",
                          compares="statements.saving.value",
                          compared_with="statements.cost.value")  # fmt: skip
        (found,) = worded(saving, cost, given)
        assert found.fits is True
        return found.note

    assert "only one of the two numbers says for how many years it is" in note(saving=None)
    assert "the years that the two numbers are for are 10 and 1" in note(saving=10)
    assert "years" not in note(saving=1)


def test_words_that_rest_on_nothing_say_so_and_are_not_called_wrong():
    nothing = words("nearly halving", compares={"none": "No amount"}, compared_with={"none": "No"})
    assert (nothing.rests_on_nothing, nothing.fits) == (True, None)


def test_words_with_one_number_of_two_say_that_they_rest_on_one():
    half = words("nearly halving", compared_with={"none": "No earlier amount"})
    assert half.rests_on_nothing
    assert half.note == "“nearly halving” rests on one number of two"


def test_words_without_their_figures_or_outside_the_table_say_what_they_lack():
    (lacking,) = worded(statement("w", form="multiple", words="twice"))
    assert lacking.missing == ("/statements/0/compares", "/statements/0/compared_with")
    assert words("several fold").otherwise.startswith("words that name one multiple")


def test_a_multiple_of_a_loss_says_nothing():
    given = [
        statement("saving", form="amount", measure="S", value=-5),
        statement("cost", form="amount", measure="C", value=-2),
        statement("w", measure="W", words="more than twice", form="multiple",
                  compares="statements.saving.value", compared_with="statements.cost.value"),
    ]  # fmt: skip
    (found,) = worded(*given)
    assert (found.fits, found.otherwise) == (None, "numbers above zero")


MAP = {
    "conventions": {"discounting": "none"},
    "rows": [row("confidence", 1, 73575), row("activity", 1, 50148), row("family", 1, 45317)],
}


@pytest.mark.parametrize(
    ("said", "name", "expected"),
    [
        ("second largest", "family", False),
        ("third largest", "family", True),
        ("largest", "confidence", True),
        ("smallest", "family", True),
        ("second smallest", "activity", True),
    ],
)
def test_a_rank_in_words_is_held_against_the_value_map(said, name, expected):
    (found,) = worded(statement("r", form="ranking", words=said, row_id=name), sroi=MAP)
    assert found.fits is expected


def test_rows_of_one_value_may_each_be_called_the_first_of_them():
    tied = {**MAP, "rows": [row("x", 1, 5), row("y", 1, 5), row("z", 1, 1)]}
    both = [statement(n, form="ranking", words="largest", row_id=n) for n in ("x", "y")]
    assert [each.fits for each in worded(*both, sroi=tied)] == [True, True]


def test_a_rank_without_values_cannot_be_judged():
    unknown = {**MAP, "rows": [row("x", 1, 5), without(row("y", 1, 5), "proxy")]}
    (found,) = worded(statement("r", form="ranking", words="largest", row_id="x"), sroi=unknown)
    assert (found.fits, found.otherwise) == (None, "a value of every row of the map")


def test_one_place_in_the_text_has_one_subject():
    given = [
        statement("a", form="none", cross_reference="Case study 7"),
        statement("b", form="none", cross_reference="case study  7", subject="Another service"),
    ]
    (found,) = commissioning(statements=given).statements.cross_references or ()
    assert found.agrees is False
    assert "Another service (statement b)" in found.note
    given[1] = without(given[1], "subject")
    (found,) = commissioning(statements=given).statements.cross_references or ()
    assert (found.agrees, found.missing) == (None, ("/statements/1/subject",))


def test_a_file_without_statements_states_nothing_of_them():
    facts = commissioning().statements
    assert (facts.quoted, facts.worded, facts.cross_references) == (None, None, None)


def test_a_thousand_statements_that_say_the_same_are_compared_with_the_first_alone():
    given = [statement(f"s{n}", value=3) for n in range(1000)]
    (found,) = quoted(*given)
    assert found.agrees is True
    assert found.note.count("agree") == 4
    assert found.note.endswith("and 995 more")


def test_a_contradiction_is_found_among_many_periods():
    given = [statement(f"y{n}", value=n, period=f"Year {n}") for n in range(60)]
    again = [statement(f"z{n}", value=n + (n == 55), period=f"Year {n}") for n in range(60)]
    (found,) = quoted(*given, *again)
    assert found.agrees is False
    assert "55 (statement y55) and 56 (statement z55) do not agree" in found.note.replace("£", "")


def test_thousands_of_statements_that_all_differ_take_no_square_of_time():
    given = [statement(f"s{n}", value=n) for n in range(3000)]
    facts = commissioning(statements=given).statements
    start = process_time()
    assert facts.quoted
    assert process_time() - start < 5


numbers = st.decimals(min_value=-1000, max_value=1000, places=2)
any_statement = st.fixed_dictionaries(
    {"value": numbers},
    optional={
        "form": st.sampled_from(["one_to_x", "x_per_1", "amount", "share"]),
        "bound": st.sampled_from(["exactly", "about", "more_than", "at_least", "less_than"]),
        "period": st.sampled_from(["One year", "Ten years", {"none": "Not said"}]),
        "timing": st.sampled_from(["forecast", "evaluative", "not_said"]),
        "ratio_basis": st.sampled_from(["total", "marginal", "not_said"]),
    },
)


def quantity(position: int, given: dict[str, Any]) -> Quantity:
    made = Statement.model_validate(without(statement("s"), "form") | given)
    found = quantity_of(position, made)
    assert found is not None
    return found


@given(any_statement, any_statement)
def test_it_does_not_matter_which_statement_comes_first(one, other):
    a, b = quantity(0, one), quantity(1, other)
    there, back = compare(a, b), compare(b, a)
    assert (there.agree, set(there.apart)) == (back.agree, set(back.apart))
    assert set(there.missing) == set(back.missing)


@given(any_statement)
def test_a_statement_never_disagrees_with_itself(given):
    assert compare(quantity(0, given), quantity(1, given)).agree is not False


@given(any_statement, any_statement, st.sampled_from(["form", "bound", "period", "timing"]))
def test_what_is_left_out_never_turns_agreement_into_contradiction(one, other, name):
    if name == "bound" or compare(quantity(0, one), quantity(1, other)).agree is False:
        return  # a figure that no word bounds is taken as it is printed
    less = {key: value for key, value in other.items() if key != name}
    assert compare(quantity(0, one), quantity(1, less)).agree is not False or name not in one


def test_quantities_are_put_in_words():
    made = Statement.model_validate(statement("a", form="one_to_x", value=Decimal("3.8")))
    assert in_words(made, "GBP") == "1:3.8"
    bounded = statement("a", form="amount", value=100, bound="more_than")
    assert in_words(Statement.model_validate(bounded), "GBP") == "more than £100"
    assert in_words(Statement.model_validate(without(bounded, "value")), "GBP") == "no number"


@pytest.mark.parametrize(
    ("kind", "timing", "expected"),
    [("forecast", "evaluative", False), ("forecast", "forecast", True)],
)
def test_a_forecast_that_is_told_as_achieved_disagrees_with_the_analysis(kind, timing, expected):
    sroi = {"type": kind, "reported": {"ratio": Decimal("3.8")}}
    told = statement("told", value=Decimal("3.8"), timing=timing, claim="sroi.ratio")
    found = [each for each in quoted(told, sroi=sroi) if each.file_pointer.endswith("/timing")]
    assert [each.agrees for each in found] == [expected]
