"""Say what the titles of one column tell, the lowest first, and what stands above them."""

from collections.abc import Iterator
from dataclasses import dataclass

from auditor.load.value_map.grid import Grid
from auditor.load.value_map.shares import Scale
from auditor.load.value_map.titles import NONE, Match, column_of, in_context, is_generic
from auditor.load.value_map.words import plain, readings, year_in


@dataclass(frozen=True, slots=True)
class Title:
    """One column of the map: its title as it stands, what it was taken for, and why."""

    column: int
    text: str
    row: int
    match: Match
    scale: Scale | None = None
    said: bool = False

    @property
    def field(self) -> str:
        """Return the field that the column holds, or nothing."""
        return self.match.field


def told_by(
    grid: Grid, column: int, own: list[tuple[int, str]], rows: tuple[int, int], left: str
) -> tuple[int, Match]:
    """Return what the titles of a column say, and the row of the one that tells.

    The lowest title that is known word for word tells, or says it with what stands beside it;
    where there is none, the lowest that is like a known one.
    """
    first, main = rows
    like: tuple[int, Match] | None = None
    for at, words in own:
        if year_in(words):
            return at, NONE  # which year, its neighbours tell
        match = column_of(words)
        if match is NONE and any(map(is_generic, readings(words))):
            match = in_context(words, words_above(grid, at, column, first), left)
            if match.fields:
                return at, match
        elif match.fields and not match.how:
            return at, match
        elif match.fields and at >= main - 1:
            like = like or (at, match)
    return like or (own[0][0], NONE)


def own_titles(grid: Grid, column: int, first: int, last: int) -> Iterator[tuple[int, str]]:
    """Yield the titles that belong to one column alone, the lowest first."""
    seen: set[tuple[int, int]] = set()
    for row in range(last, first - 1, -1):
        area = grid.area(row, column)
        top = area.first_row, area.first_column
        if area.first_column != area.last_column or top in seen:
            continue
        seen.add(top)
        value = grid.cell(*top).value
        words = f"{value}" if type(value) is int else grid.text(*top)
        if words:
            yield top[0], words


def words_above(grid: Grid, row: int, column: int, first: int) -> str:
    """Return the words of the headings over a title, those that spread from the left included."""
    found = []
    for above in range(row - 1, first - 1, -1):
        words = grid.shown(above, column)
        for left in range(column - 1, 0, -1):
            if words:
                break
            words = grid.shown(above, left)
        found.append(plain(words))
    return " ".join(found)
