"""Visit every part of a file in order, with its JSON pointer and the name people give it."""

from collections.abc import Iterator
from dataclasses import dataclass

from auditor.model.part import Nil, Part


@dataclass(frozen=True, slots=True)
class Visit:
    """A part that was met on the way through a file.

    `pointer` is its JSON pointer. `name` is its dotted name, with ids in place of positions and
    `reported` left out: `/sroi/rows/0` is `sroi.rows.gp`, `/sroi/reported` is `sroi`.
    """

    pointer: str
    name: str
    part: Part


def walk(part: Part, pointer: str = "", name: str = "") -> Iterator[Visit]:
    """Visit a part and everything in it, in the order of the model; a nil holds nothing."""
    yield Visit(pointer, name, part)
    for field, value in part.__dict__.items():
        inner = name if field == "reported" else f"{name}.{field}" if name else field
        if isinstance(value, Part) and not isinstance(value, Nil):
            yield from walk(value, f"{pointer}/{field}", inner)
        elif isinstance(value, tuple):
            yield from _walk_list(value, f"{pointer}/{field}", inner)


def _walk_list(entries: tuple[object, ...], pointer: str, name: str) -> Iterator[Visit]:
    for position, entry in enumerate(entries):
        if isinstance(entry, Part):
            called = entry.__dict__.get("id") or position
            yield from walk(entry, f"{pointer}/{position}", f"{name}.{called}")
