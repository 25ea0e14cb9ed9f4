import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Run

EXAMPLE = ROOT / "examples" / "health-precinct.yaml"


@pytest.fixture
def example(folder: Path) -> str:
    shutil.copy(EXAMPLE, folder / "hp.yaml")
    return "hp.yaml"


def test_every_claim_is_printed_with_its_verdict_and_its_working(run: Run, example: str) -> None:
    done = run("value", example)
    assert done.returncode == 0
    text = " ".join(done.stdout.split())
    assert "16 claims: 13 reproduced, 3 reproduced within the rounding of printed inputs" in text
    assert "Claimed 5.07, recomputed 5.0733" in text.replace("£", "")
    assert "£703 × (1 − 25%)" in text


def test_one_row_is_shown_from_its_inputs_to_the_printed_result(run: Run, example: str) -> None:
    done = run("value", example, "--show", "gp")
    assert done.returncode == 0
    text = " ".join(done.stdout.split())
    assert "19 × £37" in text
    assert "£395.44" in text
    assert "Claimed £400" in text


def test_a_name_that_is_no_figure_is_refused_with_names_that_are(run: Run, example: str) -> None:
    done = run("value", example, "--show", "rati")
    assert done.returncode == 2
    assert "`rati` is not one figure of this file" in done.stderr
    assert "sroi.ratio" in done.stderr
    assert done.stdout == ""


def test_a_name_that_ends_several_claims_is_refused(run: Run, example: str) -> None:
    done = run("value", example, "--show", "impact")
    assert done.returncode == 2
    assert "sroi.rows.activity.impact" in done.stderr


def test_as_json_decimals_are_text_and_the_analysis_stands_by_name(run: Run, example: str) -> None:
    done = run("value", example, "--format", "json")
    data = json.loads(done.stdout)
    (ratio,) = [claim for claim in data["claims"] if claim["id"] == "sroi.ratio"]
    assert ratio["recomputed"] == "5.0733"
    assert isinstance(data["analysis"], dict)


def test_one_figure_is_json_where_json_is_asked_for(run: Run, example: str) -> None:
    data = json.loads(run("value", example, "--show", "gp", "--format", "json").stdout)
    assert data["name"] == "sroi.rows.gp"
    assert data["steps"][0] == {
        "label": "Value before deductions",
        "arithmetic": "19 × £37",
        "result": "£703",
    }
    assert [claim["verdict"] for claim in data["claims"]] == ["reproduced_within_rounding"]


def test_quiet_prints_one_line(run: Run, example: str) -> None:
    done = run("value", example, "--quiet")
    assert done.stdout.startswith("hp.yaml: 16 claims: 13 reproduced")
    assert done.stdout.count("\n") == 1


def test_a_claim_that_is_not_reproduced_gives_exit_code_one(run: Run, folder: Path) -> None:
    wrong = EXAMPLE.read_text().replace("5.07", "6.07")
    assert wrong != EXAMPLE.read_text()
    (folder / "wrong.yaml").write_text(wrong)
    assert run("value", "wrong.yaml").returncode == 1


def test_a_file_without_any_claim_says_so_and_exits_with_five(run: Run) -> None:
    done = run("value", "good.yaml")
    assert done.returncode == 5
    assert "0 claims: none stated" in done.stdout


def test_an_output_is_written_whole_and_named(run: Run, folder: Path, example: str) -> None:
    done = run("value", example, "--format", "json", "--output", "value.json")
    assert done.stdout == ""
    assert "Written: value.json" in done.stderr
    assert json.loads((folder / "value.json").read_text())["format_version"] == "1"


def test_the_file_itself_is_never_written_over(run: Run, example: str) -> None:
    done = run("value", example, "--output", example)
    assert done.returncode == 2
    assert "overwrite" in done.stderr


def test_the_name_of_a_file_that_is_not_there_is_no_name_for_a_result(
    run: Run, folder: Path
) -> None:
    done = run("check", "good.yaml", "typo.yaml", "--output", "typo.yaml")
    assert done.returncode == 2
    assert not (folder / "typo.yaml").exists()


def test_fields_are_proposed_from_quotations_and_the_file_stays_as_it_is(
    run: Run, folder: Path
) -> None:
    text = (ROOT / "examples" / "better-return.yaml").read_text(encoding="utf-8")
    unread = "".join(line for line in text.splitlines(keepends=True) if "confirmed_by" not in line)
    (folder / "said.yaml").write_text(unread, encoding="utf-8")
    done = run("value", "said.yaml", "--propose")
    assert done.returncode == 0
    assert "Nothing here is confirmed" in done.stdout
    assert 'period: "annual"' in done.stdout
    assert (folder / "said.yaml").read_text(encoding="utf-8") == unread


def test_proposals_stand_alone(run: Run, example: str) -> None:
    assert run("value", example, "--propose").stdout.startswith("# No quotation")
    assert run("value", example, "--propose", "--show", "sroi.ratio").returncode == 2
    assert run("value", example, "--propose", "--format", "json").returncode == 2


STATED = """\
format_version: "1"
kind: commissioning
id: said
title: What was said
stage: need
statements:
  - {id: a, quotation: "£3.80 for each £1", subject: S, measure: Return, form: x_per_1, value: {value: 3.80, printed: "£3.80"}, confirmed_by: A. Jones}
  - {id: b, quotation: "£OTHER for each £1", subject: S, measure: Return, form: x_per_1, value: {value: OTHER, printed: "£OTHER"}, confirmed_by: A. Jones}
"""  # noqa: E501


@pytest.mark.parametrize(("other", "code"), [("3.80", 0), ("4.40", 1)])
def test_statements_alone_are_something_that_can_be_checked(
    run: Run, folder: Path, other: str, code: int
) -> None:
    (folder / "said.yaml").write_text(STATED.replace("OTHER", other))
    assert run("value", "said.yaml").returncode == code


def test_statements_that_nobody_confirmed_leave_too_little_to_check(run: Run, folder: Path) -> None:
    text = STATED.replace("OTHER", "4.40").replace(", confirmed_by: A. Jones", "")
    (folder / "said.yaml").write_text(text)
    assert run("value", "said.yaml").returncode == 5


def test_statements_that_differ_for_a_stated_reason_are_no_contradiction(
    run: Run, folder: Path
) -> None:
    reason = ", differs_because: An earlier year, confirmed_by"
    text = STATED.replace("OTHER", "4.40").replace(", confirmed_by", reason)
    (folder / "said.yaml").write_text(text)
    assert run("value", "said.yaml").returncode == 5
