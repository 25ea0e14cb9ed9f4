"""Each clause of a report carries what the rules that stand for it answered."""

from pathlib import Path

from auditor import Report, audit, load_packs, read_file
from auditor.finding import Standing
from auditor.report import Answered, ClauseCovered
from tests.engine.own_pack import write_pack

FILE = Path(__file__).parents[1] / "examples" / "day-centre-decommissioning.yaml"
CLAUSES = """\
- {clause: '1', title: The first clause, rules: [OWN-01]}
- {clause: '2', title: The second clause, rows: [CPT-04], same_as: [DEC-15, GB-14]}
- {clause: '3', title: The third clause, not_checked: A matter of opinion}
"""


def audited(folder: Path) -> Report:
    own = write_pack(folder / "own", clauses=CLAUSES)
    return audit(read_file(FILE), load_packs(["decommissioning", str(own)]))


def clauses(folder: Path) -> tuple[ClauseCovered, ...]:
    return audited(folder).coverage[-1].clauses


def test_a_clause_is_checked_covered_elsewhere_or_cannot_be_checked(tmp_path: Path) -> None:
    first, second, third = clauses(tmp_path)
    assert first.standing is Standing.CHECKED
    assert second.standing is Standing.ELSEWHERE
    assert third.standing is Standing.NOT_CHECKED
    assert third.reason == "A matter of opinion"
    assert third.answers == ()


def test_a_clause_says_what_the_rule_of_another_pack_answered(tmp_path: Path) -> None:
    report = audited(tmp_path)
    answers = {each.rule: each.answer for each in report.coverage[-1].clauses[1].answers}
    found = next(each for each in report.findings if each.rule == "DEC-15")
    assert answers["DEC-15"].value == found.status.value


def test_a_rule_whose_pack_is_left_out_was_not_applied(tmp_path: Path) -> None:
    answers = {each.rule: each.answer for each in clauses(tmp_path)[1].answers}
    assert answers["GB-14"] is Answered.NOT_APPLIED


def test_a_rule_behind_a_gate_that_is_not_known_waits() -> None:
    report = audit(read_file(FILE.with_name("health-precinct.yaml")), load_packs())
    waiting = {rule for each in report.findings if each.waits_for for rule in each.also}
    said = {
        each.rule
        for row in report.coverage
        for clause in row.clauses
        for each in clause.answers
        if each.answer is Answered.WAITING
    }
    assert waiting
    assert said == waiting
