"""What people write by habit is recognised, and they are told what to write instead."""

import pytest

from auditor.engine.expression import compile_expression
from auditor.engine.language import LanguageError
from auditor.engine.slips import slip_in
from tests.engine.test_expression import SCOPE


@pytest.mark.parametrize(
    ("text", "column", "hint"),
    [
        ("case.stage = 'award'", 12, "write =="),
        ("has(case.sroi) AND has(case.needs)", 16, "write and"),
        ("has(case.sroi) && has(case.needs)", 16, "write and"),
        ("!has(case.sroi)", 1, "write not"),
        ("case.contract.value_ex_vat > £50000", 30, "write 50000"),
        ("case.contract.value_ex_vat > £50,000.50", 30, "write 50000.50"),
        ("case.contract.value_ex_vat > 50,000", 30, "write 50000"),
        ("case.sroi.discount_rate == 3.5%", 28, "write 0.035"),
        ("case.sroi.discount_rate == 25 %", 28, "write 0.25"),
        ("case.sroi.discount_rate == 100%", 28, "write 1"),
        ("case.sroi is None", 1, "write not has(case.sroi)"),
        ("case.sroi.period_start is not None", 1, "write has(case.sroi.period_start)"),
        ("case.sroi != null", 1, "write has(case.sroi)"),
        ("case.stage == “award”", 15, 'write a straight quote, as in "award"'),
        ("case.light_touch == true", 21, "write True"),
        ("case.contract.value_ex_vat ≥ 5", 28, "write >="),
    ],
)
def test_a_slip_is_named_with_its_column_and_what_to_write(text, column, hint):
    with pytest.raises(LanguageError) as refused:
        compile_expression(text, SCOPE)
    assert (refused.value.column, refused.value.hint) == (column, hint)


def test_what_stands_in_a_text_is_no_slip():
    assert slip_in("case.title == 'Costs = £50,000 AND more'") is None


@pytest.mark.parametrize(
    "text",
    [
        "case.stage == 'award' and 1 <= 2",
        "case.stage != 'award' or 2 >= 1",
        "len(case.outcomes) in [1, 200]",
    ],
)
def test_what_is_in_the_language_is_no_slip(text):
    assert slip_in(text) is None
    compile_expression(text, SCOPE)


def test_a_bracket_that_is_never_closed_is_told_with_what_to_look_for():
    with pytest.raises(LanguageError) as refused:
        compile_expression("has(case.sroi", SCOPE)
    assert "never closed" in refused.value.hint
    assert refused.value.column == 4


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("case.stage == award", 'a text stands in quotes: "award"'),
        ("case.sroi.rows.proxy > 1", "is a list: go through it"),
        ("not case.sroi", "or ask `has(…)`"),
        ("case.stage.startswith('a')", "what may be called: abs"),
        ("any(o.material in case.outcomes)", "for o in case.outcomes"),
    ],
)
def test_a_mistake_of_meaning_says_what_to_write(text, hint):
    with pytest.raises(LanguageError) as refused:
        compile_expression(text, SCOPE, wants="bool")
    assert hint in refused.value.hint
