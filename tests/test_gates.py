from dataclasses import replace

from auditor.finding import Basis, Confidence, Counts, Finding, Severity, Status
from auditor.gates import without_waiting

ANSWERED = Finding(
    rule="TOY-01",
    pack="toy",
    title="A title",
    severity=Severity.MINOR,
    status=Status.CONFORMS,
    message="",
    fix="",
    basis=Basis.STATED,
    confidence=Confidence.SEEN,
    citations=(),
    counts=Counts(conforms=1),
)


def waiting(rule: str, gate: str, severity: Severity = Severity.MINOR) -> Finding:
    return replace(
        ANSWERED,
        rule=rule,
        severity=severity,
        status=Status.CANNOT_CONCLUDE,
        waits_for=gate,
        counts=Counts(cannot_conclude=1),
    )


def test_findings_that_wait_for_nothing_stay_as_they_are() -> None:
    assert without_waiting([ANSWERED]) == (ANSWERED,)
    assert without_waiting([]) == ()


def test_all_that_waits_for_one_gate_becomes_one_finding_for_the_gate() -> None:
    gate, kept = without_waiting(
        [
            waiting("TOY-02", "authority_type"),
            ANSWERED,
            waiting("TOY-03", "authority_type", Severity.CRITICAL),
        ]
    )
    assert kept is ANSWERED
    assert gate.also == ("TOY-02", "TOY-03")
    assert gate.severity is Severity.CRITICAL
    assert gate.status is Status.CANNOT_CONCLUDE
    assert gate.missing == ("/authority_type",)
    assert gate.message == (
        "Not recorded in this file: authority_type. It decides whether 2 rules apply: "
        "TOY-02, TOY-03."
    )


def test_a_gate_for_one_rule_is_said_in_the_singular() -> None:
    (gate,) = without_waiting([waiting("TOY-02", "contract.value_ex_vat")])
    assert gate.message.endswith("It decides whether 1 rule applies: TOY-02.")
    assert gate.title.startswith("The file states its value ex vat, which decides")
    assert gate.fix.startswith("State `contract.value_ex_vat` in the file or, before there is a ")
    assert gate.missing == ("/contract/value_ex_vat",)


def test_what_to_do_about_a_gate_is_to_state_it() -> None:
    (gate,) = without_waiting([waiting("TOY-02", "nation")])
    assert gate.fix == "State `nation` in the file."


def test_each_gate_has_its_own_finding_in_the_order_in_which_it_was_met() -> None:
    found = without_waiting([waiting("TOY-03", "nation"), waiting("TOY-02", "decision_date")])
    assert [finding.rule for finding in found] == ["gate:nation", "gate:decision_date"]


def test_a_gate_looks_at_no_item_and_never_changes_the_conclusion_itself() -> None:
    (gate,) = without_waiting([waiting("TOY-02", "nation")])
    assert gate.counts.total == 0
    assert not gate.counts_towards
