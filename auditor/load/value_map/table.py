"""Tell the rows of a map apart: outcomes, totals, subtotals, labels of figures, notes."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from auditor.load.sheets import column_letters
from auditor.load.value_map.amounts import number_in
from auditor.load.value_map.grid import Grid
from auditor.load.value_map.headings import CORE, Heading
from auditor.load.value_map.titles import figure_of, may_be_label, vocabulary
from auditor.load.value_map.words import readings
from auditor.load.value_map.year_columns import numbered

_TOGETHER = re.compile(
    r"=(?:SUM|SUBTOTAL|AGGREGATE|AVERAGE|MEDIAN|MIN|MAX|COUNT|COUNTA|SUMIFS?|AVERAGEIFS?)\(", re.I
)
_ADDED = re.compile(r"=\+?[A-Z]{1,3}[0-9]{1,7}(?:\+[A-Z]{1,3}[0-9]{1,7})+")
_FIRM = ("quantity", "proxy", "proxy_unit", "proxy_total")
_SAME_TITLES = 4
_PRODUCT = ("quantity", "proxy")
_RESULTS = ("impact", "present_value", "input_value")
_WORDS = ("stakeholder", "input", "outputs", "outcome", "indicator", "proxy_text")


@dataclass(frozen=True)
class Table:
    """A map on one sheet: which column holds what, and which rows are what.

    `notes` stand between outcomes, `unnamed` rows have numbers and no words of an
    outcome, `averages` say how the rows lie. `ends_in_doubt` is a
    total after which more outcomes come and no other total; `heading_again` a row of titles so.
    """

    grid: Grid
    heading: Heading
    columns: Mapping[str, int]
    years: Mapping[int, int]
    rows: tuple[int, ...]
    total: int | None
    subtotals: tuple[int, ...]
    notes: tuple[int, ...]
    unnamed: tuple[int, ...] = ()
    averages: tuple[int, ...] = ()
    ends_in_doubt: int | None = None
    heading_again: int | None = None

    @property
    def numbers(self) -> tuple[int, ...]:
        """Return the columns of quantities, values, impacts and years."""
        held = [self.columns[name] for name in (*_FIRM, *_RESULTS) if name in self.columns]
        return (*held, *self.years)

    def titled(self, row: int, column: int) -> bool:
        """Say whether a cell is the title of a column that is read."""
        return any(t.column == column and t.row == row and t.field for t in self.heading.titles)


def table_of(grid: Grid, heading: Heading, *, last: int | None = None) -> Table:
    """Sort the rows below a heading; those after `last` are no outcomes, whatever they hold."""
    columns: dict[str, int] = {}
    for title in heading.titles:
        if title.field and not title.field.startswith(("at_", "year_")):
            columns.setdefault(title.field, title.column)
    years = numbered(heading.titles)
    kinds: dict[str, list[int]] = {}
    again = None
    for row in grid.rows:
        if row <= heading.last_row or (row == heading.last_row + 1 and _counts_columns(grid, row)):
            continue
        if _is_heading(grid, row, heading):
            again = again or row
            continue
        kind = _kind(grid, row, columns, years)
        if kind != "row" or last is None or row <= last:
            kinds.setdefault(kind, []).append(row)
    rows, totals = kinds.get("row", []), kinds.get("total", [])
    end = rows[-1] if rows else 0
    final = [row for row in totals if row > end]
    between = [row for row in totals if row <= end]
    return Table(
        grid=grid,
        heading=heading,
        columns=columns,
        years=years,
        rows=tuple(rows),
        total=final[0] if final else _total_above(grid, heading, columns, years),
        subtotals=tuple(sorted((*kinds.get("subtotal", []), *between))),
        notes=tuple(row for row in kinds.get("note", []) if row < end),
        unnamed=tuple(kinds.get("unnamed", [])),
        averages=tuple(kinds.get("average", [])),
        ends_in_doubt=between[-1] if between and not final and last is None else None,
        heading_again=again if last is None and again and again < end else None,
    )


def _total_above(
    grid: Grid, heading: Heading, columns: Mapping[str, int], years: Mapping[int, int]
) -> int | None:
    """Return the row over the titles that is called a total and holds the sums of the columns."""
    top = min((title.row for title in heading.titles), default=heading.first_row)
    results = (*(columns[name] for name in _RESULTS if name in columns), *years)
    for row in grid.rows:
        if row >= top:
            break
        summed = _sums(grid, row, results) or _adds_below(grid, row, results, heading.last_row)
        if summed and "total" in _labels(grid, row):
            return row
    return None


def _adds_below(grid: Grid, row: int, columns: tuple[int, ...], heading: int) -> bool:
    """Say whether a row adds up single cells of its own columns below the heading: `=M8+M11`."""
    for column in columns:
        added = _ADDED.fullmatch(grid.cell(row, column).formula.replace("$", ""))
        cells = re.findall(r"([A-Z]+)([0-9]+)", added[0]) if added else []
        if cells and all(
            at == column_letters(column) and int(line) > heading for at, line in cells
        ):
            return True
    return False


def _is_heading(grid: Grid, row: int, heading: Heading) -> bool:
    """Say whether a row repeats the titles: the heading of a new page, or of another table."""
    same = sum(
        title.row != row and grid.text(row, title.column) == grid.text(title.row, title.column)
        for title in heading.titles
        if title.field and grid.text(title.row, title.column)
    )
    return same >= _SAME_TITLES


def _counts_columns(grid: Grid, row: int) -> bool:
    """Say whether a row only numbers the columns: 1, 2, 3 …"""
    values = [grid.cell(row, column).value for column in grid.rows[row]]
    first = values[0]
    return type(first) is int and values == [*range(first, first + len(values))] and len(values) > 4


def _kind(grid: Grid, row: int, columns: Mapping[str, int], years: Mapping[int, int]) -> str:
    firm = any(number_in(grid.cell(row, column)) for column in _firm(columns, years))
    both = all(name in columns and number_in(grid.cell(row, columns[name])) for name in _PRODUCT)
    label = next(_labels(grid, row), "")
    nameless = _nameless(grid, row, columns)
    if label and (not both or (label != "figure" and (nameless or _aggregates(grid, row)))):
        return label
    if both and nameless and _aggregates(grid, row):
        return "total"
    worded = any(grid.text(row, columns[name]) for name in _WORDS if name in columns)
    results = [columns[name] for name in _RESULTS if name in columns]
    counted = any(number_in(grid.cell(row, column)) for column in (*results, *years))
    if not firm and counted and _names_no_outcome(grid, row, columns):
        return "subtotal" if _aggregates(grid, row) else "unnamed"
    if both or (worded and (firm or counted)):
        return "row"
    if firm or counted:
        return "total" if _sums(grid, row, (*results, *years)) else "unnamed"
    return "note" if worded else "blank"


def _firm(columns: Mapping[str, int], years: Mapping[int, int]) -> list[int]:
    """Return the columns whose numbers make a row an outcome; shares, where there is no other."""
    firm = [columns[name] for name in _FIRM if name in columns]
    if firm or years or any(name in columns for name in _RESULTS):
        return firm
    return [column for name, column in columns.items() if name in CORE]


def _nameless(grid: Grid, row: int, columns: Mapping[str, int]) -> bool:
    """Say whether a row of a map that names its outcomes names none, and no proxy."""
    if "outcome" not in columns:
        return False
    named = [columns[name] for name in ("outcome", "proxy_text") if name in columns]
    return not any(grid.shown(row, column) for column in named)


def _names_no_outcome(grid: Grid, row: int, columns: Mapping[str, int]) -> bool:
    """Say whether a row names a group at most, and sums others or holds years alone."""
    if "outcome" not in columns or not grid.text(row, columns.get("stakeholder", 0)):
        return False
    if any(grid.text(row, columns[name]) for name in _WORDS[1:] if name in columns):
        return False
    held = [name for name in _RESULTS if name in columns]
    return _aggregates(grid, row) or not any(number_in(grid.cell(row, columns[n])) for n in held)


def _labels(grid: Grid, row: int) -> Iterator[str]:
    """Yield what kind of row its labels make it."""
    known = vocabulary()
    for column in grid.rows[row]:
        if not may_be_label(grid.text(row, column)):
            continue
        forms = readings(grid.text(row, column))[:2]
        if any(form in known.subtotals or form.startswith("subtotal ") for form in forms):
            yield "subtotal"
        elif any(form in known.averages for form in forms):
            yield "average"
        elif any(form in known.totals for form in forms):
            yield "total"
        elif forms and figure_of(grid.text(row, column)) not in ("", "title", "currency"):
            beside = any(
                number_in(grid.cell(row, each)) for each in grid.rows[row] if each > column
            )
            yield "figure" if beside else "note"
        elif any(_of_total(form) for form in forms) and _aggregates(grid, row):
            yield "subtotal"


def _of_total(form: str) -> bool:
    """Say whether words name the total of a part, as in `Total parents`."""
    return form.startswith("total ") or form.endswith((" total", " totals", " subtotal"))


def _aggregates(grid: Grid, row: int) -> bool:
    """Say whether most formulas of a row, and at least one, count other rows together."""
    formulas = [f for column in grid.rows[row] if (f := grid.cell(row, column).formula)]
    together = [formula for formula in formulas if _TOGETHER.match(formula)]
    return bool(together) and len(together) * 2 >= len(formulas)


def _sums(grid: Grid, row: int, columns: tuple[int, ...]) -> bool:
    return any("SUM(" in grid.cell(row, column).formula.upper() for column in columns)
