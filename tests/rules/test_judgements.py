"""No published rule conforms because somebody's judgement says so."""

import ast
from collections.abc import Iterator
from types import MappingProxyType

from auditor.engine.pack import load_packs
from auditor.engine.parse import parse
from auditor.engine.rule import Rule

READ_ALL_THE_SAME = MappingProxyType(
    {
        "AV-04": "a list said to be empty is left open until a judgement says so",
        "AV-09": "it asks when judgements were made, whatever they say",
        "AV-14": "influences said not to exist are left open until a judgement says so",
        "CPT-02": "a judgement is asked for beside what was assessed, and in time",
        "CPT-10": "payment in arrears is left open where the file holds no judgements at all",
        "DEC-25": "what the plan holds is asked all the same where everything was urgent",
    }
)
"""Rules whose check reads judgements although none of them lets it conform alone, with reasons."""


def reads_judgements(rule: Rule) -> bool:
    return any(name == "case.judgements" for name in names(rule.check or "True"))


def names(text: str) -> Iterator[str]:
    for node in ast.walk(parse(text)):
        if isinstance(node, ast.Attribute):
            yield ast.unparse(node)


def test_no_check_rests_on_a_judgement_that_could_be_recorded() -> None:
    rules = [ready.rule for pack in load_packs() for ready in pack.rules]
    reading = {rule.id for rule in rules if reads_judgements(rule)}
    assert reading == set(READ_ALL_THE_SAME)


def test_every_judgement_that_stands_in_for_a_check_is_named_in_its_remedy_or_requirement() -> None:
    rules = [ready.rule for pack in load_packs() for ready in pack.rules]
    standing = [rule for rule in rules if rule.unless]
    assert standing
    assert [
        rule.id
        for rule in standing
        if rule.unless
        and f"`{rule.unless.topic}`" not in f"{rule.fix} {rule.requires} {rule.message}"
    ] == []
