"""Set out whether ending a service saves more than it destroys, when, and for whom."""

from collections.abc import Iterator
from decimal import Decimal

from auditor.analysis.amounts import money, share
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
    yield from _rests_on(found)
    yield from _unlike_spans(found)
    if found.savers or found.bearers:
        yield _for_whom(found)
    losers = [group.name for group in found.groups if group.accepted_loss > 0]
    if losers:
        yield f"The loss is accepted for {', '.join(losers)}."
    if found.overtaken:
        yield f"From {found.overtaken} on, what was destroyed exceeds what was saved so far."
    if found.made_good:
        yield (
            f"Before {found.made_good}, costs and what was destroyed exceed what was saved so far;"
            " from then on they do not."
        )
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


def _rests_on(found: Ending) -> Iterator[str]:
    """Say how far the result rests on value that is said to be protected or replaced."""
    margin, kept = found.margin, found.kept
    if not found.exceeds or margin is None or not kept:
        return
    amount = money(kept, found.currency)
    if kept >= margin:
        yield (
            f"That rests on {amount} of value being protected or replaced, as the file says it is."
            f" If {money(margin, found.currency)} of it ({share(margin / kept)}) were lost after"
            " all, as much would be destroyed as is saved."
        )
    else:
        yield f"That holds even if all of the {amount} said to be protected or replaced were lost."


def _unlike_spans(found: Ending) -> Iterator[str]:
    """Say where savings and losses are counted for unlike times."""
    saved, lost = found.saving_years, found.loss_years
    if saved is None or lost is None or saved == lost:
        return
    yield (
        f"Savings are counted for {_lasts(Decimal(saved))}, losses for {_lasts(lost)} at most. It"
        " is worth asking why one ends before the other."
    )


def _lasts(years: Decimal) -> str:
    return f"{years.normalize():f} {'year' if years == 1 else 'years'}"


def _for_whom(found: Ending) -> str:
    parts = []
    if found.savers:
        parts.append(f"The saving falls to {', '.join(found.savers)}")
    if found.bearers:
        parts.append(f"{'costs' if parts else 'Costs'} move to {', '.join(found.bearers)}")
    return f"{'; '.join(parts)}."


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
