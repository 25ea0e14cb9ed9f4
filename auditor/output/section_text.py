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
    widths = _widths(cells, table.figures)
    if widths is None:
        yield from _as_lists(cells[0], cells[1:])
        return
    for number, row in enumerate(cells):
        yield from _row(row, widths, table.figures)
        if number == 0:
            yield "  " + (" " * _GAP).join("-" * width for width in widths)


def _widths(cells: Sequence[Sequence[str]], figures: Sequence[int]) -> list[int] | None:
    """Return the width of each column, the widest giving way; None where there is too little room.

    Words may be broken between lines, and the heading of a figure; a figure never.
    """
    natural = [max(len(row[column]) for row in cells) for column in range(len(cells[0]))]
    room = WIDTH - 2 - _GAP * (len(natural) - 1)
    over = sum(natural) - room
    for column in sorted(range(len(natural)), key=lambda at: -natural[at]):
        if over <= 0:
            break
        least = max(_longest(cells, column, column in figures), 0 if column else _LEAST_NAME)
        taken = max(0, min(over, natural[column] - least))
        natural[column] -= taken
        over -= taken
    return natural if over <= 0 else None


def _longest(cells: Sequence[Sequence[str]], column: int, whole: bool) -> int:
    """Return the longest piece of a column that cannot be broken: a word, or a whole figure."""
    heading = max(len(word) for word in cells[0][column].split(" "))
    texts = [row[column] for row in cells[1:]]
    pieces = texts if whole else [word for text in texts for word in text.split(" ")]
    return max([heading, *map(len, pieces)])


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
