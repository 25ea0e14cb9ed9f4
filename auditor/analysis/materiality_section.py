"""Set out which rows of a value map to look at first, and what to ask about them."""

from collections.abc import Iterator
from decimal import Decimal

from auditor.analysis.amounts import money, share
from auditor.analysis.materiality import Materiality, RankedRow
from auditor.analysis.section import Chart, Mark, Section, Table
from auditor.counted import count

_MOST_ROWS = 60
_MOST_MARKS = 20
_NAMED = 5
_ZERO = Decimal(0)


def materiality_section(found: Materiality) -> Section:
    """Return the rows by value, for people: a chart of the largest and a table with questions."""
    charts: tuple[Chart, ...] = ()
    if any(row.amount for row in found.rows):
        marks = tuple(Mark(row.name, _ZERO, row.amount) for row in found.rows[:_MOST_MARKS])
        title = "Rows by value" + (" (the largest)" if len(found.rows) > _MOST_MARKS else "")
        charts = (Chart("bars", title, found.currency, marks, _table(found)),)
    tables = tuple(_asked(found))
    return Section("materiality", "Where the value is", tuple(_says(found)), tables, charts)


def _says(found: Materiality) -> Iterator[str]:
    yield f"Rows are ranked by {found.basis}; a loss counts by its size."
    yield from _focus(found)
    if found.unranked:
        yield (
            f"{count(len(found.unranked), 'row is', 'rows are')} left out because a figure is not"
            f" stated: {_listed(found.unranked)}."
        )
    yield from _below(found)
    signed = [row for row in found.rows if row.signs]
    if signed:
        heavy = [row.id for row in signed if row.in_focus]
        most = f", of which {_number(heavy)} among the rows to look at first" if heavy else ""
        yield (
            f"{count(len(signed), 'row has', 'rows have')} something worth asking about{most}."
            " Most such questions have a good answer that the file does not give."
        )
    yield from found.signs


def _number(names: list[str]) -> str:
    return f"{len(names):,} {'is' if len(names) == 1 else 'are'}"


def _focus(found: Materiality) -> Iterator[str]:
    chosen = [row for row in found.rows if row.in_focus]
    if found.focus_share is None or not chosen:
        return
    reached = chosen[-1].reached
    makes = "makes up" if len(chosen) == 1 else "make up"
    yield (
        f"{len(chosen):,} of {count(len(found.rows), 'row')} {makes} {share(reached)} of the value:"
        f" {_listed(tuple(row.id for row in chosen))}. They are the ones to look at first; at least"
        f" {share(found.focus_share)} was asked for."
    )


def _below(found: Materiality) -> Iterator[str]:
    if found.threshold is None:
        yield "The file states no share of the value below which an outcome is not material."
        return
    small = tuple(row.id for row in found.rows if row.below)
    if small:
        yield (
            f"{count(len(small), 'row is', 'rows are')} below the {share(found.threshold)} of the"
            f" value that the file calls material: {_listed(small)}."
        )
    else:
        yield f"No row is below the {share(found.threshold)} that the file calls material."


def _listed(names: tuple[str, ...]) -> str:
    rest = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" and {rest:,} more" if rest > 0 else "")


def _table(found: Materiality) -> Table:
    rows = tuple(_row(row, found.currency) for row in found.rows[:_MOST_ROWS])
    rest = len(found.rows) - len(rows)
    caption = "Rows by value" + (f"; {rest:,} smaller ones are left out here" if rest else "")
    columns = ("Row", "Value", "Share", "With all larger", "Look at first")
    return Table(caption, columns, rows, figures=(1, 2, 3))


def _row(row: RankedRow, currency: str) -> tuple[str, ...]:
    first = "yes" if row.in_focus else "below the threshold" if row.below else ""
    return (row.name, money(row.amount, currency), share(row.share), share(row.reached), first)


def _asked(found: Materiality) -> Iterator[Table]:
    """Yield a table of the questions, each with the rows that it is about."""
    about: dict[str, list[RankedRow]] = {}
    for row in found.rows:
        for sign in row.signs:
            about.setdefault(sign, []).append(row)
    if about:
        ranked = sorted(about.items(), key=lambda each: -len(each[1]))
        rows = tuple(
            (sign, f"{len(rows):,}", share(_part(rows)), _listed(tuple(row.id for row in rows)))
            for sign, rows in ranked
        )
        columns = ("What", "Rows", "Share of value", "Which, the largest first")
        yield Table("Worth asking about", columns, rows[:_MOST_ROWS], figures=(1, 2))


def _part(rows: list[RankedRow]) -> Decimal:
    return sum((row.share or _ZERO for row in rows), start=_ZERO)
