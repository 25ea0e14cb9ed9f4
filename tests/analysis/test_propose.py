import doctest
import re
from decimal import Decimal
from time import process_time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.analysis import propose_text, propose_words
from auditor.analysis.propose import Number, propose
from auditor.analysis.propose_text import proposals_text
from auditor.load.text import UNPRINTABLE
from auditor.load.yaml_reader import load_plain
from auditor.model.statement import Statement
from tests.analysis.files import commissioning


def read(quotation: str, **fields: Any) -> dict[str, Any]:
    """Return what is proposed of one quotation, its remark among it."""
    case = commissioning(statements=[{"id": "s", "quotation": quotation, **fields}]).case
    found = propose(case)
    if not found:
        return {}
    remark = {"remark": found[0].remark} if found[0].remark else {}
    return {**found[0].fields, **remark}


def number(value: str, printed: str) -> Number:
    return Number(Decimal(value), printed)


@pytest.mark.parametrize(
    ("quotation", "expected"),
    [
        ("the SROI ratio was 1:3.8", {"form": "one_to_x", "value": number("3.8", "1:3.8")}),
        ("a return of 3.8:1", {"form": "one_to_x", "value": number("3.8", "3.8:1")}),
        (
            "£3.80 for every additional £1",
            {"form": "x_per_1", "value": number("3.80", "£3.80"), "ratio_basis": "marginal",
             "base": "for every additional £1"},
        ),
        (
            "between £4.40 and £6.10 for each £1",
            {"form": "x_per_1", "low": number("4.40", "£4.40"), "high": number("6.10", "£6.10"),
             "base": "for each £1"},
        ),
        (
            "a further £4.40-£6.10",
            {"form": "amount", "low": number("4.40", "£4.40"), "high": number("6.10", "£6.10")},
        ),
        (
            "£2\u20133m",
            {"form": "amount", "low": number("2000000", "£2m"), "high": number("3000000", "£3m")},
        ),
        (
            "more than £100 million in benefits over ten years",
            {"form": "amount", "value": number("100000000", "£100 million"), "bound": "more_than",
             "period": "over ten years", "period_years": 10},
        ),
        (
            "£10,274 in benefits (after costs) for every job created",
            {"form": "amount_per_unit", "value": number("10274", "£10,274"), "value_kind": "net",
             "base": "for every job created"},
        ),
        (
            "annual cost of £75,873 in 2007/08 prices",
            {"form": "amount", "value": number("75873", "£75,873"), "price_year": 2007,
             "period": "2007/08", "period_years": 1},
        ),
        ("more than twice the cost", {"form": "multiple", "words": "more than twice"}),
        ("costs nearly halved", {"form": "multiple", "words": "nearly halved"}),
        ("10 per cent more participants", {"form": "multiple", "words": "10 per cent more"}),
        ("82% of the value", {"form": "share", "value": number("0.82", "82%")}),
        ("over 82% of it", {"form": "share", "value": number("0.82", "82%"), "bound": "more_than"}),
        ("it would be worth £5", {"form": "amount", "value": number("5", "£5"),
                                  "timing": "forecast"}),
        ("savings of £5 against a cost of £9 000",
         {"remark": "several amounts (£5, £9): make one statement of each"}),
        ("maintaining quality", {}),
        ("at 10:30 on 1:1", {"form": "one_to_x", "value": number("1", "1:1")}),
    ],
)  # fmt: skip
def test_a_quotation_is_read_into_fields(quotation: str, expected: dict[str, Any]) -> None:
    assert read(quotation) == expected


def test_what_is_filled_in_is_never_proposed_again() -> None:
    fields = {"form": "amount", "value": 3, "period": "A decade"}
    assert read("£100 million over ten years", **fields) == {"period_years": 10}
    assert read("£100 million", **fields) == {}


def test_nothing_is_proposed_of_what_somebody_confirmed() -> None:
    assert read("£100 million", confirmed_by="A. Reader") == {}


def test_nothing_is_ever_proposed_as_confirmed() -> None:
    assert not {"confirmed_by", "confirmed_on"} & set(read("£5, confirmed by A. Reader"))


HOSTILE = [
    "£5\u202e00 \u0085 per \u2028job",
    '£5 " \\ {value: 9}\n- id: "x"\n# comment',
    "£5 \x7f\u200b\U000e0041",
    "£" + "9" * 5000,
    "£1,1,1,1 : 1:::1" * 300,
    "between £1 and " * 400,
    "over " * 2000,
    "twice " * 2000,
]


@pytest.mark.parametrize("quotation", HOSTILE)
def test_hostile_quotations_are_read_in_no_time_and_printed_safely(quotation: str) -> None:
    start = process_time()
    case = commissioning(statements=[{"id": "s", "quotation": quotation}]).case
    text = proposals_text(propose(case))
    assert process_time() - start < 2
    assert all(character.isprintable() or character == "\n" for character in text)


def can_stand_in_a_file(text: str) -> bool:
    return bool(re.search(r"\S", text)) and UNPRINTABLE.search(text) is None


texts = st.text(min_size=1, max_size=80)
pieces = st.lists(
    st.sampled_from(["£5", "£1.2m", "for every £1", "1:3.8", "more than", "twice", "82%",
                     "over ten", "years", "between", "and", "\u202e", '"', "\\", "per job",
                     "\u2028", "net"]),
    min_size=1, max_size=12,
).map(" ".join)  # fmt: skip


@given(st.one_of(texts, pieces).filter(can_stand_in_a_file))
def test_whatever_is_proposed_can_be_read_back_as_a_statement(quotation: str) -> None:
    case = commissioning(statements=[{"id": "s", "quotation": quotation}]).case
    found = propose(case)
    data = load_plain(proposals_text(found), name="proposed") if found else None
    for proposal, entry in zip(found, data["statements"] if data else (), strict=True):
        made = Statement.model_validate(entry)
        assert made.quotation == quotation
        assert made.confirmed_by is None
        assert set(entry) == {"id", "quotation", *proposal.fields}


def test_a_file_in_which_nothing_can_be_read_gets_a_sentence() -> None:
    assert proposals_text(()).startswith("# No quotation")


@pytest.mark.parametrize("module", [propose_text, propose_words])
def test_examples_in_docstrings_hold(module: Any) -> None:
    tried = doctest.testmod(module)
    assert (tried.failed, tried.attempted > 0) == (0, True)
