"""Set out a part of an analysis for people: sentences, tables and charts, for any output."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

ChartKind: TypeAlias = Literal["bars", "tornado", "columns", "distribution", "heat"]


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it is printed; the first column names the row, `figures` are set right.

    `detail` marks what a report leaves to the command that prints everything.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    figures: tuple[int, ...] = ()
    detail: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark of a chart: what it stands for, and from where to where it reaches.

    A bar reaches from `low` to `high`, which is from zero in all charts but a tornado; a cell of a
    heat table stands in the column `across`.
    """

    label: str
    low: Decimal
    high: Decimal
    across: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart with the table that says the same in words and figures.

    `unit` is what the axis counts (a currency code, "ratio" or "share"); `line` is a value to be
    marked across the chart, such as the claimed ratio.
    """

    kind: ChartKind
    title: str
    unit: str
    marks: tuple[Mark, ...]
    table: Table
    line: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A part of an analysis: its title, what it says, its tables and its charts."""

    id: str
    title: str
    says: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    charts: tuple[Chart, ...] = ()
