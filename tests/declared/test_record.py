import copy
import pickle
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Literal

import pytest

from auditor.declared import Declared, Limits, Unfit, field, unfit
from auditor.declared.schema import json_schema


class Colour(StrEnum):
    """A colour."""

    RED = "red"
    GREY = "grey"


class Reason(Declared, known_by="none"):
    """Why there is none."""

    none: str


class Wheel(Declared):
    """A wheel."""

    size: Annotated[int, Limits(at_least=1, at_most=9, unit="inches")]
    spokes: int | None = None


class Cart(Declared, title="A cart"):
    """What carries things."""

    name: Annotated[str, Limits(min_length=2, max_length=5, strip=True)]
    colour: Colour = Colour.RED
    wheels: Annotated[tuple[Wheel, ...], Limits(min_length=1)] | Reason | None = None
    spare: Wheel | Reason | None = None
    load: Annotated[Decimal, Limits(above=0)] | None = None
    code: Annotated[str, Limits(pattern="^[a-z]+$")] | None = None
    built: date | None = field(default=None, key="from", description="When it was built.")
    kind: Literal["hand", "ox"] | Literal[1] = "hand"
    sizes: tuple[int, int] | None = None
    sold: bool = False
    notes: dict[str, Any] = field(default=None)

    def model_after(self) -> None:
        """Refuse an ox with a spare wheel."""
        if self.kind == "ox" and self.spare is not None:
            raise unfit("an ox has no spare wheel")


def misfits(**given: object) -> list[tuple[tuple[str | int, ...], str, str]]:
    with pytest.raises(Unfit) as refused:
        Cart.model_validate(given)
    return [tuple(each) for each in refused.value.misfits]


def test_a_record_holds_what_is_stated_and_the_defaults() -> None:
    cart = Cart.model_validate({"name": " cart ", "from": "2024-02-29", "load": 5, "sizes": [1, 2]})
    assert (cart.name, cart.built, cart.load, cart.sizes) == (
        "cart", date(2024, 2, 29), Decimal(5), (1, 2),
    )  # fmt: skip
    assert (cart.colour, cart.wheels, cart.kind, cart.sold) == (Colour.RED, None, "hand", False)


def test_the_form_that_was_meant_is_read() -> None:
    cart = Cart.model_validate({"name": "cart", "wheels": [{"size": 2}], "spare": {"none": "dear"}})
    assert cart.wheels == (Wheel(size=2),)
    assert cart.spare == Reason(none="dear")
    assert Cart.model_validate({"name": "cart", "spare": cart.wheels[0]}).spare is cart.wheels[0]


@pytest.mark.parametrize(
    ("name", "value", "at", "says"),
    [
        ("name", 5, ("name",), "a text is wanted here"),
        ("name", " x ", ("name",), "at least 2 characters are wanted here"),
        ("name", "barrow", ("name",), "at most 5 characters are wanted here"),
        ("name", "a\ud800", ("name",), "half a character stands in the text"),
        ("colour", "blue", ("colour",), "this is not one of red, grey"),
        ("colour", ["red"], ("colour",), "this is not one of red, grey"),
        ("wheels", [], ("wheels",), "at least 1 entry is wanted here"),
        ("wheels", "four", ("wheels",), "a list is wanted here"),
        ("wheels", {"none": 1}, ("wheels", "none"), "a text is wanted here"),
        ("wheels", [{"size": 1}, {"size": 0}], ("wheels", 1, "size"), "must not be less than 1"),
        ("spare", {"size": 10}, ("spare", "size"), "must not be more than 9"),
        ("spare", {"size": True}, ("spare", "size"), "a whole number is wanted here"),
        ("spare", {"sise": 1, "size": 1}, ("spare", "sise"), "this is not known here"),
        ("spare", {}, ("spare", "size"), "this key is missing"),
        ("spare", 7, ("spare",), "keys with values are wanted here"),
        ("load", 0, ("load",), "must be more than 0"),
        ("load", 0.5, ("load",), "a number is wanted here"),
        ("load", Decimal("NaN"), ("load",), "a number is wanted here"),
        ("code", "a\n", ("code",), "does not match the pattern ^[a-z]+$"),
        ("from", "2025-02-29", ("from",), "there is no such day as 2025-02-29"),
        ("from", "20250228", ("from",), "a date is wanted here, written as 2026-02-05"),
        ("kind", "dog", ("kind",), "this is not one of 1"),
        ("kind", True, ("kind",), "this is not one of 1"),
        ("sizes", [1], ("sizes",), "2 entries are wanted here"),
        ("sold", 1, ("sold",), "true or false is wanted here"),
        ("notes", "x", ("notes",), "keys with values are wanted here"),
    ],
)
def test_what_does_not_fit_is_named_with_its_place(
    name: str, value: object, at: tuple[str | int, ...], says: str
) -> None:
    found = misfits(**{"name": "cart", name: value})
    assert [each[0] for each in found] == [at]
    assert says in found[0][2]


