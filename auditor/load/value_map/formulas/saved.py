"""Hold the value that was saved with each formula against what the formula gives."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from auditor.load.sheets import Cell, Sheet, Workbook, cell_place
from auditor.load.value_map.formulas.evaluate import Value, worked_out
from auditor.load.value_map.formulas.parse import Node, NotWorkedOut, tree
from auditor.load.value_map.formulas.references import relative
from auditor.load.value_map.grid import NO_CELL
from auditor.load.value_map.record import Record
from auditor.load.value_map.table import Table

MOST = 20_000
"""How many formulas are worked out again; a remark says where there are more."""
MOST_READ = 500_000
"""How many cells the formulas may name in all."""
_NEAR = Decimal("1e-9")
"""How far a spreadsheet's binary fractions may stray, as a share of the number."""


class Saved:
    """Works out formulas from the saved values of the cells they name, each by itself."""

    def __init__(self, book: Workbook) -> None:
        self.sheets = {sheet.name: sheet for sheet in book.sheets}
        self.left, self.reads = MOST, MOST_READ
        self.not_worked_out: Counter[str] = Counter()
        self.never: list[str] = []
        self._trees: dict[str, Node | NotWorkedOut] = {}
        self._done: set[str] = set()

    def wrong(self, table: Table) -> Iterator[tuple[int, int, str]]:
        """Yield row, column and words for each saved value that its formula does not give."""
        sheet = table.grid.sheet
        if sheet.name in self._done:
            return
        self._done.add(sheet.name)
        for (row, column), cell in sheet.cells.items():
            if not cell.formula:
                continue
            if cell.value is None:
                self.never.append(cell_place(sheet.name, row, column))
                continue
            if self.left <= 0:
                self.not_worked_out["more formulas than are worked out"] += 1
                continue
            self.left -= 1
            gives = self._gives(cell, sheet, row, column)
            if gives is not None and not _same(cell, gives):
                yield row, column, _says(cell, gives)

    def _gives(self, cell: Cell, sheet: Sheet, row: int, column: int) -> Value:
        def at(name: str, line: int, across: int) -> Cell:
            self.reads -= 1
            if self.reads < 0:
                raise NotWorkedOut("very large ranges")
            held = self.sheets.get(name) if name else sheet
            if held is None:
                raise NotWorkedOut("a sheet that is not there")
            return held.cells.get((line, across), NO_CELL)

        try:
            return worked_out(self._tree(cell.formula, row, column), at, row, column)
        except NotWorkedOut as reason:
            self.not_worked_out[str(reason)] += 1
            return None

    def _tree(self, formula: str, row: int, column: int) -> Node:
        form = relative(formula, row, column)
        if form not in self._trees:
            try:
                self._trees[form] = tree(formula, row, column)
            except NotWorkedOut as reason:
                self._trees[form] = reason
        found = self._trees[form]
        if isinstance(found, NotWorkedOut):
            raise found
        return found

    def tell(self, record: Record) -> None:
        """Say which formulas were not worked out, and which have no saved value."""
        if self.not_worked_out:
            reasons = [reason for reason, _ in self.not_worked_out.most_common(5)]
            count = sum(self.not_worked_out.values())
            text = "1 formula was" if count == 1 else f"{count:,} formulas were"
            text += (
                f" not worked out again; used is {', '.join(reasons)}. The saved value was read."
            )
            record.reading(text)
        if self.never:
            count = len(self.never)
            text = f"{count:,} formulas were never calculated, so they have no value. Open the "
            text += "workbook in Excel or LibreOffice and save it."
            record.defect(text, self.never[0])


def _same(cell: Cell, gives: Value) -> bool:
    value = cell.value
    if isinstance(value, bool) or isinstance(gives, bool):
        return bool(value) == bool(gives)
    if isinstance(value, int | Decimal) and isinstance(gives, Decimal):
        return abs(value - gives) <= _NEAR * max(abs(gives), Decimal(1))
    return str(value) == str(gives)


def _says(cell: Cell, gives: Value) -> str:
    shown = f"{gives.normalize():f}" if isinstance(gives, Decimal) else str(gives)
    text = f"The value saved here is {cell.value}; the formula {cell.formula[:80]} gives "
    text += f"{shown[:20]} from the cells as saved. One explanation is that the workbook was "
    return text + "changed and not calculated again."
