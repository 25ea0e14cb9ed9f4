"""Read a value map: from the cells of a workbook to the data of a commissioning file."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import PurePath
from typing import Any

from auditor.errors import InputError
from auditor.load.document import Remark
from auditor.load.read_with import remark_on
from auditor.load.sheets import Workbook
from auditor.load.value_map.amounts import is_nothing
from auditor.load.value_map.choose import Chosen, choose
from auditor.load.value_map.columns import told, years_remark
from auditor.load.value_map.corrections import NO_CORRECTIONS, Corrections
from auditor.load.value_map.figures import Labelled, labelled
from auditor.load.value_map.formulas import remark_on_formulas
from auditor.load.value_map.grid import Grid
from auditor.load.value_map.headline import discount_rate, reported
from auditor.load.value_map.join import Side, joined
from auditor.load.value_map.parts import Parts
from auditor.load.value_map.printed import currency_sign
from auditor.load.value_map.record import Record
from auditor.load.value_map.rows import RowReader
from auditor.load.value_map.table import Table, table_of
from auditor.load.value_map.units import ask_about_units

STAGE = "options"
"""The first stage at which the rules on social return are due: no later one's are asked for."""
_LONGEST_TITLE = 300
_CURRENCIES: Mapping[str, str] = {"£": "GBP", "€": "EUR", "₹": "INR", "$": "USD"}


def read_value_map(
    book: Workbook, *, name: str, said: Corrections = NO_CORRECTIONS
) -> tuple[dict[str, Any], Mapping[str, str], tuple[Remark, ...]]:
    """Return the data of a commissioning file, the cell of every value, and remarks.

    Raises InputError for a workbook without a map, and for all that a person must say first.
    """
    record = Record(name)
    chosen = choose(book, said, name=name)
    sides = _told(_sides(chosen, said, record), record)
    lists = _told([Side(table_of(*each)) for each in chosen.inputs], record)
    tables, inputs = [side.table for side in sides], [side.table for side in lists]
    parts = Parts()
    for side in [*lists, *sides]:
        RowReader(side, record, said, parts).read()
        _passed_over(side.table, record)
    for text in said.texts:
        record.reading(remark_on(text))
    grids = [Grid(sheet) for sheet in book.sheets if not sheet.hidden]
    found = labelled(_with_maps_first(grids, tables), [*tables, *inputs])
    _head(record, found, tables, said, name)
    _put_parts(record, parts)
    sroi = _sroi(record, parts, tables, found, said)
    figures = reported(tables, inputs, found, record, joined=chosen.joined)
    if sroi or figures:
        record.data["sroi"] = {**sroi, **({"reported": figures} if figures else {})}
        record.places["/sroi"] = tables[0].grid.sheet.name
    remark_on_formulas(book, [*tables, *inputs], record)
    if record.problems:
        raise InputError(*record.problems)
    return record.data, record.places, (*book.remarks, *record.remarks)


def _sides(chosen: Chosen, said: Corrections, record: Record) -> list[Side]:
    tables = [table_of(*each, last=said.last) for each in chosen.maps]
    return joined(tables, record) if chosen.joined else [Side(table) for table in tables]


def _told(sides: list[Side], record: Record) -> list[Side]:
    found = []
    for side in sides:
        table = told(side.table, record, side.elsewhere)
        years_remark(table, record)
        ask_about_units(table, record)
        found.append(replace(side, table=table))
    return found


def _with_maps_first(grids: list[Grid], tables: list[Table]) -> list[Grid]:
    names = {table.grid.sheet.name for table in tables}
    return sorted(grids, key=lambda grid: grid.sheet.name not in names)


def _passed_over(table: Table, record: Record) -> None:
    """Say which rows are no outcomes; ask where a total does not tell the end of the map."""
    sheet = table.grid.sheet.name
    for row in table.subtotals:
        record.reading("This row is read as a subtotal, not as an outcome.", f"{sheet}, row {row}")
    for row in table.averages:
        record.reading("This row is read as an average, not as an outcome.", f"{sheet}, row {row}")
    for row in table.unnamed:
        record.reading(
            "This row holds numbers and no words of an outcome; it is not read.",
            f"{sheet}, row {row}",
        )
    _inputs_without_value(table, record)
    doubt, what = table.ends_in_doubt, "a total stands here"
    if table.heading_again and (not doubt or table.heading_again < doubt):
        doubt, what = table.heading_again, "the titles stand here again"
    if doubt:
        hint = f'Say which row of outcomes is the last: --map "last={doubt - 1}" if the map ends '
        hint += f'above it, --map "last={table.rows[-1]}" if it goes on.'
        problem = f"{what}, and rows that look like outcomes follow"
        record.ask(problem, f"{sheet}, row {doubt}", hint)


