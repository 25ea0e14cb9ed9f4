"""Check what only the whole file can show: ids used twice, and references to nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from typing import Any

from auditor.model.figure import Figure
from auditor.model.part import FIGURES, Part
from auditor.model.shape import shape
from auditor.model.walk import Visit, fields_of, is_nil, walk


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with a file: the JSON pointer of the value, what is wrong, what to do."""

    pointer: str
    problem: str
    hint: str = ""


def broken_links(model: type[Part], data: Any, *, sound: bool = True) -> tuple[Fault, ...]:
    """Return a fault for every id used twice and every reference to something not in the file.

    `data` is plain data or a part. Where it is not `sound` (other faults were found in it), a list
    that seems to be missing may only be misspelt, so references to it are let pass.
    """
    whole = _Whole(model, data, sound=sound)
    duplicates = [fault for visit in whole.visits for fault in _duplicates(visit)]
    dangling = [fault for visit in whole.visits for fault in _dangling(visit, whole)]
    return (*duplicates, *dangling)


def suggest(wrong: str, possible: tuple[str, ...]) -> str:
    """Return `Did you mean "…"?` for the nearest possibility, or nothing if none is near."""
    near = get_close_matches(wrong, possible, n=1)
    return f'Did you mean "{near[0]}"?' if near else ""


class _Whole:
    """A whole file: its parts in order, and the ids of each list, looked up once."""

    def __init__(self, model: type[Part], data: Any, *, sound: bool) -> None:
        self.sound = sound
        self.visits = tuple(walk(model, data))
        self._data = data
        self._lists: dict[str, tuple[Any, ...] | None] = {}

    @cached_property
    def _figures(self) -> tuple[str, ...]:
        return tuple(visit.name for visit in self.visits if visit.model is Figure)

    def ids(self, target: str) -> tuple[Any, ...] | None:
        """Return the ids of a list: empty where the file states none, None where it is unsound."""
        if target == FIGURES:
            return self._figures
        if target not in self._lists:
            self._lists[target] = self._look_up(target)
        return self._lists[target]

    def _look_up(self, target: str) -> tuple[Any, ...] | None:
        place = self._data
        for name in target.split("."):
            place = fields_of(place).get(name)
        if is_nil(place) or not place:
            return () if self.sound else None
        if not isinstance(place, list | tuple):
            return None
        ids = tuple(fields_of(entry).get("id") for entry in place)
        return ids if self.sound or all(isinstance(each, str) for each in ids) else None


def _duplicates(visit: Visit) -> Iterator[Fault]:
    for field in shape(visit.model).parts:
        entries = visit.fields.get(field)
        if isinstance(entries, list | tuple):
            yield from _used_twice(entries, f"{visit.pointer}/{field}")


def _used_twice(entries: list[Any] | tuple[Any, ...], pointer: str) -> Iterator[Fault]:
    first: dict[str, int] = {}
    for position, entry in enumerate(entries):
        entry_id = fields_of(entry).get("id")
        if not isinstance(entry_id, str):
            continue
        if entry_id in first:
            problem = f'the id "{entry_id}" is already that of entry {first[entry_id] + 1}'
            yield Fault(f"{pointer}/{position}/id", problem, "Give each entry an id of its own.")
        first.setdefault(entry_id, position)


def _dangling(visit: Visit, whole: _Whole) -> Iterator[Fault]:
    if isinstance(visit.value, str):  # the id of an entry of the evidence register, and no more
        yield from _unknown(visit.value, visit.pointer, "evidence", whole)
    for field, target in shape(visit.model).references.items():
        value = visit.fields.get(field)
        place = f"{visit.pointer}/{field}"
        if isinstance(value, str):
            yield from _unknown(value, place, target, whole)
        elif isinstance(value, list | tuple):
            for position, entry in enumerate(value):
                yield from _unknown(entry, f"{place}/{position}", target, whole)


def _unknown(name: Any, pointer: str, target: str, whole: _Whole) -> Iterator[Fault]:
    ids = whole.ids(target)
    if ids is None or name in ids or not isinstance(name, str):
        return
    if not ids:
        hint = f"The file states no {target}: add what is meant, or leave this out."
    else:
        hint = suggest(name, ids) or f"What is there: {', '.join(ids)}."
    yield Fault(pointer, f'"{name}" is not among the {target} of this file', hint)
