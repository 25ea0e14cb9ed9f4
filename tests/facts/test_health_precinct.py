from decimal import Decimal

import pytest

from auditor.facts import Facts
from tests.facts import health_precinct as precinct
from tests.facts.files import claim, commissioning, without


def published(**more: object) -> Facts:
    return commissioning(
        sroi=precinct.sroi(**more),
        stakeholders=precinct.stakeholders(),
        outcomes=precinct.outcomes(),
    )


def test_the_published_ratio_is_reproduced():
    ratio = claim(published(), "sroi.ratio")
    assert ratio.verdict == "reproduced"
    assert round(ratio.recomputed_value, 6) == Decimal("5.073305")


def test_the_inputs_add_up():
    assert claim(published(), "sroi.total_inputs").verdict == "reproduced"


@pytest.mark.parametrize("row", ["pa", "health", "conf", "social", "family", "leisure"])
def test_six_rows_are_reproduced(row):
    assert claim(published(), f"sroi.rows.{row}.impact").verdict == "reproduced"


def test_the_row_of_the_general_practitioner_is_asked_about_and_not_called_wrong():
    found = claim(published(), "sroi.rows.gp.impact")
    assert found.verdict == "reproduced_within_rounding"
    assert (found.reproduced, found.exactly_reproduced) == (True, False)
    assert found.recomputed_value == Decimal("395.4375")
    assert found.note == (
        "The figures as printed give £395.44, not £400. It is possible only if the value of one"
        " unit in row gp, printed as £37, is itself rounded from between £37.38 and £37.47. This is"
        " worth asking about."
    )


def test_the_total_is_possible_within_rounding_and_is_the_sum_of_the_printed_rows():
    found = claim(published(), "sroi.total_impact")
    assert found.verdict == "reproduced_within_rounding"
    assert found.recomputed_value == Decimal("281005.3125")
    assert found.note == (
        "The figures as printed give £281,005.31, not £281,010. The rows as printed add up to"
        " £281,010; the difference is in row gp."
    )


def test_drop_off_in_the_first_year_would_halve_the_ratio():
    # Taken as printed the drop-off of 50% has no effect; applied at once it gives 2.54, not 5.07.
    early = {"discounting": "none", "drop_off_from": "year_1"}
    found = claim(published(conventions=early), "sroi.ratio")
    assert found.verdict == "not_reproduced"
    assert round(found.recomputed_value, 6) == Decimal("2.536653")


def test_drop_off_need_not_be_explained_where_every_outcome_lasts_a_year():
    facts = published(conventions={"discounting": "none"})
    assert claim(facts, "sroi.ratio").verdict == "reproduced"
    (found,) = [each for each in facts.claims.results if each.id == "sroi.ratio"]
    assert found.convention.endswith(
        "drop-off has no effect, since every outcome lasts one year at most."
    )


def test_a_file_that_says_nothing_of_discounting_and_rate_cannot_be_recomputed():
    found = claim(published(conventions={"drop_off_from": "year_2"}), "sroi.ratio")
    assert found.verdict == "cannot_be_recomputed"
    assert "the discount rate, or that no year is discounted" in found.note


def test_a_deduction_that_is_not_stated_is_never_taken_as_zero():
    rows = precinct.rows()
    rows[0] = without(rows[0], "deadweight")
    facts = published(rows=rows)
    for name in ("sroi.rows.pa.impact", "sroi.total_impact", "sroi.ratio"):
        assert claim(facts, name).verdict == "cannot_be_recomputed"
        assert "row pa: deadweight" in claim(facts, name).note
    assert claim(facts, "sroi.rows.health.impact").verdict == "reproduced"
    assert facts.sroi.ratio_recomputed is None


def test_value_to_the_state_is_possible_within_rounding():
    # The discussion prints 4,069; the rows of the table print 400 and 3,670.
    found = claim(published(value_to_state=4070), "sroi.value_to_state")
    assert found.recomputed_value == Decimal("4065.1875")
    assert found.verdict == "reproduced_within_rounding"
    assert found.note.endswith("add up to £4,070; the difference is in row gp.")


def test_shares_of_value_are_judged_by_their_printed_digits():
    shares = [{"stakeholder_id": "participants", "share": Decimal(s)} for s in ("0.82",)]
    assert claim(published(shares=shares), "sroi.shares.participants").verdict == "reproduced"
    shares = [{"stakeholder_id": "participants", "share": Decimal("0.83")}]
    assert claim(published(shares=shares), "sroi.shares.participants").verdict == "not_reproduced"


def test_shares_by_group_add_up_to_the_whole():
    values = published().sroi.stakeholder_values
    assert [each.id for each in values] == ["participants", "family", "nhs", "council"]
    assert sum(each.value for each in values) == Decimal("281005.3125")
    assert round(sum(each.share for each in values), 20) == 1


def test_the_waterfall_runs_from_gross_value_to_present_value():
    bars = published().charts.waterfall
    assert bars[0] == ("Gross value", Decimal(866580))
    assert sum(amount for _, amount in bars[:4]) == bars[4][1] == Decimal("281005.3125")
    assert bars[4][0] == "Impact of the first year"
    assert sum(amount for _, amount in bars[4:-1]) == bars[-1][1]


def test_the_shares_chart_names_groups_from_the_largest_down():
    shares = published().charts.shares
    assert [name for name, _ in shares] == ["participants", "family", "council", "nhs"]


@pytest.mark.parametrize("name", ["sroi.rows.gp.impact", "sroi.ratio", "sroi.total_inputs"])
def test_working_ends_in_the_recomputed_figure(name):
    (found,) = [each for each in published().claims.results if each.id == name]
    assert found.working[-1].result == found.recomputed


def test_the_working_of_a_row_starts_from_its_printed_figures():
    (found,) = [r for r in published().claims.results if r.id == "sroi.rows.gp.impact"]
    assert [step.arithmetic for step in found.working] == [
        "19 × £37",
        "£703 × (1 − 25%)",
        "£527.25 × (1 − 0%)",
        "£527.25 × (1 − 25%)",
    ]


def test_a_claim_points_into_the_file_and_shows_what_rounding_allows():
    (found,) = [r for r in published().claims.results if r.id == "sroi.rows.gp.impact"]
    assert found.pointer == "/sroi/rows/5/reported_impact"
    assert (found.claimed, found.lowest, found.highest) == ("£400", "£390.09", "£400.78")


def test_the_convention_is_said_in_words():
    (found,) = [each for each in published().claims.results if each.id == "sroi.ratio"]
    assert found.convention == (
        "Value map: each deduction is taken from what the one before it left; no year is"
        " discounted; drop-off starts in the second year."
    )


def test_a_group_larger_than_the_rows_of_it_is_within_its_population():
    rows = published().sroi.rows
    assert [row.quantity_within_population for row in rows[:5]] == [True] * 5
    assert rows[5].quantity_within_population is None
