from decimal import Decimal
from typing import Any

import pytest

from auditor.facts import Facts
from auditor.value.answers import ANSWERS
from tests.facts.files import claim, commissioning, row, without

D = Decimal
SHARES = {
    "deadweight": D("0.30"),
    "displacement": D("0.10"),
    "attribution_to_others": D("0.25"),
    "drop_off": D("0.20"),
    "duration_years": 3,
    "outcome_start": "during",
}
GUIDE = {
    "discounting": "end_of_year",
    "drop_off_method": "compound",
    "drop_off_from": "year_2",
    "fractional_years": "whole",
}


def example(**more: Any) -> Facts:
    """Return the file of one row whose every result is known, changed as asked."""
    sroi = {
        "inputs": [{"id": "i", "amount": 8000}],
        "rows": [row("r", 20, 1000, **SHARES)],
        "discount_rate": D("0.035"),
        "conventions": GUIDE,
        **more,
    }
    return commissioning(sroi=sroi)


def reported(**figures: Any) -> dict[str, Any]:
    return {"reported": figures}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("total_inputs", 8000),
        ("total_impact", 9450),
        ("total_present_value", D("21642.73")),
        ("net_present_value", D("13642.73")),
        ("ratio", D("2.705")),
        ("net_ratio", D("1.705")),
        ("payback_months", D("10.16")),
    ],
)
def test_every_headline_of_the_example_is_reproduced(name, value):
    assert claim(example(**reported(**{name: value})), f"sroi.{name}").verdict == "reproduced"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("total_inputs", 8001),
        ("total_present_value", D("21650.73")),
        ("net_present_value", D("13700.00")),
        ("ratio", D("2.815")),
        ("net_ratio", D("2.705")),
        ("payback_months", D("10.26")),
    ],
)
def test_a_wrong_headline_is_not_reproduced(name, value):
    figures = {name: {"value": value, "printed": str(value)}}
    sroi = reported(**figures) | {"inputs": [{"id": "i", "amount": D("8000.00")}]}
    rows = [row("r", 20, D("1000.00"), **SHARES)]
    assert claim(example(rows=rows, **sroi), f"sroi.{name}").verdict == "not_reproduced"


def test_the_total_impact_may_be_that_of_all_years():
    found = example(**reported(total_impact=23058))
    assert claim(found, "sroi.total_impact").verdict == "reproduced"
    (result,) = found.claims.results
    assert result.convention == (
        "Total impact: the sum of all years of the rows, before discounting."
    )


@pytest.mark.parametrize("year_and_value", [(1, 9450), (2, 7560), (3, 6048), (4, 0)])
def test_each_printed_year_of_a_row_is_judged(year_and_value):
    year, value = year_and_value
    years = [0] * (year - 1) + [value]
    facts = example(rows=[row("r", 20, 1000, reported_years=years, **SHARES)])
    assert claim(facts, f"sroi.rows.r.years.{year}").verdict == "reproduced"


def test_a_row_counted_for_longer_than_it_lasts_is_not_reproduced():
    facts = example(rows=[row("r", 20, 1000, reported_years=[9450, 7560, 6048, 4838], **SHARES)])
    assert claim(facts, "sroi.rows.r.years.4").verdict == "not_reproduced"


def test_a_file_that_does_not_say_how_it_discounts_is_ambiguous():
    open_ended = without(GUIDE, "discounting")
    facts = example(conventions=open_ended, **reported(ratio=D("2.80")))
    found = claim(facts, "sroi.ratio")
    assert found.verdict == "ambiguous"
    assert "whether and from which year values are discounted" in found.note
    assert "2.7053" in found.note
    assert facts.sroi.open_conventions == ("discounting",)
    assert facts.sroi.total_present_value is None


def test_an_open_convention_does_not_matter_where_every_answer_gives_the_claim():
    facts = example(
        conventions=without(GUIDE, "discounting"), **reported(ratio={"value": 3, "printed": "3"})
    )
    assert claim(facts, "sroi.ratio").verdict == "reproduced"


def test_an_open_convention_does_not_save_a_claim_that_no_answer_gives():
    facts = example(conventions=without(GUIDE, "discounting"), **reported(ratio=D("9.99")))
    found = claim(facts, "sroi.ratio")
    assert found.verdict == "not_reproduced"
    assert "No reading that the file leaves open gives the claim." in found.note


