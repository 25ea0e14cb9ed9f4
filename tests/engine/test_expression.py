from decimal import Decimal

import pytest

from auditor.engine.expression import compile_expression
from auditor.engine.functions import Missing, NoEntry, start_counting
from auditor.engine.language import LanguageError, Scope
from auditor.model.describe import FieldType
from auditor.model.file import CommissioningFile
from auditor.model.part import NilRead

SCOPE = Scope({"case": FieldType("object", owner=CommissioningFile)})
FILE = CommissioningFile.model_validate(
    {
        "format_version": "1",
        "kind": "commissioning",
        "title": "A file",
        "stage": "need",
        "decision_date": "2026-02-05",
        "outcomes": [
            {"id": "a", "text": "first", "duration_years": 3, "material": True},
            {"id": "b", "text": "second", "material": False},
        ],
        "costs": {"none": "Volunteers do it all"},
        "sroi": {"discount_rate": Decimal("0.1")},
        "judgements": [{"id": "J1", "topic": "capacity"}],
        "notices": [{"kind": "other"}],
    }
)


def run(text: str) -> object:
    return compile_expression(text, SCOPE).function(FILE)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("case.decision_date >= '2026-02-05'", True),
        ("case.stage in ['need', 'design']", True),
        ("case.stage not in ['need', 'design']", False),
        (
            "sum(o.duration_years for o in case.outcomes if has(o.duration_years)) / 2",
            Decimal("1.5"),
        ),
        ("case.sroi.discount_rate + 0.2 == 0.3", True),
        ("len(case.outcomes)", 2),
        ("len(distinct(o.id for o in case.outcomes))", 2),
        ("months_between(case.decision_date, add_months(case.decision_date, 3))", 3),
        ("round(5 / 3, 2)", Decimal("1.67")),
        ("round(0.125, 2)", Decimal("0.13")),
        ("max(o.duration_years for o in case.outcomes if o.material)", Decimal(3)),
        ("close(1.00, 1.01, 0.01)", True),
        ("has(case.sroi.discount_rate) and not has(case.sroi.period_start)", True),
        ("nil(case.costs) and not has(case.costs)", True),
        ("-case.sroi.discount_rate < 0", True),
        ("1 < 2 < 3", True),
        ("abs(1 - 3)", 2),
        ("working_days_between(case.decision_date, add_days(case.decision_date, 7), 'england')", 5),
    ],
)
def test_an_expression_gives_its_exact_value(text: str, value: object) -> None:
    assert run(text) == value


def test_a_value_that_is_not_stated_stops_the_expression() -> None:
    with pytest.raises(Missing):
        run("case.sroi.period_start >= '2026-01-01'")


def test_a_part_that_is_not_stated_stops_what_stands_below_it() -> None:
    with pytest.raises(Missing):
        run("case.contract.exit_plan.agreed_on >= '2026-01-01'")


def test_an_explicit_nil_is_told_apart_from_silence() -> None:
    with pytest.raises(NilRead, match="Volunteers do it all"):
        run("len(case.costs) > 0")


def test_any_is_true_if_one_fits_although_another_is_silent() -> None:
    assert run("any(o.duration_years > 2 for o in case.outcomes)") is True


def test_any_cannot_conclude_if_none_fits_and_one_is_silent() -> None:
    with pytest.raises(Missing):
        run("any(o.duration_years > 9 for o in case.outcomes)")


def test_all_is_false_if_one_does_not_fit_although_another_is_silent() -> None:
    assert run("all(o.duration_years > 9 for o in case.outcomes)") is False


def test_all_over_nothing_never_holds() -> None:
    with pytest.raises(Missing, match="not recorded in this file: an entry of"):
        run("all(o.duration_years > 0 for o in case.outcomes if o.id == 'zz')")


def test_all_over_no_judgement_names_the_judgement_that_is_missing() -> None:
    words = "not recorded in this file: a judgement on `reallocation`"
    with pytest.raises(NoEntry, match=words):
        run("all(stated(j.date) for j in case.judgements if j.topic == 'reallocation')")


def test_the_first_of_no_dates_names_what_is_missing() -> None:
    with pytest.raises(NoEntry, match=r"an entry of `.*` where `n\.kind` is tender"):
        run("min(n.published_on for n in case.notices if n.kind == 'tender') > '2026-01-01'")


def test_a_division_by_zero_cannot_be_concluded_upon() -> None:
    with pytest.raises(Missing, match="zero"):
        run("1 / (len(case.outcomes) - 2) > 1")


