"""Hold what titles say against the cells below: words are no numbers, and numbers are no words."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from auditor.load.value_map.amounts import is_meant_as_number, is_nothing
from auditor.load.value_map.column_titles import Title
from auditor.load.value_map.grid import Grid
from auditor.load.value_map.titles import NONE, Match

_MOST_ROWS = 200
_NUMBERS_OF = {"proxy_text": "proxy", "input": "input_value"}
_WORDS_OF = {number: words for words, number in _NUMBERS_OF.items()}
_NUMBERS = frozenset(
    (
        "quantity",
        "proxy",
        "proxy_unit",
        "proxy_total",
        "input_value",
        "deadweight",
        "displacement",
        "attribution",
        "attribution_others",
        "attribution_own",
        "drop_off",
        "impact",
    )
)


def held_against_cells(grid: Grid, last_row: int, titles: Sequence[Title]) -> Iterator[Title]:
    """Yield the titles; one that its cells contradict gives way where another column fits."""
    fields = [title.field for title in titles]
    for title in titles:
        field = title.field
        if title.said or not field:
            yield title
            continue
        numbers, words = _counted(grid, last_row, title.column)
        other = _NUMBERS_OF.get(field, "")
        if other and numbers > words and other not in fields:
            yield replace(title, match=Match((other,), "by the numbers in it"))
        elif field in _NUMBERS and not numbers and fields.count(field) > 1:
            yield replace(title, match=NONE)
        elif words and not numbers and (other := _WORDS_OF.get(field, "")) not in ("", *fields):
            yield replace(title, match=Match((other,), "by the words in it"))
        else:
            yield title


def _counted(grid: Grid, last_row: int, column: int) -> tuple[int, int]:
    numbers = words = 0
    for row in grid.rows:
        if last_row < row <= last_row + _MOST_ROWS:
            cell = grid.cell(row, column)
            number = is_meant_as_number(cell)
            numbers += number
            words += bool(grid.text(row, column)) and not number and not is_nothing(cell)
    return numbers, words
