"""Tell what type a name of a model or of the facts has, so that expressions can be checked."""

import json
import types
from collections.abc import Iterable
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache, cached_property
from importlib import import_module
from operator import attrgetter
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from auditor.model.part import Nil

FieldKind = Literal["number", "text", "date", "bool", "list", "object"]


@dataclass(frozen=True, slots=True)
class FieldType:
    """What a field holds once it is stated: never None, never a nil.

    `choices` are the values that a text may take, empty where any text will do. `item` is what a
    list holds. `owner` is the class of an object, whose own names can be described in turn.
    """

    kind: FieldKind
    choices: tuple[str, ...] = ()
    item: "FieldType | None" = None
    owner: type | None = None

    @property
    def key(self) -> str:
        """Return the type in short, the same in any run."""
        return _key(self)

    def as_data(self) -> list[Any]:
        """Return the type as plain data; its class by module and name."""
        owner = f"{self.owner.__module__}:{self.owner.__qualname__}" if self.owner else ""
        return [self.kind, list(self.choices), self.item and self.item.as_data(), owner]

    @classmethod
    def from_data(cls, data: list[Any]) -> "FieldType":
        """Return the type that plain data stands for."""
        kind, choices, item, owner = data
        return cls(kind, tuple(choices), item and cls.from_data(item), _class(owner))


@cache
def _key(kind: FieldType) -> str:
    return json.dumps(kind.as_data(), separators=(",", ":"))


@cache
def _class(name: str) -> type | None:
    module, _, qualified = name.partition(":")
    found: type | None = attrgetter(qualified)(import_module(module)) if name else None
    return found


@cache
def names(owner: Any) -> tuple[str, ...]:
    """Return the names that a class offers, in the order in which it declares them.

    `owner` is a model, a dataclass, a class with annotated properties, or a union of these.
    """
    return tuple(dict.fromkeys(name for cls in _classes(owner) for name in _annotations(cls)))


@cache
def describe(owner: Any, name: str) -> FieldType | None:
    """Return what the named field of a class holds, or None where the class has no such name.

    Raises TypeError where the annotation is of a kind that no expression can use.
    """
    for cls in _classes(owner):
        if name in _annotations(cls):
            return _field_type(_annotations(cls)[name], f"{cls.__name__}.{name}")
    return None


def _classes(owner: Any) -> tuple[type, ...]:
    return tuple(_members(owner))


def _members(annotation: Any) -> Iterable[Any]:
    """Take a union apart, leaving out None and Nil, which stand for nothing to be read."""
    if get_origin(annotation) is Annotated:
        yield from _members(annotation.__origin__)
    elif get_origin(annotation) in (Union, types.UnionType):
        for member in get_args(annotation):
            yield from _members(member)
    elif annotation is not Nil and annotation is not types.NoneType:
        yield annotation


@cache
def _annotations(cls: type) -> dict[str, Any]:
    found = _fields(cls)
    for parent in reversed(cls.__mro__):
        for name, member in vars(parent).items():
            reader = _reader(member)
            if reader and not name.startswith("_") and parent is not BaseModel:
                found[name] = get_type_hints(reader).get("return", Any)
    return found


def _fields(cls: type) -> dict[str, Any]:
    if issubclass(cls, BaseModel):
        return {name: field.annotation for name, field in cls.model_fields.items()}
    hints = get_type_hints(cls)
    if is_dataclass(cls):
        return {field.name: hints[field.name] for field in fields(cls)}
    return {name: hints[name] for name in hints if not name.startswith("_")}


def _reader(member: object) -> Any:
    if isinstance(member, cached_property):
        return member.func
    return member.fget if isinstance(member, property) else None


def _field_type(annotation: Any, where: str) -> FieldType:
    members = [_described(member, where) for member in _members(annotation)]
    bare = {FieldType(member.kind, (), member.item, member.owner) for member in members}
    if len(bare) != 1:
        raise TypeError(f"{where}: an expression needs one type, not {annotation}")
    closed = all(member.choices for member in members)
    choices = tuple(dict.fromkeys(choice for member in members for choice in member.choices))
    return replace(bare.pop(), choices=choices if closed else ())


def _described(annotation: Any, where: str) -> FieldType:
    origin = get_origin(annotation)
    if origin is Literal:
        return _choice(get_args(annotation))
    if origin is not None and issubclass(origin, Iterable) and not issubclass(origin, dict):
        return FieldType("list", item=_field_type(_item(annotation), where))
    if not isinstance(annotation, type) or annotation in (Any, object):
        raise TypeError(f"{where}: no expression can use {annotation}")
    return _single(annotation)


def _item(annotation: Any) -> Any:
    """Return the union of what a list holds; `tuple[X, ...]` holds X."""
    return Union[tuple(kind for kind in get_args(annotation) if kind is not ...)]  # noqa: UP007


def _choice(values: tuple[Any, ...]) -> FieldType:
    if all(isinstance(value, str) for value in values):
        return FieldType("text", choices=values)
    return FieldType("number")


def _single(cls: type) -> FieldType:
    if issubclass(cls, StrEnum):
        return FieldType("text", choices=tuple(cls))
    for kinds, name in _SINGLE:
        if issubclass(cls, kinds):
            return FieldType(name)
    return FieldType("object", owner=cls)


# bool comes first, because to Python it is a whole number.
_SINGLE: tuple[tuple[tuple[type, ...], FieldKind], ...] = (
    ((bool,), "bool"),
    ((int, float, Decimal), "number"),
    ((str,), "text"),
    ((date,), "date"),
)