@pytest.mark.parametrize(
    ("text", "problem", "hint"),
    [
        ("case.stagee == 'need'", "`case.stagee` is not a field", "`stage`"),
        ("case.stage == 'neeed'", "`neeed` is never a value", "`need`"),
        ("kase.stage == 'need'", "`kase` is not a name", "`case`"),
        ("anny(o.material for o in case.outcomes)", "may not be called", "`any`"),
        ("case.decision_date > 3", "a date cannot be compared with a number", ""),
        ("case.decision_date > '2026-02-30'", "this is not a date", ""),
        ("case.title * 3 == 'a'", "a text where a number is needed", ""),
        ("case.title", "must give a condition", ""),
        ("case.title.upper == 'a'", "nothing stands below it", ""),
        ("case.stage > 'need'", "compares numbers or dates", ""),
        ("case.outcomes == 3", "a list cannot be compared", ""),
        ("any(case.outcomes)", "takes `… for x in list`", ""),
        ("all(o.text for o in case.outcomes)", "does not go through values of type text", ""),
        ("sum(o.text for o in case.outcomes) > 1", "does not go through", ""),
        ("any(case.material for case in case.outcomes)", "already a name", ""),
        ("months_between(case.decision_date) > 1", "takes 2 values", ""),
        ("has(1)", "takes paths", ""),
        ("1 < 'a'", "a number cannot be compared with a text", ""),
        ("case.sroi.discount_rate > 1e9999999", "write a number in plain digits", "0.035"),
        (f"len(case.outcomes) > {'9' * 41}", "write a number in plain digits", "40 characters"),
        ("len(case.outcomes) > 0x10", "write a number in plain digits", ""),
        ("round(case.sroi.discount_rate, 99) == 1", "`99` is not one of 0, 1", ""),
        ("round(1, case.sroi.discount_rate) == 1", "is not one of 0, 1", ""),
        (
            "working_days_between(case.decision_date, case.decision_date, 'france') > 1",
            "`'france'` is not one of england",
            "",
        ),
        (
            "working_days_between(case.decision_date, case.decision_date, case.title) > 1",
            "`case.title` is not one of england",
            "",
        ),
        ("len(distinct(o for o in case.outcomes)) > 1", "values of type object", ""),
        ("any(_x.material for _x in case.outcomes)", "starts with `_`", "another name"),
        ("True == (1 < 2) == True", "in the middle of another", "`and`"),
    ],
)
def test_a_mistake_is_named_when_the_rule_is_read(text: str, problem: str, hint: str) -> None:
    with pytest.raises(LanguageError) as caught:
        compile_expression(text, SCOPE, wants="bool")
    assert problem in caught.value.problem
    assert hint in caught.value.hint


@pytest.mark.parametrize(
    "text",
    [
        "__import__('os').system('true')",
        "case.__class__ == 1",
        "case._private == 1",
        "(lambda: 1)() == 1",
        "case.outcomes[0].material",
        "2 ** 99999999 > 1",
        "'a' * 1000000000 == 'b'",
        "f'{case}' == 'a'",
        "[x for x in case.outcomes] == 1",
        "open('/etc/passwd') == 1",
        "case.title.format(1) == 1",
        "(case := 3) == 3",
        "any(True for a in case.outcomes for b in case.outcomes)",
        "sum(1 for _x in case.outcomes) == 1",
        "1 if True else 2",
        "True; True",
        "",
        "None == case.title",
        "len(*case.outcomes) == 1",
        "round(1, digits=2) == 1",
        "case.title is case.title",
        "~1 == 1",
        "1 % 2 == 1",
        "1 // 2 == 1",
        "b'a' == b'a'",
        "1j == 1",
        "... == 1",
        "{} == 1",
        "-" * 900 + "1 == 1",
        "not " * 200 + "True",
        "1 + " * 200 + "1 == 1",
        "(" * 450 + "1" + ")" * 450 + " == 1",
        "True or " * 200 + "True",
    ],
)
def test_nothing_outside_the_language_is_compiled(text: str) -> None:
    with pytest.raises(LanguageError):
        compile_expression(text, SCOPE, wants="bool")


def test_a_fixed_number_keeps_its_digits() -> None:
    assert run("0.1 + 0.2 == 0.3") is True


def test_an_expression_that_would_double_at_each_level_is_refused_at_once() -> None:
    with pytest.raises(LanguageError, match="in the middle of another"):
        compile_expression("True == (" * 30 + "True" + ") == True" * 30, SCOPE)
    nested = "abs(" * 30 + "1" + ")" * 30
    assert run(f"{nested} == 1") is True


def test_forty_levels_are_the_most() -> None:
    assert run("not " * 39 + "True") is False
    with pytest.raises(LanguageError, match="deeper than 40"):
        run("not " * 40 + "True")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("add_months(case.decision_date, 99999) > case.decision_date", "no such day"),
        ("add_days(case.decision_date, 9999999) > case.decision_date", "no such day"),
        ("add_days(case.decision_date, 99999999999) > case.decision_date", "no such day"),
        ("add_days(case.decision_date, 1.5) > case.decision_date", "not a whole number"),
        ("add_months(case.decision_date, 1 / 4) > case.decision_date", "not a whole number"),
        (
            "working_days_between(case.decision_date, add_days(case.decision_date, 60000), "
            "'wales') > 1",
            "bank holidays of 2101 are not known",
        ),
    ],
)
def test_what_the_calendar_does_not_know_cannot_be_concluded_upon(text: str, why: str) -> None:
    with pytest.raises(Missing, match=why):
        run(text)


def test_a_list_in_a_list_is_gone_through_up_to_a_bound() -> None:
    outcomes = [{"id": f"o{n}", "text": "x", "duration_years": 1} for n in range(1001)]
    file = FILE.model_copy(update={"outcomes": CommissioningFile.model_validate(
        {"format_version": "1", "kind": "commissioning", "title": "x", "stage": "need",
         "outcomes": outcomes}).outcomes})  # fmt: skip
    nested = compile_expression(
        "sum(sum(b.duration_years for b in case.outcomes) for a in case.outcomes) > 0", SCOPE
    ).function
    plain = compile_expression("sum(a.duration_years for a in case.outcomes)", SCOPE).function
    start_counting()
    with pytest.raises(Missing, match="more than 1,000,000 steps"):
        nested(file)
    assert plain(file) == 1001
    start_counting()
    assert nested(FILE.model_copy(update={"outcomes": file.outcomes[:999]})) is True
