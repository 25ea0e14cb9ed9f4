"""Ask about columns whose titles say that they are in thousands, in millions, or in months."""

import re

from auditor.load.sheets import column_letters
from auditor.load.value_map.record import Record
from auditor.load.value_map.table import Table
from auditor.load.value_map.words import plain

_MONEY = ("proxy", "proxy_unit", "proxy_total", "input_value", "impact", "present_value")
_SIGN = "(?:£|\\$|€|\\b(?:gbp|usd|eur)\\b)"
_MANY = re.compile(
    rf"{_SIGN}\s*['’]?000s?\b|['’]000s?\b|{_SIGN}\s*(?:k|m|mn|million|thousand)s?\b"
    r"|\bin (?:thousand|million)s?\b|\((?:k|m|thousands?|millions?)\)",
    re.IGNORECASE,
)


def ask_about_units(table: Table, record: Record) -> None:
    """Ask for whole amounts, and for durations in years, where titles speak of other units."""
    _ask_about_thousands(table, record)
    for title in table.heading.titles:
        words = plain(title.text)
        if title.field == "duration" and not title.said and "months" in words.split():
            letters = column_letters(title.column)
            hint = f'Write years, or say that they are: --map "{letters}=duration".'
            problem = f"column {letters} seems to count months: “{title.text[:60]}”"
            record.ask(problem, table.grid.place(title.row, title.column), hint)


def _ask_about_thousands(table: Table, record: Record) -> None:
    """A title, or a line above the titles, may say that zeros were left out."""
    above = next((text for text in _above(table) if _MANY.search(text)), "")
    for title in table.heading.titles:
        money = title.field in _MONEY or title.column in table.years
        said = title.text if _MANY.search(title.text) else above
        if not money or title.said or not said:
            continue
        letters = column_letters(title.column)
        field = title.field if title.field in _MONEY else f"year_{table.years[title.column]}"
        problem = f"column {letters} seems to leave out zeros: “{said[:60]}”"
        hint = "Write the amounts in full, or say that they are: "
        record.ask(problem, table.grid.place(title.row, title.column),
                   f'{hint}--map "{letters}={field}".')  # fmt: skip


def _above(table: Table) -> list[str]:
    rows = [row for row in table.grid.rows if row <= table.heading.last_row]
    titled = {title.column for title in table.heading.titles}
    return [
        text
        for row in rows
        for column in table.grid.rows[row]
        if (text := table.grid.text(row, column))
        and not (column in titled and row >= table.heading.first_row)
    ]
