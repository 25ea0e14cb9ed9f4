"""Say how every column of a map is read, and ask where a title could mean several things."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from auditor.load.sheets import column_letters
from auditor.load.value_map.amounts import is_nothing, number_in
from auditor.load.value_map.banners import banners, name_in
from auditor.load.value_map.column_titles import Title
from auditor.load.value_map.corrections import EXTRA
from auditor.load.value_map.impacts import (
    follow_from_what_is_kept,
    holds_numbers,
    make_wholes,
    multiplied,
)
from auditor.load.value_map.record import Record
from auditor.load.value_map.table import Table
from auditor.load.value_map.titles import says
from auditor.load.value_map.words import year_in

_WORDED = frozenset(
    (
        "reference",
        "stakeholder",
        "group_size",
        "involved",
        "input",
        "outputs",
        "outcome",
        "indicator",
        "quantity_source",
        "sample",
        "proxy_text",
        "proxy_source",
        "weight",
    )
)
"""Columns of which a second one changes no figure: the first is read."""
_UNUSED = frozenset(["involved", "outputs", "indicator", "sample", "weight"])
_ONE_OF = ("attribution", "attribution_others", "attribution_own")


def told(table: Table, record: Record, elsewhere: frozenset[str] = frozenset()) -> Table:
    """Remark on every column, ask about the unclear ones, and settle which proxy is multiplied."""
    kept = Counter(title.field for title in table.heading.titles if title.field)
    seen: set[str] = set()
    for title in table.heading.titles:
        place = table.grid.place(title.row, title.column)
        if len(title.match.fields) > 1:
            _ask(record, title, place, "its title could mean several things", title.match.fields)
        elif title.field and kept[title.field] > 1 and title.field not in _WORDED:
            again = f"{kept[title.field]} columns look like {_says(title.field, table, title)}"
            _ask(record, title, place, again, (_plain(title.field), EXTRA))
        elif title.field in seen or not title.field:
            if title.text:
                record.reading(f"Column {_named(title)} is not used.", place)
        else:
            record.reading(_reading(title, table), place)
        seen.add(title.field)
    _missing(table, record, elsewhere)
    _without_column(table, record, elsewhere)
    return _with_proxy(_with_attribution(table, record), record)


def _with_attribution(table: Table, record: Record) -> Table:
    """Return the table with one column of attribution; ask whose share it is where that is open."""
    several = [name for name in _ONE_OF if name in table.columns]
    if several == ["attribution_others", "attribution_own"] and make_wholes(table, several):
        own, others = (table.columns[name] for name in reversed(several))
        says_why = f"Column {column_letters(own)} is what column {column_letters(others)} leaves"
        record.reading(f"{says_why}; the latter is read.", table.grid.sheet.name)
        rest = {name: at for name, at in table.columns.items() if name != "attribution_own"}
        return replace(table, columns=rest)
    why = "there are several of attribution"
    options: tuple[str, ...] = ("attribution_2", EXTRA)
    if several == ["attribution"] and _title_of(table, "attribution").said:
        return table
    if several == ["attribution"] and follow_from_what_is_kept(table):
        why = "the impacts only follow if it is the share of this activity, which is kept"
        options = ("attribution_own",)
    elif len(several) < 2:
        return table
    for name in several:
        title = _title_of(table, name)
        _ask(record, title, table.grid.place(title.row, title.column), why, (name, *options))
    return table


def _title_of(table: Table, name: str) -> Title:
    return next(t for t in table.heading.titles if t.column == table.columns[name])


_NEEDED = {"quantity": ("quantity",), "proxy": ("proxy", "proxy_unit", "proxy_total")}


def _without_column(table: Table, record: Record, elsewhere: frozenset[str]) -> None:
    """Ask which column holds the quantities or values where none was found and some could."""
    missing = [
        name
        for name, any_of in _NEEDED.items()
        if not any(n in table.columns or n in elsewhere for n in any_of)
    ]
    could = [
        title
        for title in table.heading.titles
        if not title.match.fields and not title.said and holds_numbers(table, title.column)
    ]
    for name in missing if table.heading.is_map and could else ():
        options = " or ".join(f'--map "{column_letters(t.column)}={name}"' for t in could)
        hint = f"Say which it is: {options}; of those that hold something else, "
        hint += f'--map "{column_letters(could[0].column)}={EXTRA}".'
        problem = f"no column was found that holds {says(name)}"
        record.ask(problem, table.grid.place(could[0].row, could[0].column), hint)


_SAYABLE = {
    "deadweight": ("deadweight",),
    "displacement": ("displacement",),
    "attribution": _ONE_OF,
    "drop_off": ("drop_off",),
    "duration": ("duration",),
}


def _missing(table: Table, record: Record, elsewhere: frozenset[str]) -> None:
    """Say which numbers of a row have no column, and which of its cells state none."""
    if table.heading.is_map and "stakeholder" not in {*table.columns, *elsewhere}:
        _without_groups(table, record)
    for name, columns in _SAYABLE.items() if table.heading.is_map or elsewhere else ():
        column = next((table.columns[each] for each in columns if each in table.columns), None)
        if column is None and elsewhere.intersection(columns):
            continue
        if column is None:
            what = f"No column for {says(name)} was found"
        else:
            outcomes = [row for row in table.rows if _is_outcome(table, row)]
            empty = [row for row in outcomes if is_nothing(table.grid.cell(row, column))]
            if not empty:
                continue
            count = f"{len(empty)} of {len(outcomes)} rows"
            what = f"{count} state nothing for {says(name)}"
        known = f'If the map counts it as 0, say so: --map "{name}=0".'
        if name == "duration":
            known = 'If every outcome lasts one year, say so: --map "duration=1".'
        place = (
            table.grid.place(table.heading.last_row, column) if column else table.grid.sheet.name
        )
        record.reading(f"{what}: it is not stated, and nothing is put in its place. {known}", place)


def _without_groups(table: Table, record: Record) -> None:
    """Say whom the outcomes are for where no column does: rows over them may name a group."""
    named = banners(table)
    for row, column in named.items():
        who = name_in(table.grid, row, column)
        record.assume(f"The outcomes below are taken as those of “{who}”, whom this row names.",
                      table.grid.place(row, column))  # fmt: skip
    if not named or table.rows[0] < min(named):
        says_who = "No column says whom the outcomes are for: their stakeholders are not stated"
        above = f" above row {min(named)}." if named else "."
        record.reading(says_who + above, table.grid.sheet.name)


def _is_outcome(table: Table, row: int) -> bool:
    names = ("quantity", "proxy", "proxy_unit", "proxy_total", "impact")
    columns = [*(table.columns[name] for name in names if name in table.columns), *table.years]
    return any(number_in(table.grid.cell(row, column)) for column in columns)


def _named(title: Title) -> str:
    text = " ".join(title.text.split())
    shown = text if len(text) <= 60 else f"{text[:59]}…"
    return f"{column_letters(title.column)} “{shown}”" if text else column_letters(title.column)


def _says(field: str, table: Table, title: Title) -> str:
    if field.startswith("at_"):
        return f"the value of year {table.years.get(title.column, field[3:])}"
    return says(field)


def _plain(field: str) -> str:
    return f"year_{field[3:]}" if field.startswith("at_") else field


def _reading(title: Title, table: Table) -> str:
    how = f", {title.match.how}" if title.match.how else ""
    unused = "; it is not used" if title.field in _UNUSED else ""
    return f"Column {_named(title)} is read as {_says(title.field, table, title)}{how}{unused}."


def _ask(record: Record, title: Title, place: str, why: str, fields: tuple[str, ...]) -> None:
    letters = column_letters(title.column)
    options = " or ".join(f'--map "{letters}={name}"' for name in fields)
    problem = f"it cannot be told what column {_named(title)} holds: {why}"
    record.ask(problem, place, f"Say what it holds: {options}.")


def _with_proxy(table: Table, record: Record) -> Table:
    """Return the table with one column of values, be there one for units and one in all."""
    offers = [name for name in ("proxy", "proxy_total", "proxy_unit") if name in table.columns]
    if offers in ([], ["proxy"]):
        return table
    chosen = offers[0] if offers == ["proxy_unit"] else multiplied(table, offers)
    if chosen is None:
        title = _title_of(table, offers[0])
        why = "there are values of a unit and in all, and the impacts do not tell which is "
        why += "multiplied by the quantity"
        _ask(record, title, table.grid.place(title.row, title.column), why, ("proxy", EXTRA))
        return table
    column = table.columns[chosen]
    says_why = "the impacts follow from it" if len(offers) > 1 else "there is no other"
    record.reading(f"Column {column_letters(column)} is multiplied by the quantity: {says_why}.",
                   table.grid.place(table.heading.last_row, column))  # fmt: skip
    rest = {name: at for name, at in table.columns.items() if name not in offers}
    return replace(table, columns={**rest, "proxy": column})


def years_remark(table: Table, record: Record) -> None:
    """Say which column is the first year, where its title counts otherwise."""
    first = min(table.years.items(), key=lambda each: each[1], default=None)
    shifted: Mapping[int, str] = {
        title.column: title.text for title in table.heading.titles if title.field.startswith("at_")
    }
    told = year_in(shifted.get(first[0], "")) if first else None
    if first and told and told[0] != 1:
        says_first = f"“{shifted[first[0]]}” is taken as the first year of the analysis, year 1."
        record.assume(says_first, table.grid.place(table.heading.last_row, first[0]))
