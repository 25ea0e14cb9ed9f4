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
    for kind, each in events:
        holder, pointer = inside[-1]
        if kind in _ENDS:
            inside.pop()
            if not inside:
                break
            continue
        if kind == "map_key":
            key = each
            if key in holder:
                built.repeated.append(pointer + step(key))
            continue
        made = _empty(kind, each)
        if isinstance(holder, dict):
            place = pointer + step(key)
            holder[key] = made
        else:
            place = f"{pointer}/{len(holder)}"
            holder.append(made)
        if kind in ("start_map", "start_array"):
            if len(inside) == MAX_DEPTH:
                raise too_deep(name=name)
            inside.append((made, place))
    return built


def _empty(event: str, value: Any) -> Any:
    return {} if event == "start_map" else [] if event == "start_array" else value


def too_deep(*, name: str) -> Fault:
    """Return the refusal of what stands too deep inside one another."""
    problem = f"lists and objects stand more than {MAX_DEPTH} deep inside one another"
    hint = "No release needs more than fifteen levels; look for brackets that never close."
    return Fault(problem, name=name, hint=hint)
