"""Find the heading of a value map in a sheet, and what each of its columns holds."""

from dataclasses import dataclass

from auditor.load.sheets import column_letters
from auditor.load.value_map.column_titles import Title, own_titles, told_by
from auditor.load.value_map.contents import held_against_cells
from auditor.load.value_map.corrections import EXTRA, Corrections
from auditor.load.value_map.grid import Grid
from auditor.load.value_map.titles import NONE, Match, column_of, is_generic, is_title
from auditor.load.value_map.words import plain, readings, year_in
from auditor.load.value_map.year_columns import with_years

_DEEPEST = 80
"""A heading stands in the first rows, or below an introduction that is not longer than this."""
_ROWS_ABOVE, _ROWS_BELOW = 3, 2
_WIDEST = 200
CORE = frozenset(
    (
        "quantity",
        "proxy",
        "proxy_unit",
        "proxy_total",
        "deadweight",
        "displacement",
        "attribution",
        "attribution_others",
        "attribution_own",
        "drop_off",
        "impact",
        "duration",
    )
)
"""The numbers of an outcome."""
_NEEDED = 3
_INPUTS = frozenset({"input", "input_value"})


@dataclass(frozen=True, slots=True)
class Heading:
    """The rows of a heading and its columns, in order."""

    first_row: int
    last_row: int
    titles: tuple[Title, ...]

    @property
    def fields(self) -> frozenset[str]:
        """Return all fields that have a column."""
        return frozenset(title.field for title in self.titles if title.field)

    @property
    def is_map(self) -> bool:
        """Say whether these are the columns of a value map."""
        numbers = self.fields & CORE
        return len(numbers) >= _NEEDED and bool(numbers & {"quantity", "impact"})

    @property
    def is_inputs(self) -> bool:
        """Say whether these are the columns of a list of inputs alone."""
        return self.fields >= _INPUTS and not self.is_map


def find_heading(grid: Grid, corrections: Corrections) -> Heading | None:
    """Return the heading of the map in a sheet, or of a list of inputs, or None."""
    if corrections.heading is not None:
        return _heading(grid, corrections.heading, corrections)
    best: tuple[int, int] | None = None
    for row in list(grid.rows)[:_DEEPEST]:
        score = sum(is_title(grid.text(row, column)) for column in grid.rows[row][:_WIDEST])
        if score >= 2 and (best is None or score > best[0]):
            best = (score, row)
    return _heading(grid, best[1], corrections) if best else None


def _heading(grid: Grid, row: int, corrections: Corrections) -> Heading:
    last = row
    while last < row + _ROWS_BELOW and _is_below(grid, last + 1, row):
        last += 1
    first = row
    while first > max(1, row - _ROWS_ABOVE) and grid.rows.get(first - 1):
        first -= 1
    titles: list[Title] = []
    left = ""
    for column in range(1, min(grid.last_column, _WIDEST) + 1):
        title = _title(grid, column, (first, row, last), left, corrections)
        if title:
            titles.append(title)
            left = title.field or left
    found = list(with_years(grid, first, titles))
    return Heading(first, last, tuple(held_against_cells(grid, last, found)))


def _is_below(grid: Grid, row: int, main: int) -> bool:
    """Say whether a row belongs to the heading: words in it, no numbers, columns told by it."""
    columns = grid.rows.get(row, [])
    texts = [grid.text(row, column) for column in columns]
    under_merged = any(
        grid.area(main, column).last_row > main or grid.area(main, column).last_column > column
        for column in grid.rows.get(main, [])
    )
    if not columns or not all(texts):
        return bool(columns) and under_merged and _told(texts) >= 2 and row == main + 1
    return _told(texts) >= 2 or all(not plain(text) for text in texts)


def _told(texts: list[str]) -> int:
    return sum(1 for t in texts if t and _tells(t))


def _tells(text: str) -> bool:
    """Say whether a text is the title of a column, be it one that says too little alone."""
    year = year_in(text)
    return bool(column_of(text).field or (year and year[1]) or any(map(is_generic, readings(text))))


def _title(
    grid: Grid, column: int, rows: tuple[int, int, int], left: str, corrections: Corrections
) -> Title | None:
    first, main, last = rows
    own = list(own_titles(grid, column, first, last))
    letters = column_letters(column)
    said = corrections.column(grid.sheet.name, letters)
    text = " / ".join(words for _, words in reversed(own))
    row = own[0][0] if own else main
    if said:
        match = NONE if said.field == EXTRA else Match((said.field,), "as --map says")
        return Title(column, text, row, match, said.scale, said=True)
    if not own:
        return None
    row, match = told_by(grid, column, own, (first, main), left)
    told = next((words for at, words in own if at == row), "")
    text = told if year_in(told) else text
    return Title(column, text, row, match)
