"""Report each gate that the file leaves unknown once, not once for every rule behind it."""

from collections.abc import Sequence

from auditor.finding import Basis, Confidence, Counts, Finding, Severity, Status

_FIX = {
    "contract.value_ex_vat": "State `contract.value_ex_vat` in the file or, before there is a "
    "contract, the cost of every year of each short-listed option.",
}


def without_waiting(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return the findings with those that wait for an unknown gate replaced by one for the gate."""
    gates = dict.fromkeys(f.waits_for for f in findings if f.waits_for)
    asked = tuple(_gate(gate, [f for f in findings if f.waits_for == gate]) for gate in gates)
    return (*asked, *(f for f in findings if not f.waits_for))


def _gate(gate: str, waiting: Sequence[Finding]) -> Finding:
    field = gate.rpartition(".")[2].replace("_", " ")
    rules = tuple(f.rule for f in waiting)
    severities = list(Severity)
    return Finding(
        rule=f"gate:{gate}",
        pack="",
        title=f"The file states its {field}, which decides whether some rules apply",
        severity=min((f.severity for f in waiting), key=severities.index),
        status=Status.CANNOT_CONCLUDE,
        message=f"Not recorded in this file: {gate}. It decides whether "
        f"{_apply(len(rules))}: {', '.join(rules)}.",
        fix=_FIX.get(gate, f"State `{gate}` in the file."),
        basis=Basis.STATED,
        confidence=Confidence.SEEN,
        citations=(),
        counts=Counts(),
        missing=(f"/{gate.replace('.', '/')}",),
        counts_towards=False,
        waits_for=gate,
        also=rules,
    )


def _apply(rules: int) -> str:
    return "1 rule applies" if rules == 1 else f"{rules} rules apply"
