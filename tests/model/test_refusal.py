"""What a model refuses is told in our words, once, at the place where it stands."""

from decimal import Decimal
from typing import Annotated, Literal

import pytest
from pydantic import Field, ValidationError

from auditor.model.part import Many, Note, Part, Stated
from auditor.model.refusal import refusals
from auditor.model.scalar import Date, Id, Number, Year, Years


class Wheel(Part):
    """A wheel."""

    size: Annotated[int, Field(ge=1, le=9)]


class Cart(Part):
    """What carries things."""

    name: Annotated[str, Field(min_length=2, max_length=5)]
    wheels: Many[Wheel] = None
    spare: Stated[Wheel] = None
    note: Note = None
    code: Id | None = None
    load: Number | None = None
    lasts: Years | None = None
    made: Year | None = None
    built: Date | None = None
    kind: Literal["hand", "ox"] = "hand"
    sold: bool = False


def refused(**given: object) -> list[tuple[tuple[str | int, ...], str, str]]:
    data = {"name": "cart", **given}
    with pytest.raises(ValidationError) as error:
        Cart.model_validate(data)
    return [(each.at, each.sort, each.says) for each in refusals(error.value, data)]


@pytest.mark.parametrize(
    ("name", "value", "at", "says"),
    [
        ("name", 5, ("name",), "a text is wanted here"),
        ("name", "x", ("name",), "at least 2 characters are wanted here"),
        ("name", "barrow", ("name",), "at most 5 characters are wanted here"),
        ("note", "a\ud800", ("note",), "half a character stands in the text"),
        ("note", {"none": "\ud800"}, ("note", "none"), "half a character stands in the text"),
        ("note", {"nun": "why"}, ("note",), "a text is wanted here"),
        ("wheels", [], ("wheels",), "at least 1 entry is wanted here"),
        ("wheels", "four", ("wheels",), "a list is wanted here"),
        ("wheels", {"none": 1}, ("wheels", "none"), "a text is wanted here"),
        ("wheels", [{"size": 0}], ("wheels", 0, "size"), "this must not be less than 1"),
        ("spare", {"size": 10}, ("spare", "size"), "this must not be more than 9"),
        ("spare", {"size": True}, ("spare", "size"), "a whole number is wanted here"),
        ("spare", {"size": Decimal("1.5")}, ("spare", "size"), "a whole number is wanted here"),
        ("spare", {"sise": 1, "size": 1}, ("spare", "sise"), "this is not known here"),
        ("spare", {}, ("spare", "size"), "this key is missing"),
        ("spare", 7, ("spare",), "keys with values are wanted here"),
        ("lasts", 0, ("lasts",), "this must be more than 0"),
        ("load", 0.5, ("load",), "a number is wanted here"),
        ("load", Decimal("NaN"), ("load",), "a number is wanted here"),
        ("code", "a b", ("code",), "this does not match the pattern ^[A-Za-z0-9][A-Za-z0-9_-]*$"),
        ("built", "2025-02-29", ("built",), "there is no such day as 2025-02-29"),
        ("built", "20250228", ("built",), "a date is wanted here, written as 2026-02-05"),
        ("built", 2025, ("built",), "a date is wanted here, written as 2026-02-05"),
        ("kind", "dog", ("kind",), "this is not one of hand, ox"),
        ("sold", 1, ("sold",), "true or false is wanted here"),
    ],
)
def test_what_does_not_fit_is_said_at_its_place(
    name: str, value: object, at: tuple[str | int, ...], says: str
) -> None:
    [(found_at, _, found_says)] = refused(**{name: value})
    assert (found_at, found_says) == (at, says)


def test_everything_that_does_not_fit_is_said_at_once() -> None:
    assert sorted((at, sort) for at, sort, _ in refused(sold=0, colr="red", wheels=[{}, 1])) == [
        (("colr",), "unknown"),
        (("sold",), "bool_type"),
        (("wheels", 0, "size"), "missing"),
        (("wheels", 1), "model_type"),
    ]


def test_a_form_is_told_by_the_key_that_only_a_nil_has() -> None:
    cart = Cart.model_validate({"name": "cart", "wheels": [{"size": 2}], "spare": {"none": "dear"}})
    assert cart.wheels == (Wheel(size=2),)
    assert cart.spare is not None
    assert cart.spare.none == "dear"  # type: ignore[union-attr]
