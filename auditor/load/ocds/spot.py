"""Walk through a merged release, knowing where each value stands and which were looked at."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from auditor.load.document import Remark, RemarkKind
from auditor.load.ocds.shadow import AT, Place


@dataclass(slots=True)
class Looked:
    """What was looked at in a release, by path without positions, and what was odd."""

    paths: set[str] = field(default_factory=set)
    remarks: list[Remark] = field(default_factory=list)


@dataclass(slots=True)
class Spot:
    """One value of a release, which may be absent; `path` is its pointer without positions.

    `shadow` stands where releases were merged and holds the places; else `origin` is the place.
    """

    value: Any
    looked: Looked
    path: str = ""
    origin: str = ""
    shadow: Any = None

    def __bool__(self) -> bool:
        """Say whether there is a value."""
        return self.value is not None and self.value != {} and self.value != []

    def __getitem__(self, name: str) -> "Spot":
        """Return what an object holds under a name; absent where this is no object."""
        value = self.value
        if value.__class__ is not dict:  # much of what is asked for is not there
            if value is not None:
                self._refused("an object")
            return ABSENT
        held = value.get(name)
        if held is None:
            return ABSENT
        path = f"{self.path}/{name}"
        self.looked.paths.add(path)
        if self.shadow is None:
            return Spot(held, self.looked, path, f"{self.origin}/{name}")
        shadow = self.shadow.get(name) if isinstance(self.shadow, dict) else None
        origin = f"{self.place}/{name}" if shadow is None else ""
        return Spot(held, self.looked, path, origin, shadow)

    def __iter__(self) -> Iterator["Spot"]:
        """Yield the entries of a list; none where this is no list."""
        if not isinstance(self.value, list):
            self._refused("a list")
            return
        shadows = self.shadow if isinstance(self.shadow, list) else [None] * len(self.value)
        path = f"{self.path}/*"
        self.looked.paths.add(path)
        for number, (each, shadow) in enumerate(zip(self.value, shadows, strict=False)):
            yield Spot(each, self.looked, path, f"{self.origin}/{number}", shadow)

    def under(self, *names: str) -> "Spot":
        """Return what stands under several names, one inside the other."""
        spot = self
        for name in names:
            spot = spot[name]
        return spot

    @property
    def place(self) -> str:
        """Return the pointer of the value into the file."""
        if isinstance(self.shadow, Place):
            return str(self.shadow)
        if isinstance(self.shadow, dict) and AT in self.shadow:
            return str(self.shadow[AT])
        if isinstance(self.shadow, list) and self.shadow:
            first = Spot(None, self.looked, shadow=self.shadow[0]).place
            return first.rpartition("/")[0]
        return self.origin

    def _refused(self, wanted: str) -> None:
        """Note that something stands where an object or a list is wanted."""
        if self.value is not None:
            self.odd(f"{wanted} is wanted here; what stands there was left out")

    def odd(self, text: str, *, kind: RemarkKind = RemarkKind.DEFECT) -> None:
        """Note something about this value that whoever relies on it has to know."""
        self.looked.remarks.append(Remark(kind, text, self.place))


ABSENT = Spot(None, Looked())
"""The spot of everything that is not there; one for all, as nothing is ever noted about it."""
