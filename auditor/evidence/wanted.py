"""Hold what is looked for in one document, and what came of it, as they pass between processes."""

from dataclasses import dataclass
from decimal import Decimal

from auditor.evidence.result import Sought, Sureness


@dataclass(frozen=True, slots=True)
class Wanted:
    """A passage, figure or place that is said to be in a document.

    `value` and `half_unit` are those of a figure that is a number. A place is a page, or a sheet,
    a cell or both.
    """

    kind: Sought
    text: str
    value: Decimal | None = None
    half_unit: Decimal = Decimal(0)
    page: int | None = None
    sheet: str = ""
    cell: str = ""

    @property
    def place(self) -> str:
        """Return the place that is given, in words; empty where none is."""
        if self.page is not None:
            return f"page {self.page}"
        return "!".join(part for part in (self.sheet, self.cell) if part)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of looking for one thing; `piece`, `start` and `end` say where it was found."""

    sureness: Sureness
    stands_at: str = ""
    at_place: bool | None = None
    found: str = ""
    note: str = ""
    piece: int = -1
    start: int = 0
    end: int = 0
