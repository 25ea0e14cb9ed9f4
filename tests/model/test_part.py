import copy
import pickle
from datetime import date
from decimal import Decimal
from typing import get_args

import pytest
from pydantic import ValidationError

from auditor.model.file import CommissioningFile, DecommissioningFile
from auditor.model.needs import Needs
from auditor.model.part import Nil, NilRead
from auditor.model.people import Involvement
from auditor.model.scalar import day
from auditor.model.stage import CommissioningStage, DecommissioningStage, Kind
from auditor.model.stages import STAGES
from auditor.model.value_map import ValueMapRow

HEAD = {"format_version": "1", "kind": "commissioning", "title": "Day care", "stage": "need"}


def commissioning(**parts):
    return CommissioningFile.model_validate(HEAD | parts)


def test_what_is_left_out_is_none():
    assert commissioning().needs is None


def test_an_explicit_nil_is_told_apart_from_what_is_left_out():
    case = commissioning(needs={"none": "Set out in the file of 2019"})
    assert isinstance(case.needs, Nil)
    assert case.needs.none == "Set out in the file of 2019"


@pytest.mark.parametrize(
    "read",
    [
        lambda nil: nil.groups,
        lambda nil: nil.upper(),
        lambda nil: list(nil),
        lambda nil: len(nil),
        lambda nil: bool(nil),
        lambda nil: nil[0],
        lambda nil: "x" in nil,
    ],
    ids=["attribute", "method", "iterate", "length", "truth", "index", "membership"],
)
def test_reading_inside_a_nil_raises_with_its_reason(read):
    with pytest.raises(NilRead, match="nobody asked") as raised:
        read(Nil(none="nobody asked"))
    assert raised.value.reason == "nobody asked"


def test_a_nil_can_be_copied_compared_and_sent_to_another_process():
    nil = Nil(none="nobody asked")
    assert copy.deepcopy(nil) == pickle.loads(pickle.dumps(nil)) == nil
    assert hash(nil) == hash(Nil(none="nobody asked"))


@pytest.mark.parametrize("field", ["needs", "stakeholders", "summary", "policy_basis"])
def test_records_lists_and_narrative_texts_may_be_nil(field):
    assert isinstance(getattr(commissioning(**{field: {"none": "why"}}), field), Nil)


@pytest.mark.parametrize("field", ["title", "stage", "decision_date", "nation", "light_touch"])
def test_single_facts_may_not_be_nil(field):
    with pytest.raises(ValidationError):
        commissioning(**{field: {"none": "why"}})


def test_a_part_cannot_be_changed():
    with pytest.raises(ValidationError):
        commissioning().title = "Other"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("quantity", "5"),
        ("quantity", 5.0),
        ("quantity", True),
        ("quantity", -1),
        ("quantity", Decimal("Infinity")),
        ("proxy_price_year", "2018"),
        ("proxy_price_year", Decimal("2018")),
        ("proxy_price_year", 1899),
        ("deadweight", 25),
        ("deadweight", Decimal("1.01")),
        ("duration_years", 0),
        ("text", 5),
        ("text", ""),
        ("text", " \n"),
        ("proxy_type", "Market"),
        ("id", "two words"),
        ("unknown", 1),
    ],
)
def test_nothing_is_converted_or_let_pass(field, value):
    with pytest.raises(ValidationError):
        ValueMapRow.model_validate({"id": "gp"} | {field: value})


def test_numbers_are_exact_with_the_digits_of_the_file():
    row = ValueMapRow.model_validate({"id": "gp", "proxy": Decimal("37.10"), "quantity": 19})
    assert str(row.proxy) == "37.10"
    assert isinstance(row.quantity, Decimal)
    assert str(row.quantity) == "19"


@pytest.mark.parametrize(
    "text", ["2026-02-29", "2026-13-01", "20260131", "2026-W05-6", "1899-12-31"]
)
def test_days_that_do_not_exist_are_refused(text):
    with pytest.raises(ValueError, match=r"."):
        day(text)
    with pytest.raises(ValidationError):
        Needs.model_validate({"assessed_on": text})


def test_a_day_is_read_from_text():
    assert Needs.model_validate({"assessed_on": "2024-02-29"}).assessed_on == date(2024, 2, 29)


def test_lists_become_tuples_and_are_never_empty():
    part = Involvement.model_validate({"purposes": ["value", "design"]})
    assert part.purposes == ("value", "design")
    with pytest.raises(ValidationError):
        Involvement.model_validate({"purposes": []})


def test_the_stage_must_belong_to_the_kind():
    with pytest.raises(ValidationError):
        commissioning(stage="proposal")
    with pytest.raises(ValidationError):
        DecommissioningFile.model_validate(HEAD | {"kind": "decommissioning"})


def test_only_a_decommissioning_file_holds_a_decision_to_end():
    with pytest.raises(ValidationError):
        commissioning(decommissioning={"none": "why"})


def test_the_types_of_kind_and_stage_are_those_of_the_list_of_stages():
    assert get_args(Kind) == tuple(STAGES)
    assert get_args(CommissioningStage) == STAGES["commissioning"]
    assert get_args(DecommissioningStage) == STAGES["decommissioning"]


def test_the_currency_is_the_pound_unless_stated():
    assert commissioning().currency == "GBP"
    assert commissioning(currency="EUR").currency == "EUR"
