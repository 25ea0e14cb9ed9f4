"""Set out the cash flows of the options: a chart and a table for each, the chosen one first."""

from decimal import Decimal

from auditor.analysis.amounts import money
from auditor.analysis.cash_flows import CashFlows, OptionCashFlows
from auditor.analysis.section import Chart, Mark, Section, Table

_ZERO = Decimal(0)


def cash_flows_section(found: CashFlows) -> Section:
    """Return the cash flows by year, for people; a report shows the chosen option alone."""
    ordered = sorted(found.options, key=lambda option: not option.preferred)
    first, rest = ordered[0], ordered[1:]
    title = f"Benefits less costs by year: {first.name}"
    marks = tuple(Mark(str(y.year), _ZERO, y.benefit - y.cost) for y in first.years)
    chart = Chart("columns", title, found.currency, marks, _table(first, found.currency))
    tables = tuple(_table(option, found.currency, detail=True) for option in rest)
    return Section("cash-flows", "Cash flows by year", tables=tables, charts=(chart,))


def _table(option: OptionCashFlows, currency: str, *, detail: bool = False) -> Table:
    valued = all(year.present_value is not None for year in option.years)
    rows = tuple(
        (
            str(y.year),
            *(money(n, currency) for n in (y.cost, y.benefit, y.benefit - y.cost, y.so_far)),
            *((money(y.present_value or _ZERO, currency),) if valued else ()),
        )
        for y in option.years
    )
    known = ("Present value",) if valued else ()
    columns = ("Year", "Costs", "Benefits", "Net", "Net so far", *known)
    caption = f"{option.name}{' (chosen)' if option.preferred else ''}"
    return Table(caption, columns, rows, tuple(range(1, len(columns))), detail)
