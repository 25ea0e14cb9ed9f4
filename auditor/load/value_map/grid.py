"""See a sheet as rows and columns, merged areas included."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from auditor.load.sheets import Area, Cell, Sheet, cell_place

NO_CELL = Cell(None)


@dataclass(frozen=True)
class Grid:
    """One sheet, asked by row and column."""

    sheet: Sheet

    def cell(self, row: int, column: int) -> Cell:
        """Return a cell as it stands, or an empty one."""
        return self.sheet.cells.get((row, column), NO_CELL)

    def text(self, row: int, column: int) -> str:
        """Return the text of a cell without space around it; nothing for other values."""
        value = self.cell(row, column).value
        return value.strip() if isinstance(value, str) else ""

    def place(self, row: int, column: int) -> str:
        """Return the place of a cell as a person would say it."""
        return cell_place(self.sheet.name, row, column)

    @cached_property
    def rows(self) -> dict[int, list[int]]:
        """Return the columns of the filled cells of each row, both in order."""
        found: dict[int, list[int]] = {}
        for row, column in sorted(self.sheet.cells):
            found.setdefault(row, []).append(column)
        return found

    @cached_property
    def last_column(self) -> int:
        """Return the last column that holds anything."""
        return max((columns[-1] for columns in self.rows.values()), default=0)

    @cached_property
    def _owners(self) -> dict[tuple[int, int], Area]:
        """Return the merged area of each cell, for as many as a heading and a table may have."""
        found: dict[tuple[int, int], Area] = {}
        left = _MOST_MERGED
        for area in self.sheet.merged:
            left -= _size(area)
            if left >= 0:
                for row in range(area.first_row, area.last_row + 1):
                    for column in range(area.first_column, area.last_column + 1):
                        found[row, column] = area
        return found

    def area(self, row: int, column: int) -> Area:
        """Return the merged area in which a cell stands, or the cell alone."""
        return self._owners.get((row, column), Area(row, column, row, column))

    def shown(self, row: int, column: int) -> str:
        """Return the text that is seen at a cell, be it of the area that it was merged into."""
        area = self.area(row, column)
        return self.text(area.first_row, area.first_column)

    def texts(self) -> Iterator[tuple[int, int, str]]:
        """Yield row, column and text of every cell that holds words, in order."""
        for (row, column), cell in sorted(self.sheet.cells.items()):
            if isinstance(cell.value, str):
                yield row, column, cell.value.strip()


_MOST_MERGED = 200_000  # cells: what is merged beyond is a background, not a heading


def _size(area: Area) -> int:
    return (area.last_row - area.first_row + 1) * (area.last_column - area.first_column + 1)
