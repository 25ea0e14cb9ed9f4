"""Find the heading of a value map in a sheet, and what each of its columns holds."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from auditor.load.sheets import column_letters
from auditor.load.value_map.corrections import EXTRA, Corrections
from auditor.load.value_map.grid import Grid
from auditor.load.value_map.shares import Scale
from auditor.load.value_map.titles import NONE, Match, column_of, in_context, is_generic
from auditor.load.value_map.words import plain, readings

_DEEPEST = 80
"""A heading stands in the first rows, or below an introduction that is not longer than this."""
_ROWS_ABOVE, _ROWS_BELOW = 3, 2
_WIDEST = 200
_CORE = frozenset(
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
_NEEDED = 3
_INPUTS = frozenset({"input", "input_value"})
_YEAR = re.compile(r"(?:(?:impact |value |social value )?(?:in )?(?:year|yr|y) ?)(\d{1,2})(?: .*)?")
_BARE = re.compile(r"(\d{1,2})|((?:19|20)\d\d)(?: \d\d(?:\d\d)?)?")
_DISCOUNTED = ("present value", "discount", "pv")


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
        numbers = self.fields & _CORE
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
        score = sum(1 for match in _direct(grid, row) if match.field)
        if score >= 2 and (best is None or score > best[0]):
            best = (score, row)
    return _heading(grid, best[1], corrections) if best else None


def _direct(grid: Grid, row: int) -> Iterator[Match]:
    for column in grid.rows[row]:
        text = grid.text(row, column)
        if text and column <= _WIDEST:
            yield Match(("generic",)) if any(map(is_generic, readings(text))) else column_of(text)


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
    return Heading(first, last, tuple(_years(grid, first, titles)))


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
    return sum(1 for t in texts if t and (column_of(t).field or any(map(is_generic, readings(t)))))


def _title(
    grid: Grid, column: int, rows: tuple[int, int, int], left: str, corrections: Corrections
) -> Title | None:
    first, main, last = rows
    own = list(_own(grid, column, first, last))
    letters = column_letters(column)
    said = corrections.column(grid.sheet.name, letters)
    text = " / ".join(words for _, words in reversed(own))
    row = own[0][0] if own else main
    if said:
        match = NONE if said.field == EXTRA else Match((said.field,), "as --map says")
        return Title(column, text, row, match, said.scale, said=True)
    if not own:
        return None
    for at, words in own:
        match = column_of(words)
        if at < main - 1 and match.how:
            continue  # far above, only a title that is known word for word counts
        if match is NONE and any(map(is_generic, readings(words))):
            match = in_context(words, _above(grid, at, column, first), left)
        if match.fields:
            return Title(column, text, at, match)
    return Title(column, text, row, NONE)


def _own(grid: Grid, column: int, first: int, last: int) -> Iterator[tuple[int, str]]:
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


def _above(grid: Grid, row: int, column: int, first: int) -> str:
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


def _years(grid: Grid, first: int, titles: list[Title]) -> Iterator[Title]:
    """Read the columns of years: named as such, or a run of numbers one after the other."""
    numbers = {title.column: _year_of(grid, first, title) for title in titles}
    for title in titles:
        number, named = numbers[title.column] or (None, False)
        if number is None or (title.field and not title.field.startswith("year_")) or title.said:
            yield title
            continue
        beside = [numbers.get(title.column + step) for step in (-1, 1)]
        run = any(
            each and each[0] == number + step for step, each in zip((-1, 1), beside, strict=True)
        )
        if named or run:
            yield Title(title.column, title.text, title.row, Match((f"at_{number}",)))
        else:
            yield title


def _year_of(grid: Grid, first: int, title: Title) -> tuple[int, bool] | None:
    above = _above(grid, title.row, title.column, first)
    if any(f" {word}" in f" {above} " for word in _DISCOUNTED):
        return None
    for form in readings(title.text):
        if found := _YEAR.fullmatch(form):
            return int(found[1]), True
        if found := _BARE.fullmatch(form):
            return int(found[1] or found[2]), False
    return None


def numbered(heading: Heading) -> Mapping[int, int]:
    """Return the columns of years, each with its year of the analysis; the first is year 1."""
    found = sorted(
        (int(title.field.removeprefix("at_")), title.column)
        for title in heading.titles
        if title.field.startswith("at_")
    )
    first = found[0][0] if found else 1
    told = {
        title.column: int(title.field.removeprefix("year_"))
        for title in heading.titles
        if title.field.startswith("year_")
    }
    return {column: number - first + 1 for number, column in found} | told
