import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import GOOD, TOY, Run

TITLE = 'Every "material" outcome – each one – has an owner\'s name'


def test_a_newcomer_drafts_a_rule_proves_it_and_catches_something(run: Run, folder: Path) -> None:
    new = run("rules", "new", "my rules", TITLE)
    assert new.returncode == 0
    assert "auditor rules check 'my rules'" in new.stdout
    check = run("rules", "check", "my rules")
    assert check.returncode == 0
    assert check.stdout == "my-rules: 1 rule, 5 cases, 0 bent checks, 0 failed\n"
    (rule,) = (folder / "my rules").glob("MYR-01-*.yaml")
    text = rule.read_text().replace("when: has(case.summary)", "when: has(case.title)")
    text = text.replace("stages: [options, decision]", "stages: [need, decision]")
    rule.write_text(text.replace("stated(case.needs.assessed_on)", "stated(case.needs.assesed_on)"))
    broken = run("rules", "check", "my rules")
    assert broken.returncode == 4
    assert "did you mean `assessed_on`?" in broken.stderr
    rule.write_text(text)
    (folder / "none.yaml").write_text(
        GOOD.replace('{assessed_on: "2025-03-01"}', "{none: Nobody asked}")
    )
    caught = run("check", "none.yaml", "--packs", "my rules", "--fail-on", "minor")
    assert caught.returncode == 1
    assert TITLE in " ".join(caught.stdout.split())
    assert "Nobody asked" in caught.stdout


def test_rules_check_takes_several_packs_and_says_what_it_did(run: Run) -> None:
    done = run("rules", "check", f"{TOY},{TOY}/../toy-pack")
    assert done.returncode == 0
    assert done.stdout.startswith("toy: 3 rules, 12 cases, 2 bent checks, 0 failed")


def test_rules_check_fails_with_the_case_and_what_came_instead(run: Run, folder: Path) -> None:
    own = folder / "own"
    own.mkdir()
    for path in Path(TOY).glob("*.yaml"):
        (own / path.name).write_text(
            path.read_text().replace("expect: departs", "expect: conforms")
        )
    rule = next(own.glob("TOY-01*"))
    rule.write_text(rule.read_text() + (
        "  - name: One that departs is wanted\n    given: {needs: null}\n    expect: departs\n"
    ))  # fmt: skip
    (own / "TOY-02-outcomes-last.yaml").unlink()
    (own / "TOY-03-effort-is-proportionate.yaml").unlink()
    done = run("rules", "check", "own")
    assert done.returncode == 4
    assert (
        "TOY-01: The day of the decision departs\n    expected conforms, got departs" in done.stderr
    )
    assert "expected departs, got cannot_conclude" in done.stderr


def test_rules_list_gives_id_severity_and_title(run: Run) -> None:
    lines = run("rules", "list", "--packs", TOY).stdout.splitlines()
    assert lines == [
        "toy 1.0.0: A frozen pack that golden outputs are made with",
        "  TOY-01   major     The needs assessment comes before the decision",
        "  TOY-02   minor     Every material outcome says how long it lasts",
        "  TOY-03   minor     A judgement on proportionality is on record",
    ]


def test_a_rule_is_shown_as_it_is_written(run: Run) -> None:
    shown = run("rules", "show", "toy-01", "--yaml", "--packs", TOY).stdout
    assert shown == (Path(TOY) / "TOY-01-decision-is-dated.yaml").read_text()


def test_a_rule_is_explained_for_people(run: Run) -> None:
    shown = run("explain", "TOY-02", "--packs", TOY)
    assert shown.returncode == 0
    for part in (
        "TOY-02  Every material outcome says how long it lasts",
        "due from: need, proposal",
        "What is required\n  Each material outcome lasts a year or more",
        "  For each entry of `outcomes` where `outcome.material` is true:\n"
        "  Conforms where `outcome.duration_years` is at least 1.\n",
        "  As the rule writes it, each: case.outcomes as outcome if outcome.material",
        "the whole document was read",
        "departs: Half a year departs",
    ):
        assert part in shown.stdout
    assert shown.stdout == run("rules", "show", "TOY-02", "--packs", TOY).stdout


def test_what_a_remedy_takes_from_a_file_stands_in_brackets(run: Run) -> None:
    shown = run("explain", "TOY-01", "--packs", TOY).stdout
    assert "Assess needs before [decision date], or say why" in shown


def test_a_misspelt_rule_is_wrong_usage_with_a_suggestion(run: Run) -> None:
    done = run("explain", "TOY-2", "--packs", TOY)
    assert (done.returncode, done.stdout) == (2, "")
    assert "did you mean TOY-02?" in done.stderr


def test_who_asks_to_explain_a_pack_is_told_how_to_print_it(run: Run) -> None:
    done = run("explain", "consultation")
    assert (done.returncode, done.stdout) == (2, "")
    assert "it is a pack: `auditor rules print consultation --output" in done.stderr


