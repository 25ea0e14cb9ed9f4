import json
import re
from pathlib import Path

import pytest

from auditor.engine.pack import published_packs
from tests.cli.conftest import TOY, Run


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["good.yaml"], 0),
        (["departs.yaml"], 1),
        (["departs.yaml", "--fail-on", "critical"], 0),
        (["departs.yaml", "--fail-on", "never"], 0),
        (["silent.yaml"], 5),
        (["broken.yaml"], 3),
        (["missing.yaml"], 3),
        (["good.yaml", "departs.yaml"], 1),
        (["silent.yaml", "departs.yaml"], 1),
        (["silent.yaml", "good.yaml"], 5),
        (["broken.yaml", "departs.yaml", "good.yaml"], 3),
        (["good.yaml", "--stage", "closed"], 2),
        (["good.yaml", "--as-at", "2025-02-30"], 2),
        (["good.yaml", "--fail-on", "sometimes"], 2),
        ([], 2),
    ],
)
def test_the_exit_code_says_what_happened(run: Run, arguments: list[str], code: int) -> None:
    assert run("check", "--packs", TOY, *arguments).returncode == code


def test_a_misspelt_pack_is_wrong_usage_with_a_suggestion(run: Run) -> None:
    done = run("check", "good.yaml", "--packs", "sroy")
    assert done.returncode == 2
    assert "there is no rule pack `sroy`" in done.stderr
    assert "did you mean `sroi`?" in done.stderr


def test_one_bad_file_does_not_stop_the_others(run: Run) -> None:
    done = run("check", "--packs", TOY, "broken.yaml", "good.yaml")
    assert "broken.yaml" in done.stderr
    assert "A youth programme" in done.stdout


def test_a_broken_rule_stops_the_audit_and_accuses_nobody(run: Run, folder: Path) -> None:
    pack = folder / "own"
    pack.mkdir()
    for path in Path(TOY).glob("*.yaml"):
        text = path.read_text().replace("case.needs.assessed_on <", "case.needs.asessed_on <")
        (pack / path.name).write_text(text)
    done = run("check", "good.yaml", "--packs", "own")
    assert done.returncode == 4
    assert "did you mean `assessed_on`?" in done.stderr
    assert done.stdout == ""


def test_nothing_is_written_where_no_file_could_be_read(run: Run, folder: Path) -> None:
    done = run("check", "broken.yaml", "--packs", TOY, "--format", "json", "--output", "out.json")
    assert done.returncode == 3
    assert not (folder / "out.json").exists()


def test_no_report_is_written_for_a_file_that_is_not_valid(run: Run, folder: Path) -> None:
    done = run("report", "broken.yaml", "--packs", TOY, "--output", "out.pdf")
    assert done.returncode == 3
    assert sorted(path.name for path in folder.iterdir()) == [
        "broken.yaml", "departs.yaml", "good.yaml", "silent.yaml",
    ]  # fmt: skip


def test_an_output_folder_that_does_not_exist_is_wrong_usage(run: Run) -> None:
    done = run("check", "good.yaml", "--packs", TOY, "--format", "json", "-o", "no/such/out.json")
    assert done.returncode == 2
    assert "there is no folder" in done.stderr


def test_a_file_that_exists_is_never_overwritten_by_new(run: Run, folder: Path) -> None:
    before = (folder / "good.yaml").read_text()
    assert run("new", "commissioning", "--output", "good.yaml").returncode == 2
    assert (folder / "good.yaml").read_text() == before


def test_no_colour_is_sent_where_there_is_no_terminal(run: Run) -> None:
    assert "\x1b" not in run("check", "departs.yaml", "--packs", TOY).stdout


def test_quiet_gives_one_line_for_each_file(run: Run) -> None:
    done = run("check", "good.yaml", "departs.yaml", "--packs", TOY, "--quiet")
    assert len(done.stdout.splitlines()) == 2


def test_every_exit_code_is_in_the_help(run: Run) -> None:
    listed = re.findall(r"(?m)^ +(\d+)  +\S", run("--help").stdout)
    assert listed == ["0", "1", "2", "3", "4", "5", "70"]


def test_a_fault_of_the_program_reads_as_one_and_gives_no_traceback(run: Run, folder: Path) -> None:
    # a module that cannot be imported stands for any fault inside the program
    (folder / "sitecustomize.py").write_text(
        "import auditor.engine.evaluate as e\n"
        "def broken(*_a): raise KeyError('inside')\n"
        "e.evaluate = broken\n"
    )
    done = run("check", "good.yaml", "--packs", TOY, PYTHONPATH=str(folder))
    assert done.returncode == 70
    assert "says nothing about the file" in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_a_pack_of_ones_own_that_fails_its_own_proof_is_not_used(run: Run, folder: Path) -> None:
    pack = folder / "own"
    pack.mkdir()
    for path in Path(TOY).glob("*.yaml"):
        text = path.read_text().replace("case.needs.assessed_on <", "case.needs.assessed_on <=")
        (pack / path.name).write_text(text)
    done = run("check", "good.yaml", "--packs", "own")
    assert done.returncode == 4
    assert "so the pack is not used" in done.stderr
    assert done.stdout == ""


def test_all_stands_for_the_published_packs(run: Run) -> None:
    done = run("check", "good.yaml", "--packs", f"all,{TOY}", "--format", "json")
    assert [pack["id"] for pack in json.loads(done.stdout)["packs"]] == [*published_packs(), "toy"]
