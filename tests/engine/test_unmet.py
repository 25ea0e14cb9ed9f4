"""A rule that does not apply names what is so in the file, and no more of its condition."""

import pytest

from auditor.finding import Finding, Status
from tests.engine.builders import find

_LONG = " and ".join(f"case.contract.extension_months != {n}" for n in range(12))


def _unmet(when: str, **file: object) -> Finding:
    finding = find({"when": when}, **file)
    assert finding.status is Status.NOT_APPLICABLE
    return finding


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (
            "has(case.summary) and case.light_touch and not has(case.needs)",
            "`light_touch` is false",
        ),
        ("has(case.summary) and not has(case.light_touch)", "`light_touch` is stated"),
        ("not (has(case.light_touch) and not case.light_touch)", "`light_touch` is false"),
        (
            "nil(case.summary) or case.light_touch",
            "the file does not say that there is no `summary` and `light_touch` is false",
        ),
        ("not (case.light_touch or has(case.summary))", "`summary` is stated"),
        ("has(case.needs) and case.contract.extension_months > 1", "`needs` is not stated"),
    ],
)
def test_only_the_part_that_is_not_met_is_said(when: str, said: str) -> None:
    assert _unmet(when, light_touch=False, summary="A summary").condition == said


def test_a_field_of_a_record_that_the_file_denies_is_said_of_the_record() -> None:
    finding = _unmet("not nil(case.contract.kpis)", contract={"none": "The council's own team"})
    assert finding.condition == "the file says that there is no `contract`"


def test_what_was_to_be_stated_and_is_denied_is_not_said_to_be_left_out() -> None:
    finding = _unmet("has(case.contract.kpis)", contract={"none": "The council's own team"})
    assert finding.condition == "the file says that there is no `contract`"


def test_what_two_parts_of_a_condition_have_in_common_is_said_once() -> None:
    when = "(case.light_touch and has(case.needs)) or (case.light_touch and has(case.summary))"
    assert _unmet(when, light_touch=False).condition == "`light_touch` is false"


def test_a_field_that_the_file_denies_by_itself_is_said_of_the_field() -> None:
    finding = _unmet("not nil(case.contract.kpis)", contract={"kpis": {"none": "Paid by the hour"}})
    assert finding.condition == "the file says that there is no `contract.kpis`"


@pytest.mark.parametrize(("day", "months"), [("2019-12-31", 2), ("2020-01-01", 3)])
def test_a_number_of_the_guidance_is_said_as_it_was_on_the_day(day: str, months: int) -> None:
    when = "case.contract.extension_months > param.notice"
    finding = _unmet(when, contract={"extension_months": 1}, decision_date=day)
    assert finding.condition == f"`contract.extension_months` is at most {months}"


def test_a_long_reason_is_left_to_the_explanation_of_the_rule() -> None:
    finding = _unmet(f"not ({_LONG})", contract={"extension_months": 12})
    assert finding.condition == "its condition is not met; `auditor explain TOY-01` prints it"


def test_saying_why_takes_no_steps_from_those_that_the_rule_had() -> None:
    costs = [{"id": f"c{n}", "item": "Rent", "amount": n} for n in range(800)]
    finding = _unmet(
        "any(any(a.amount + b.amount < 0 for a in case.costs) for b in case.costs)", costs=costs
    )
    assert finding.condition.startswith("for no entry of `costs`")
