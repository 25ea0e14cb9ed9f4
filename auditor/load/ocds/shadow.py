"""Make the shadow of a release, in which each value is replaced by its own place."""

from typing import Any

from auditor.load.pointer import step

AT = "\0at"
"""The key under which the shadow of an object keeps the object's own place."""


class Place(str):
    """The pointer of a value, standing in its stead."""

    __slots__ = ()


def sound(value: Any) -> Any:
    """Return a value whose ids are texts or whole numbers, which merging relies on."""
    if isinstance(value, dict):
        return {key: _named(each) if key == "id" else sound(each) for key, each in value.items()}
    return [sound(each) for each in value] if isinstance(value, list) else value


def _named(value: Any) -> Any:
    return value if value is None or isinstance(value, str) or type(value) is int else str(value)


def shadow_of(value: Any, place: str) -> Any:
    """Return a value with every part of it replaced by the place where it stands."""
    if isinstance(value, dict):
        inside = {
            key: _named(each) if key == "id" else shadow_of(each, place + step(key))
            for key, each in value.items()
        }
        return {**inside, AT: Place(place)}
    if isinstance(value, list):
        return [shadow_of(each, f"{place}/{number}") for number, each in enumerate(value)]
    return None if value is None else Place(place)