def test_how_drop_off_counts_must_be_said_where_outcomes_last():
    facts = example(conventions=without(GUIDE, "drop_off_method"), **reported(ratio=D("2.705")))
    assert claim(facts, "sroi.ratio").verdict == "ambiguous"
    assert facts.sroi.open_conventions == ("drop_off_method",)


def test_drop_off_starts_in_the_second_year_unless_the_file_says_otherwise():
    silent = without(GUIDE, "drop_off_from")
    value = reported(total_present_value=D("21642.73"))
    facts = example(conventions=silent, **value)
    found = claim(facts, "sroi.total_present_value")
    assert (found.verdict, facts.sroi.open_conventions) == ("reproduced", ())
    early = {**GUIDE, "drop_off_from": "year_1"}
    facts = example(conventions=early, **value)
    assert claim(facts, "sroi.total_present_value").verdict == "not_reproduced"


@pytest.mark.parametrize(
    ("declared", "impact"),
    [
        ({"deductions": "additive"}, 7000),
        ({"deductions_mean": "kept"}, 450),
        ({"attribution_means": "this_activity"}, 3150),
        ({"attribution_means": "this_activity", "deductions": "additive"}, -3000),
    ],
)
def test_what_the_columns_mean_is_as_the_file_declares_it(declared, impact):
    rows = [row("r", 20, 1000, reported_impact=impact, **SHARES)]
    facts = example(rows=rows, conventions={**GUIDE, **declared}, **reported(total_impact=impact))
    assert claim(facts, "sroi.rows.r.impact").verdict == "reproduced"
    assert claim(facts, "sroi.total_impact").verdict == "reproduced"
    (of_row, *_) = facts.claims.results
    (question, answer), *_ = declared.items()
    assert ANSWERS[question][answer].words in of_row.convention
    assert of_row.working[-1].result.replace(",", "") in (f"£{impact}", f"-£{-impact}")


def test_a_headline_ratio_may_be_declared_net():
    net = {**GUIDE, "ratio_means": "net"}
    facts = example(conventions=net, **reported(ratio=D("1.705")))
    assert claim(facts, "sroi.ratio").verdict == "reproduced"
    (result,) = facts.claims.results
    assert "the headline ratio is net of the inputs" in result.convention
    assert result.working[-1].label == "Net ratio"


def over_years(**more: Any) -> dict[str, Any]:
    return {
        "inputs": [{"id": "a", "amount": 4000, "year": 1}, {"id": "b", "amount": 4000, "year": 2}],
        **more,
    }


def test_inputs_of_later_years_may_be_declared_discounted():
    # 4000 / 1.035 + 4000 / 1.035² = 7598.78; 21642.73 / 7598.78 = 2.848
    how = {**GUIDE, "inputs_discounted": "discounted"}
    facts = example(**over_years(conventions=how, reported={"ratio": D("2.848")}))
    assert claim(facts, "sroi.ratio").verdict == "reproduced"
    undated = example(conventions=how, **reported(ratio=D("2.848")))
    assert "the year of input i" in claim(undated, "sroi.ratio").note


def test_whether_inputs_are_discounted_is_open_where_they_fall_in_several_years():
    assert example(**over_years()).sroi.open_conventions == ("inputs_discounted",)
    assert example().sroi.open_conventions == ()


def test_a_value_map_may_be_discounted_at_the_published_rates():
    banded = {**GUIDE, "rates": "standard"}
    rows = [row("r", 1, 1000, duration_years=40, outcome_start="during")]
    sroi = {"rows": rows, "conventions": banded, "discount_rate": None}
    given = {key: value for key, value in sroi.items() if value is not None}
    facts = commissioning(sroi={**given, "reported": {"total_present_value": D("21438.75")}})
    assert facts.sroi.total_present_value is not None
    thirty = sum(1 / D("1.035") ** year for year in range(1, 31))
    later = sum(1 / D("1.035") ** 30 / D("1.03") ** year for year in range(1, 11))
    assert round(facts.sroi.total_present_value, 6) == round(1000 * (thirty + later), 6)


def test_when_outcomes_start_must_be_said_where_values_are_discounted():
    rows = [without(row("r", 20, 1000, **SHARES), "outcome_start")]
    assert claim(example(rows=rows, **reported(ratio=D("2.71"))), "sroi.ratio").verdict == (
        "ambiguous"
    )
    flat = {**GUIDE, "discounting": "none"}
    undiscounted = example(rows=rows, conventions=flat, **reported(total_present_value=23058))
    assert claim(undiscounted, "sroi.total_present_value").verdict == "reproduced"