def _inputs_without_value(table: Table, record: Record) -> None:
    if not {"input", "input_value"} <= set(table.columns):
        return
    named, value = table.columns["input"], table.columns["input_value"]
    left = [
        row
        for row in sorted((*table.rows, *table.notes))
        if table.grid.text(row, named) and is_nothing(table.grid.cell(row, value))
    ]
    if left:
        rows = ", ".join(map(str, left[:20])) + ("…" if len(left) > 20 else "")
        what = "An input without a value is" if len(left) == 1 else "Inputs without a value are"
        text = f"{what} left out of the inputs: row{'s' * (len(left) > 1)} {rows}."
        record.reading(text, table.grid.place(left[0], value))


def _head(
    record: Record, found: Labelled, tables: list[Table], said: Corrections, name: str
) -> None:
    data = record.data
    data["format_version"] = "1"
    data["kind"] = "commissioning"
    title, place = _title(found, said, name)
    if not place:
        record.assume(f"The map names no project; the title is that of the file: {title}.")
    record.put(data, "", "title", title[:_LONGEST_TITLE], place)
    data["stage"] = said.words.get("stage", STAGE)
    if "stage" not in said.words:
        record.assume(
            "A value map does not say which stage the decision has reached. It is taken as the "
            "options appraisal, the first at which an analysis of social return is due."
        )
    currency, where = _currency(found, tables, said, record)
    record.put(data, "", "currency", currency, where)


def _title(found: Labelled, said: Corrections, name: str) -> tuple[str, str]:
    if "title" in said.words:
        return said.words["title"], "--map"
    for grid, row, column in found.places.get("title", ()):
        return grid.text(row, column), grid.place(row, column)
    return PurePath(name).stem.replace("_", " ").replace("-", " ").strip() or name, ""


def _currency(
    found: Labelled, tables: list[Table], said: Corrections, record: Record
) -> tuple[str, str]:
    """Return the currency: as said, as labelled, or by the sign that the cells show."""
    if "currency" in said.words:
        return said.words["currency"], "--map"
    for grid, row, column in found.places.get("currency", ()):
        return grid.text(row, column).upper(), grid.place(row, column)
    sign, place = next(_signs(tables), ("", ""))
    if sign:
        tell = record.assume if sign == "$" else record.reading
        tell(f"{sign} is taken as {_CURRENCIES[sign]}.", place)
        return _CURRENCIES[sign], place
    record.assume('No currency is shown; the figures are taken as pounds (--map "currency=…").')
    return "GBP", ""


def _signs(tables: list[Table]) -> Iterator[tuple[str, str]]:
    """Yield the signs of currencies over and in the cells of the maps, each with its place."""
    for table in tables:
        for row in table.rows:
            for column in table.numbers:
                cell = table.grid.cell(row, column)
                if sign := currency_sign(f"{cell.number_format} {cell.value}"):
                    yield sign, table.grid.place(row, column)
        for title in table.heading.titles:
            if title.field and (sign := currency_sign(title.text)):
                yield sign, table.grid.place(title.row, title.column)


def _put_parts(record: Record, parts: Parts) -> None:
    if parts.stakeholders:
        record.data["stakeholders"] = parts.stakeholders


def _sroi(
    record: Record, parts: Parts, tables: list[Table], found: Labelled, said: Corrections
) -> dict[str, Any]:
    """Return what the map states but for the figures that it reports."""
    sroi: dict[str, Any] = {}
    if parts.inputs:
        sroi["inputs"] = parts.inputs
    if parts.rows:
        sroi["rows"] = parts.rows
    rate, place = discount_rate(found, said, record)
    record.put(sroi, "/sroi", "discount_rate", rate, place)
    conventions = _conventions(tables)
    if conventions:
        sroi["conventions"] = conventions
    return sroi


def _conventions(tables: list[Table]) -> dict[str, str]:
    """Return what the titles themselves say about how the map is worked out; the rest is open."""
    columns = {name for table in tables for name in table.columns}
    if "attribution_others" in columns:
        return {"attribution_means": "others"}
    return {"attribution_means": "this_activity"} if "attribution_own" in columns else {}
