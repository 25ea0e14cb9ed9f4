"""Arrange the parameters in force for an audit as a table: value, unit, dates, source."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from auditor.engine.pack import Pack
from auditor.engine.pack_parts import Parameter, ParameterValue
from auditor.engine.parameters import values_on
from auditor.engine.show import show
from auditor.engine.subject import Subject
from auditor.output.figure import Value, day_of, value_of
from auditor.output.table import DAY, LONG, NAME, SAID, Column, Table

_HINGES = {"decision": "The decision", "procurement_start": "The start of the procurement"}


def parameters(packs: Sequence[Pack], subject: Subject) -> Table:
    """Return every parameter of the packs that has a value at the dates of a file."""
    columns = (
        Column("Parameter", NAME),
        Column("What it is", LONG),
        Column("Value", NAME, mixed=True),
        Column("Unit", SAID),
        Column("From", DAY),
        Column("Until", DAY),
        Column("Chosen by the date of", SAID),
        Column("Source", LONG),
    )
    known = {name: each for pack in packs for name, each in pack.parameters.items()}
    started = subject.case.procurement_start_date
    in_force = values_on(known, subject.as_at, started=started)
    titles = {source.id: source.title for pack in packs for source in pack.sources}
    rows = tuple(_row(known[name], value, titles) for name, value in in_force.items())
    about = "The numbers and dates that guidance sets, as they were in force at the file's dates."
    return Table("Parameters", about, columns, rows)


def _row(
    parameter: Parameter, value: ParameterValue, titles: Mapping[str, str]
) -> tuple[Value, ...]:
    cited = (f"{titles[cite.source]}, {cite.where}".rstrip(", ") for cite in value.cite)
    return (
        parameter.id,
        parameter.title,
        printed(value.value),
        parameter.unit,
        day_of(value.from_.isoformat()),
        day_of(value.until.isoformat()) if value.until else "",
        _HINGES[parameter.hinges_on],
        "; ".join(cited),
    )


def printed(value: Any) -> Value:
    """Return a value as a number or a day; a list or a table of values as text."""
    if isinstance(value, bool):
        return show(value)
    if isinstance(value, int | Decimal | date):
        return value_of(f"{value:f}" if isinstance(value, Decimal) else str(value))
    return "; ".join(_parts(value))


def _parts(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield from (f"{name}: {_inner(each)}" for name, each in sorted(value.items()))
    else:
        yield from map(_inner, value)


def _inner(value: Any) -> str:
    """Return a value inside another; a list or a table of values stands in brackets."""
    is_many = isinstance(value, Mapping | list | tuple)
    return f"({', '.join(_parts(value))})" if is_many else show(value)
