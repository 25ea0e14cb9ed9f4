"""Print a section of an analysis as text for a terminal of 80 columns."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from textwrap import wrap

from auditor.analysis.section import Section, Table
from auditor.output.printable import printable
from auditor.output.text import WIDTH, wrapped

_GAP = 2
_LEAST_NAME = 18  # a name in fewer columns than this is broken too often to be read


def lines(section: Section) -> Iterator[str]:
    """Yield a section line by line: its title, what it says, its tables, those of its charts.

    A chart is printed as the table that says the same. Text of the file is made safe to print.
    """
    yield printable(section.title)
    for sentence in section.says:
        yield from wrapped(sentence, indent=2)
    for table in (*(chart.table for chart in section.charts), *section.tables):
        if table.rows:
            yield ""
            yield from table_lines(table)


def table_lines(table: Table) -> Iterator[str]:
    """Yield a table with its caption; where it is too wide, each row as a list of its cells."""
    if table.caption:
        yield from wrapped(table.caption, indent=2)
    cells = [[printable(cell) for cell in row] for row in (table.columns, *table.rows)]
    widths = _widths(cells)
    if widths is None:
        yield from _as_lists(cells[0], cells[1:])
        return
    for number, row in enumerate(cells):
        yield from _row(row, widths, table.figures)
        if number == 0:
            yield "  " + (" " * _GAP).join("-" * width for width in widths)


def _widths(cells: Sequence[Sequence[str]]) -> list[int] | None:
    """Return the width of each column, the first taking what is left; None where it is too little.

    A column of words may be broken to half of the room, one of figures never.
    """
    natural = [max(len(row[column]) for row in cells) for column in range(len(cells[0]))]
    room = WIDTH - 2 - _GAP * (len(natural) - 1)
    over = sum(natural) - room
    for column in sorted(range(len(natural)), key=lambda at: -natural[at]):
        if over <= 0:
            break
        longest = max(len(word) for row in cells for word in row[column].split(" "))
        least = max(longest, 0 if column else _LEAST_NAME)
        taken = max(0, min(over, natural[column] - least))
        natural[column] -= taken
        over -= taken
    return natural if over <= 0 else None


def _row(row: Sequence[str], widths: Sequence[int], figures: Sequence[int]) -> Iterator[str]:
    broken = [wrap(cell, width) or [""] for cell, width in zip(row, widths, strict=True)]
    for parts in zip_longest(*broken, fillvalue=""):
        set_out = (
            part.rjust(width) if column in figures else part.ljust(width)
            for column, (part, width) in enumerate(zip(parts, widths, strict=True))
        )
        yield f"  {(' ' * _GAP).join(set_out)}".rstrip()


def _as_lists(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    for row in rows:
        yield from wrapped(row[0], indent=2)
        for name, cell in zip(columns[1:], row[1:], strict=True):
            if cell:
                yield from wrapped(f"{name}: {cell}", indent=4, hang=2)
