"""`--framework` gives a file the outcome framework that it follows; `explain` shows one."""

import json

import pytest

from tests.own_framework import OURS

FILE = """\
format_version: "1"
kind: commissioning
title: A file that follows a framework
stage: design
outcome_frameworks: [ours]
outcomes: [{id: rest, text: Rest, framework_outcomes: [ours.S1]}]
"""


@pytest.fixture
def own(folder):
    (folder / "file.yaml").write_text(FILE)
    (folder / "ours.yaml").write_text(OURS)
    return folder


def answers(done):
    return {each["rule"]: each["status"] for each in json.loads(done.stdout)["findings"]}


def check(run, *more):
    return run("check", "file.yaml", "--packs", "better-return", "--format", "json", *more)


def test_with_the_framework_the_file_is_held_to_it(run, own):
    done = check(run, "--framework", "ours.yaml")
    assert answers(done)["OCF-02"] == "conforms"
    [used] = json.loads(done.stdout)["frameworks"]
    assert (used["id"], used["published"]) == ("ours", False)


def test_without_the_framework_the_finding_says_how_to_give_it(run, own):
    done = check(run)
    assert answers(done)["OCF-02"] == "cannot_conclude"
    assert "name its file with --framework" in done.stdout


def test_a_broken_framework_is_named_and_nothing_is_checked(run, own):
    (own / "ours.yaml").write_text(OURS.replace("level: service", "level: sevice"))
    done = check(run, "--framework", "ours.yaml")
    assert done.returncode == 4
    assert "`sevice` is not one of service, wider" in done.stderr
    assert done.stdout == ""


def test_a_framework_that_is_not_there_is_a_wrong_use(run, own):
    done = check(run, "--framework", "missing.yaml")
    assert done.returncode == 2
    assert "missing.yaml" in done.stderr


def test_a_framework_is_explained_by_its_id(run, own):
    done = run("explain", "ours", "--framework", "ours.yaml")
    assert done.returncode == 0
    assert "ours.S1  People rest" in done.stdout
    assert "`outcome_frameworks: [ours]`" in done.stdout


def test_a_published_framework_is_explained_without_a_file(run):
    assert "economic" in run("explain", "camden-nef").stdout


def test_a_misspelt_framework_is_suggested(run):
    done = run("explain", "camden-neff")
    assert done.returncode == 2
    assert "did you mean camden-nef?" in done.stderr


def test_open_contracting_data_follows_no_framework(run, own):
    (own / "releases.json").write_text('{"uri": "u", "version": "1.1", "releases": []}')
    done = run("check", "releases.json", "--framework", "ours.yaml")
    assert done.returncode == 2
    assert "follows no outcome framework" in done.stderr
