from decimal import Decimal
from typing import Any

import pytest

from auditor.facts import Facts
from tests.facts import health_precinct
from tests.facts.files import claim, commissioning, row

REPRODUCED, WITHIN = "reproduced", "reproduced_within_rounding"
NOT, CANNOT, AMBIGUOUS = "not_reproduced", "cannot_be_recomputed", "ambiguous"
# Food for Life in Kirklees, Jones M et al. (2016), UWE Bristol: yearly totals, no rows.
YEARS = ((617596, 596710), (296683, 276957), (148342, 133796))


def verdict(facts: Facts, name: str) -> str:
    return claim(facts, name).verdict


def kirklees(**reported: Any) -> Facts:
    years = [
        {"year": n, "value": value, "present_value": present}
        for n, (value, present) in enumerate(YEARS, 1)
    ]
    return commissioning(
        sroi={
            "inputs": [{"id": "all", "amount": 196803}],
            "discount_rate": Decimal("0.035"),
            "conventions": {"discounting": "end_of_year"},
            "reported": {"years": years, **reported},
        }
    )


@pytest.mark.parametrize("year", [1, 2, 3])
def test_a_year_without_rows_is_discounted_from_its_printed_value(year: int) -> None:
    found = claim(kirklees(), f"sroi.years.{year}.present_value")
    # Year 1 as printed is £596,710; £617,596 / 1.035 is £596,711.11.
    assert found.verdict == (NOT if year == 1 else REPRODUCED)
    assert found.rests_on_printed


def test_a_year_cannot_be_worked_out_without_the_rows_behind_it() -> None:
    assert verdict(kirklees(), "sroi.years.1.value") == CANNOT


def test_a_horizon_counts_its_first_years_and_no_others() -> None:
    facts = kirklees(horizons=[{"years": 2, "ratio": Decimal("4.44")}, {"years": 3, "ratio": 5}])
    whole = kirklees(horizons=[{"years": 2, "total_present_value": 873668}])
    assert verdict(whole, "sroi.horizons.2.total_present_value") == REPRODUCED
    # (617596 / 1.035 + 296683 / 1.035²) / 196803 = 4.4393
    assert verdict(facts, "sroi.horizons.2.ratio") == REPRODUCED
    assert verdict(facts, "sroi.horizons.3.ratio") == REPRODUCED


def map_of(*rows: dict[str, Any], **more: Any) -> Facts:
    given = {"rows": list(rows), "inputs": [{"id": "i", "amount": 100}], **more}
    return commissioning(sroi={"conventions": {"discounting": "none"}, **given})


def test_a_row_is_held_against_its_present_value_over_all_years() -> None:
    lasting = row(
        "a", 1, 100, duration_years=2, drop_off=Decimal("0.5"), reported_present_value=150
    )
    declared = {"discounting": "none", "drop_off_from": "year_2", "drop_off_method": "compound"}
    assert verdict(map_of(lasting, conventions=declared), "sroi.rows.a.present_value") == REPRODUCED


def test_years_of_rows_are_added_up_year_by_year() -> None:
    rows = (row("a", 1, 100, duration_years=2), row("b", 1, 30))
    facts = map_of(
        *rows, reported={"years": [{"year": 1, "value": 130}, {"year": 2, "value": 105}]}
    )
    assert verdict(facts, "sroi.years.1.value") == REPRODUCED
    assert verdict(facts, "sroi.years.2.value") == NOT


def test_the_value_of_a_group_may_be_claimed_as_an_amount() -> None:
    facts = commissioning(
        stakeholders=[{"id": "families", "name": "Families"}],
        sroi={
            "conventions": {"discounting": "none"},
            "rows": [row("a", 2, 100, stakeholder_id="families")],
            "shares": [{"stakeholder_id": "families", "present_value": 200}],
        },
    )
    assert verdict(facts, "sroi.shares.families.present_value") == REPRODUCED


def published_tests(**more: Any) -> Facts:
    """Table 4 of the publication: three changes, each with the ratio that it gives."""

    def proxy(name: str, value: int) -> dict[str, Any]:
        return {"row_id": name, "field": "proxy", "value": value}

    sensitivity = [
        {
            "id": "gve",
            "ratio": Decimal("2.60"),
            "sets": [proxy("health", 10220), proxy("family", 10220), proxy("conf", 1314)],
        },
        {
            "id": "leisure",
            "ratio": Decimal("5.04"),
            "sets": [{"row_id": "leisure", "field": "quantity", "value": 14}],
        },
        {
            "id": "social",
            "ratio": Decimal("5.16"),
            "sets": [{"row_id": "social", "field": "quantity", "value": 21}],
        },
    ]
    given = health_precinct.sroi(sensitivity=sensitivity)
    reported = {**given["reported"], **more}
    return commissioning(
        stakeholders=health_precinct.stakeholders(),
        outcomes=health_precinct.outcomes(),
        sroi={**given, "reported": reported},
    )


