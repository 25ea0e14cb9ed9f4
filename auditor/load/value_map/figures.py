"""Find the figures that stand beside or below their label: totals, rate, present values, ratio."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from auditor.load.value_map.amounts import number_in
from auditor.load.value_map.grid import Grid
from auditor.load.value_map.table import Table
from auditor.load.value_map.titles import figure_of

Found = tuple[Grid, int, int]
"""A cell: its sheet, row and column."""

_FAR = 40
"""How many columns a figure may stand to the right of its label."""
_WORDED = frozenset({"title", "currency"})


@dataclass(frozen=True)
class Labelled:
    """Figures by their name, each with every place where it stands; and the yearly ones."""

    places: Mapping[str, tuple[Found, ...]]
    yearly: Mapping[int, Found]


def labelled(grids: list[Grid], tables: list[Table]) -> Labelled:
    """Look for labels on all sheets that are read."""
    places: dict[str, list[Found]] = {}
    yearly: dict[int, Found] = {}
    by_sheet = {table.grid.sheet.name: table for table in tables}
    for grid in grids:
        table = by_sheet.get(grid.sheet.name)
        for row, column, text in grid.texts():
            name = figure_of(text)
            if not name or (table and (row in table.rows or table.titled(row, column))):
                continue
            if name == "yearly_present_value":
                yearly = yearly or dict(_under_years(grid, row, table))
                continue
            found = _beside(grid, row, column, worded=name in _WORDED)
            if found:
                places.setdefault(name, []).append((grid, *found))
    return Labelled({name: tuple(found) for name, found in places.items()}, yearly)


def _under_years(grid: Grid, row: int, table: Table | None) -> Iterator[tuple[int, Found]]:
    for column, year in table.years.items() if table else ():
        if number_in(grid.cell(row, column)):
            yield year, (grid, row, column)


def _beside(grid: Grid, row: int, column: int, *, worded: bool) -> tuple[int, int] | None:
    """Return the first figure on the right of a label, or the one below it."""
    for right in grid.rows[row]:
        if not column < right <= column + _FAR:
            continue
        if worded:
            return (row, right) if grid.text(row, right) else None
        if number_in(grid.cell(row, right)):
            return row, right
        if figure_of(grid.text(row, right)):
            break  # what follows belongs to the next label
    below = grid.area(row, column).last_row + 1
    if worded or not number_in(grid.cell(below, column)):
        return None
    if number_in(grid.cell(below + 1, column)):
        return None  # the title of a column, as of a table of scenarios
    return below, column
