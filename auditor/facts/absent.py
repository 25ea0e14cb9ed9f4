"""Find the places of a file that a path names and that state nothing."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from auditor.model.part import Nil, Part


def absent(part: Any, path: str) -> Iterator[str]:
    """Yield the pointer of everything on a path that is not stated, or that is an explicit nil.

    Lists are gone through: `sroi.rows.proxy` names the value of every row. A number in the path
    stands for one entry. What a file of this kind does not have is not yielded.
    """
    yield from _absent(part, tuple(path.split(".")), "")


def _absent(part: Any, names: tuple[str, ...], pointer: str) -> Iterator[str]:
    if part is None or part.__class__ is Nil:
        yield pointer
    elif not names:
        return
    elif isinstance(part, tuple):
        one, rest = (names[0], names[1:]) if names[0].isdigit() else (None, names)
        for position, entry in enumerate(part):
            if one is None or position == int(one):
                yield from _absent(entry, rest, f"{pointer}/{position}")
    elif field := _fields(part.__class__).get(names[0]):
        yield from _absent(getattr(part, field), names[1:], f"{pointer}/{names[0]}")


@cache
def _fields(model: type[Part]) -> Mapping[str, str]:
    """Return the name of each field in a file with its name in the model."""
    return {field.alias or name: name for name, field in model.model_fields.items()}


def is_denied(part: Any, pointer: str) -> bool:
    """Say whether the file states, with a reason, that what a pointer names does not exist."""
    for name in pointer.strip("/").split("/"):
        if part is None or part.__class__ is Nil:
            break
        one = isinstance(part, tuple)
        part = part[int(name)] if one else getattr(part, _fields(part.__class__)[name])
    return part.__class__ is Nil
