import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Run

EXAMPLES = ROOT / "examples"


@pytest.fixture
def files(folder: Path) -> tuple[str, str]:
    for name in ("health-precinct", "food-for-life-kirklees"):
        shutil.copy(EXAMPLES / f"{name}.yaml", folder)
    shutil.copy(EXAMPLES / "day-centre-decommissioning.yaml", folder / "options.yaml")
    return "health-precinct.yaml", "food-for-life-kirklees.yaml"


def test_one_file_shows_its_options_and_which_is_worth_most(run: Run, files: object) -> None:
    done = run("compare", "options.yaml")
    assert done.returncode == 0
    text = " ".join(done.stdout.split())
    assert "Options side by side" in text
    assert "£345,421" in text


def test_whole_files_are_compared_with_what_stands_in_the_way(
    run: Run, files: tuple[str, str]
) -> None:
    done = run("compare", *files)
    assert done.returncode == 0
    text = " ".join(done.stdout.split())
    assert "not made on the same footing" in text
    assert "£225,616" in text
    assert "do not rank services" in text


def test_as_json_each_comparison_stands_by_name(run: Run, files: tuple[str, str]) -> None:
    data = json.loads(run("compare", *files, "--format", "json").stdout)
    assert list(data["results"]) == ["files"]
    assert [each["name"] for each in data["files"]] == list(files)
    assert "sections" not in data


def test_a_file_with_nothing_to_compare_is_wrong_usage(run: Run) -> None:
    done = run("compare", "good.yaml")
    assert done.returncode == 2
    assert "neither two options nor two tenders" in done.stderr
    assert done.stdout == ""


def test_a_file_that_cannot_be_read_stops_the_comparison(run: Run, files: object) -> None:
    done = run("compare", "options.yaml", "broken.yaml")
    assert done.returncode == 3
    assert done.stdout == ""
