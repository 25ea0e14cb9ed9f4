"""Hold a file as it was read: plain data, digest, and the place of every value."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class RemarkKind(StrEnum):
    """What sort of thing there is to know about how a file was read."""

    READING = "reading"
    ASSUMPTION = "assumption"
    LOSS = "loss"
    DEFECT = "defect"


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about how a file was read that whoever relies on the result has to know.

    A `reading` is what a heading or value was taken to mean; an `assumption` is what was supplied
    because the file does not say it; a `loss` is what the file may have held before it was
    exported; a `defect` is a place where the file contradicts itself as a document. `place` is
    where, as in `Document.places`.
    """

    kind: RemarkKind
    text: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed file.

    `name` is the base name (never a folder). `data` holds only dict, list, str, int, Decimal, bool
    and None. `sha256` is the digest of the file's bytes. `places` maps JSON pointers to places a
    person can find, such as `line 14` or `Outcomes!H14`. `remarks` say how the file was read, where
    that was not plain from its format.
    """

    name: str
    data: Any
    sha256: str
    places: Mapping[str, str]
    remarks: tuple[Remark, ...] = ()

    def place(self, pointer: str) -> str:
        """Return the place of a value, or of the nearest part of the file that holds it."""
        while pointer and pointer not in self.places:
            pointer = pointer.rpartition("/")[0]
        return self.places.get(pointer, "")
