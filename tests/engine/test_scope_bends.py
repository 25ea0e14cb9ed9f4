"""The day on which a rule comes into force, and each gate, is noticed by a case."""

from pathlib import Path

from auditor.engine.examples import run_cases
from auditor.engine.pack import load_packs
from tests.engine.own_pack import RULE, write_pack

SCOPED = RULE.replace(
    "check:",
    'gates: {nation: [england]}\nin_force: {from: "2020-01-01", until: "2025-01-01"}\ncheck:',
)
DAYS = {
    "2019-12-31": "not_applicable",
    "2020-01-01": "conforms",
    "2024-12-31": "conforms",
    "2025-01-01": "not_applicable",
}


def cases(*days: str) -> str:
    return "".join(
        f'  - name: A decision of {day}\n    given: {{summary: Two, decision_date: "{day}"}}\n'
        f"    expect: {DAYS[day]}\n"
        for day in days
    )


WALES = (
    "  - name: A file from Wales is not asked\n"
    '    given: {nation: wales, decision_date: "2020-01-01"}\n    expect: not_applicable\n'
)
NONE = (
    "  - name: No summary departs\n"
    '    given: {summary: {none: Forgotten}, decision_date: "2021-01-01"}\n    expect: departs\n'
)


def unnoticed(folder: Path, text: str) -> set[str]:
    rule = SCOPED.partition("cases:\n")[0] + f"cases:\n{NONE}{text}"
    (pack,) = load_packs([str(write_pack(folder / "own", rule=rule))], with_cases=True)
    outcomes = [each for each in run_cases(pack) if each.case.startswith("bent scope")]
    assert len(outcomes) == 5
    return {each.case.removeprefix("bent scope: ") for each in outcomes if not each.passed}


def test_a_case_on_each_side_of_each_day_and_gate_notices(tmp_path: Path) -> None:
    assert unnoticed(tmp_path, cases(*DAYS) + WALES) == set()


def test_each_missing_case_is_named(tmp_path: Path) -> None:
    by_case = {
        "2019-12-31": "from 2019-12-31",
        "2020-01-01": "from 2020-01-02",
        "2024-12-31": "until 2024-12-31",
        "2025-01-01": "until 2025-01-02",
    }
    for left_out, says in by_case.items():
        held = cases(*(day for day in DAYS if day != left_out))
        assert unnoticed(tmp_path, held + WALES) == {says}
    assert unnoticed(tmp_path, cases(*DAYS)) == {"without the gate nation"}
