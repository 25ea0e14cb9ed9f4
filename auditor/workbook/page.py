"""Hold one sheet of the workbook as it is to be written: cells, how they look, what they take."""

from dataclasses import dataclass, field

from auditor.load.sheets import Area, Cell, Position, Sheet
from auditor.load.template.encode import GENERAL


@dataclass(frozen=True, slots=True)
class Shown:
    """A cell with the name of its look; `link` is the sheet that a click leads to."""

    cell: Cell
    look: str = "plain"
    link: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """What a spreadsheet program says about, and accepts in, some cells of one column.

    `sort` is `list`, `integer`, `decimal`, `date` or `any`. A list is offered from `source`, an
    area on the sheet `source_sheet`, or from `offers`. A `strict` check refuses other values.
    """

    area: Area
    title: str
    message: str
    sort: str = "any"
    source: Area | None = None
    source_sheet: str = ""
    offers: tuple[str, ...] = ()
    least: object = None
    most: object = None
    strict: bool = True


@dataclass(slots=True)
class Page:
    """One sheet while it is put together. Rows and columns count from 1."""

    name: str
    cells: dict[Position, Shown] = field(default_factory=dict)
    widths: dict[int, int] = field(default_factory=dict)
    formats: dict[int, str] = field(default_factory=dict)
    heights: dict[int, int] = field(default_factory=dict)
    checks: list[Check] = field(default_factory=list)
    frozen: Position = (0, 0)
    head_rows: int = 0
    """How many rows at the top do not look like the columns below them."""

    filtered: Area | None = None
    repeated_rows: tuple[int, int] | None = None
    repeated_columns: int = 0

    def put(
        self, row: int, column: int, value: str | Cell, look: str = "plain", link: str = ""
    ) -> None:
        """Put a text or a cell where it is to stand."""
        cell = value if isinstance(value, Cell) else Cell(value, number_format=GENERAL)
        self.cells[row, column] = Shown(cell, look, link)

    @property
    def sheet(self) -> Sheet:
        """Return the cells as a reader of the workbook finds them."""
        held = {at: shown.cell for at, shown in self.cells.items() if shown.cell.value is not None}
        return Sheet(self.name, held)