def test_everything_that_does_not_fit_is_named_at_once() -> None:
    assert [(at, sort) for at, sort, _ in misfits(sold=0, colr="red", wheels=[{}, 1])] == [
        (("sold",), "value"),
        (("colr",), "unknown"),
        (("wheels", 0, "size"), "missing"),
        (("wheels", 1), "record"),
        (("name",), "missing"),
    ]


def test_the_record_as_a_whole_is_looked_at_last() -> None:
    [(at, _, says)] = misfits(name="cart", kind="ox", spare={"size": 1})
    assert (at, says) == ((), "an ox has no spare wheel")


def test_a_record_never_changes_and_has_no_place_for_more() -> None:
    cart = Cart(name="cart")
    with pytest.raises(Unfit, match="never changes"):
        cart.name = "other"  # type: ignore[misc]
    with pytest.raises(Unfit, match="not known"):
        Cart(name="cart", wings=2)  # type: ignore[call-arg]


def test_records_are_equal_by_what_they_state() -> None:
    one, other = Wheel(size=2), Wheel.model_validate({"size": 2, "spokes": None})
    assert one == other == copy.deepcopy(one) == pickle.loads(pickle.dumps(one))
    assert hash(one) == hash(other)
    assert one != Wheel(size=3)
    assert one.model_copy(update={"size": 3}) == Wheel(size=3)
    assert repr(one) == "Wheel(size=2, spokes=None)"


def test_what_is_dumped_can_be_read_again() -> None:
    cart = Cart.model_validate({"name": "cart", "from": "2024-02-29", "wheels": [{"size": 2}]})
    assert cart.model_dump()["from"] == date(2024, 2, 29)
    assert Cart.model_validate(cart.model_dump()) == cart


def test_the_schema_says_what_is_read() -> None:
    made = json_schema(Cart)
    assert (made["title"], made["description"]) == ("A cart", "What carries things.")
    assert (made["required"], made["additionalProperties"]) == (["name"], False)
    assert list(made["$defs"]) == ["Colour", "Reason", "Wheel"]
    assert made["properties"]["from"] == {
        "anyOf": [{"format": "date", "type": "string"}, {"type": "null"}],
        "default": None,
        "description": "When it was built.",
        "title": "Built",
    }
    assert made["properties"]["wheels"]["anyOf"][0] == {
        "items": {"$ref": "#/$defs/Wheel"},
        "minItems": 1,
        "type": "array",
    }
    assert made["$defs"]["Wheel"]["properties"]["size"] == {
        "maximum": 9,
        "minimum": 1,
        "title": "Size",
        "type": "integer",
        "x-unit": "inches",
    }


def test_a_schema_without_null_leaves_out_what_is_not_stated() -> None:
    made = json_schema(Wheel, null=False)
    assert made["properties"]["spokes"] == {"title": "Spokes", "type": "integer"}
