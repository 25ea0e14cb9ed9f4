"""Check what only the whole file can show: ids used twice, and references to nothing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from auditor.model.claims import stated_claims
from auditor.model.part import Nil, Part, Refers, RefersToClaim
from auditor.model.walk import Visit, walk

_CLAIMS = "claimed figures"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with a file: the JSON pointer of the value, what is wrong, what to do."""

    pointer: str
    problem: str
    hint: str = ""


def broken_links(case: Part) -> tuple[Fault, ...]:
    """Return a fault for every id used twice and every reference to something not in the file."""
    visits = tuple(walk(case))
    known = _Known(case, {})
    duplicates = [fault for visit in visits for fault in _duplicates(visit)]
    dangling = [fault for visit in visits for fault in _dangling(visit, known)]
    return (*duplicates, *dangling)


def suggest(wrong: str, possible: tuple[str, ...]) -> str:
    """Return `did you mean "…"?` for the nearest possibility, or nothing if none is near."""
    near = get_close_matches(wrong, possible, n=1)
    return f'Did you mean "{near[0]}"?' if near else ""


@dataclass(frozen=True, slots=True)
class _Known:
    """The ids of each list of a file, looked up once."""

    case: Part
    found: dict[str, tuple[str, ...] | None]

    def ids(self, target: str) -> tuple[str, ...] | None:
        if target not in self.found:
            self.found[target] = self._look_up(target)
        return self.found[target]

    def _look_up(self, target: str) -> tuple[str, ...] | None:
        if target == _CLAIMS:
            return tuple(claim.id for claim in stated_claims(self.case)) or None
        place: Any = self.case
        for name in target.split("."):
            place = None if place is None or isinstance(place, Nil) else getattr(place, name)
        if not isinstance(place, tuple):
            return None
        return tuple(entry.id for entry in place if entry.id is not None)


def _duplicates(visit: Visit) -> Iterator[Fault]:
    for field, value in visit.part.__dict__.items():
        if isinstance(value, tuple):
            yield from _used_twice(value, f"{visit.pointer}/{field}")


def _used_twice(entries: tuple[object, ...], pointer: str) -> Iterator[Fault]:
    first: dict[str, int] = {}
    for position, entry in enumerate(entries):
        entry_id = entry.__dict__.get("id") if isinstance(entry, Part) else None
        if entry_id is None:
            continue
        if entry_id in first:
            problem = f'the id "{entry_id}" is already that of entry {first[entry_id] + 1}'
            yield Fault(f"{pointer}/{position}/id", problem, "Give each entry an id of its own.")
        first.setdefault(entry_id, position)


def _dangling(visit: Visit, known: _Known) -> Iterator[Fault]:
    for field, target in _references(type(visit.part)).items():
        value = visit.part.__dict__[field]
        if isinstance(value, str):
            yield from _unknown(value, f"{visit.pointer}/{field}", target, known)
        elif isinstance(value, tuple):
            for position, entry in enumerate(value):
                yield from _unknown(entry, f"{visit.pointer}/{field}/{position}", target, known)


def _unknown(name: str, pointer: str, target: str, known: _Known) -> Iterator[Fault]:
    ids = known.ids(target)
    if ids is None:
        hint = f"The file states no {target}: add them, or leave this out."
    elif name in ids:
        return
    else:
        hint = suggest(name, ids) or f"The ids there are: {', '.join(ids)}."
    yield Fault(pointer, f'"{name}" is not among the {target} of this file', hint)


@cache
def _references(cls: type[Part]) -> Mapping[str, str]:
    """Return the fields of a model that refer to a list, each with the list's dotted name."""
    hints = get_type_hints(cls, include_extras=True)
    targets = {name: _target(hints[name]) for name in cls.model_fields}
    return {name: target for name, target in targets.items() if target}


def _target(annotation: Any) -> str | None:
    if get_origin(annotation) is Annotated:
        for mark in annotation.__metadata__:
            if isinstance(mark, Refers):
                return mark.to
            if isinstance(mark, RefersToClaim):
                return _CLAIMS
        return _target(annotation.__origin__)
    found = (_target(argument) for argument in get_args(annotation))
    return next((target for target in found if target), None)
