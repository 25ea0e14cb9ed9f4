"""Take the data of a file apart into what each sheet of the workbook holds."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from auditor.load.template.field import Holds, PartSheet, Path
from auditor.model.walk import is_nil

Data = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Entry:
    """What one row or one record sheet holds: values by field, the entry that it belongs to."""

    values: Mapping[str, Any] = field(default_factory=dict)
    owner: str = ""
    number: int = 0


def record_in(part: PartSheet, data: Data) -> Entry:
    """Return what a file states of a part that is one record."""
    record = _at(data, part.path)
    return Entry(dict(_values(part, record)) if isinstance(record, dict) else {})


def entries_in(part: PartSheet, parts: Mapping[Path, PartSheet], data: Data) -> tuple[Entry, ...]:
    """Return the entries that a file states of a part that is a list."""
    return tuple(
        Entry(dict(_values(part, record)), owner, number)
        for number, (owner, record) in enumerate(_records(part, parts, data), start=1)
    )


def _records(
    part: PartSheet, parts: Mapping[Path, PartSheet], data: Data
) -> Iterator[tuple[str, Data]]:
    """Yield each record of a list with what the entry goes by that it belongs to."""
    if not part.of_entry:
        listed = _at(data, part.path)
        if isinstance(listed, list):
            yield from (("", record) for record in listed)
        return
    holder = parts[part.holder]
    for number, (_, record) in enumerate(_records(holder, parts, data), start=1):
        listed = _at(record, part.inside)
        if isinstance(listed, list):
            name = str(number if holder.numbered else record["id"])
            yield from ((name, each) for each in listed)


def _values(part: PartSheet, record: Data) -> Iterator[tuple[str, Any]]:
    """Yield the fields of a record that have something to show in their cells."""
    for each in part.fields:
        value = _at(record, each.path)
        if value is None:
            continue
        shown = is_nil(value) or (each.holds is Holds.RECORD and not value)
        if shown or not each.holds_parts:
            yield each.key, value


def _at(data: Any, path: Path) -> Any:
    """Return the value at a path, or None where there is none."""
    for name in path:
        if not isinstance(data, dict):
            return None
        data = data.get(name)
    return data


def stated_paths(data: Any, path: str = "") -> Iterator[str]:
    """Yield the dotted path of everything that a file states, without positions in lists.

    >>> sorted(set(stated_paths({"sroi": {"rows": [{"id": "gp"}, {"id": "walk"}]}})))
    ['sroi', 'sroi.rows', 'sroi.rows.id']
    """
    if isinstance(data, list):
        for entry in data:
            yield from stated_paths(entry, path)
    elif isinstance(data, dict):
        for name, value in data.items():
            inner = f"{path}.{name}" if path else name
            yield inner
            yield from stated_paths(value, inner)
