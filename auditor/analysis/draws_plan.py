"""Say what is drawn and what stays fixed, before any draw is made."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha256
from math import ceil
from typing import Literal, TypeAlias

from auditor.analysis.challenge_assumptions import Field
from auditor.analysis.challenge_map import ChallengedMap
from auditor.analysis.challenge_ranges import Range
from auditor.facts.reading import entries
from auditor.value.conventions import Conventions

SEED = "auditor draws 1"
"""Where every draw starts. It is fixed, so that anyone who runs it again gets the same result."""

_ZERO, _ONE = Decimal(0), Decimal(1)


@dataclass(frozen=True, slots=True)
class Spread:
    """A number that is drawn: from where to where, how spread, and from which seed.

    The seed hangs on what is drawn and on nothing else, so that neither the order of rows nor
    another range changes the draws of this one. Whole numbers are drawn where `whole` says so.
    """

    low: Decimal
    high: Decimal
    likely: Decimal
    shape: Literal["uniform", "triangular"]
    seed: int
    whole: bool = False


Number: TypeAlias = Decimal | Spread


@dataclass(frozen=True, slots=True)
class RowPlan:
    """One row of which something is drawn; `longest` is the most years that it can last."""

    quantity: Number
    proxy: Number
    deadweight: Number
    displacement: Number
    attribution_to_others: Number
    drop_off: Number
    duration_years: Number
    late: bool
    longest: int


@dataclass(frozen=True, slots=True)
class InputPlan:
    """One input, and the year it falls in where it is discounted (0: at par)."""

    amount: Number
    year: int


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that the draws are made from.

    `fixed_years` are the values of the years of all other rows, before discounting, and
    `fixed_present` a present value that is printed without its years. `factors` are the discount
    factors of the years where no rate is drawn.
    """

    conventions: Conventions
    rows: tuple[RowPlan, ...]
    fixed_years: tuple[Decimal, ...]
    fixed_present: Decimal
    inputs: tuple[InputPlan, ...]
    rate: Spread | None
    factors: tuple[Decimal, ...]


def plan_of(challenged: ChallengedMap, ranges: Sequence[Range]) -> Plan:
    """Return what is drawn for some ranges of a value map."""
    conventions = challenged.conventions
    spreads = {(r.assumption.field, r.assumption.of): _spread(r, conventions) for r in ranges}
    drawn = [name for name in challenged.rows if any(of == name for _, of in spreads)]
    rows = tuple(_row(challenged, name, spreads) for name in drawn)
    fixed = challenged.yearly_totals_without(drawn) if challenged.shows_years else ()
    years = max([len(fixed), *(row.longest + row.late for row in rows)])
    inputs = _inputs(challenged, spreads)
    last = max([years, *(each.year for each in inputs)])
    return Plan(
        conventions=conventions,
        rows=rows,
        fixed_years=fixed,
        fixed_present=_ZERO if challenged.shows_years else challenged.totals.present,
        inputs=inputs,
        rate=spreads.get(("discount_rate", "")),
        factors=challenged.value_map.factors(last, conventions),
    )


def _spread(given: Range, conventions: Conventions) -> Spread:
    assumption = given.assumption
    key = f"{SEED}/{assumption.field}/{assumption.of}"
    whole = assumption.field == "duration_years" and conventions.fractional_years != "prorated"
    return Spread(
        low=given.low,
        high=given.high,
        likely=given.likely,
        shape=given.shape,
        seed=int.from_bytes(sha256(key.encode()).digest()[:8], "big"),
        whole=whole and given.low % 1 == 0 == given.high % 1,
    )


def _row(challenged: ChallengedMap, name: str, spreads: dict[tuple[Field, str], Spread]) -> RowPlan:
    given = challenged.rows[name]

    def number(field: Field, otherwise: Decimal = _ZERO) -> Number:
        stated: Decimal | None = getattr(given, field)
        return spreads.get((field, name)) or (otherwise if stated is None else stated)

    duration = number("duration_years", _ONE)
    start = given.outcome_start or challenged.conventions.outcome_start
    return RowPlan(
        quantity=number("quantity"),
        proxy=number("proxy"),
        deadweight=number("deadweight"),
        displacement=number("displacement"),
        attribution_to_others=number("attribution_to_others"),
        drop_off=number("drop_off"),
        duration_years=duration,
        late=start == "after",
        longest=ceil(duration.high if isinstance(duration, Spread) else duration),
    )


def _inputs(
    challenged: ChallengedMap, spreads: dict[tuple[Field, str], Spread]
) -> tuple[InputPlan, ...]:
    discounted = challenged.conventions.inputs_discounted == "discounted"
    listed = entries(challenged.sroi.inputs)
    if not listed:
        return (InputPlan(challenged.totals.inputs, 0),)
    return tuple(
        InputPlan(
            spreads.get(("amount", each.id)) or each.amount, (each.year or 0) if discounted else 0
        )
        for each in listed
    )
