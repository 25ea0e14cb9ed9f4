"""How often each rule speaks can be asked of any files, in text and as JSON."""

import json
from pathlib import Path

from tests.cli.conftest import TOY, Run


def test_files_are_counted_by_the_packs_that_are_named(run: Run) -> None:
    done = run("rules", "impact", "good.yaml", "departs.yaml", "silent.yaml", "--packs", TOY)
    assert done.returncode == 0
    assert done.stdout.startswith("3 files, 3 rules\n")


def test_the_counts_as_json_add_up_to_the_files(run: Run) -> None:
    done = run("rules", "impact", "good.yaml", "departs.yaml", "--packs", TOY, "--format", "json")
    data = json.loads(done.stdout)
    assert data["files"] == 2
    for each in data["rules"]:
        assert sum(value for value in each.values() if isinstance(value, int)) == 2


def test_of_public_records_each_process_counts_and_only_their_pack_is_applied(run: Run) -> None:
    releases = Path(__file__).parents[2] / "examples" / "ocds" / "releases.json"
    data = json.loads(run("rules", "impact", str(releases), "--format", "json").stdout)
    assert data["files"] == 16
    assert {each["pack"] for each in data["rules"]} == {"procurement"}


def test_a_file_that_cannot_be_read_is_named_and_nothing_is_counted(run: Run) -> None:
    done = run("rules", "impact", "good.yaml", "broken.yaml", "--packs", TOY)
    assert done.returncode == 3
    assert done.stdout == ""
    assert "broken.yaml" in done.stderr


def test_the_help_says_what_is_counted_where_no_file_is_named(run: Run) -> None:
    said = " ".join(run("rules", "impact", "--help").stdout.split())
    assert "Without FILE, the examples, published claims and public records" in said
