from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.engine.examples import Outcome, merge, run_cases
from auditor.engine.pack import load_packs
from auditor.errors import RulesError
from tests.engine.own_pack import RULE, write_pack

OBJECTS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
OUTCOMES = [{"id": "a", "text": "Rest", "years": 1}, {"id": "b", "text": "Sleep", "years": 2}]


# RFC 7396, appendix A: every example of it that is about objects, as (original, patch, result)
@pytest.mark.parametrize(
    ("base", "patch", "result"),
    [
        ({"a": "b"}, {"a": "c"}, {"a": "c"}),
        ({"a": "b"}, {"b": "c"}, {"a": "b", "b": "c"}),
        ({"a": "b"}, {"a": None}, {}),
        ({"a": "b", "b": "c"}, {"a": None}, {"b": "c"}),
        ({"a": ["b"]}, {"a": "c"}, {"a": "c"}),
        ({"a": "c"}, {"a": ["b"]}, {"a": ["b"]}),
        ({"a": {"b": "c"}}, {"a": {"b": "d", "c": None}}, {"a": {"b": "d"}}),
        ({"a": [{"b": "c"}]}, {"a": [1]}, {"a": [1]}),
        (["a", "b"], ["c", "d"], ["c", "d"]),
        ({"a": "b"}, ["c"], ["c"]),
        ({"e": None}, {"a": 1}, {"e": None, "a": 1}),
        ({}, {"a": {"bb": {"ccc": None}}}, {"a": {"bb": {}}}),
    ],
)
def test_a_patch_merges_as_the_standard_says(base: Any, patch: Any, result: Any) -> None:
    assert merge(base, patch) == result


@pytest.mark.parametrize(
    ("patch", "result"),
    [
        ({"b": {"years": 5}}, [OUTCOMES[0], {**OUTCOMES[1], "years": 5}]),
        ({"a": None}, [OUTCOMES[1]]),
        ({"b": {"text": None}}, [OUTCOMES[0], {"id": "b", "years": 2}]),
        ({"c": {"text": "New"}}, [*OUTCOMES, {"id": "c", "text": "New"}]),
        ({"a": None, "b": None}, []),
        ({}, OUTCOMES),
        ({"none": "Nobody knows any"}, {"none": "Nobody knows any"}),
    ],
)
def test_the_entries_of_a_list_are_changed_by_their_id(patch: Any, result: Any) -> None:
    assert merge({"outcomes": OUTCOMES}, {"outcomes": patch}) == {"outcomes": result}


def test_entries_without_an_id_are_changed_by_their_place() -> None:
    assert merge([{"year": 0}, {"year": 1}], {"1": {"year": 7}, "0": None}) == [{"year": 7}]


def test_an_explicit_nil_takes_the_place_of_what_it_denies_and_is_replaced_in_turn() -> None:
    nil = {"none": "There is no contract"}
    assert merge({"contract": {"start": "2025-01-01"}}, {"contract": nil}) == {"contract": nil}
    assert merge({"contract": "text"}, {"contract": {"start": 1}}) == {"contract": {"start": 1}}


@given(OBJECTS, OBJECTS)
def test_merging_leaves_the_base_as_it_is_and_twice_is_the_same_as_once(
    base: Any, patch: Any
) -> None:
    before = repr(base)
    once = merge(base, patch)
    assert repr(base) == before
    assert merge(once, patch) == once


def outcomes(folder: Path, rule: str) -> list[Outcome]:
    (pack,) = load_packs([str(write_pack(folder / "own", rule=rule))], with_cases=True)
    return list(run_cases(pack))


def failed(folder: Path, rule: str) -> list[tuple[str, str]]:
    return [(each.case, each.got) for each in outcomes(folder, rule) if not each.passed]


def test_a_rule_that_is_proved_passes(tmp_path: Path) -> None:
    names = [each.case for each in outcomes(tmp_path, RULE)]
    assert names == ["A summary conforms", "None departs", "the commissioning base case"]
    assert failed(tmp_path, RULE) == []


@pytest.mark.parametrize("missing", ["expect: departs", "expect: conforms"])
def test_a_rule_without_a_case_for_either_answer_is_refused(tmp_path: Path, missing: str) -> None:
    with pytest.raises(RulesError, match="OWN-01 needs a case that is conforms and one that is"):
        outcomes(tmp_path, RULE.replace(missing, "expect: cannot_conclude"))


def test_a_number_that_stands_in_a_rule_without_name_or_source_fails(tmp_path: Path) -> None:
    rule = RULE.replace("check: stated(case.summary)",
                        "when: case.format_version == \"1\" and 3 < 4\n"
                        "check: stated(case.summary)")  # fmt: skip
    assert ("when: 3", "`3` stands in the rule: name it there, date it and cite its source") in (
        failed(tmp_path, rule)
    )


def test_a_rule_without_cases_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RulesError, match=r"own/OWN-01-summary\.yaml, cases: rule OWN-01 needs"):
        outcomes(tmp_path, RULE.partition("cases:")[0])