def test_how_part_of_a_year_counts_must_be_said_where_a_duration_has_one():
    rows = [row("r", 20, 1000, **{**SHARES, "duration_years": D("2.5")})]
    facts = example(rows=rows, conventions=without(GUIDE, "fractional_years"))
    assert facts.sroi.open_conventions == ("fractional_years",)
    assert example(rows=rows).sroi.open_conventions == ()


def test_an_outcome_that_starts_afterwards_is_discounted_a_year_more():
    rows = [row("r", 20, 1000, **{**SHARES, "outcome_start": "after"})]
    facts = example(rows=rows)
    assert round(facts.sroi.total_present_value, 2) == round(D("21642.73") / D("1.035"), 2)


@pytest.mark.parametrize(
    ("missing", "words"),
    [("duration_years", "row r: duration"), ("drop_off", "row r: drop-off")],
)
def test_what_later_years_need_is_named(missing, words):
    rows = [without(row("r", 20, 1000, **SHARES), missing)]
    facts = example(rows=rows, **reported(total_impact=9450, ratio=D("2.705")))
    assert claim(facts, "sroi.total_impact").verdict == "reproduced"
    assert claim(facts, "sroi.ratio").verdict == "cannot_be_recomputed"
    assert words in claim(facts, "sroi.ratio").note


def test_drop_off_is_not_needed_within_one_year():
    rows = [without(row("r", 20, 1000), "drop_off")]
    assert claim(example(rows=rows, **reported(total_impact=20000)), "sroi.total_impact").reproduced


def test_rows_that_the_file_rounds_are_added_as_rounded():
    rows = [row(name, 1, D("0.50")) for name in "abc"]
    unit = {**GUIDE, "discounting": "none", "row_rounding": "unit"}
    facts = example(rows=rows, conventions=unit, **reported(total_impact=3))
    assert claim(facts, "sroi.total_impact").verdict == "reproduced"


def test_rows_that_the_file_may_have_rounded_explain_a_total():
    rows = [row(name, 1, D("0.50")) for name in "abc"]
    flat = {**GUIDE, "discounting": "none"}
    facts = example(rows=rows, conventions=flat, **reported(total_impact=3))
    found = claim(facts, "sroi.total_impact")
    assert found.verdict == "reproduced_within_rounding"
    assert "Rows rounded to the unit before they are added would give it." in found.note


def test_a_net_ratio_reported_as_the_ratio_is_seen():
    assert example(**reported(ratio=D("1.705"))).sroi.ratio_is_net is True
    assert example(**reported(ratio=D("2.705"))).sroi.ratio_is_net is False


def test_a_marginal_ratio_is_not_judged_by_totals():
    facts = example(**reported(ratio=D("2.705"), ratio_basis="marginal"))
    assert claim(facts, "sroi.ratio").verdict == "cannot_be_recomputed"


def test_a_broken_quantity_may_be_rounded_and_a_head_count_may_not():
    # PLOS Digital Health, 1 November 2023, row 7: 1,010.2 x 5,438 printed as 5,493,872.
    rows = [row("r7", D("1010.2"), 5438, reported_impact=5493872)]
    found = claim(example(rows=rows), "sroi.rows.r7.impact")
    assert found.verdict == "reproduced_within_rounding"
    assert "row r7, printed as £5,438, is itself rounded from £5,438.40, or if" in found.note
    assert "quantity" not in found.note  # its digits would have to be 1,010.27
    heads = [row("heads", 1010, D("5438.00"), reported_impact=5493872)]
    assert claim(example(rows=heads), "sroi.rows.heads.impact").verdict == "not_reproduced"


def test_a_value_of_zero_is_not_taken_as_rounded():
    rows = [row("trips", D("33336.6"), 0, reported_impact=100)]
    assert claim(example(rows=rows), "sroi.rows.trips.impact").verdict == "not_reproduced"


def test_a_claim_of_zero_on_an_exact_zero_is_reproduced():
    rows = [row("trips", D("33336.6"), 0, reported_impact=0)]
    assert claim(example(rows=rows), "sroi.rows.trips.impact").verdict == "reproduced"


def test_a_loss_is_a_negative_value():
    rows = [row("gain", 10, 100), row("loss", 10, -30)]
    facts = example(rows=rows, **reported(total_impact=700))
    assert claim(facts, "sroi.total_impact").verdict == "reproduced"


