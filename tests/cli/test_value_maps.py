"""A value map in a workbook is checked, valued, reported and imported by the command line."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Run

MAPS = ROOT / "tests" / "data" / "value-maps"


@pytest.fixture
def template(folder: Path) -> str:
    shutil.copy(MAPS / "template.xlsx", folder / "map.xlsx")
    return "map.xlsx"


def test_a_value_map_is_checked_and_says_how_it_was_read(run: Run, template: str) -> None:
    done = run("check", template)
    assert done.returncode in (1, 5), done.stderr
    text = " ".join(done.stdout.split())
    assert "Read as (Impact Map!D5): Column D “Value £” is read as the value of what goes" in text
    assert "stage: options" in text


def test_its_claims_stand_at_their_cells(run: Run, template: str) -> None:
    done = run("value", template, "--format", "json")
    assert done.returncode in (0, 1)
    places = {claim["pointer"]: claim["place"] for claim in json.loads(done.stdout)["claims"]}
    assert places["/sroi/reported/ratio"] == "Impact Map!R17"
    assert places["/sroi/rows/0/reported_impact"] == "Impact Map!R7"


def test_a_report_is_written_about_it(run: Run, template: str, folder: Path) -> None:
    done = run("report", template, "--output", "report.pdf")
    assert done.returncode in (1, 5), done.stderr
    assert (folder / "report.pdf").read_bytes().startswith(b"%PDF")


def test_it_becomes_a_file_to_complete(run: Run, template: str, folder: Path) -> None:
    done = run("import", "value-map", template, "--output", "file.yaml", "--map", "stage=review")
    assert done.returncode == 0, done.stderr
    assert "Complete it, then run: auditor check file.yaml" in done.stdout
    assert 'stage: "review"' in (folder / "file.yaml").read_text()
    again = run("import", "value-map", template, "--output", "file.yaml")
    assert again.returncode == 2
    assert "there is already a file of this name" in again.stderr


def test_corrections_may_stand_in_a_file(run: Run, template: str, folder: Path) -> None:
    (folder / "columns.yaml").write_text("Q: extra\ndrop_off: 0\ntitle: A hub\n")
    done = run("check", template, "--map", "columns.yaml")
    text = " ".join(done.stdout.split())
    assert "A hub" in text
    assert "Read with --map Q=extra" in text


@pytest.mark.parametrize(
    ("mapping", "code", "says"),
    [
        ("Q=dropoff", 2, "did you mean `drop_off`?"),
        ("sheet=Nowhere", 3, "Its sheets are: Impact Map."),
        ("missing.yaml", 3, "there is no such file"),
    ],
)
def test_a_correction_that_cannot_be_made_ends_the_run(
    run: Run, template: str, mapping: str, code: int, says: str
) -> None:
    done = run("check", template, "--map", mapping)
    assert (done.returncode, done.stdout) == (code, "")
    assert says in done.stderr


def test_only_workbooks_take_corrections(run: Run, folder: Path) -> None:
    shutil.copy(ROOT / "examples" / "health-precinct.yaml", folder / "hp.yaml")
    done = run("check", "hp.yaml", "--map", "H=deadweight")
    assert done.returncode == 2
    assert "only a workbook can be read with --map" in done.stderr


@pytest.mark.parametrize("command", [("check",), ("report",), ("value", "--format", "json")])
def test_the_file_of_corrections_is_never_written_over(
    run: Run, template: str, folder: Path, command: tuple[str, ...]
) -> None:
    said = '{"stage": "review"}'
    (folder / "columns.json").write_text(said, encoding="utf-8")
    name, *more = command
    done = run(name, template, *more, "--map", "columns.json", "--output", "columns.json")
    assert done.returncode == 2
    assert "would overwrite the file of --map" in done.stderr
    assert (folder / "columns.json").read_text(encoding="utf-8") == said