def test_a_case_that_is_no_valid_file_is_refused_and_named(tmp_path: Path) -> None:
    with pytest.raises(RulesError, match=r"own/OWN-01-summary\.yaml.*sumary"):
        outcomes(tmp_path, RULE.replace("given: {summary:", "given: {sumary:", 1))


def test_a_case_that_gives_something_else_says_what(tmp_path: Path) -> None:
    rule = RULE.replace('{summary: "We replace two day centres."}', "{summary: null}")
    ((case, got),) = failed(tmp_path, rule)
    assert case == "A summary conforms"
    assert got == "cannot_conclude: Not recorded in this file: summary"


def test_a_message_that_does_not_say_what_a_case_expects_fails(tmp_path: Path) -> None:
    ((case, got),) = failed(tmp_path, RULE + "    says: Write two sentences\n")
    assert case == "None departs"
    assert got.startswith("departs, but says: The file says that there is none")


@pytest.mark.parametrize(
    ("check", "bent"),
    [
        ("case.contract.extension_months <= 1", "case.contract.extension_months < 1"),
        ("case.contract.extension_months != 2", None),
    ],
)
def test_a_bent_comparison_that_no_case_notices_is_reported(
    tmp_path: Path, check: str, bent: str | None
) -> None:
    rule = RULE.replace("stated(case.summary)", check).partition("cases:")[0]
    rule += (
        "cases:\n"
        "  - {name: A short one, given: {contract: {extension_months: 0}}, expect: conforms}\n"
        "  - {name: A long one, given: {contract: {extension_months: 2}}, expect: departs}\n"
    )
    expected = [] if bent is None else [(f"bent check: {bent}", f"no case notices `check: {bent}`")]
    assert failed(tmp_path, rule) == expected


def test_a_bent_condition_that_no_case_notices_is_reported(tmp_path: Path) -> None:
    rule = RULE.replace("check:", "when: case.stage != 'need'\ncheck:")
    assert failed(tmp_path, rule) == []
    blind = RULE.replace("check:", "when: case.stage != 'need' or has(case.title)\ncheck:")
    assert dict(failed(tmp_path, blind)).keys() == {
        "bent when: case.stage == 'need' or has(case.title)",
        "bent when: case.stage != 'need' and has(case.title)",
    }


def test_a_bent_choice_of_entries_that_no_case_notices_is_reported(tmp_path: Path) -> None:
    rule = RULE.replace(
        "check: stated(case.summary)",
        "each: case.stakeholders as one if one.included\ncheck: stated(one.effect)",
    ).partition("cases:")[0]
    rule = rule.replace("if one.included", "if one.included and has(one.name)")
    rule += (
        "cases:\n"
        "  - {name: The good file conforms, given: {}, expect: conforms}\n"
        "  - {name: Nobody departs, given: {stakeholders: {none: Nobody}}, expect: departs}\n"
    )
    bent = "one.included or has(one.name)"
    assert failed(tmp_path, rule) == [(f"bent each: {bent}", f"no case notices `each: {bent}`")]


def test_what_excuses_a_departure_needs_a_case_for_each_of_its_parts(tmp_path: Path) -> None:
    unless = "unless: {topic: summary, before: case.decision_date, where: case.stage != 'need'}"
    rule = RULE.replace("message:", f"{unless}\nmessage:")
    assert [case for case, _ in failed(tmp_path, rule)] == [
        "bent unless: left out",
        "bent unless: before left out",
        "bent unless: where left out",
        "bent unless: where case.stage == 'need'",
    ]
    judged = "judgements: [{id: J9, topic: summary, conclusion: C, made_by: M, date: %s}]"
    for expect, stage, day in (
        ("recorded", "options", "2020-01-01"),
        ("departs", "options", "2099-01-01"),
        ("departs", "need", "2020-01-01"),
    ):
        given = f"{{stage: {stage}, summary: {{none: Nobody wrote one}}, {judged % day}}}"
        rule += f"  - {{name: One at {stage} on {day}, given: {given}, expect: {expect}}}\n"
    assert failed(tmp_path, rule) == []


def test_a_check_of_a_thousand_characters_can_be_bent(tmp_path: Path) -> None:
    long = " or ".join(["case.title != 'A' and case.title != 'B'"] * 22)
    assert 900 < len(long) <= 1000
    rule = RULE.replace("stated(case.summary)", long)
    assert any(each.expected == "noticed" for each in outcomes(tmp_path, rule))


def test_the_good_file_must_not_depart_from_a_rule(tmp_path: Path) -> None:
    rule = RULE.replace("stated(case.summary)", "case.title == 'Ours'").partition("cases:")[0]
    rule += (
        "cases:\n"
        "  - {name: Our own title, given: {title: Ours}, expect: conforms}\n"
        "  - {name: Another title, given: {title: Theirs}, expect: departs}\n"
    )
    assert failed(tmp_path, rule) == [
        ("the commissioning base case", "departs: There is no summary.")
    ]


def test_a_judgement_needs_a_case_that_is_recorded(tmp_path: Path) -> None:
    rule = RULE.replace("check: stated(case.summary)", "kind: judgement\njudgement: {topic: lots}")
    with pytest.raises(RulesError, match="a case that is recorded and one that is cannot_conclude"):
        outcomes(tmp_path, rule)
