"""Hold a file as it was read: plain data, digest, and the place of every value."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed file.

    `name` is the base name (never a folder). `data` holds only dict, list, str, int, Decimal, bool
    and None. `sha256` is the digest of the file's bytes. `places` maps JSON pointers to places a
    person can find, such as `line 14`.
    """

    name: str
    data: Any
    sha256: str
    places: Mapping[str, str]

    def place(self, pointer: str) -> str:
        """Return the place of a value, or of the nearest part of the file that holds it."""
        while pointer and pointer not in self.places:
            pointer = pointer.rpartition("/")[0]
        return self.places.get(pointer, "")
