"""Notice what a later release says in a form that merging cannot take over."""

from collections.abc import Iterator, Sequence
from typing import Any

from auditor.load.document import Remark, RemarkKind
from auditor.load.ocds.split import Item
from auditor.load.pointer import step

_TAKEN_BACK = "this release empties what an earlier one holds; what stood there before was read"
_OTHER = "an earlier release holds another kind of value here; that one was read, and not this one"


def clashes(ordered: Sequence[Item]) -> Iterator[Remark]:
    """Yield a remark on each single value where an earlier release has more than one."""
    held: set[str] = set()
    for item in ordered:
        fresh: set[str] = set()
        for path, place, value in _parts(item.value, "", item.pointer):
            if _is_held(value):
                fresh.add(path)
            elif path in held:
                text = _OTHER if value else _TAKEN_BACK
                yield Remark(RemarkKind.LOSS, text, place)
        held |= fresh


def _is_held(value: Any) -> bool:
    """Say whether a value is one that merging goes into: an object, or a list that holds one."""
    return isinstance(value, dict) or _holds_objects(value)


def _holds_objects(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(each, dict) for each in value)


def _parts(value: dict[str, Any], path: str, place: str) -> Iterator[tuple[str, str, Any]]:
    """Yield every part of a release with its path, in which entries of lists go by their ids."""
    waiting: list[tuple[Any, str, str]] = [(value, path, place)]
    while waiting:
        holder, path, place = waiting.pop()
        if isinstance(holder, list):
            inside = [
                (each, f"{path}/{each['id']}", f"{place}/{number}")
                for number, each in enumerate(holder)
                if isinstance(each, dict) and each.get("id") is not None
            ]
        else:
            inside = [(each, path + step(key), place + step(key)) for key, each in holder.items()]
        yield from ((its, at, each) for each, its, at in inside)
        waiting += (each for each in reversed(inside) if isinstance(each[0], dict | list))
