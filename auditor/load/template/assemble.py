"""Put what the sheets state together into the data of a file, with the place of every value."""

from dataclasses import dataclass, field
from typing import Any

from auditor.load.pointer import step
from auditor.load.template.field import PartSheet, Path
from auditor.load.template.reading import Notes, Record, Stated
from auditor.model.links import suggest

Data = dict[str, Any]


@dataclass(slots=True)
class Entry:
    """An entry of a list as it stands in the data, with its JSON pointer."""

    data: Data
    pointer: str


@dataclass(slots=True)
class Assembly:
    """The data of a file while its parts are put in, and the entries of each list by their id."""

    notes: Notes
    data: Data = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    entries: dict[Path, dict[str, list[Entry]]] = field(default_factory=dict)

    def add_record(self, part: PartSheet, record: Record) -> None:
        """Put in a part that is one record; the file itself is one."""
        pointer = _pointer(part.path)
        if not any(each.value is not None for each in record.fields.values()):
            if not part.path:
                self._places(record, pointer, everything=True)
            return
        target = self._reach(self.data, part.path, record.place)
        if target is not None:
            if part.path:
                self.places[pointer] = record.place
            self._fill(record, target, pointer, everything=not part.path)

    def add_list(self, part: PartSheet, records: list[Record]) -> None:
        """Put in the entries of a list, each where it belongs."""
        self.entries[part.path] = {}
        for record in records:
            held = self._holder(part, record)
            if held is None:
                continue
            listed = self._reach_list(held.data, part.inside, record.place)
            if listed is None:
                continue
            above = f"{held.pointer}{_pointer(part.inside)}"
            pointer = f"{above}/{len(listed)}"
            if not listed:
                self.places[above] = record.place
            self.places[pointer] = record.place
            entry: Data = {}
            listed.append(entry)
            self._fill(record, entry, pointer)
            name = record.number if part.numbered else entry.get("id")
            if isinstance(name, str):
                self.entries[part.path].setdefault(name, []).append(Entry(entry, pointer))

    def _holder(self, part: PartSheet, record: Record) -> Entry | None:
        """Return what a row belongs to: an entry of another list, or the one record there is."""
        if not part.of_entry:
            target = self._reach(self.data, part.holder, record.place)
            return None if target is None else Entry(target, _pointer(part.holder))
        known = self.entries.get(part.holder, {})
        found = known.get(record.owner, [])
        if len(found) == 1:
            return found[0]
        listed = ".".join(part.holder)
        if found:
            says, hint = f'several entries of {listed} have the id "{record.owner}"', _OWN_ID
        elif record.owner:
            says = f'{listed} has no entry with the id "{record.owner}"'
            hint = suggest(record.owner, tuple(known)) or f"Write an id that stands in {listed}."
        else:
            says = f"it is not said which entry of {listed} this row belongs to"
            hint = "Write the id of that entry, in every row."
        self.notes.wrong(says, record.owner_place, hint, part.key)
        return None

    def _fill(
        self, record: Record, target: Data, pointer: str, *, everything: bool = False
    ) -> None:
        for each in record.fields.values():
            if each.value is None:
                continue
            path = each.field.path
            inner = target if len(path) == 1 else self._reach(target, path[:-1], each.place)
            if inner is None:
                continue
            if each.field.holds_parts and each.value == {}:
                inner.setdefault(path[-1], {})
            else:
                inner[path[-1]] = each.value
        self._places(record, pointer, everything=everything)

    def _places(self, record: Record, pointer: str, *, everything: bool = False) -> None:
        """Note where what is stated stands, and where what must be there would."""
        for each in record.fields.values():
            wanted = each.field.must and len(each.field.path) == 1
            if each.value is not None or wanted or everything:
                at = pointer + _pointer(each.field.path)
                self.places[at] = each.place
                if len(each.field.path) > 1:
                    self._above(at, pointer, each)

    def _above(self, at: str, pointer: str, stated: Stated) -> None:
        above = at.rpartition("/")[0]
        while above != pointer and above not in self.places:
            self.places[above] = stated.place
            above = above.rpartition("/")[0]

    def _reach(self, target: Data, path: Path, place: str) -> Data | None:
        """Return the record at a path, made where it is missing; None where there is said none."""
        for name in path:
            target = target.setdefault(name, {})
            if "none" in target:
                self._contradicted(name, place)
                return None
        return target

    def _reach_list(self, target: Data, path: Path, place: str) -> list[Data] | None:
        holder = self._reach(target, path[:-1], place)
        if holder is None:
            return None
        listed = holder.setdefault(path[-1], [])
        if not isinstance(listed, list):
            self._contradicted(path[-1], place)
            return None
        return listed

    def _contradicted(self, name: str, place: str) -> None:
        says = f"the workbook says that there is none of {name}, and states it here"
        self.notes.wrong(says, place, "Take one of the two out.")


_OWN_ID = "Give each entry an id of its own."


def _pointer(path: Path) -> str:
    return step(path[0]) if len(path) == 1 else "".join(step(name) for name in path)
