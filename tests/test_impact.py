"""Answers are counted over files by rule, and a rule that fires on all or none is marked."""

from pathlib import Path

import pytest

from auditor import load_packs
from auditor.impact import Impact, Mark, RuleImpact, count_file, example_files
from auditor.output import impact_text
from tests.cli.conftest import GOOD, TOY

ANSWERS = ("conforms", "departs", "recorded", "cannot_conclude", "not_applicable", "waiting")


def rule(**counts: int) -> RuleImpact:
    plain = dict.fromkeys(ANSWERS, 0)
    return RuleImpact(
        rule="OWN-01", pack="own", title="The file has a title", **{**plain, **counts}
    )


@pytest.mark.parametrize(
    ("counts", "mark"),
    [
        ({"conforms": 1, "departs": 1}, Mark.NONE),
        ({"recorded": 1, "departs": 1}, Mark.NONE),
        ({"departs": 1, "cannot_conclude": 9}, Mark.ALWAYS_DEPARTS),
        ({"conforms": 1, "cannot_conclude": 9}, Mark.NEVER_DEPARTS),
        ({"recorded": 1}, Mark.NEVER_DEPARTS),
        ({"cannot_conclude": 1, "not_applicable": 9}, Mark.NEVER_CONCLUDES),
        ({"not_applicable": 1}, Mark.NEVER_ASKED),
        ({"waiting": 1}, Mark.NEVER_ASKED),
        ({}, Mark.NEVER_ASKED),
    ],
)
def test_a_rule_is_marked_by_what_it_answers(counts: dict[str, int], mark: Mark) -> None:
    assert rule(**counts).mark is mark


def counted(folder: Path, *texts: str) -> tuple[int, dict[str, RuleImpact]]:
    impact, packs = Impact(), load_packs([TOY])
    for number, text in enumerate(texts):
        path = folder / f"{number}.yaml"
        path.write_text(text)
        assert len(list(count_file(impact, path, packs))) == 1
    return impact.files, {each.rule: each for each in impact.of(packs)}


def test_every_rule_has_one_answer_for_each_file(tmp_path: Path) -> None:
    departs = GOOD.replace('assessed_on: "2025-03-01"', 'assessed_on: "2025-03-02"')
    files, rules = counted(tmp_path, GOOD, departs)
    assert files == 2
    assert set(rules) == {"TOY-01", "TOY-02", "TOY-03"}
    for each in rules.values():
        assert sum(getattr(each, name) for name in ANSWERS) == files
    assert (rules["TOY-01"].conforms, rules["TOY-01"].departs) == (1, 1)
    assert rules["TOY-01"].mark is Mark.NONE
    assert rules["TOY-03"].recorded == 2


def test_the_examples_of_a_checkout_are_found_with_those_in_folders() -> None:
    folders = {path.parent.name for path in example_files()}
    assert {"examples", "claims", "ocds"} <= folders


def test_the_text_has_a_line_for_each_rule_and_says_what_is_odd() -> None:
    text = impact_text.render([rule(conforms=3, waiting=1, not_applicable=2)], files=1200)
    assert text.startswith("1,200 files, 1 rule\n")
    (line,) = (line for line in text.splitlines() if line.startswith("OWN-01"))
    assert line.split() == ["OWN-01", "3", "0", "0", "0", "3", "never", "departs"]
    assert text.endswith("\nnever departs: 1 rule")
    assert max(map(len, text.splitlines())) <= 80


def test_the_text_says_so_where_nothing_is_odd() -> None:
    text = impact_text.render([rule(conforms=3, departs=1)], files=4)
    assert text.endswith("\nno rule fires on all files or on none")


def test_the_data_holds_the_mark_and_every_count() -> None:
    (found,) = impact_text.as_data([rule(departs=2)], files=2)["rules"]
    assert found["mark"] == "always departs"
    assert {name: found[name] for name in ANSWERS} == {**dict.fromkeys(ANSWERS, 0), "departs": 2}
