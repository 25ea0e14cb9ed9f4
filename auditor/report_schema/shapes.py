"""Turn the types of a result into the parts of a JSON Schema."""

import json
import re
from dataclasses import dataclass, field, fields, is_dataclass
from decimal import Decimal
from enum import StrEnum
from inspect import cleandoc
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from auditor.report_schema import applied, coverage, descriptions, documents, levels

_PARTS = (descriptions, documents, coverage, levels, applied)
TYPES = {name: text for part in _PARTS for name, text in part.TYPES.items()}
ABOUT = {name: text for part in _PARTS for name, text in part.ABOUT.items()}
_DECIMAL = {"type": "string", "pattern": r"^-?\d+(\.\d+)?$"}
_PLAIN = {str: "string", bool: "boolean", int: "integer", type(None): "null"}
_HOME = "https://auditor.example/schemas/"
_WORDS = re.compile(r"(?<!^)(?=[A-Z])")


@dataclass(frozen=True)
class Shapes:
    """Describes types, and collects each one that is used in a place of its own.

    What is published in words stands in `descriptions`; other types are described by their
    docstrings, which name their fields.
    """

    definitions: dict[str, Any] = field(default_factory=dict)
    _named: dict[type, str] = field(default_factory=dict)

    def object(self, kind: type, *, without: tuple[str, ...] = ()) -> dict[str, Any]:
        """Return the shape of a dataclass: every field but those left out, all of them required."""
        hints = get_type_hints(kind)
        names = [each.name for each in fields(kind) if each.name not in without]
        title, description = TYPES.get(kind.__name__) or _own_words(kind)
        return {
            "title": title,
            "description": description,
            **closed({name: self.property(kind, name, hints[name]) for name in names}),
        }

    def property(self, kind: type, name: str, hint: Any) -> dict[str, Any]:
        """Return the shape of one field of a dataclass, with what is published about it."""
        described = ABOUT.get(kind.__name__, {}).get(name)
        shape = self.shape(hint)
        if described is None:
            return {"title": _title(name), **shape}
        description, example = described
        shown = {} if example is None else {"examples": [example]}
        return {"title": _title(name), "description": description, **shape, **shown}

    def shape(self, hint: Any) -> dict[str, Any]:
        """Return the shape of a type as it stands in the canonical form."""
        if get_origin(hint) is tuple:
            return self._list(get_args(hint))
        if get_origin(hint) in (Union, UnionType):
            return {"anyOf": [self.shape(each) for each in get_args(hint)]}
        if get_origin(hint) is Literal:
            return {"type": "string", "enum": list(get_args(hint))}
        if is_dataclass(hint) and isinstance(hint, type):
            return self._defined(hint)
        if issubclass(hint, StrEnum):
            return {"type": "string", "enum": [member.value for member in hint]}
        return dict(_DECIMAL) if hint is Decimal else {"type": _PLAIN[hint]}

    def _list(self, items: tuple[Any, ...]) -> dict[str, Any]:
        if items[-1] is Ellipsis:
            return {"type": "array", "items": self.shape(items[0])}
        held = [self.shape(each) for each in items]
        return {"type": "array", "prefixItems": held, "items": False, "minItems": len(held)}

    def _defined(self, kind: type) -> dict[str, Any]:
        if kind not in self._named:
            taken = kind.__name__ in self._named.values()
            module = kind.__module__.rpartition(".")[2].title().replace("_", "")
            self._named[kind] = name = f"{module}{kind.__name__}" if taken else kind.__name__
            self.definitions[name] = self.object(kind)
        return {"$ref": f"#/$defs/{self._named[kind]}"}

    def published(self, name: str, root: dict[str, Any]) -> dict[str, Any]:
        """Return the whole schema (2020-12) of a result, with every type that it uses."""
        return {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": f"{_HOME}{name}",
            **root,
            "$defs": dict(sorted(self.definitions.items())),
        }


def closed(properties: dict[str, Any], *, required: bool = True) -> dict[str, Any]:
    """Return the shape of an object that holds these properties and no other."""
    demanded = {"required": list(properties)} if required else {}
    return {
        "type": "object",
        "properties": properties,
        **demanded,
        "additionalProperties": False,
    }


def as_bytes(schema: dict[str, Any]) -> bytes:
    """Return a schema as the bytes that stand in schemas/."""
    return (json.dumps(schema, indent=2, ensure_ascii=False) + "\n").encode()


def _title(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _own_words(kind: type) -> tuple[str, str]:
    """Return a type's name as words, and its docstring as one paragraph."""
    return _WORDS.sub(" ", kind.__name__).capitalize(), " ".join(
        cleandoc(kind.__doc__ or "").split()
    )