def test_a_report_is_written_whatever_it_finds(run: Run, folder: Path) -> None:
    done = run("report", "departs.yaml", "--packs", TOY, "--output", "out.pdf")
    assert done.returncode == 1
    assert done.stdout.splitlines()[-1] == "Written: out.pdf"
    assert (folder / "out.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("command", ["check", "report"])
def test_a_result_never_takes_the_place_of_the_file(run: Run, folder: Path, command: str) -> None:
    os.link(folder / "good.yaml", folder / "same.yaml")
    for output in ("good.yaml", "./good.yaml", "same.yaml"):
        done = run(command, "good.yaml", "--packs", TOY, "--output", output)
        assert done.returncode == 2
        assert "this would overwrite the file itself" in done.stderr
    assert (folder / "good.yaml").read_text() == GOOD


@pytest.mark.parametrize("command", ["check", "report"])
def test_wrong_usage_is_said_before_a_file_is_read(run: Run, command: str) -> None:
    done = run(command, "broken.yaml", "--packs", "sroy", "--output", "out")
    assert done.returncode == 2
    assert "broken.yaml" not in done.stderr


def test_a_stage_that_no_file_has_is_said_once_for_all_files(run: Run) -> None:
    done = run("check", "good.yaml", "departs.yaml", "--packs", TOY, "--stage", "neeed")
    assert done.returncode == 2
    assert done.stderr.count("`neeed` is not a stage") == 1


def test_a_stage_of_the_other_kind_is_said_of_each_file_it_does_not_fit(run: Run) -> None:
    done = run("check", "good.yaml", "--packs", TOY, "--stage", "closed")
    assert done.returncode == 2
    assert "good.yaml: `closed` is not a stage of a commissioning file" in done.stderr


@pytest.mark.parametrize("day", ["2025-02-30", "tomorrow", "20250301", "0001-01-01", "9999-12-31"])
def test_a_day_that_no_file_could_state_is_refused(run: Run, day: str) -> None:
    done = run("check", "good.yaml", "--packs", TOY, "--as-at", day)
    assert done.returncode == 2
    assert "is not a date" in done.stderr


def test_an_output_that_cannot_be_written_does_not_hide_a_worse_code(run: Run) -> None:
    done = run("check", "broken.yaml", "good.yaml", "--packs", TOY, "-o", "no/such.txt")
    assert done.returncode == 3
    assert "there is no folder" in done.stderr


def test_several_results_are_one_json_list(run: Run) -> None:
    done = run("check", "good.yaml", "departs.yaml", "--packs", TOY, "--format", "json")
    assert [each["file"]["name"] for each in json.loads(done.stdout)] == [
        "good.yaml",
        "departs.yaml",
    ]


def test_a_text_result_in_a_file_is_what_the_terminal_shows(run: Run, folder: Path) -> None:
    files = ("good.yaml", "departs.yaml")
    shown = run("check", *files, "--packs", TOY).stdout
    run("check", *files, "--packs", TOY, "--output", "out.txt")
    assert (folder / "out.txt").read_text() == shown


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_output_is_utf_8_whatever_the_system_prefers(run: Run, encoding: str) -> None:
    usual = run("check", "departs.yaml", "--packs", TOY)
    other = run("check", "departs.yaml", "--packs", TOY, PYTHONIOENCODING=encoding)
    assert (other.returncode, other.stdout) == (usual.returncode, usual.stdout)


def test_a_reader_that_goes_away_is_no_finding(folder: Path) -> None:
    code = "import sys; from auditor.cli.main import main; sys.argv[0] = 'auditor'; main()"
    process = subprocess.Popen(
        [sys.executable, "-c", code, "check", "departs.yaml", "--packs", TOY],
        cwd=folder,
        stdout=subprocess.PIPE,
    )
    assert process.stdout is not None
    process.stdout.close()
    assert process.wait(60) == -signal.SIGPIPE


def test_a_file_whose_name_is_not_text_is_audited_all_the_same(run: Run, folder: Path) -> None:
    name = os.fsdecode(b"caf\xe9.yaml")
    (folder / name).write_text(GOOD)
    done = run("check", name, "--packs", TOY, "--quiet")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("caf?.yaml: No departures found")


def test_a_name_that_could_drive_a_terminal_is_printed_as_its_numbers(run: Run) -> None:
    done = run("check", "\x1b[2J\u202e.yaml", "--packs", TOY)
    assert done.returncode == 3
    assert "[U+001B][2J[U+202E].yaml: there is no such file" in done.stderr


def test_a_misspelt_command_is_told_with_the_one_that_was_meant(run: Run) -> None:
    done = run("chekc", "file.yaml")
    assert done.returncode == 2
    assert "there is no command `chekc`; did you mean `check`?" in done.stderr


def test_a_file_in_place_of_a_command_is_told_how_to_be_checked(run: Run) -> None:
    assert "to check a file: auditor check file.yaml" in run("file.yaml").stderr


def test_a_report_is_not_written_under_the_name_of_another_format(run: Run, folder: Path) -> None:
    done = run("report", "good.yaml", "--packs", TOY, "--output", "report.docx")
    assert done.returncode == 2
    assert "report.docx: no format has names that end in .docx" in done.stderr
    assert not (folder / "report.docx").exists()


@pytest.mark.parametrize(("name", "start"), [("rules.pdf", b"%PDF-"), ("rules.html", b"<!DOCTYPE")])
def test_packs_are_printed_as_a_book(run: Run, tmp_path: Path, name: str, start: bytes) -> None:
    done = run("rules", "print", TOY, "--output", name)
    assert (done.returncode, done.stderr) == (0, f"Written: {name}\n")
    assert (tmp_path / name).read_bytes().startswith(start)


def test_a_book_of_rules_in_another_format_is_wrong_usage(run: Run, tmp_path: Path) -> None:
    done = run("rules", "print", TOY, "--output", "rules.docx")
    assert done.returncode == 2
    assert "end the name in .pdf or .html" in done.stderr
    assert not (tmp_path / "rules.docx").exists()
