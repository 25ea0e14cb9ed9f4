"""Fall into none of the traps that were measured in other validators."""

import ast
import decimal
import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from auditor import Report, audit, load_packs, read_bytes, read_file
from auditor.cli.exits import exit_for
from auditor.engine.evaluate import evaluate
from auditor.engine.pack import Pack
from auditor.finding import Severity, Status
from auditor.output import FORMATS
from tests.engine.own_pack import PACK, RULE, SOURCES
from tests.rules.guards import guarded, guards
from tests.rules.reads import recorded, without
from tests.rules.subjects import proofs, seen_as

ROOT = Path(__file__).parent.parent
TOY = ROOT / "tests" / "data" / "toy-pack"
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))
GOOD: Mapping[str, Any] = {
    "format_version": "1",
    "kind": "commissioning",
    "title": "A youth programme",
    "stage": "need",
    "decision_date": "2025-03-02",
    "needs": {"assessed_on": "2025-03-01"},
    "outcomes": [{"id": "o1", "text": "Confidence", "material": True, "duration_years": 1}],
}
COMMANDS = [sys.executable, "-m", "auditor.cli.main"]

Done = subprocess.CompletedProcess[str]


def run(*arguments: str | Path, cwd: Path = ROOT, **environment: str) -> Done:
    return subprocess.run(
        [*COMMANDS, *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def write(folder: Path, name: str, **changes: Any) -> Path:
    path = folder / f"{name}.json"
    path.write_text(json.dumps({k: v for k, v in {**GOOD, **changes}.items() if v is not None}))
    return path


def report_of(packs: tuple[Pack, ...], **changes: Any) -> Report:
    data = {k: v for k, v in {**GOOD, **changes}.items() if v is not None}
    return audit(read_bytes(json.dumps(data).encode(), name="file.json"), packs)


# --- an exit code of 0 that means nothing -----------------------------------------------------


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_exit_0_is_given_only_where_rules_conformed_and_none_departed(path: Path) -> None:
    report = audit(read_file(path), load_packs())
    counting = [f for f in report.findings if f.counts_towards]
    departs = [f for f in counting if f.status is Status.DEPARTS]
    claims = [c for c in report.claims if c.decisive and c.verdict.value == "not_reproduced"]
    clean = not departs and not claims and report.conclusion.overall.value == "no_departures"
    assert (exit_for(report, fail_on="minor") == 0) is clean
    if exit_for(report, fail_on="minor") == 0:
        assert any(f.status is Status.CONFORMS for f in counting)


def test_exit_0_is_not_given_with_findings(tmp_path: Path) -> None:
    file = write(tmp_path, "departs", needs={"assessed_on": "2025-03-02"})
    assert run("check", file, "--packs", TOY).returncode == 1


def test_exit_0_is_not_given_where_the_figure_that_decides_is_wrong(tmp_path: Path) -> None:
    # no rule of the toy pack looks at it
    sroi = {"inputs": [{"id": "i", "kind": "funding", "amount": 100}],
            "reported": {"total_inputs": 90}}  # fmt: skip
    file = write(tmp_path, "wrong", sroi=sroi, decision_rests_on="sroi.total_inputs")
    assert run("check", file, "--packs", TOY, "--fail-on", "critical").returncode == 1
    assert run("check", file, "--packs", TOY, "--fail-on", "never").returncode == 0


def test_exit_0_is_not_given_where_no_rule_was_due(tmp_path: Path) -> None:
    done = run("check", write(tmp_path, "need"), "--packs", "decommissioning,sroi")
    assert done.returncode == 5
    assert "no rule that counts is due for this file" in " ".join(done.stdout.split())


@pytest.mark.parametrize("pack", ["sroy", "./toy-pak"])
def test_exit_0_is_not_given_for_a_pack_that_does_not_exist(tmp_path: Path, pack: str) -> None:
    assert run("check", write(tmp_path, "good"), "--packs", pack).returncode == 2


@pytest.mark.parametrize("files", [["*.yaml"], ["no-such-file.yaml"], ["."]])
def test_exit_0_is_not_given_where_no_file_was_read(tmp_path: Path, files: list[str]) -> None:
    done = run("check", *files, "--packs", TOY, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (3, "")


def test_exit_0_is_not_given_without_a_file_at_all() -> None:
    assert run("check").returncode == 2


# --- a value that is missing and passes -------------------------------------------------------


@pytest.mark.parametrize("pack", [str(TOY), "eight-principles"])
def test_leaving_out_a_value_that_a_rule_reads_never_makes_it_conform(pack: str) -> None:
    """Take each value that a rule reads from each file in which it departs or cannot conclude.

    The exceptions are the values that a rule asks for with has(), where their absence is part of
    what it says.
    """
    (loaded,) = load_packs([pack], with_cases=True)
    tried, passed = 0, []
    for ready in loaded.rules:
        for proof in proofs(ready, loaded):
            seen: set[str] = set()
            evaluate(ready, seen_as(proof.subject, recorded(proof.subject.case, "", seen)))
            for pointer in sorted(seen) if proof.expected in ("departs", "cannot_conclude") else ():
                less = without(proof.subject.case, pointer)
                if less is None or guarded(pointer, guards(ready)):
                    continue
                tried += 1
                if evaluate(ready, seen_as(proof.subject, less)).status is Status.CONFORMS:
                    passed.append((ready.rule.id, proof.name, pointer))
    assert tried >= 3
    assert passed == []


def test_an_empty_file_conforms_to_nothing() -> None:
    nothing: dict[str, None] = dict.fromkeys(("decision_date", "needs", "outcomes"))
    for stage in ("need", "review"):
        report = report_of(load_packs(), **nothing, stage=stage)
        assert [f.rule for f in report.findings if f.status is Status.CONFORMS] == []
        assert report.conclusion.overall.value == "too_little_evidence"


# --- a broken rule that reads as bad data -----------------------------------------------------


def own_pack(folder: Path, rules: Mapping[str, str]) -> Path:
    folder.mkdir()
    files = {"pack": PACK, "sources": SOURCES, **rules}
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text)
    return folder


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("stated(case.summary)", "stated(case.sumary)"),
        ("stated(case.summary)", "case.summary > 3"),
        ("stated(case.summary)", "stated(case.summary"),
        ("check:", "chek:"),
        ("severity: minor", "severity: high"),
        ("check:", "gates: {nation: [engalnd]}\ncheck:"),
        ("check:", "tier: huge\ncheck:"),
        ("There is no summary.", "There is no {case.sumary}."),
        ("our-handbook", "no-handbook"),
        ("id: OWN-01", "id: [OWN-01"),
    ],
)
def test_a_broken_rule_is_reported_once_and_says_nothing_of_any_file(
    tmp_path: Path, old: str, new: str
) -> None:
    pack = own_pack(tmp_path / "own", {"OWN-01-summary": RULE.replace(old, new, 1)})
    files = [write(tmp_path, name) for name in ("one", "two", "three")]
    done = run("check", *files, "--packs", pack)
    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr.count("auditor: ") == 1
    assert "OWN-01-summary.yaml" in done.stderr
    assert ".json" not in done.stderr


