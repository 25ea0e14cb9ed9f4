"""Build values from events, within bounds of depth, noting keys that come twice."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from auditor.load.bounds import MAX_DEPTH
from auditor.load.fault import Fault
from auditor.load.ocds.events import Event
from auditor.load.pointer import step

_ENDS = ("end_map", "end_array")


@dataclass(slots=True)
class Built:
    """A value that was built, and the pointers of the keys that stand in it more than once."""

    value: Any
    repeated: list[str] = field(default_factory=list)


def build(events: Iterator[Event], event: str, value: Any, *, name: str) -> Built:
    """Return the value that begins with an event; raises Fault where it is too deep."""
    built = Built(_empty(event, value))
    if event not in ("start_map", "start_array"):
        return built
    inside: list[tuple[Any, str]] = [(built.value, "")]
    key = ""
    holder, pointer = built.value, ""
    for kind, each in events:
        if kind == "map_key":
            key = each
            if key in holder:
                built.repeated.append(pointer + step(key))
        elif kind == "start_map" or kind == "start_array":
            if len(inside) == MAX_DEPTH:
                raise too_deep(name=name)
            made: Any = {} if kind == "start_map" else []
            pointer = _put(holder, pointer, key, made)
            holder = made
            inside.append((holder, pointer))
        elif kind in _ENDS:
            inside.pop()
            if not inside:
                break
            holder, pointer = inside[-1]
        elif holder.__class__ is dict:
            holder[key] = each
        else:
            holder.append(each)
    return built


def _put(holder: Any, pointer: str, key: str, made: Any) -> str:
    """Put a new list or object where it belongs, and return its pointer."""
    if isinstance(holder, dict):
        holder[key] = made
        return pointer + step(key)
    holder.append(made)
    return f"{pointer}/{len(holder) - 1}"


def _empty(event: str, value: Any) -> Any:
    return {} if event == "start_map" else [] if event == "start_array" else value


def too_deep(*, name: str) -> Fault:
    """Return the refusal of what stands too deep inside one another."""
    problem = f"lists and objects stand more than {MAX_DEPTH} deep inside one another"
    hint = "No release needs more than fifteen levels; look for brackets that never close."
    return Fault(problem, name=name, hint=hint)
