from dataclasses import replace

import pytest

from auditor.canonical import plain
from auditor.engine.evaluate import apply, evaluate
from auditor.engine.parameters import ParameterNames
from auditor.errors import RulesError
from auditor.finding import Counts, Finding, Status, Told, untold
from tests.engine.builders import PARAMETERS, ready, subject

NO_WORDS = Told("", "", (), "", ())


def known(finding: Finding) -> dict[str, object]:
    left_out = (*Told._fields, "counts")
    names = [name for name in Finding.__dataclass_fields__ if name not in left_out]
    return {name: getattr(finding, name) for name in names}


def test_words_that_were_not_read_are_those_that_reading_gives() -> None:
    late, early = apply(ready(), subject()), evaluate(ready(), subject())
    assert plain(late) == plain(early)
    assert replace(late, rule="TOY-02").message == early.message


def test_words_are_worked_out_once_and_only_when_one_of_them_is_read() -> None:
    asked: list[str] = []

    def tell() -> Told:
        asked.append("asked")
        return NO_WORDS._replace(message="Said")

    finding = untold(tell, known(evaluate(ready(), subject())), Counts(departs=2))
    assert finding.status is Status.CANNOT_CONCLUDE and finding.counts.total == 2 and not asked
    assert (finding.message, finding.fix, finding.message) == ("Said", "", "Said")
    assert asked == ["asked"]


def test_a_finding_has_no_other_attributes() -> None:
    with pytest.raises(AttributeError, match="verdict"):
        _ = evaluate(ready(), subject()).verdict  # type: ignore[attr-defined]


def test_a_rule_that_cannot_be_put_into_words_is_an_error_once_they_are_read() -> None:
    rule = ready(check="case.title == 'x'", fix="Say {param.notice + 1:number}.")
    broken = replace(subject(), param=ParameterNames(PARAMETERS, {"notice": "three"}))
    finding = apply(rule, broken)
    assert finding.status is Status.DEPARTS
    with pytest.raises(RulesError, match="rule TOY-01 cannot be run"):
        _ = finding.fix
