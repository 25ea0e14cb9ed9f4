"""Know the portals: what each is called, where it is, and what it publishes for nobody."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from auditor.load.yaml_reader import read_yaml

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Portal:
    """One portal; `leaves_out` are fields of the procurement that it publishes for nobody.

    `one_quality_criterion` says that its export keeps one of several criteria of quality,
    `release_is_notice` that a release is dated with the day of the notice it was made from.
    """

    name: str
    nation: str
    leaves_out: tuple[str, ...]
    one_quality_criterion: bool
    release_is_notice: bool


@cache
def _table() -> Mapping[str, Any]:
    table: Mapping[str, Any] = _read("portals.yaml")
    return table


def _read(name: str) -> Any:
    return read_yaml((_HERE / name).read_bytes(), name=name)[0]


@cache
def _portals() -> Mapping[str, Portal]:
    nowhere = tuple(_table()["nowhere"])
    return {
        each["prefix"]: Portal(
            each["name"],
            each.get("nation", ""),
            (*each["leaves_out"], *nowhere),
            each.get("one_quality_criterion", False),
            each.get("release_is_notice", False),
        )
        for each in _table()["portals"]
    }


def portal_of(process: str) -> Portal:
    """Return the portal by the prefix of an identifier; one without a name if it is unknown."""
    unknown = Portal("", "", tuple(_table()["nowhere"]), False, False)
    return _portals().get("-".join(process.split("-")[:2]), unknown)


def known(table: str) -> Mapping[str, str]:
    """Return a table of words and what they stand for."""
    found: Mapping[str, str] = _table()[table]
    return found


@cache
def _not_used() -> tuple[frozenset[str], frozenset[str]]:
    """Return the whole paths that are known and not used, and the ends of such paths."""
    listed = _read("not_used.yaml")
    every = frozenset(f"{place}/{name}" for place, names in listed.items() for name in names)
    whole = frozenset(each for each in every if each.startswith("/"))
    return whole, every - whole


@cache
def is_known_unused(path: str) -> bool:
    """Say whether the path of a single value is listed as known and not used."""
    whole, ends = _not_used()
    parts = path.split("/")
    return path in whole or any("/".join(parts[start:]) in ends for start in range(1, len(parts)))