def test_no_number_in_a_file_makes_a_rule_look_broken(tmp_path: Path) -> None:
    rule = RULE.replace(
        "stated(case.summary)",
        "add_months(case.contract.end, 1200) > "
        "add_days(case.contract.end, case.contract.value_ex_vat)",
    )
    rule = rule.replace(
        "no summary", "{case.contract.value_ex_vat * case.contract.value_ex_vat:money}"
    )
    (loaded,) = load_packs([str(own_pack(tmp_path / "own", {"OWN-01-summary": rule}))])
    for end in ("1900-01-01", "2199-12-31"):
        for value in (0, -(10**15), 10**15, 0.5):
            contract = {"end": end, "value_ex_vat": value}
            (finding,) = report_of((loaded,), contract=contract).findings
            assert finding.status in (Status.DEPARTS, Status.CANNOT_CONCLUDE, Status.CONFORMS)


# --- findings that are cut off ----------------------------------------------------------------


@pytest.fixture(scope="module")
def long_report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    rules = {}
    for number in range(100, 400):
        text = RULE.replace("OWN-01", f"OWN-{number}").replace(
            "check: stated(case.summary)",
            f"each: case.outcomes as outcome\ncheck: outcome.duration_years > {number}",
        )
        rules[f"OWN-{number}-lasts"] = text.replace("no summary", "nothing long enough")
    folder = own_pack(tmp_path_factory.mktemp("long") / "own", rules)
    outcomes = [{"id": f"o{n}", "text": f"Outcome {n}", "duration_years": 1} for n in range(500)]
    return report_of(load_packs([str(folder)]), outcomes=outcomes)


