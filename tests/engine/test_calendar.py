from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.engine.calendar import NATIONS, is_working_day, working_days_between
from auditor.value.months import add_months, months_between

DAYS = st.dates(date(2009, 1, 1), date(2035, 12, 31))


def test_three_months_from_the_last_of_november_end_on_the_last_of_february() -> None:
    assert add_months(date(2026, 11, 30), 3) == date(2027, 2, 28)


def test_ninety_days_are_not_three_calendar_months() -> None:
    assert months_between(date(2026, 7, 1), date(2026, 9, 29)) == 2


def test_standstill_over_christmas_ends_on_new_years_eve_in_england() -> None:
    # eight working days beginning with the day of the notice: criteria for award notices
    assert working_days_between(date(2026, 12, 18), date(2027, 1, 1), "england") == 8
    assert working_days_between(date(2026, 12, 18), date(2026, 12, 31), "england") == 7


def test_the_second_of_january_is_a_bank_holiday_in_scotland_only() -> None:
    assert not is_working_day(date(2025, 1, 2), "scotland")
    assert is_working_day(date(2025, 1, 2), "england")


@given(DAYS, st.integers(0, 60))
def test_adding_months_and_counting_them_agree(start: date, months: int) -> None:
    assert months_between(start, add_months(start, months)) == months


@given(DAYS, st.integers(0, 400))
def test_counting_backwards_gives_the_negative(start: date, days: int) -> None:
    end = start + timedelta(days=days)
    assert months_between(end, start) == -months_between(start, end)


@given(DAYS, st.integers(0, 900), st.sampled_from(NATIONS))
def test_working_days_are_the_days_that_are_working_days(
    start: date, days: int, nation: str
) -> None:
    every = (start + timedelta(days=n) for n in range(days))
    one_by_one = sum(is_working_day(day, nation) for day in every)
    assert working_days_between(start, start + timedelta(days=days), nation) == one_by_one


def test_years_whose_bank_holidays_are_not_known_are_refused_rather_than_counted_without() -> None:
    with pytest.raises(ValueError, match="2101"):
        working_days_between(date(2100, 12, 20), date(2101, 1, 10), "england")
