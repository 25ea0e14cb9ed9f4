"""Say what one field of the workbook holds, and which sheet of it holds what."""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any

Path = tuple[str, ...]
"""Names of fields, each inside the one before."""


class Holds(StrEnum):
    """What stands in the cell of a field, or one on each of its lines."""

    TEXT = "text"
    ID = "id"
    CHOICE = "choice"
    YES_NO = "yes or no"
    DATE = "date"
    WHOLE = "whole number"
    NUMBER = "number"
    FIGURE = "claim"
    USE = "evidence"
    RECORD = "record"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Field:
    """One field, at `path` inside the record of its sheet.

    The cell of a `RECORD` or `LIST` only says that there is none and why, or that a record is there
    although nothing is known of it; its values have cells of their own, on `sheet` where it has one
    to itself.
    """

    path: Path
    title: str
    about: str
    holds: Holds
    many: bool = False
    nil: bool = False
    must: bool = False
    unit: str = ""
    choices: tuple[str | int, ...] = ()
    refers: str = ""
    fixed: str = ""
    least: int | Decimal | None = None
    most: int | Decimal | None = None
    example: Any = None
    sheet: str = ""
    key: str = field(init=False)
    """The name under which a sheet shows the field: `deflator.name`."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "key", ".".join(self.path))

    @property
    def holds_parts(self) -> bool:
        """Say whether its values have cells of their own."""
        return self.holds in (Holds.RECORD, Holds.LIST)


@dataclass(frozen=True, slots=True)
class PartSheet:
    """One sheet: a record, or a list of records with one entry in each row.

    `path` leads to it from the top of the file. `holder` is the path of the sheet whose record it
    belongs to, and `inside` leads from that record to it; the sheet of the file itself has neither.
    """

    path: Path
    name: str
    title: str
    about: str
    listed: bool
    fields: tuple[Field, ...]
    holder: Path = ()
    inside: Path = ()
    of_entry: bool = False
    """Whether the holder is a list, so that each row names the entry that it belongs to."""

    numbered: bool = False
    """Whether rows of other sheets belong to its entries, which have no ids to be named by."""

    @property
    def key(self) -> str:
        """Return the name of the part in the file: `sroi.rows`; the file itself is `file`."""
        return ".".join(self.path) or FILE

    def field(self, key: str) -> Field | None:
        """Return the field of a name, or None."""
        return next((each for each in self.fields if each.key == key), None)


FILE = "file"
"""What the sheet of the file itself goes by."""
