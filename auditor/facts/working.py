"""Set out the working behind a figure, step by step, from what the file prints."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from auditor.facts.value_map import ValueMap
from auditor.facts.value_row import Row
from auditor.value.claim import Step
from auditor.value.conventions import Conventions
from auditor.value.printing import as_printed
from auditor.value.quotient import Total

Money = Callable[[Decimal], str]
MOST_STEPS = 100
_DEDUCTIONS = ("Less deadweight", "Less displacement", "Less attribution to others")


def money_printer(currency: str) -> Money:
    """Return what prints amounts of a file in its currency, to the penny where there are pence."""
    return lambda value: as_printed(value, unit="money", decimals=2, currency=currency)


def _plain(value: Decimal) -> str:
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _factor(value: Decimal) -> str:
    return as_printed(value, unit="number", decimals=6)


def percent(share: Decimal) -> str:
    """Print a share as a percentage with all its digits.

    >>> percent(Decimal("0.25"))
    '25%'
    """
    return f"{_plain(share * 100)}%"


def row_steps(row: Row, money: Money) -> tuple[Step, ...]:
    """Return quantity x value, then each deduction in turn."""
    given = row.given
    if given.quantity is None or given.proxy is None:
        return ()
    value = given.quantity * given.proxy
    start = f"{_plain(given.quantity)} × {money(given.proxy)}"
    steps = [Step("Value before deductions", start, money(value))]
    if row.conventions.deductions == "additive":
        return (*steps, _taken_at_once(row, value, money))
    for label, off in zip(_DEDUCTIONS, row.taken_off, strict=True):
        before, value = value, value * (1 - off)
        steps.append(Step(label, f"{money(before)} × (1 − {percent(off)})", money(value)))
    return tuple(steps)


def _taken_at_once(row: Row, value: Decimal, money: Money) -> Step:
    off = row.taken_off
    added = " + ".join(percent(each) for each in off)
    left = value * (1 - sum(off, start=Decimal(0)))
    return Step("Less all deductions, added up", f"{money(value)} × (1 − ({added}))", money(left))


def sum_steps(parts: Iterable[tuple[str, Decimal]], label: str, money: Money) -> tuple[Step, ...]:
    """Return each part of a sum and the sum; a very long list is cut, and says so."""
    held = list(parts)
    shown = [Step(name, "as given", money(value)) for name, value in held[:MOST_STEPS]]
    rest = held[MOST_STEPS:]
    if rest:
        left = sum((value for _, value in rest), start=Decimal(0))
        shown.append(Step(f"{len(rest)} more", "as given, added up", money(left)))
    whole = sum((value for _, value in held), start=Decimal(0))
    return (*shown, Step(label, _sum_of(len(held), "figure", " above"), money(whole)))


def impact_parts(value_map: ValueMap) -> list[tuple[str, Decimal]]:
    """Return each row's impact in its first year, exact."""
    return [
        (f"Impact of row {row.given.id}", row.first_year.exact if row.first_year else Decimal(0))
        for row in value_map.rows
    ]


def year_steps(
    value_map: ValueMap, conventions: Conventions, money: Money, printed: Sequence[Total] = ()
) -> tuple[Step, ...]:
    """Return each year's value, its discount factor and its present value, then their sum.

    `printed` are the values of the years where the file shows no rows.
    """
    rows = [value_map.years(row, conventions) for row in value_map.rows]
    yearly = _by_year(rows or [printed])
    factors = value_map.factors(len(yearly), conventions)
    steps = [
        Step(
            f"Present value of year {year}",
            f"{money(value)} × {_factor(factor)}",
            money(value * factor),
        )
        for year, (value, factor) in enumerate(zip(yearly, factors, strict=True), 1)
    ]
    pairs = zip(yearly, factors, strict=False)
    by_years = sum((value * factor for value, factor in pairs), start=Decimal(0))
    whole = value_map.present_value(conventions).exact if rows else by_years
    last = Step("Total present value", _sum_of(len(steps), "year"), money(whole))
    return (*steps[:MOST_STEPS], last)


def _by_year(rows: Sequence[Sequence[Total]]) -> list[Decimal]:
    length = max((len(years) for years in rows), default=0)
    whole = [Decimal(0)] * length
    for years in rows:
        for index, value in enumerate(years):
            whole[index] += value.exact
    return whole


def row_year_steps(
    value_map: ValueMap, row: Row, conventions: Conventions, money: Money
) -> tuple[Step, ...]:
    """Return the value of each year of one row, what it is worth today, and their sum."""
    years = value_map.years(row, conventions)
    factors = value_map.factors(len(years), conventions)
    first = row.first_year.exact if row.first_year and not row.printed_years else Decimal(0)
    steps = [
        Step(
            f"Present value of year {year}",
            f"{_of_first(value.exact, first, money)} × {_factor(factor)}",
            money(value.exact * factor),
        )
        for year, (value, factor) in enumerate(zip(years, factors, strict=True), 1)
    ]
    whole = value_map.present_value_of([row], conventions).exact
    how = "; each row rounded to the unit" if conventions.row_rounding == "unit" else ""
    last = Step("Present value of the row", _sum_of(len(steps), "year", how), money(whole))
    return (*steps[:MOST_STEPS], last)


def _of_first(value: Decimal, first: Decimal, money: Money) -> str:
    """Write the value of a year as what is left of the first year, where it can be."""
    return f"{money(first)} × {_factor(value / first)}" if first else money(value)


def quotient_step(label: str, above: str, below: str, result: Decimal) -> Step:
    """Return one division."""
    return Step(label, f"{above} / {below}", as_printed(result, unit="ratio", decimals=4))


def _sum_of(count: int, one: str, after: str = "") -> str:
    return f"the {one}{after}" if count == 1 else f"sum of the {count} {one}s{after}"
