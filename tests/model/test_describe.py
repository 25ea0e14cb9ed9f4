from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

import pytest

from auditor.model.describe import FieldType, describe, names
from auditor.model.figure import Figure
from auditor.model.file import Case, CommissioningFile, DecommissioningFile
from auditor.model.part import EvidenceUse
from auditor.model.people import Involvement, Stakeholder
from auditor.model.reported import SroiReported
from auditor.model.sroi import Sroi
from auditor.model.value_map import ValueMapRow

NUMBER, TEXT = FieldType("number"), FieldType("text")


@pytest.mark.parametrize(
    ("owner", "name", "is_a"),
    [
        (CommissioningFile, "title", TEXT),
        (CommissioningFile, "summary", TEXT),
        (CommissioningFile, "decision_date", FieldType("date")),
        (CommissioningFile, "light_touch", FieldType("bool")),
        (CommissioningFile, "green_book_edition", NUMBER),
        (CommissioningFile, "sroi", FieldType("object", owner=Sroi)),
        (ValueMapRow, "deadweight", NUMBER),
        (ValueMapRow, "proxy_price_year", NUMBER),
        (ValueMapRow, "stakeholder_id", TEXT),
        (
            ValueMapRow,
            "evidence",
            FieldType("list", item=FieldType("object", owner=EvidenceUse)),
        ),
        (EvidenceUse, "page", NUMBER),
        (ValueMapRow, "reported_impact", FieldType("object", owner=Figure)),
        (
            ValueMapRow,
            "reported_years",
            FieldType("list", item=FieldType("object", owner=Figure)),
        ),
        (Sroi, "type", FieldType("text", choices=("forecast", "evaluative"))),
        (Sroi, "reported", FieldType("object", owner=SroiReported)),
        (Sroi, "rows", FieldType("list", item=FieldType("object", owner=ValueMapRow))),
        (Stakeholder, "involved", FieldType("list", item=FieldType("object", owner=Involvement))),
        (Figure, "value", NUMBER),
        (Figure, "half_unit", NUMBER),
    ],
)
def test_a_field_of_the_model_is_what_it_holds_once_stated(owner, name, is_a):
    assert describe(owner, name) == is_a


def test_choices_of_several_sets_are_joined():
    stage = describe(Involvement, "stage")
    assert stage is not None
    assert stage.choices[:1] + stage.choices[-1:] == ("need", "closed")


def test_a_list_of_choices_names_them():
    assert describe(Involvement, "purposes") == FieldType(
        "list",
        item=FieldType(
            "text",
            choices=(
                "identify_outcomes",
                "value",
                "design",
                "delivery",
                "review",
                "impact_assessment",
            ),
        ),
    )


@pytest.mark.parametrize(
    "name", ["nothing", "_private", "model_config", "model_fields_set", "model_dump", "__class__"]
)
def test_a_name_that_is_not_a_field_is_none(name):
    assert describe(CommissioningFile, name) is None
    assert name not in names(CommissioningFile)


def test_the_names_of_a_model_are_its_fields_in_order():
    assert names(SroiReported)[:3] == ("evidence", "total_inputs", "total_impact")
    assert names(Figure) == ("value", "printed", "where", "source", "half_unit")


def test_a_union_of_both_kinds_of_file_has_the_names_of_both():
    assert set(names(Case)) == set(names(DecommissioningFile))
    kind = describe(Case, "decommissioning")
    assert kind is not None
    assert kind.kind == "object"


def test_every_field_of_both_files_can_be_described():
    seen = set()

    def descend(owner):
        if owner in seen:
            return
        seen.add(owner)
        for name in names(owner):
            found = describe(owner, name)
            while found is not None and found.item:
                found = found.item
            assert found is not None
            if found.owner:
                descend(found.owner)

    descend(CommissioningFile)
    descend(DecommissioningFile)
    assert len(seen) > 70


class Verdict(StrEnum):
    GOOD = "good"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Rate:
    year: int
    rate: Decimal | None
    verdict: Verdict
    from_day: "date | None" = None

    @property
    def percent(self) -> Decimal:
        return Decimal(self.rate or 0) * 100


class Group:
    plain: tuple[Rate, ...]

    def __init__(self) -> None:
        self.unseen = 1

    @cached_property
    def first(self) -> Rate | None:
        return None

    @cached_property
    def rates(self) -> "tuple[Rate, ...] | None":
        return None

    @property
    def untyped(self):
        return 1

    @cached_property
    def odd(self) -> dict[str, int]:
        return {}

    @cached_property
    def mixed(self) -> int | str:
        return 1

    def method(self) -> int:
        return 1


@pytest.mark.parametrize(
    ("owner", "name", "is_a"),
    [
        (Rate, "year", NUMBER),
        (Rate, "rate", NUMBER),
        (Rate, "verdict", FieldType("text", choices=("good", "bad"))),
        (Rate, "from_day", FieldType("date")),
        (Rate, "percent", NUMBER),
        (Group, "first", FieldType("object", owner=Rate)),
        (Group, "rates", FieldType("list", item=FieldType("object", owner=Rate))),
        (Group, "plain", FieldType("list", item=FieldType("object", owner=Rate))),
        (Group, "method", None),
        (Group, "unseen", None),
    ],
)
def test_dataclasses_and_classes_of_properties_are_described_alike(owner, name, is_a):
    assert describe(owner, name) == is_a


def test_the_names_of_a_class_are_its_properties():
    assert names(Rate) == ("year", "rate", "verdict", "from_day", "percent")
    assert names(Group) == ("plain", "first", "rates", "untyped", "odd", "mixed")


@pytest.mark.parametrize("name", ["untyped", "odd", "mixed"])
def test_what_no_expression_can_use_is_refused_by_name(name):
    with pytest.raises(TypeError, match=rf"Group\.{name}"):
        describe(Group, name)
