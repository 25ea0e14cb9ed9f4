from decimal import Decimal
from types import SimpleNamespace

import pytest

from auditor.engine.language import LanguageError, Scope
from auditor.engine.message import compile_message, label
from auditor.model.describe import FieldType
from auditor.model.file import CommissioningFile

SCOPE = Scope({"case": FieldType("object", owner=CommissioningFile)})
FILE = CommissioningFile.model_validate(
    {
        "format_version": "1",
        "kind": "commissioning",
        "title": "Café_bar {case.stage} <b>",
        "stage": "need",
        "regime": "below_threshold",
        "decision_date": "2026-02-05",
        "summary": {"none": "Nobody wrote one"},
        "contract": {"value_ex_vat": Decimal("1234.5")},
    }
)


def filled(text: str, **words: str) -> str:
    return compile_message(text, SCOPE, placeholders=bool(words)).fill({"case": FILE}, words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nothing to insert", "Nothing to insert"),
        ("On {case.decision_date:date}", "On 5 February 2026"),
        ("On {case.decision_date}", "On 2026-02-05"),
        ("It costs {case.contract.value_ex_vat:money}.", "It costs £1,234.50."),
        ("{case.contract.value_ex_vat / 2:number}", "617.25"),
        ("{case.contract.value_ex_vat / 10000:percent}", "12.35%"),
        ("{case.contract.value_ex_vat:ratio}", "1234.50:1"),
        ("From {case.contract.start:date}", "From [start not stated]"),
        ("Said: {case.summary}", "Said: none (Nobody wrote one)"),
        ("{case.contract.value_ex_vat / 0:number}", "[not stated]"),
    ],
)
def test_a_message_prints_what_the_file_says(text: str, expected: str) -> None:
    assert filled(text) == expected


def test_a_word_of_the_schema_is_printed_as_words_and_text_of_the_file_as_it_is() -> None:
    assert filled("{case.regime}: {case.title}").startswith("below threshold: Café_bar")
    assert filled('{distinct(word for word in ["in_kind", "direct"])}') == "in kind, direct"


def test_text_of_the_file_is_inserted_as_it_is_and_never_read_as_an_insert() -> None:
    assert filled("{case.title}{case.stage}") == "Café_bar {case.stage} <b>need"


def test_a_word_that_looks_like_a_placeholder_stays_a_word() -> None:
    text = "{failing}names{checked}"
    assert filled(text, failing="3", checked="12", names="A, B") == "3names12"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Found {case.titel}", "`case.titel` is not a field, in {case.titel}"),
        ("Found {case.title:money}", "is a text, not a number"),
        ("Found {case.title:date}", "is a text, not a date"),
        ("Found {case.title:pounds}", "`pounds` is not a format"),
        ("Found {case.title", "a brace has no other half or nothing inside: `{case.title`"),
        ("Found case.title}", "a brace has no other half"),
        ("Found {}", "a brace has no other half or nothing inside: `{}`"),
        ("Found {{case.title}}", "a brace has no other half"),
        ("{failing} of {checked}", "`{failing}` has nothing to stand for here"),
    ],
)
def test_a_slip_in_a_message_is_named_when_the_rule_is_read(text: str, problem: str) -> None:
    with pytest.raises(LanguageError) as caught:
        compile_message(text, SCOPE)
    assert problem in str(caught.value)


def test_the_outline_of_a_message_says_what_a_file_puts_where() -> None:
    text = "On {case.decision_date:date} {case.contract.value_ex_vat / 2:money}: {names}"
    message = compile_message(text, SCOPE, placeholders=True)
    assert message.outline() == "On [decision date] […]: [names]"


@pytest.mark.parametrize(
    ("entry", "called"),
    [
        (SimpleNamespace(id="o1", text="Confidence"), "Confidence"),
        (SimpleNamespace(id="o1", text=None), "o1"),
        (SimpleNamespace(name="A" * 60), "A" * 60),
        (SimpleNamespace(name="A" * 61), "A" * 57 + "…"),
        ("users", "users"),
        (SimpleNamespace(amount=3), "entry 5"),
    ],
)
def test_an_entry_is_called_by_its_name_or_else_by_its_place(entry: object, called: str) -> None:
    assert label(entry, 4) == called
