import pytest

from tests.facts.files import commissioning

FIRST = {"id": "s1", "amount": 100, "year": 2026, "realised": 90}
SECOND = {"id": "s2", "amount": 100, "year": 2027, "realised": 90}
THIRD = {"id": "s3", "amount": 50, "year": 2027, "realised": 50}


def compared(forecast, actual, note="The price rose", what="Saving"):
    given = {"what": what, "forecast": forecast, "actual": actual, "note": note}
    return {name: value for name, value in given.items() if value is not None}


def facts(*comparisons, savings=(FIRST, THIRD), **given):
    review = {"id": "R1", "forecast_compared": list(comparisons)}
    return commissioning(savings=list(savings), **{"reviews": [review], **given})


def explained(*comparisons, **given):
    return facts(*comparisons, **given).purse.shortfall_explained


def test_a_comparison_of_the_sum_explains_a_shortfall():
    assert explained(compared(150, 140)) is True


def test_a_comparison_of_all_that_was_forecast_with_what_was_saved_so_far_explains_it():
    to_come = {"id": "s4", "amount": 30, "year": 2040}
    assert explained(compared(180, 140), savings=(FIRST, THIRD, to_come)) is True


def test_a_comparison_of_the_sum_with_another_result_leaves_it_open():
    assert explained(compared(150, 149)) is None


def test_a_comparison_of_the_one_saving_that_fell_short_explains_it():
    assert explained(compared(100, 90)) is True


def test_each_saving_that_fell_short_needs_its_own_comparison():
    assert explained(compared(100, 90), savings=(FIRST, SECOND)) is None
    both = compared(100, 90, what="First"), compared(100, 90, what="Second")
    assert explained(*both, savings=(FIRST, SECOND)) is True


def test_a_comparison_that_is_repeated_counts_once():
    assert explained(compared(100, 90), compared(100, 90), savings=(FIRST, SECOND)) is None


@pytest.mark.parametrize(
    "given",
    [
        {"reviews": {"none": "Nobody looked"}},
        {"reviews": [{"id": "R1", "forecast_compared": {"none": "Of the process"}}]},
    ],
)
def test_where_nothing_was_compared_a_shortfall_is_not_explained(given):
    assert explained(**given) is False


@pytest.mark.parametrize(
    "comparison", [compared(150, 150), compared(150, 140, {"none": "Nobody knows"})]
)
def test_a_comparison_without_a_difference_or_a_reason_explains_nothing(comparison):
    assert explained(comparison) is False


@pytest.mark.parametrize(
    ("comparison", "lacks"),
    [
        (compared(150, 140, None), "note"),
        (compared(None, 140), "forecast"),
        (compared(150, None), "actual"),
    ],
)
def test_a_comparison_that_is_not_complete_leaves_it_open_and_names_what_it_lacks(
    comparison, lacks
):
    found = facts(comparison)
    assert found.purse.shortfall_explained is None
    missing = found.lack("purse.shortfall_explained").missing
    assert missing == (f"/reviews/0/forecast_compared/0/{lacks}",)


def test_a_review_that_is_silent_on_comparisons_leaves_it_open():
    assert explained(reviews=[{"id": "R1"}]) is None


def test_without_reviews_it_is_open_and_reviews_are_asked_for():
    found = commissioning(savings=[FIRST])
    assert found.purse.shortfall_explained is None
    assert found.lack("purse.shortfall_explained").missing == ("/reviews",)


def test_without_results_nothing_is_explained():
    assert explained(compared(5, 1), savings=[{"id": "s", "amount": 5}]) is None
