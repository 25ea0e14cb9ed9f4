"""Read the published schema of a kind of file, and look up in it what may stand where."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property
from typing import Any

from auditor.resources import schemas_folder

NIL = {"$ref": "#/$defs/Nil"}


@dataclass(frozen=True, slots=True)
class Situation:
    """Whether a value must be there, and whether an explicit nil may stand in its place."""

    required: bool
    nil: bool


@dataclass(frozen=True)
class Published:
    """The published schema of a kind of file."""

    kind: str
    schema: dict[str, Any]

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """Return the dotted path of every property of a file, `[]` marking a list."""
        return tuple(self._below(self.schema, ""))

    def _below(self, part: dict[str, Any], path: str) -> Iterator[str]:
        part = self._follow(part)
        if "anyOf" in part:
            yield from self._below(part["anyOf"][0], path)
        elif part.get("type") == "array":
            yield from self._below(part["items"], f"{path}[]")
        for name, inner in part.get("properties", {}).items():
            inner_path = f"{path}.{name}" if path else name
            yield inner_path
            yield from self._below(inner, inner_path)

    def situation(self, keywords: Iterable[Any]) -> Situation:
        """Return the situation of the value that a path of schema keywords leads to."""
        part, previous = self.schema, None
        names: list[str] = []
        required = nil = False
        for key in keywords:
            if previous == "properties":
                required, nil = key in names, False
            elif key == "properties":
                names = part.get("required", [])
            elif key == "anyOf":
                nil = NIL in part["anyOf"]
            elif key == "items":
                required = nil = False
            part, previous = self._follow(part[key]), key
        return Situation(required, nil)

    def _follow(self, part: Any) -> Any:
        """Return what a part refers to, or the part itself."""
        if isinstance(part, dict) and isinstance(part.get("$ref"), str):
            return self.schema["$defs"][part["$ref"].rpartition("/")[2]]
        return part


def schema_name(kind: str) -> str:
    """Return the name of the published schema of a kind of file."""
    return f"{kind}-file.schema.json"


@cache
def published(kind: str) -> Published:
    """Return the published schema of a kind of file, its numbers exact."""
    text = (schemas_folder() / schema_name(kind)).read_text(encoding="utf-8")
    return Published(kind, json.loads(text, parse_float=Decimal))
