"""Set out whose the value is: a chart and a table for each question that the file answers."""

from collections.abc import Iterator
from decimal import Decimal

from auditor.analysis.amounts import money, share
from auditor.analysis.bodies import BodyBalance
from auditor.analysis.section import Chart, Mark, Section, Table
from auditor.analysis.whose_value import NOT_CASHABLE, Division, WhoseValue
from auditor.counted import count

_ZERO = Decimal(0)
_UNSTATED = "not stated"
_NAMED = 3


def whose_value_section(found: WhoseValue) -> Section:
    """Return whose the value is, for people."""
    return Section(
        id="whose-value",
        title="Whose value it is, and who pays",
        says=tuple(_says(found)),
        tables=tuple(_tables(found)),
        charts=tuple(_charts(found)),
    )


def _says(found: WhoseValue) -> Iterator[str]:
    if found.total is not None:
        yield f"What is divided here is {found.basis}: {money(found.total, found.currency)} in all."
    if found.missing:
        named = "; ".join(found.missing[:_NAMED])
        more = f"; and {len(found.missing) - _NAMED} more" if len(found.missing) > _NAMED else ""
        yield f"The file does not state {named}{more}."
    for division in found.divisions:
        if division.rows_unsaid:
            rows = "1 row does" if division.rows_unsaid == 1 else f"{division.rows_unsaid} rows do"
            amount = money(division.unsaid, found.currency)
            yield f"{division.title}: {rows} not say, {amount} of the value."
    yield from _saved(found)
    yield from _payers(found)


def _saved(found: WhoseValue) -> Iterator[str]:
    """Say how much of the savings no budget can be cut by."""
    savings = found.savings
    if savings is None:
        return
    not_cashable = next((p.amount for p in savings.parts if p.name == NOT_CASHABLE), _ZERO)
    if not_cashable:
        amount = money(not_cashable, found.currency)
        yield (
            f"Of the savings, {amount} cannot be taken out of a budget: it is time or capacity that"
            " is freed, and no money."
        )
    if savings.rows_unsaid:
        number = count(savings.rows_unsaid, "saving does", "savings do")
        amount = money(savings.unsaid, found.currency)
        yield f"{number} not say whether the money can be taken out of a budget, {amount} in all."


def _payers(found: WhoseValue) -> Iterator[str]:
    """Say where one body pays and another gains, which each should know of."""
    paying = [body.name for body in found.bodies if body.net is not None and body.net < 0]
    gaining = [body.name for body in found.bodies if body.net is not None and body.net > 0]
    if paying and gaining:
        yield (
            f"Costs exceed savings for {_listed(paying)}; savings exceed costs for"
            f" {_listed(gaining)}. It is worth asking whether those who gain were asked to"
            " contribute."
        )
    unknown = [body.name for body in found.bodies if body.costs is None]
    if unknown:
        yield f"What the decision costs cannot be added up for {_listed(unknown)}."
    unnamed = (("costs", found.unnamed.costs), ("savings", found.unnamed.savings))
    amounts = [f"{money(sum_, found.currency)} of {what}" for what, sum_ in unnamed if sum_]
    if amounts and found.bodies:
        yield f"No body is named for {' and '.join(amounts)}."


def _listed(names: list[str]) -> str:
    shown = names[:_NAMED]
    rest = len(names) - len(shown)
    if rest:
        return f"{', '.join(shown)} and {rest} more"
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def _charts(found: WhoseValue) -> Iterator[Chart]:
    for division in found.divisions:
        marks = tuple(Mark(part.name, _ZERO, part.amount) for part in division.parts)
        table = _division(division, found.currency)
        yield Chart("bars", division.title, found.currency, marks, table)
    if found.savings is not None and found.savings.parts:
        marks = tuple(Mark(part.name, _ZERO, part.amount) for part in found.savings.parts)
        table = _division(found.savings, found.currency)
        yield Chart("bars", found.savings.title, found.currency, marks, table)
    if len(found.years) > 1:
        marks = tuple(Mark(f"Year {y.year}", _ZERO, y.present_value) for y in found.years)
        yield Chart("columns", "Present value by year", found.currency, marks, _years(found))


def _division(division: Division, currency: str) -> Table:
    rows = [(part.name, money(part.amount, currency), share(part.share)) for part in division.parts]
    if division.rows_unsaid:
        rows.append(("Not said", money(division.unsaid, currency), "–"))
    return Table(division.title, ("Whose", "Value", "Share"), tuple(rows), figures=(1, 2))


def _years(found: WhoseValue) -> Table:
    rows = tuple(
        (f"Year {y.year}", money(y.amount, found.currency), money(y.present_value, found.currency))
        for y in found.years
    )
    columns = ("Year", "Value", "Present value")
    return Table("Value by year", columns, rows, figures=(1, 2))


def _tables(found: WhoseValue) -> Iterator[Table]:
    if found.bodies:
        running = any(body.running for body in found.bodies)
        rows = tuple(_body(body, found.currency, running=running) for body in found.bodies)
        service = ("Cost of the service now",) if running else ()
        columns = ("Body", "Input", *service, "Costs", "Savings", "Savings less costs")
        caption = (
            "Who puts in, pays and saves, as the file lists it; inputs of the value map and costs"
            " may be the same money"
        )
        yield Table(caption, columns, rows, figures=tuple(range(1, len(columns))))


def _body(body: BodyBalance, currency: str, *, running: bool) -> tuple[str, ...]:
    service = (body.running,) if running else ()
    amounts = (body.inputs, *service, body.costs, body.savings, body.net)
    return (body.name, *(_UNSTATED if n is None else money(n, currency) for n in amounts))
