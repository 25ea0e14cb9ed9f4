"""Build a rule and a subject for the tests of the engine."""

from datetime import date
from typing import Any

from auditor.engine.evaluate import evaluate
from auditor.engine.pack_parts import Parameter
from auditor.engine.parameters import ParameterNames, parameter_types, resolve
from auditor.engine.ready import ReadyRule, make_ready
from auditor.engine.rule import Rule
from auditor.engine.subject import Subject
from auditor.facts import Facts
from auditor.finding import Citation, Confidence, Finding
from auditor.model.file import model_of

RULE: dict[str, Any] = {
    "id": "TOY-01",
    "title": "A title that is true of a good file",
    "severity": "minor",
    "stages": ["need", "proposal"],
    "check": "stated(case.summary)",
    "message": "The message of the rule.",
    "fix": "What to do about it.",
    "requires": "What is required of the file.",
    "why": "Why it matters to people.",
    "basis": "stated",
    "cite": [{"source": "toy", "where": "page 1", "confidence": "seen"}],
}
FILE: dict[str, Any] = {
    "format_version": "1",
    "kind": "commissioning",
    "title": "A file",
    "stage": "review",
    "decision_date": "2025-03-01",
}
PARAMETERS = {
    "notice": Parameter.model_validate(
        {
            "format_version": "1",
            "id": "notice",
            "title": "Months of notice",
            "unit": "months",
            "values": [
                {"from": "2000-01-01", "value": 2, "cite": RULE["cite"]},
                {"from": "2020-01-01", "value": 3, "cite": RULE["cite"]},
            ],
        }
    ),
    "proportionality_tiers": Parameter.model_validate(
        {
            "format_version": "1",
            "id": "proportionality_tiers",
            "title": "Contract values",
            "unit": "pounds",
            "values": [
                {
                    "from": "2000-01-01",
                    "value": {"large": {"least": 100000, "whose": "a figure of this test"}},
                    "cite": RULE["cite"],
                }
            ],
        }
    ),
}


def ready(**changes: Any) -> ReadyRule:
    """Make a rule ready that differs from a plain one in what is given; None removes a key."""
    written = {key: value for key, value in {**RULE, **changes}.items() if value is not None}
    citation = Citation("toy", "Toy", "page 1", "", Confidence.SEEN)
    return make_ready(
        Rule.model_validate(written),
        pack="toy",
        where="toy/rule.yaml",
        citations=(citation,),
        param=parameter_types(PARAMETERS),
    )


def _stated(given: Any) -> Any:
    """Return plain data without what is None, which stands for what a file leaves out."""
    if isinstance(given, dict):
        return {key: _stated(value) for key, value in given.items() if value is not None}
    return [_stated(each) for each in given] if isinstance(given, list) else given


def subject(stage: str = "", **changes: Any) -> Subject:
    """Put together a file for a rule to look at."""
    data = _stated({**FILE, **changes, "stage": stage or FILE["stage"]})
    case = model_of(data["kind"]).model_validate(data)
    day: date | None = case.decision_date
    numbers = resolve(PARAMETERS, day)
    return Subject(
        case=case,
        facts=Facts(case, numbers, day),
        numbers=numbers,
        param=ParameterNames(PARAMETERS, numbers),
        as_at=day,
        stage=stage or case.stage,
        place=lambda pointer: f"at {pointer}",
    )


def find(rule: dict[str, Any], **file: Any) -> Finding:
    """Return what a rule finds in a file."""
    return evaluate(ready(**rule), subject(**file))
