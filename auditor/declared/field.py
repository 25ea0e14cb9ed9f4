"""Describe a field of a declared class: its default, its words, and the limits of its values."""

from dataclasses import dataclass
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

REQUIRED: Any = object()
"""Stands in place of a default where a record cannot do without the field."""


class Kind(type):
    """The type of every declared class, by which it is told from other types."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What the values of a type must keep to, and the unit they are in; None where nothing is said.

    Lengths are of texts, in characters, and of lists, in entries. A pattern is a regular expression
    as JSON Schema means it. `strip` takes white space off both ends first.
    """

    at_least: int | None = None
    at_most: int | None = None
    above: int | None = None
    min_length: int | None = None
    max_length: int | None = None
    pattern: str | None = None
    strip: bool = False
    unit: str | None = None


@dataclass(slots=True)
class Field:
    """One field of a class: its type, default and words, and the key it has in data."""

    default: Any
    description: str
    examples: list[Any] | None
    key: str
    annotation: Any = None

    def is_required(self) -> bool:
        """Say whether a record cannot do without it."""
        return self.default is REQUIRED


def field(
    *,
    default: Any = REQUIRED,
    description: str = "",
    examples: list[Any] | None = None,
    key: str = "",
) -> Any:
    """Declare a field; `key` is its name in data where that is no name in Python."""
    return Field(default, description, examples, key)


def bare(annotation: Any) -> tuple[Any, Limits]:
    """Return a type without its marks, and the limits among them; the last one said of each holds.

    >>> bare(Annotated[int, Limits(at_least=0), Limits(unit="months")])[1].at_least
    0
    """
    if get_origin(annotation) is not Annotated:
        return annotation, Limits()
    said: dict[str, Any] = {}
    for mark in annotation.__metadata__:
        if isinstance(mark, Limits):
            values = {name: getattr(mark, name) for name in Limits.__slots__}
            said |= {name: v for name, v in values.items() if v is not None and v is not False}
    return annotation.__origin__, Limits(**said)


def forms(kind: Any) -> tuple[Any, ...]:
    """Return the forms that a value may have: the members of a union, or the one type."""
    return get_args(kind) if get_origin(kind) in (Union, UnionType) else (kind,)
