"""Find the columns of years, and which year of the analysis each of them is."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from auditor.load.value_map.column_titles import Title, words_above
from auditor.load.value_map.grid import Grid
from auditor.load.value_map.titles import Match, column_of
from auditor.load.value_map.words import plain, year_in

_YEAR_ONE = re.compile(
    r"\b(?:in |of |for )?(?:the )?(?:first year|year (?:1|one))\b", re.IGNORECASE
)
_DISCOUNTED = ("present value", "present values", "discounted", "pv", "npv")


def with_years(grid: Grid, first: int, titles: list[Title]) -> Iterator[Title]:
    """Read the columns of years: named as such, or a run of numbers one after the other."""
    numbers = {title.column: _year_of(grid, first, title) for title in titles}
    fields = {title.field for title in titles}
    alone = sum(each is not None for each in numbers.values()) == 1 and "impact" not in fields
    for title in titles:
        number, named = numbers[title.column] or (None, False)
        if number is None or (title.field and not title.field.startswith("year_")) or title.said:
            yield title
            continue
        beside = [numbers.get(title.column + step) for step in (-1, 1)]
        run = any(
            each and each[0] == number + step for step, each in zip((-1, 1), beside, strict=True)
        )
        if named and alone and (known := column_of(_YEAR_ONE.sub("", title.text)).field):
            yield replace(title, match=Match((known,), "of the first year"))
        elif named or run:
            yield Title(title.column, title.text, title.row, Match((f"at_{number}",)))
        else:
            yield title


def _year_of(grid: Grid, first: int, title: Title) -> tuple[int, bool] | None:
    above = words_above(grid, title.row, title.column, first)
    words = f" {above} {plain(title.text)} ".replace(" not discounted", "")
    if any(f" {word} " in words for word in _DISCOUNTED):
        return None
    return year_in(title.text)


def numbered(titles: Sequence[Title]) -> Mapping[int, int]:
    """Return the columns of years, each with its year of the analysis; the first is year 1."""
    found = sorted(
        (int(title.field.removeprefix("at_")), title.column)
        for title in titles
        if title.field.startswith("at_")
    )
    first = found[0][0] if found else 1
    told = {
        title.column: int(title.field.removeprefix("year_"))
        for title in titles
        if title.field.startswith("year_")
    }
    return {column: number - first + 1 for number, column in found} | told