def test_printed_precision_follows_the_text_of_the_claim():
    coarse = {"value": 22000, "printed": "£22k"}
    facts = example(**reported(total_present_value=coarse))
    found = claim(facts, "sroi.total_present_value")
    assert (found.verdict, found.claimed) == ("reproduced", "£22k")


def test_adding_deductions_up_is_recognised():
    rows = [row("r", 20, 1000, reported_impact=7000, **SHARES)]
    facts = example(rows=rows)
    assert claim(facts, "sroi.rows.r.impact").verdict == "not_reproduced"
    assert facts.sroi.rows[0].additive_match is True


def test_adding_deductions_up_is_recognised_where_the_columns_print_what_is_kept():
    kept = {"deadweight": D("0.7"), "displacement": D("0.9"), "attribution_to_others": D("0.25")}
    rows = [row("r", 20, 1000, reported_impact=7000, **kept)]
    facts = example(rows=rows, conventions={**GUIDE, "deductions_mean": "kept"})
    assert claim(facts, "sroi.rows.r.impact").verdict == "not_reproduced"
    assert facts.sroi.rows[0].additive_match is True


def test_a_claim_in_another_currency_keeps_it():
    sroi = {"inputs": [{"id": "i", "amount": 5}], "reported": {"total_inputs": 5}}
    assert claim(commissioning(sroi=sroi, currency="TWD"), "sroi.total_inputs").claimed == "TWD 5"


def test_rows_are_rounded_half_up_before_they_are_added():
    amounts = (D("9712.5"), D("395.4375"), D("0.5"))
    rows = [row(f"r{n}", 1, amount) for n, amount in enumerate(amounts)]
    conventions = {"discounting": "none", "row_rounding": "unit"}
    found = commissioning(sroi={"rows": rows, "conventions": conventions}).value_map
    assert found is not None
    assert found.total_impact().exact == 10109


def test_a_total_of_rounded_rows_names_no_row():
    rows = [row(name, 1, D("0.60"), reported_impact=1) for name in "abc"]
    flat = {**GUIDE, "discounting": "none"}
    found = claim(
        example(rows=rows, conventions=flat, **reported(total_impact=3)), "sroi.total_impact"
    )
    assert found.note.endswith("The rows as printed add up to £3: each of them is rounded.")


def test_a_total_of_printed_rows_names_the_rows_that_do_not_follow():
    rows = [row(name, 10, D("5.00"), reported_impact=90) for name in "abcdefg"]
    flat = {**GUIDE, "discounting": "none"}
    found = claim(
        example(rows=rows, conventions=flat, **reported(total_impact=630)), "sroi.total_impact"
    )
    assert found.verdict == "not_reproduced"
    assert found.note.endswith("the difference is in rows a, b, c, d, e and 2 more.")


def test_a_claim_shows_itself_beside_its_recomputation_and_where_it_stands():
    found = claim(example(**reported(ratio=D("5.00"))), "sroi.ratio")
    assert found.shown == "claimed 5.00, recomputed 2.7053"
    assert found.file_pointer == "/sroi/reported/ratio"
    unknown = claim(commissioning(sroi={"reported": {"ratio": D("3.8")}}), "sroi.ratio")
    assert unknown.shown == "claimed 3.8, cannot be recomputed"


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        ({"ratio": D("1.705")}, "if the headline ratio is net of the inputs; that is not how"),
        ({"total_present_value": D("16031.65")}, "if deductions are added up and taken at once"),
        ({"total_present_value": D("22400.22")}, "later years are discounted; that is not what"),
    ],
)
def test_what_would_give_a_figure_that_is_not_reproduced_is_said(figures, words):
    ((name, _),) = figures.items()
    found = claim(example(**reported(**figures)), f"sroi.{name}")
    assert found.verdict == "not_reproduced"
    assert words in found.note


def test_a_row_whose_deductions_were_added_up_is_explained():
    rows = [row("r", 20, 1000, reported_impact=7000, **SHARES)]
    note = claim(example(rows=rows), "sroi.rows.r.impact").note
    assert "It would come out if deductions are added up and taken at once;" in note


def test_nothing_is_offered_for_a_figure_that_no_single_answer_gives():
    assert "would come out" not in claim(example(**reported(ratio=D("9.999"))), "sroi.ratio").note