@pytest.mark.parametrize("test", ["gve", "leisure", "social"])
def test_published_published_tests_are_reproduced(test: str) -> None:
    assert verdict(published_tests(), f"sroi.sensitivity.{test}.ratio") == REPRODUCED


def test_the_ends_of_a_range_are_held_against_the_ratios_as_printed() -> None:
    facts = published_tests(range_low=Decimal("2.60"), range_high=Decimal("5.61"))
    low, high = claim(facts, "sroi.range_low"), claim(facts, "sroi.range_high")
    assert (low.verdict, high.verdict) == (REPRODUCED, NOT)
    assert low.rests_on_printed


def test_a_range_with_a_test_that_prints_no_ratio_cannot_be_checked() -> None:
    facts = map_of(row("a", 1, 300), sensitivity=[{"id": "t"}], reported={"range_low": 2})
    assert verdict(facts, "sroi.range_low") == CANNOT


def test_a_test_that_does_not_say_what_it_changes_cannot_be_recomputed() -> None:
    facts = map_of(row("a", 1, 300), sensitivity=[{"id": "t", "ratio": 2}])
    assert verdict(facts, "sroi.sensitivity.t.ratio") == CANNOT


def test_a_change_of_three_per_cent_that_may_mean_points_is_ambiguous_where_it_matters() -> None:
    change = {"row_id": "a", "field": "deadweight", "change_by": Decimal("0.10")}
    rows = row("a", 1, 200, deadweight=Decimal("0.5"))
    facts = map_of(rows, sensitivity=[{"id": "t", "ratio": Decimal("0.80"), "sets": [change]}])
    assert verdict(facts, "sroi.sensitivity.t.ratio") == AMBIGUOUS
    stated = {**change, "change_means": "percentage_points"}
    facts = map_of(rows, sensitivity=[{"id": "t", "ratio": Decimal("0.80"), "sets": [stated]}])
    assert verdict(facts, "sroi.sensitivity.t.ratio") == REPRODUCED


def scaled(**scaling: Any) -> Facts:
    return map_of(row("a", 10, 50), scaling=scaling)


def test_value_is_scaled_to_those_who_would_take_part() -> None:
    facts = scaled(reached=10, population=1000, uptake=Decimal("0.2"), claim=10000)
    assert verdict(facts, "sroi.scaling.claim") == REPRODUCED


def test_a_printed_value_for_each_person_is_checked_and_used() -> None:
    facts = scaled(reached=10, population=1000, value_per_person=45, claim=45000)
    assert verdict(facts, "sroi.scaling.value_per_person") == NOT
    found = claim(facts, "sroi.scaling.claim")
    assert found.verdict == REPRODUCED
    assert found.rests_on_printed


def test_it_is_ambiguous_whether_a_horizon_means_as_many_people_every_year() -> None:
    facts = scaled(reached=10, population=1000, horizon_years=10, discounted=False, claim=500000)
    assert verdict(facts, "sroi.scaling.claim") == AMBIGUOUS


def test_without_those_reached_a_scaled_value_cannot_be_recomputed() -> None:
    assert verdict(scaled(population=1000, claim=1), "sroi.scaling.claim") == CANNOT


@pytest.mark.parametrize("name", ["ratio", "net_ratio", "payback_months"])
def test_nothing_is_worked_out_for_each_unit_of_inputs_below_zero(name: str) -> None:
    facts = commissioning(
        sroi={
            "inputs": [{"id": "i", "amount": -100}],
            "rows": [row("a", 1, 300)],
            "conventions": {"discounting": "none"},
            "reported": {name: 3},
        }
    )
    found = claim(facts, f"sroi.{name}")
    assert found.verdict == CANNOT
    assert "inputs above zero" in found.note


def test_the_working_of_a_scaled_value_ends_with_what_is_recomputed() -> None:
    facts = scaled(reached=10, population=1000, uptake=Decimal("0.5"), value_per_person=50,
                   horizon_years=10, every_year=True, discounted=False, claim=250000)  # fmt: skip
    (result,) = [each for each in facts.claims.results if each.id == "sroi.scaling.claim"]
    assert result.working[-1].result == result.recomputed == "£250,000"
    assert "value per person as printed, which is checked by itself" in result.note


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        (None, (0, 0)),
        ({"deductions_mean": "kept"}, (1, 0)),
        ({"attribution_means": "this_activity"}, (0, 1)),
    ],
)
def test_a_column_that_prints_what_is_kept_prints_all_where_nothing_is_taken_off(
    said: dict[str, str] | None, printed: tuple[int, int]
) -> None:
    rows = [row("gp", 3, 37)]
    found = commissioning(sroi={"rows": rows, **({"conventions": said} if said else {})}).sroi
    assert (found.no_deduction, found.no_share_of_others) == printed


def test_without_an_analysis_no_column_prints_anything() -> None:
    assert commissioning().sroi.no_deduction is None
