"""Read JSON that somebody else may have written back into one of our own types."""

from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter

_Kind = TypeVar("_Kind")


def typed(kind: type[_Kind], data: bytes) -> _Kind:
    """Return JSON as a value of a type; raises ValueError where it is none."""
    found: _Kind = _adapter(kind).validate_json(data)  # type: ignore[arg-type]
    return found


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)
