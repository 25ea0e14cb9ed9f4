"""Facts that hold or do not are said in the words of their own description."""

import re

import pytest

from auditor.engine.fact_words import fact_in_words
from auditor.engine.pack import load_packs
from auditor.facts import Facts
from auditor.model.describe import describe

_FACT = re.compile(r"\bfacts(?:\.\w+)+")


def _yes_or_no(path: str) -> bool:
    owner: object = Facts
    *parts, last = path.split(".")[1:]
    for name in parts:
        found = describe(owner, name)
        owner = found.owner if found else None
    kind = describe(owner, last)
    return kind is not None and kind.kind == "bool"


def _in_conditions() -> set[str]:
    conditions = (ready.rule.when or "" for pack in load_packs() for ready in pack.rules)
    return {path for text in conditions for path in _FACT.findall(text) if _yes_or_no(path)}


def test_every_yes_or_no_that_a_condition_asks_for_is_said_in_words() -> None:
    asked = _in_conditions()
    assert "facts.duties.urgent" in asked
    assert [path for path in sorted(asked) if not fact_in_words(path)] == []


@pytest.mark.parametrize("path", ["facts.sroi.ratio", "case.light_touch", "option.short_list"])
def test_what_is_no_yes_or_no_of_the_facts_keeps_its_name(path: str) -> None:
    assert fact_in_words(path) == ""
