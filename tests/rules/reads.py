"""Record which values of a file are read, by a rule itself or by the facts behind it."""

from typing import Any

from pydantic import BaseModel

from auditor.model.figure import Figure
from auditor.model.part import Nil


class Recorded:
    """Stand for a part of a file in every respect, and note each field that is read of it.

    What is noted is the field's JSON pointer. A figure counts as one value.
    """

    __slots__ = ("_part", "_pointer", "_seen")

    def __init__(self, part: BaseModel, pointer: str, seen: set[str]) -> None:
        self._part, self._pointer, self._seen = part, pointer, seen

    @property
    def __class__(self) -> type:
        return type(self._part)

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._part, name)
        if name not in type(self._part).model_fields:
            return value
        pointer = f"{self._pointer}/{name}"
        self._seen.add(pointer)
        return recorded(value, pointer, self._seen)


def recorded(value: Any, pointer: str, seen: set[str]) -> Any:
    """Return a value so that what is read of it is noted in `seen`."""
    if isinstance(value, tuple):
        return tuple(recorded(one, f"{pointer}/{n}", seen) for n, one in enumerate(value))
    if isinstance(value, BaseModel) and not isinstance(value, Nil | Figure):
        return Recorded(value, pointer, seen)
    return value


def without(part: Any, pointer: str) -> Any:
    """Return a part without the value at a pointer, or None where a part must have that value."""
    name, _, rest = pointer.strip("/").partition("/")
    if isinstance(part, tuple):
        at = int(name)
        less = without(part[at], rest)
        return None if less is None else (*part[:at], less, *part[at + 1 :])
    if rest:
        less = without(getattr(part, name), rest)
        return None if less is None else part.model_copy(update={name: less})
    if type(part).model_fields[name].is_required():
        return None
    return part.model_copy(update={name: None})
