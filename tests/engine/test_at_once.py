from typing import Any

import pytest

from auditor.engine.again import cannot, retrace
from auditor.engine.at_once import at_once
from auditor.engine.functions import Missing
from tests.engine.builders import ready, subject

CHECKS = ["case.summary == 'x'", "case.needs.assessed_on < case.decision_date and has(case.award)"]


@pytest.mark.parametrize("check", CHECKS)
def test_an_answer_at_once_is_the_one_that_a_record_of_the_reads_gives(check: str) -> None:
    rule, file = ready(check=check), subject()
    assert rule.check is not None
    recorded = cannot(retrace(rule.check, file), file, Missing("not stated"))
    assert at_once(rule.check, file) == recorded


@pytest.mark.parametrize("stated", [{"summary": "x"}, {"summary": {"none": "Never written"}}])
def test_nothing_is_answered_at_once_where_the_first_value_is_stated_or_denied(
    stated: dict[str, Any],
) -> None:
    rule = ready(check="case.summary == 'x'")
    assert rule.check is not None
    assert at_once(rule.check, subject(**stated)) is None


def test_what_derived_values_lack_is_not_answered_at_once() -> None:
    rule = ready(check="facts.sroi.total_present_value > 1")
    assert rule.check is not None
    assert at_once(rule.check, subject()) is None


def test_an_entry_of_a_list_is_answered_for_by_its_own_place() -> None:
    rule = ready(each="case.outcomes as outcome", check="outcome.duration_years > 1")
    file = subject(outcomes=[{"id": "a", "text": "x"}])
    assert rule.check is not None and isinstance(file.case.outcomes, tuple)
    answer = at_once(rule.check, file, (file.case.outcomes[0], "/outcomes/0"))
    assert answer is not None and answer.missing == ("/outcomes/0/duration_years",)
