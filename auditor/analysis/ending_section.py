"""Set out whether ending a service saves more than it destroys, when, and for whom."""

from collections.abc import Iterator
from decimal import Decimal

from auditor.analysis.amounts import money
from auditor.analysis.ending import Ending, GroupAtRisk
from auditor.analysis.section import Chart, Mark, Section, Table

_ZERO = Decimal(0)


def ending_section(found: Ending) -> Section:
    """Return the saving beside the value destroyed, for people."""
    marks = tuple(Mark(year.label, _ZERO, year.left) for year in found.years)
    title = "What is left of the saving, year by year"
    chart = Chart("columns", title, found.currency, marks, _years(found))
    return Section(
        id="ending",
        title="What ending the service saves and destroys",
        says=tuple(_says(found)),
        tables=tuple(_groups(found)),
        charts=(chart,) if marks else (),
    )


def _says(found: Ending) -> Iterator[str]:
    if found.exceeds is None:
        yield (
            "It cannot be said whether the saving exceeds the value destroyed without what the file"
            f" does not state: {'; '.join(found.missing)}."
        )
        return
    yield _balance(found)
    losers = [group.name for group in found.groups if group.accepted_loss > 0]
    if losers:
        yield f"The loss is accepted for {', '.join(losers)}."
    if found.overtaken:
        yield f"From {found.overtaken} on, what was destroyed exceeds what was saved so far."
    if not found.years:
        yield (
            "Without the year of every saving and cost and the day on which the service ends, it"
            " cannot be said when."
        )


def _balance(found: Ending) -> str:
    saving, spent, moved, lost = (
        amount or _ZERO for amount in (found.saving, found.spent, found.moved, found.destroyed)
    )
    left = saving - spent - moved
    than = "exceeds" if found.exceeds else "does not exceed"
    return (
        f"The saving of {money(saving, found.currency)}, less {money(spent, found.currency)} to end"
        f" the service and {money(moved, found.currency)} that moves to others, leaves"
        f" {money(left, found.currency)}. It {than} the value destroyed,"
        f" {money(lost, found.currency)} (neither protected nor replaced, not discounted)."
    )


def _years(found: Ending) -> Table:
    rows = tuple(
        (y.label, *(money(n, found.currency) for n in (y.saved, y.spent, y.moved, y.lost, y.left)))
        for y in found.years
    )
    columns = ("Year", "Saved", "Spent", "Moved", "Lost", "Left so far")
    return Table("Year by year, not discounted", columns, rows, figures=(1, 2, 3, 4, 5))


def _groups(found: Ending) -> Iterator[Table]:
    if found.groups:
        rows = tuple(_group(group, found.currency) for group in found.groups)
        columns = ("Group", "Protected", "Replaced", "Loss accepted", "Not said")
        yield Table("Value at risk over all years", columns, rows, figures=(1, 2, 3, 4))


def _group(group: GroupAtRisk, currency: str) -> tuple[str, ...]:
    amounts = (group.protected, group.replaced, group.accepted_loss, group.unsettled)
    return (group.name, *(money(amount, currency) for amount in amounts))
