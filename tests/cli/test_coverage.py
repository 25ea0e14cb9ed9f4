"""What the packs cover of each authority is shown, adds up, and is held to."""

import json
from pathlib import Path

from tests.cli.conftest import Run
from tests.engine.own_pack import RULE, write_pack

CLAUSES = """\
- {clause: '1', title: The first clause, rules: [OWN-01]}
- {clause: '2', title: The second clause, rows: [CPT-04], same_as: [DEC-15, DEC-18]}
- {clause: '3', title: The third clause, not_checked: A matter of opinion}
"""


def test_the_table_has_a_line_for_each_pack_and_a_sum(run: Run) -> None:
    done = run("rules", "coverage")
    assert done.returncode == 0
    clauses, rows, *_ = done.stdout.split("\n\n")
    for table in (clauses, rows):
        lines = [line.split() for line in table.splitlines()[1:]]
        numbers = [[int(each) for each in line[1:]] for line in lines]
        assert lines[-1][0] == "together"
        assert [sum(each) for each in zip(*numbers[:-1], strict=True)] == numbers[-1]
        assert all(sum(line[:-1]) == line[-1] for line in numbers)
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_a_named_pack_is_shown_clause_by_clause(run: Run, folder: Path) -> None:
    write_pack(folder / "own", clauses=CLAUSES)
    shown = run("rules", "coverage", "own").stdout
    assert "1: The first clause\n    Checked by OWN-01\n" in shown
    assert "    Covered by DEC-15, DEC-18 (rows: CPT-04)\n" in shown
    assert "    Cannot be checked: A matter of opinion\n" in shown


def test_the_coverage_as_json_adds_up(run: Run) -> None:
    data = json.loads(run("rules", "coverage", "--format", "json").stdout)
    for of in ("clauses", "rows"):
        each = [pack[of] for pack in data["packs"]]
        added = {name: sum(pack[name] for pack in each) for name in each[0]}
        assert data["together"][of] == added
    missing = data["catalogue"]["not_in_these_packs"]
    assert data["together"]["rows"]["total"] + len(missing) == data["catalogue"]["rows"]


def test_rules_check_names_a_clause_that_leans_on_nothing(run: Run, folder: Path) -> None:
    write_pack(folder / "own", clauses=CLAUSES.replace("DEC-18", "DEC-99"))
    done = run("rules", "check", "own")
    assert done.returncode == 4
    assert "own/clauses.yaml: clause 2 leans on `DEC-99`, which no pack has" in done.stderr


def test_rules_check_names_a_row_that_the_catalogue_does_not_have(run: Run, folder: Path) -> None:
    write_pack(folder / "own", clauses=CLAUSES.replace("CPT-04", "CPT-99"))
    done = run("rules", "check", "own")
    assert done.returncode == 4
    assert "`CPT-99` is no row of the catalogue" in done.stderr


def test_rules_check_names_a_rule_that_weighs_more_than_its_sources_bear(
    run: Run, folder: Path
) -> None:
    rule = RULE.replace("minor", "major").replace("confidence: seen", "confidence: secondary")
    write_pack(folder / "own", rule=rule)
    done = run("rules", "check", "own")
    assert done.returncode == 4
    assert "own: 1 rule, 3 cases, 0 bent checks, 0 failed" in done.stdout
    assert "OWN-01-summary.yaml, severity: no source was seen, and it is major" in done.stderr
