import json
from pathlib import Path

from tests.load.ocds.data import AWARD, TENDER, write

OTHER = {**TENDER, "ocid": "ocds-x-2"}
LATE = {**AWARD, "awards": [{"id": "a", "date": "2024-01-20", "contractPeriod": {}}]}


def test_every_process_has_a_line_and_the_summary_counts_by_portal_and_rule(
    folder: Path, run
) -> None:
    write(folder, [TENDER, LATE, OTHER])
    done = run("check", "releases.json")
    first, second, *_ = done.stdout.splitlines()
    assert first.startswith("ocds-x-1: worth asking about PRO-15;")
    assert second.startswith("ocds-x-2: nothing departs;")
    assert "Portal not known: 2 processes" in done.stdout
    assert "PRO-15: /1/awards/0/date" in done.stdout
    assert "Packs applied: procurement;" in done.stdout
    assert done.returncode == 5


def test_json_gives_a_report_on_every_line(folder: Path, run) -> None:
    write(folder, [TENDER, OTHER])
    done = run("check", "releases.json", "--format", "json")
    reports = [json.loads(line) for line in done.stdout.splitlines()]
    assert [each["packs"][0]["id"] for each in reports] == ["procurement", "procurement"]
    assert all(each["digest"] for each in reports)


def test_packs_that_are_named_take_the_place_of_the_default(folder: Path, run) -> None:
    write(folder, TENDER)
    done = run("check", "releases.json", "--packs", "procurement,value-for-money")
    assert "Packs applied: procurement, value-for-money." in done.stdout


def test_the_result_is_written_whole_or_not_at_all(folder: Path, run) -> None:
    write(folder, [TENDER, OTHER])
    run("check", "releases.json", "--output", "found.txt")
    assert "ocds-x-2" in (folder / "found.txt").read_text()
    write(folder, json.dumps({"releases": [TENDER]})[:-5], "broken.json")
    done = run("check", "broken.json", "--output", "none.txt")
    assert done.returncode == 3
    assert not (folder / "none.txt").exists()


def test_a_departure_at_the_threshold_makes_the_exit_code_one(folder: Path, run) -> None:
    write(folder, [TENDER, LATE])
    assert run("check", "releases.json", "--fail-on", "minor").returncode == 1


def test_other_files_may_stand_beside_releases(folder: Path, run) -> None:
    write(folder, TENDER)
    done = run("check", "good.yaml", "releases.json", "--quiet")
    assert "good.yaml: " in done.stdout
    assert "releases.json: 1 process, 0 departures" in done.stdout


def test_a_report_takes_the_process_that_is_named(folder: Path, run) -> None:
    write(folder, [TENDER, OTHER])
    done = run("value", "releases.json")
    assert done.returncode == 3
    assert "the file holds 2 contracting processes; one has to be named" in done.stderr
    assert "--process" in done.stderr
    named = run("value", "releases.json", "--process", "ocds-x-2")
    assert named.returncode == 5
    unknown = run("value", "releases.json", "--process", "ocds-x-3")
    assert "none of this name" in unknown.stderr


def test_a_report_applies_the_packs_that_a_check_applies(folder: Path, run) -> None:
    write(folder, [TENDER, OTHER])
    done = run("report", "releases.json", "--process", "ocds-x-2", "--output", "r.pdf")
    lines = run("check", "releases.json").stdout.splitlines()
    (counted,) = [each.rpartition("; ")[2] for each in lines if each.startswith("ocds-x-2: ")]
    assert f"{counted})" in done.stdout


def test_each_report_names_its_process(folder: Path, run) -> None:
    write(folder, [TENDER, OTHER])
    lines = run("check", "releases.json", "--format", "json").stdout.splitlines()
    assert [json.loads(each)["file"]["process"] for each in lines] == ["ocds-x-1", "ocds-x-2"]


def test_a_process_of_a_file_that_is_no_record_is_refused(folder: Path, run) -> None:
    done = run("value", "good.yaml", "--process", "ocds-x-2")
    assert done.returncode == 3
    assert "no open contracting data" in done.stderr