def test_three_hundred_findings_of_five_hundred_entries_are_all_in_the_json(
    long_report: Report,
) -> None:
    found = json.loads(FORMATS["json"](long_report))
    assert [f["rule"] for f in found["findings"]] == [f"OWN-{n}" for n in range(100, 400)]
    for finding in found["findings"]:
        assert finding["counts"]["departs"] == 500
        assert len({each["pointer"] for each in finding["evidence"]}) == 500
    assert found["coverage"][0]["counts"]["departs"] == 150_000


def test_three_hundred_findings_of_five_hundred_entries_are_all_named_in_the_text(
    long_report: Report,
) -> None:
    text = FORMATS["text"](long_report).decode()
    assert all(f"OWN-{n} " in text for n in range(100, 400))
    words = " ".join(text.split())
    assert all(words.count(f" outcomes[{n}].duration_years: found") == 300 for n in range(10))
    assert words.count("and 490 more entries like these: outcomes[10–499].duration_years") == 300
    assert "300 departures" in text
    assert "150,000 depart = 150,000" in words


# --- one fault that is reported many times ----------------------------------------------------


def test_a_misspelt_key_is_one_problem(tmp_path: Path) -> None:
    outcomes = [{"id": "o1", "text": "Confidence", "materal": True, "duration_years": 1}]
    done = run("check", write(tmp_path, "misspelt", outcomes=outcomes))
    assert done.returncode == 3
    assert done.stderr.count("auditor: ") == 1
    assert 'Did you mean "material"?' in done.stderr


def test_an_unknown_gate_is_one_finding_and_one_question() -> None:
    report = report_of(load_packs(["green-book"]), stage="options", nation="england")
    waiting = report.coverage[0].waiting
    gates = [f for f in report.findings if f.rule == "gate:authority_type"]
    assert waiting > 10
    assert len(gates) == 1
    assert len(gates[0].also) == waiting
    text = FORMATS["text"](report).decode()
    assert " ".join(text.split()).count("Not recorded in this file: authority_type") == 1
    assert not [f for f in report.findings if f.waits_for and f is not gates[0]]


def test_a_part_that_is_missing_is_one_value_and_not_all_that_stand_in_it() -> None:
    report = report_of(load_packs([str(TOY)]), needs=None)
    (finding,) = (f for f in report.findings if f.rule == "TOY-01")
    assert finding.missing == ("/needs",)


# --- output that differs between two runs -----------------------------------------------------

MACHINES: list[dict[str, str]] = [
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "de_DE.UTF-8",
     "LANG": "de_DE.UTF-8", "USER": "somebody", "HOME": "/nowhere", "PYTHONUTF8": "0"},
    {"PYTHONHASHSEED": "12345", "TZ": "America/Los_Angeles", "LC_ALL": "C", "COLUMNS": "40"},
]  # fmt: skip


