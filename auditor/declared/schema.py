"""Publish the form of a declared class, or of a list of them, as JSON Schema (2020-12)."""

import inspect
from datetime import date
from decimal import Decimal
from enum import Enum
from types import NoneType
from typing import Any, Literal, get_args, get_origin

from auditor.declared.field import Field, Kind, Limits, bare, forms
from auditor.declared.record import Declared
from auditor.declared.titles import title_of, title_of_class

Schema = dict[str, Any]
_TYPES = {str: "string", bool: "boolean", int: "integer", Decimal: "number"}
_LIMITS = {
    "at_least": "minimum",
    "at_most": "maximum",
    "above": "exclusiveMinimum",
    "pattern": "pattern",
    "unit": "x-unit",
}


def json_schema(kind: Any, *, null: bool = True) -> Schema:
    """Return the schema of a class or of a list of classes, each class inside it under `$defs`.

    With `null` false, null and the default None are left out: what is not stated is not written.
    """
    writer = _Writer(null)
    top = writer.of_class(kind) if isinstance(kind, Kind) else writer.of(kind)
    made = {"$defs": dict(sorted(writer.defined.items())), **top}
    ordered: Schema = _in_order(made if writer.defined else top)
    return ordered


class _Writer:
    """Write the schemas of one publication, each class that is met once."""

    def __init__(self, null: bool) -> None:
        self.null = null
        self.defined: dict[str, Schema] = {}

    def of_class(self, cls: Any) -> Schema:
        """Return the schema of a declared class."""
        fields = cls.model_fields.items()
        made: Schema = {
            "additionalProperties": False,
            "properties": {field.key: self._field(name, field) for name, field in fields},
            "title": cls.model_title or title_of_class(cls),
            "type": "object",
        }
        if needed := [field.key for _, field in fields if field.is_required()]:
            made["required"] = needed
        if cls.__doc__:
            made["description"] = inspect.cleandoc(cls.__doc__)
        refined: Schema = cls.model_schema(made)
        return refined

    def _field(self, name: str, field: Field) -> Schema:
        made = {**self.of(field.annotation), "title": title_of(name)}
        if field.description:
            made["description"] = field.description
        if field.examples:
            made["examples"] = field.examples
        if not field.is_required() and (self.null or field.default is not None):
            made["default"] = _plain(field.default)
        return made

    def of(self, annotation: Any) -> Schema:
        """Return the schema of a type."""
        kind, limits = bare(annotation)
        if len(forms(kind)) == 1:
            return self._single(kind, limits)
        members = [self.of(form) for form in forms(kind) if form is not NoneType]
        if self.null and NoneType in forms(kind):
            members.append({"type": "null"})
        return {"anyOf": members} if len(members) > 1 else members[0]

    def _single(self, kind: Any, limits: Limits) -> Schema:
        origin = get_origin(kind)
        if origin is Literal:
            return _choice(get_args(kind))
        if origin is tuple:
            return self._list(get_args(kind), limits)
        if origin is dict:
            return {"additionalProperties": True, "type": "object"}
        if kind is Any:
            return {}
        if _is_named(kind):
            return self._named(kind)
        return _scalar(kind, limits)

    def _list(self, items: tuple[Any, ...], limits: Limits) -> Schema:
        made: Schema = {"items": self.of(items[0]), "type": "array"}
        if limits.min_length is not None:
            made["minItems"] = limits.min_length
        return made

    def _named(self, kind: Any) -> Schema:
        if kind.__name__ not in self.defined:
            self.defined[kind.__name__] = {}  # met already, should it hold itself
            self.defined[kind.__name__] = (
                self.of_class(kind) if isinstance(kind, Kind) else _enum(kind)
            )
        return {"$ref": f"#/$defs/{kind.__name__}"}


def _is_named(kind: Any) -> bool:
    return isinstance(kind, Kind) or (isinstance(kind, type) and issubclass(kind, Enum))


def _choice(values: tuple[Any, ...]) -> Schema:
    kind = {"type": "string" if isinstance(values[0], str) else "integer"}
    return {"const": values[0], **kind} if len(values) == 1 else {"enum": list(values), **kind}


def _enum(kind: type[Enum]) -> Schema:
    words = inspect.cleandoc(kind.__doc__ or "")
    values = [each.value for each in kind]
    return {"description": words, "enum": values, "title": title_of_class(kind), "type": "string"}


def _scalar(kind: Any, limits: Limits) -> Schema:
    said = {name: getattr(limits, ours) for ours, name in _LIMITS.items()}
    said |= {"minLength": limits.min_length, "maxLength": limits.max_length}
    made = {"format": "date", "type": "string"} if kind is date else {"type": _TYPES[kind]}
    return {**made, **{name: limit for name, limit in said.items() if limit is not None}}


def _plain(value: Any) -> Any:
    if isinstance(value, Declared):
        return _plain(value.model_dump())
    if isinstance(value, dict):
        return {name: _plain(inner) for name, inner in value.items()}
    return [_plain(each) for each in value] if isinstance(value, tuple) else value


_AS_DECLARED = ("properties", "default", "$defs")


def _in_order(schema: Any, *, sort: bool = True) -> Any:
    """Sort the keywords of a schema; names of fields stay as they are declared."""
    if isinstance(schema, list):
        return [_in_order(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    names = sorted(schema) if sort else list(schema)
    return {name: _in_order(schema[name], sort=name not in _AS_DECLARED) for name in names}
