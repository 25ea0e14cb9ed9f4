"""A discount rate that was measured moves what is discounted; a rate that is set does not."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from auditor.facts import Facts
from auditor.value.quotient import Term, Total
from tests.facts.files import claim, commissioning, row

D = Decimal
YEARS = 20


def analysis(rate: str, discounting: str = "end_of_year", **reported: Any) -> Facts:
    """Return a value of 10,000 in each of 20 years, and what is claimed of it."""
    return commissioning(
        sroi={
            "rows": [row("a", 1, 10000, duration_years=YEARS, outcome_start="during")],
            "discount_rate": D(rate),
            "conventions": {"discounting": discounting, "drop_off_from": "year_2"},
            "reported": reported,
        }
    )


def worth(rate: str) -> Decimal:
    return sum((10000 / (1 + D(rate)) ** year for year in range(1, YEARS + 1)), start=D(0))


def rate_terms(facts: Facts) -> list[Term]:
    """Return how the present value of all years moves with the discount rate."""
    found = facts.value_map
    assert found is not None
    terms = found.present_value(found.candidates[0]).terms()
    return [term for term in terms if term.input.name == "the discount rate"]


def test_a_measured_rate_reaches_as_far_as_its_rounding_moves_the_value_and_no_farther():
    (term,) = rate_terms(analysis("0.011"))
    farthest = worth("0.0105") - worth("0.011")  # more than what the higher rate takes off
    reach = abs(term.coefficient) * term.input.half_unit + term.beyond
    assert (term.input.value, term.input.half_unit) == (D("0.011"), D("0.0005"))
    assert round(reach, 9) == round(farthest, 9)
    assert term.coefficient < 0 < term.beyond


@pytest.mark.parametrize(("rate", "discounting"), [("0.035", "end_of_year"), ("0.011", "none")])
def test_a_rate_that_is_set_or_not_applied_moves_nothing(rate, discounting):
    assert rate_terms(analysis(rate, discounting)) == []


def test_rates_that_fall_with_distance_are_not_those_that_are_printed():
    found = analysis("0.011").value_map
    assert found is not None
    how = replace(found.candidates[0], rates="standard")
    total = Total(D(1))
    assert found.rate.widened(total, how, lambda worths: D(1)) is total


@pytest.mark.parametrize(
    ("rate", "verdict"), [("0.0105", "reproduced_within_rounding"), ("0.01", "not_reproduced")]
)
def test_one_year_moves_with_a_measured_rate_too(rate, verdict):
    printed = round(10000 / (1 + D(rate) - D("0.00003")) ** YEARS)
    facts = analysis(rate, years=[{"year": YEARS, "present_value": printed}])
    assert claim(facts, f"sroi.years.{YEARS}.present_value").verdict == verdict
