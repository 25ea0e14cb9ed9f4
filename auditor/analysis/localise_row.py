"""Say which slip would account for a row whose printed results its figures do not give."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from auditor.analysis.localise_map import DEDUCTIONS, without_deduction
from auditor.facts.claim import Claimed
from auditor.facts.value_row import Row, impact_of, recomputed_row
from auditor.facts.working import Money
from auditor.value.conventions import Conventions
from auditor.value.digit_slips import slips, slips_of_input
from auditor.value.precision import Interval
from auditor.value.sroi import additive_impact, year_weights

_ZERO, _ONE = Decimal(0), Decimal(1)
_TWO = Decimal(2)


class RowSlip(NamedTuple):
    """A slip in one row: what it would be, and its arithmetic."""

    says: str
    arithmetic: str


def row_slips(
    row: Row, year: int, claimed: Claimed, conventions: Conventions, money: Money
) -> tuple[RowSlip, ...]:
    """Return each single slip that gives the value that a row is printed with in one year.

    Year 1 stands for its impact too.
    """
    worked = recomputed_row(row.given, conventions)
    weights = _weights(row, conventions)
    weight = weights[year - 1] if year <= len(weights) else _ZERO
    first = worked.first_year.exact if worked.first_year else _ZERO
    exact, claim = first * weight, claimed.interval
    found = [
        *_multiples(exact, claim, money),
        *_lengths(row, year, first, claim, conventions, money),
        *_deductions(worked, exact, claim, money),
        *(_added_up(row, weight, claim, money) if conventions.deductions != "additive" else ()),
        *_inputs(row, weight, claim, conventions, money),
        *(
            RowSlip(f"the printed figure {slip.kind}", f"{money(slip.meant)} was meant")
            for slip in slips(claimed.value, claimed.half_unit, exact)
        ),
    ]
    return tuple(dict.fromkeys(found))


def _weights(row: Row, conventions: Conventions, more: int = 0) -> tuple[Decimal, ...]:
    given = row.given
    return year_weights(
        (_ONE if given.duration_years is None else given.duration_years) + more,
        drop_off=given.drop_off or _ZERO,
        conventions=conventions,
        outcome_start=given.outcome_start,
    )


def _multiples(exact: Decimal, claim: Interval, money: Money) -> Iterator[RowSlip]:
    ways = (
        ("the row is printed at half", exact / _TWO, f"{money(exact)} / 2"),
        ("the row is printed twice over", exact * _TWO, f"2 × {money(exact)}"),
        ("the row is printed at a tenth", exact / 10, f"{money(exact)} / 10"),
        ("the row is printed ten times over", exact * 10, f"10 × {money(exact)}"),
    )
    for says, value, arithmetic in ways:
        if exact and claim.contains(value):
            yield RowSlip(says, f"{arithmetic} = {money(value)}")


def _lengths(
    row: Row, year: int, first: Decimal, claim: Interval, conventions: Conventions, money: Money
) -> Iterator[RowSlip]:
    """Yield that the row is counted for one year more or fewer than it is said to last."""
    now, longer = _weights(row, conventions), _weights(row, conventions, 1)
    length = row.given.duration_years or _ONE
    if year > len(now) and year <= len(longer) and claim.contains(first * longer[year - 1]):
        said = f"lasts {length:f} years" if length != 1 else "lasts 1 year"
        value = money(first * longer[year - 1])
        yield RowSlip("the row is counted for one year more", f"it {said}; year {year} is {value}")
    if year == len(now) > 1 and claim.contains(_ZERO):
        value = money(first * now[-1])
        yield RowSlip("the row is counted for one year fewer", f"year {year} is {value}")


def _deductions(row: Row, exact: Decimal, claim: Interval, money: Money) -> Iterator[RowSlip]:
    for name, off in zip(DEDUCTIONS, row.taken_off, strict=True):
        by = without_deduction(row, off)
        if by is not None and claim.contains(exact * by):
            yield RowSlip(f"the {name} is not taken off", f"then it is {money(exact * by)}")
        if off and claim.contains(exact * (1 - off)):
            value = money(exact * (1 - off))
            yield RowSlip(f"the {name} is taken off twice", f"then it is {value}")


def _added_up(row: Row, weight: Decimal, claim: Interval, money: Money) -> Iterator[RowSlip]:
    given = row.given
    if given.quantity is None or given.proxy is None:
        return
    first, second, third = row.taken_off
    value = weight * additive_impact(
        given.quantity, given.proxy, deadweight=first, displacement=second,
        attribution_to_others=third,
    )  # fmt: skip
    if claim.contains(value) and sum(map(bool, row.taken_off)) > 1:
        yield RowSlip("the deductions are added up and taken at once", f"then it is {money(value)}")


def _inputs(
    row: Row, weight: Decimal, claim: Interval, conventions: Conventions, money: Money
) -> Iterator[RowSlip]:
    for field, label in (("quantity", "quantity"), ("proxy", "value of one unit")):
        printed: Decimal | None = getattr(row.given, field)
        if printed is None:
            continue

        def gives(meant: Decimal, field: str = field) -> bool:
            changed = impact_of(row.given.model_copy(update={field: meant}), conventions)
            return changed is not None and claim.contains(changed.exact * weight)

        for slip in slips_of_input(printed, gives):
            yield RowSlip(f"the {label} {slip.kind}", f"{slip.meant:f} instead of {printed:f}")
