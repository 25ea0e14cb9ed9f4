"""Remark where the formulas of a map contradict themselves, each other or their saved values."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from auditor.load.sheets import Workbook, column_letters
from auditor.load.value_map.formulas.references import relative
from auditor.load.value_map.formulas.saved import Saved
from auditor.load.value_map.formulas.sums import left_out
from auditor.load.value_map.record import Record
from auditor.load.value_map.table import Table

_RESULTS = ("impact", "present_value")
_SHOWN = 3
"""How many cells of one column are remarked on one by one."""


@dataclass(frozen=True)
class Defect:
    """One cell, and what about it does not fit."""

    row: int
    column: int
    kind: str
    text: str


def remark_on_formulas(book: Workbook, tables: list[Table], record: Record) -> None:
    """Remark on each cell whose formula or saved value does not fit; on many at once as one."""
    saved = Saved(book)
    for table in tables:
        found = [
            *_by_columns(table),
            *left_out_sums(table),
            *_overtyped_totals(table),
            *(Defect(row, column, "saved", text) for row, column, text in saved.wrong(table)),
        ]
        _tell(table, found, record)
    saved.tell(record)


def _tell(table: Table, found: list[Defect], record: Record) -> None:
    grouped: dict[tuple[str, int], list[Defect]] = {}
    for defect in found:
        grouped.setdefault((defect.kind, defect.column), []).append(defect)
    for (_, column), defects in grouped.items():
        for defect in defects[:_SHOWN]:
            record.defect(defect.text, table.grid.place(defect.row, column))
        if len(defects) > _SHOWN:
            rows = ", ".join(str(defect.row) for defect in defects[_SHOWN : _SHOWN + 20])
            more = len(defects) - _SHOWN
            text = f"The same holds for {more} more cells of column {column_letters(column)}"
            record.defect(f"{text}: rows {rows}{'…' if more > 20 else ''}.",
                          table.grid.place(defects[_SHOWN].row, column))  # fmt: skip


def _by_columns(table: Table) -> Iterator[Defect]:
    for column in _result_columns(table):
        yield from _overtyped(table, column)
        yield from _different(table, column)


def _result_columns(table: Table) -> list[int]:
    return [table.columns[name] for name in _RESULTS if name in table.columns] + [*table.years]


def _overtyped(table: Table, column: int) -> Iterator[Defect]:
    """Yield numbers among formulas."""
    cells = {row: table.grid.cell(row, column) for row in table.rows}
    formulas = [row for row, cell in cells.items() if cell.formula]
    numbers = [
        row
        for row, cell in cells.items()
        if not cell.formula and type(cell.value) in (int, Decimal)
    ]
    if len(formulas) < 2 or len(numbers) >= len(formulas):
        return
    for row in numbers:
        nearest = min(formulas, key=lambda other: abs(other - row))
        text = f"A number, {cells[row].value}, stands here; row {nearest} and most others have a "
        text += f"formula ({_cut(cells[nearest].formula)}). One explanation is that the formula "
        text += "was typed over."
        yield Defect(row, column, "overtyped", text)


def _different(table: Table, column: int) -> Iterator[Defect]:
    """Yield formulas that are not those of the other rows."""
    forms = {
        row: relative(cell.formula, row, column)
        for row in table.rows
        if (cell := table.grid.cell(row, column)).formula
    }
    counts = Counter(forms.values())
    if len(forms) < 3 or len(counts) < 2:
        return
    common, times = counts.most_common(1)[0]
    if times * 2 <= len(forms):
        return
    alike = [row for row, form in forms.items() if form == common]
    for row, form in forms.items():
        if form != common:
            nearest = min(alike, key=lambda other: abs(other - row))
            text = f"The formula here, {_cut(table.grid.cell(row, column).formula)}, is built "
            text += f"otherwise than that of {times} other rows (row {nearest}: "
            text += f"{_cut(table.grid.cell(nearest, column).formula)})."
            yield Defect(row, column, "different", text)


def left_out_sums(table: Table) -> Iterator[Defect]:
    """Yield totals whose sum does not reach every row."""
    if table.total is None:
        return
    for column in _summed_columns(table):
        missed = left_out(table, table.total, column)
        if missed:
            named = ", ".join(
                f"{column_letters(column)}{row} = {table.grid.cell(row, column).value}"
                for row in missed[:5]
            )
            more = f" and {len(missed) - 5} more" if len(missed) > 5 else ""
            formula = _cut(table.grid.cell(table.total, column).formula)
            text = f"The total here, {formula}, leaves out {named}{more}."
            yield Defect(table.total, column, "left out", text)


def _summed_columns(table: Table) -> list[int]:
    inputs = [table.columns["input_value"]] if "input_value" in table.columns else []
    return [*_result_columns(table), *inputs]


def _overtyped_totals(table: Table) -> Iterator[Defect]:
    """Yield a number in the row of totals where most of the others are worked out."""
    if table.total is None:
        return
    cells = {column: table.grid.cell(table.total, column) for column in _summed_columns(table)}
    formulas = [column for column, cell in cells.items() if cell.formula]
    numbers = [
        column
        for column, cell in cells.items()
        if not cell.formula and type(cell.value) in (int, Decimal)
    ]
    if len(formulas) < 2 or len(numbers) >= len(formulas):
        return
    for column in numbers:
        text = f"A number, {cells[column].value}, stands here; {column_letters(formulas[0])} and "
        text += f"most others of this row have a formula ({_cut(cells[formulas[0]].formula)}). One "
        text += "explanation is that the formula was typed over."
        yield Defect(table.total, column, "overtyped", text)


def _cut(formula: str) -> str:
    return formula if len(formula) <= 80 else f"{formula[:79]}…"