@pytest.mark.parametrize("form", ["json", "text"])
@pytest.mark.parametrize("path", EXAMPLES[-1:], ids=lambda path: path.stem)
def test_a_result_is_the_same_on_every_machine(tmp_path: Path, path: Path, form: str) -> None:
    results = set()
    for number, machine in enumerate(MACHINES):
        cwd = tmp_path / str(number)
        cwd.mkdir()
        run("check", path, "--format", form, "--output", "result", cwd=cwd, **machine)
        shown = run("check", path, "--format", form, cwd=cwd, **machine).stdout
        results |= {(cwd / "result").read_bytes(), shown.encode()}
    assert len(results) == 1


def test_a_result_does_not_depend_on_the_arithmetic_of_the_caller() -> None:
    file, packs = read_file(EXAMPLES[0]), load_packs()
    usual = audit(file, packs).digest
    narrow = decimal.Context(prec=4, rounding=decimal.ROUND_DOWN)
    with decimal.localcontext(narrow):
        assert audit(file, packs).digest == usual


def test_a_result_does_not_depend_on_what_was_audited_before() -> None:
    packs = load_packs()
    alone = [audit(read_file(path), packs).digest for path in EXAMPLES]
    again = [audit(read_file(path), packs).digest for path in reversed(EXAMPLES)]
    assert alone == again[::-1]


# --- network at run time ----------------------------------------------------------------------

OFFLINE = """\
import sys
def refuse(event, arguments):
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.")):
        raise OSError(f"network: {event}")
sys.addaudithook(refuse)
"""


@pytest.fixture
def offline(tmp_path: Path) -> Callable[..., Done]:
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    (hooks / "sitecustomize.py").write_text(OFFLINE)
    return lambda *arguments: run(*arguments, cwd=tmp_path, PYTHONPATH=f"{hooks}:{ROOT}")


def test_the_network_really_is_out_of_reach(offline: Callable[..., Done], tmp_path: Path) -> None:
    code = "import socket; socket.socket()"
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "hooks")}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True,
                          text=True, check=False)  # fmt: skip
    assert "network: socket.__new__" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", EXAMPLES[0], "--fail-on", "never"),
        ("report", EXAMPLES[0], "--output", "report.pdf", "--fail-on", "never"),
        ("explain", "SROI-01"),
        ("rules", "check", TOY),
        ("new", "commissioning", "--output", "new.yaml"),
    ],
    ids=lambda arguments: arguments[0],
)
def test_no_command_needs_the_network(
    offline: Callable[..., Done], arguments: tuple[str | Path, ...]
) -> None:
    done = offline(*arguments)
    assert done.returncode in (0, 5)
    assert "network" not in done.stderr


# --- a date that nobody stated ----------------------------------------------------------------


def test_without_a_decision_date_no_day_is_taken_in_its_place() -> None:
    report = report_of(load_packs(), decision_date=None, stage="options", authority_type="central")
    assert report.as_at == "not stated"
    assert report.file.decision_date == "not stated"
    asked = {f.rule: f for f in report.findings}["gate:decision_date"]
    assert asked.severity in tuple(Severity)
    assert str(date.today().year) not in asked.message


def test_the_day_as_at_which_to_judge_is_printed() -> None:
    file = read_bytes(json.dumps({**GOOD, "decision_date": None}).replace("null", '"2025-03-02"')
                      .encode(), name="file.json")  # fmt: skip
    assert audit(file, load_packs()).as_at == "2025-03-02"
    assert audit(file, load_packs(), as_at=date(2021, 1, 1)).as_at == "2021-01-01"


SIGNING = ("cli/keys.py", "cli/signing.py", "cli/verify.py", "sealing/given.py")
"""A signature has a time, and a certificate is valid from one day to another; nothing else."""


def test_only_signing_asks_what_day_or_time_it_is() -> None:
    clocks = {"today", "now", "utcnow", "time", "time_ns", "localtime", "gmtime", "monotonic",
              "perf_counter", "ctime", "asctime", "strftime"}  # fmt: skip
    asked = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in sorted((ROOT / "auditor").rglob("*.py"))
        if path.relative_to(ROOT / "auditor").as_posix() not in SIGNING
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and (node.func.attr if isinstance(node.func, ast.Attribute) else "") in clocks
    ]
    assert asked == []
