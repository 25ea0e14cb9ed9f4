"""Read the figures that a map reports: totals, present values, ratios, and its discount rate."""

from decimal import Decimal
from typing import Any

from auditor.load.value_map.amounts import Unclear, amount_of, number_in
from auditor.load.value_map.corrections import Corrections
from auditor.load.value_map.figures import Found, Labelled
from auditor.load.value_map.record import Record
from auditor.load.value_map.table import Table
from auditor.load.value_map.titles import says

_REPORTED = (
    "total_inputs",
    "total_impact",
    "total_present_value",
    "net_present_value",
    "ratio",
    "net_ratio",
    "payback_months",
)
_OF_COLUMNS = {
    "total_inputs": "input_value",
    "total_impact": "impact",
    "total_present_value": "present_value",
}
_SURELY_SHARE, _SURELY_PERCENT = Decimal("0.2"), Decimal("0.5")


def reported(
    tables: list[Table], lists: list[Table], found: Labelled, record: Record, *, joined: bool
) -> dict[str, Any]:
    """Return the reported figures, each with the place where it stands."""
    data: dict[str, Any] = {}
    for name in _REPORTED:
        cells = list(found.places.get(name, ()))
        cells += _totals(name, [*tables, *lists])
        if cells:
            _report(data, name, cells, record)
    years = _years(tables, found, record, whole=joined or len(tables) == 1)
    if years:
        data["years"] = years
    return data


def _totals(name: str, tables: list[Table]) -> list[Found]:
    """Return the cells of total rows that hold a figure; parts of a map have no total of it."""
    column = _OF_COLUMNS.get(name)
    cells: list[Found] = [
        (table.grid, table.total, table.columns[column])
        for table in tables
        if column and table.total and column in table.columns
    ]
    filled = [cell for cell in cells if number_in(cell[0].cell(cell[1], cell[2]))]
    return filled if len(filled) == 1 else []


def _report(data: dict[str, Any], name: str, cells: list[Found], record: Record) -> None:
    grid, row, column = cells[0]
    place = grid.place(row, column)
    figure = record.figure(grid, row, column)
    record.put(data, "/sroi/reported", name, figure, place)
    record.reading(f"This is read as {says(name)}.", place)
    for other, line, at in cells[1:]:
        again = record.figure(other, line, at)
        if _value(again) != _value(figure) and again is not None:
            text = f"{says(name)[:1].upper()}{says(name)[1:]} stands here as {_shown(again)}, and "
            text += f"at {place} as {_shown(figure)}; the latter is read."
            record.defect(text, other.place(line, at))


def _value(figure: Any) -> Any:
    return figure["value"] if isinstance(figure, dict) else figure


def _shown(figure: Any) -> str:
    if isinstance(figure, dict):
        return str(figure["printed"])
    return "nothing" if figure is None else f"{Decimal(figure):f}"


def _years(
    tables: list[Table], found: Labelled, record: Record, *, whole: bool
) -> list[dict[str, Any]]:
    """Return the totals of each year, before and after discounting; parts have none of it."""
    entries: list[dict[str, Any]] = []
    totals = {
        year: (table.grid, table.total, column)
        for table in tables
        for column, year in table.years.items()
        if table.total and whole and number_in(table.grid.cell(table.total, column))
    }
    for year in sorted({*totals, *found.yearly}):
        pointer = f"/sroi/reported/years/{len(entries)}"
        entry: dict[str, Any] = {"year": year}
        for key, cells in (("value", totals), ("present_value", found.yearly)):
            if year in cells:
                grid, row, column = cells[year]
                figure = record.figure(grid, row, column)
                record.put(entry, pointer, key, figure, grid.place(row, column))
        if len(entry) > 1:
            entries.append(entry)
    return entries


def discount_rate(found: Labelled, said: Corrections, record: Record) -> tuple[Any, str]:
    """Return the discount rate as a share, and its place; None where the map states none."""
    if "discount_rate" in said.constants:
        rate = Decimal(said.constants["discount_rate"])
        return (rate if rate < _SURELY_SHARE else rate / 100), "--map"
    cells = found.places.get("discount_rate", ())
    if not cells:
        return None, ""
    grid, row, column = cells[0]
    place = grid.place(row, column)
    try:
        amount = amount_of(grid.cell(row, column))
    except Unclear:
        amount = None
    if amount is None:
        return None, ""
    value = Decimal(amount.value)
    if amount.as_share or value < _SURELY_SHARE:
        record.reading(f"The discount rate is read as {_percent(value)}.", place)
        return amount.value, place
    if value >= _SURELY_PERCENT:
        record.reading(f"The discount rate is read as {_percent(value / 100)}.", place)
        return value / 100, place
    hint = 'Say it: --map "discount_rate=3.5%".'
    record.ask(f"the discount rate {value:f} may be a share or a percentage", place, hint)
    return None, ""


def _percent(share: Decimal) -> str:
    return f"{(share * 100).normalize():f}%"
