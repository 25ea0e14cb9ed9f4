"""Split open contracting data into its releases, in whatever package, record or list they stand."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from auditor.load.bounds import MAX_DEPTH
from auditor.load.document import Remark, RemarkKind
from auditor.load.fault import Fault
from auditor.load.ocds.build import build, too_deep
from auditor.load.ocds.events import Event
from auditor.load.pointer import step

LISTS = ("releases", "records", "results")
"""The keys under which packages and search results hold what they hold."""
_SECTIONS = ("tag", "parties", "buyer", "planning", "tender", "awards", "contracts")


@dataclass(slots=True)
class Item:
    """One release as it was met: its pointer, its content, and what was odd about it."""

    pointer: str
    value: dict[str, Any]
    remarks: tuple[Remark, ...] = ()


@dataclass(slots=True)
class _Met:
    """What was met inside one object while it went by."""

    whole: int = 0
    linked: int = 0


def split(events: Iterator[Event], *, name: str, start: str = "") -> Iterator[Item]:
    """Yield every release; `start` goes before the pointers of a document. Raises Fault.

    From the second document on its number goes before its pointers too.
    """
    for number, (event, value) in enumerate(events, start=1):
        before = start if number == 1 else f"{start}document {number} "
        yield from _any(events, event, value, before, name, 0)


def _any(
    events: Iterator[Event], event: str, value: Any, pointer: str, name: str, depth: int
) -> Iterator[Item]:
    if depth == MAX_DEPTH:
        raise too_deep(name=name)
    if event == "start_map":
        yield from _object(events, pointer, name, depth)
    elif event == "start_array":
        for number, (kind, each) in enumerate(events):
            if kind == "end_array":
                return
            yield from _any(events, kind, each, f"{pointer}/{number}", name, depth + 1)
    else:
        hint = "Give releases, records or packages of the Open Contracting Data Standard."
        problem = "a single value stands where a release is wanted"
        raise Fault(problem, name=f"{name}, {pointer or 'at its start'}", hint=hint)


def _object(events: Iterator[Event], pointer: str, name: str, depth: int) -> Iterator[Item]:
    """Yield the releases that an object holds or, where it holds none, the object if it is one."""
    rest: dict[str, Any] = {}
    odd: list[Remark] = []
    met = _Met()
    for event, key in events:
        if event == "end_map":
            break
        kind, value = next(events)
        inner = pointer + step(key)
        if key in LISTS and kind == "start_array":
            for item in _any(events, kind, value, inner, name, depth + 1):
                linked = "url" in item.value and "ocid" not in item.value
                met.linked += linked
                met.whole += not linked
                if not linked:
                    yield item
            continue
        if key in rest:
            odd.append(_twice(inner))
        built = build(events, kind, value, name=name)
        odd += (_twice(inner + each) for each in built.repeated)
        rest[key] = built.value
    yield from _rest(rest, tuple(odd), met, pointer, least=1 if depth else 2)


def _rest(
    rest: dict[str, Any], odd: tuple[Remark, ...], met: _Met, pointer: str, *, least: int
) -> Iterator[Item]:
    """Yield what an object is beside the releases in it: a release, or a record's own merge."""
    merged = rest.get("compiledRelease")
    versioned = rest.get("versionedRelease")
    if met.linked or (not met.whole and (merged or versioned)):
        if isinstance(merged, dict):
            yield Item(f"{pointer}/compiledRelease", merged, odd)
        elif isinstance(versioned, dict):
            latest = _latest(versioned)
            yield Item(f"{pointer}/versionedRelease", latest, odd)
        elif isinstance(rest.get("ocid"), str):
            yield Item(pointer, {"ocid": rest["ocid"]}, (*odd, _linked(met.linked, pointer)))
    elif met.whole == 0 and (_is_release(rest, least) or _is_link(rest)):
        yield Item(pointer, rest, odd)


def _is_release(value: dict[str, Any], least: int) -> bool:
    """Say whether an object is a release: by its ocid, or by how many sections it has at least."""
    return "ocid" in value or sum(section in value for section in _SECTIONS) >= least


def _is_link(value: dict[str, Any]) -> bool:
    return "url" in value and ("date" in value or "tag" in value)


def _latest(value: Any) -> Any:
    """Return the last of every value that a versioned release keeps over time."""
    if isinstance(value, dict):
        return {key: _latest(each) for key, each in value.items()}
    if isinstance(value, list) and value and all(_is_version(each) for each in value):
        return value[-1]["value"]
    return [_latest(each) for each in value] if isinstance(value, list) else value


def _is_version(value: Any) -> bool:
    return isinstance(value, dict) and "releaseDate" in value and "value" in value


def _twice(place: str) -> Remark:
    text = "the key stands here more than once; the last value was read"
    return Remark(RemarkKind.DEFECT, text, place)


def _linked(number: int, place: str) -> Remark:
    text = f"the record links to {number} releases that are not in the file; nothing is fetched"
    return Remark(RemarkKind.LOSS, text, place)
