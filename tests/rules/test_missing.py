"""Hold every published rule to one promise: a value that is missing never passes."""

import pytest

from auditor.engine.pack import published_packs
from auditor.engine.parameters import parameter_types
from auditor.engine.ready import make_ready
from tests.rules.left_out import all_left_out, left_out, together
from tests.rules.passes import PASSES, Passes
from tests.rules.subjects import published


def found(name: str) -> dict[tuple[str, str], str]:
    """Return each rule and field that it conforms without, and where that was seen first."""
    seen: dict[tuple[str, str], str] = {}
    for each in all_left_out(name):
        if each.passes:
            seen.setdefault((each.rule, each.field), each.seen)
    return seen


def reasons(rule: str, field: str) -> list[Passes]:
    return [each for each in PASSES if each.cover(rule, field)]


@together
@pytest.mark.parametrize("name", published_packs())
def test_no_rule_conforms_once_a_value_that_it_reads_is_left_out(name: str) -> None:
    assert {key: at for key, at in found(name).items() if not reasons(*key)} == {}


@together
def test_every_reason_is_still_needed() -> None:
    held = {
        (each, rule)
        for name in published_packs()
        for rule, field in found(name)
        for each in reasons(rule, field)
    }
    assert held
    assert {(each, rule) for each in PASSES for rule in each.rules} - held == set()


def test_a_rule_that_passes_over_what_is_missing_is_found_out() -> None:
    pack = published("green-book")
    (sound,) = (ready for ready in pack.rules if ready.rule.id == "GB-28")
    check = "len(facts.options.tests_that_change_ranking) == 0"
    lax = make_ready(
        sound.rule.model_copy(update={"check": check}),
        pack=sound.pack,
        where=sound.where,
        citations=sound.citations,
        param=parameter_types(pack.parameters),
    )
    result = "/appraisal/sensitivity/result"
    assert result in {each.field for each in left_out(lax, pack) if each.passes}
    assert result not in {each.field for each in left_out(sound, pack) if each.passes}
