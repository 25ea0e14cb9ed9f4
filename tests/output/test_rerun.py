import shlex
from dataclasses import replace

import pytest

from auditor.output.rerun import steps
from auditor.report import FrameworkUsed, Report
from tests.output import sample


def named(name: str) -> Report:
    report = sample.report()
    return replace(report, file=replace(report.file, name=name))


def test_the_commands_say_all_that_the_audit_was_told():
    last = steps(sample.report())[-1].command
    assert shlex.split(last) == [
        "auditor",
        "check",
        "health-precinct.yaml",
        "--packs",
        "eight-principles,value-for-money,sroi",
        "--as-at",
        "2020-03-01",
        "--stage",
        "review",
        "--format",
        "json",
        "--output",
        "result.json",
    ]


@pytest.mark.parametrize("name", ["a b.yaml", "$(rm -rf .).yaml", "'; ls; '.yaml", "a\nb.yaml"])
def test_a_file_name_stays_one_word_of_the_command(name):
    assert shlex.split(steps(named(name))[-1].command)[2] == name


def test_a_file_name_is_never_read_as_an_option():
    assert shlex.split(steps(named("--help.yaml"))[0].command) == ["sha256sum", "./--help.yaml"]


def test_a_date_that_is_not_stated_is_left_out():
    report = replace(sample.report(), as_at="not stated")
    assert "--as-at" not in steps(report)[-1].command


def test_a_framework_of_ones_own_is_named_and_a_published_one_is_not():
    own = FrameworkUsed("ours", "Our outcomes", "0" * 64, 3, published=False)
    common = FrameworkUsed("camden-nef", "Camden", "0" * 64, 4, published=True)
    report = replace(sample.report(), frameworks=(own, common))
    assert " --framework ours.yaml " in steps(report)[-1].command
    assert "camden" not in steps(report)[-1].command
