"""Compute a social return on investment the way the SROI Guide names its steps."""

from collections.abc import Mapping, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from auditor.value.conventions import STANDARD, Conventions, Discounting, OutcomeStart
from auditor.value.discounting import Schedule, Timing, timed_factors

_ONE, _ZERO = Decimal(1), Decimal(0)
_TIMING: Mapping[Discounting, Timing] = {
    "first_year_at_par": "year_0_undiscounted",
    "end_of_year": "end_of_year",
    "mid_year": "mid_year",
}


def retained_share(
    *,
    deadweight: Decimal,
    displacement: Decimal,
    attribution_to_others: Decimal,
    conventions: Conventions = STANDARD,
) -> Decimal:
    """Return the share of an outcome that is left after the deductions.

    By the standard conventions each is a deduction, taken from what the one before it left. Where
    they are added up they may come to more than the whole; the share is then negative.

    >>> retained_share(deadweight=Decimal("0.3"), displacement=Decimal("0.1"),
    ...     attribution_to_others=Decimal("0.25"))
    Decimal('0.4725')
    """
    off = taken_off(deadweight, displacement, attribution_to_others, conventions=conventions)
    if conventions.deductions == "additive":
        return 1 - sum(off, start=_ZERO)
    return (1 - off[0]) * (1 - off[1]) * (1 - off[2])


def taken_off(
    deadweight: Decimal,
    displacement: Decimal,
    attribution_to_others: Decimal,
    *,
    conventions: Conventions,
) -> tuple[Decimal, Decimal, Decimal]:
    """Return what is taken off for deadweight, displacement and the share of others.

    A column that prints what is kept takes off the rest of the whole.

    >>> kept = Conventions(attribution_means="this_activity")
    >>> taken_off(Decimal("0.3"), Decimal(0), Decimal("0.25"), conventions=kept)[2]
    Decimal('0.75')
    """
    if conventions.deductions_mean == "kept":
        deadweight, displacement = 1 - deadweight, 1 - displacement
    if conventions.attribution_means == "this_activity":
        attribution_to_others = 1 - attribution_to_others
    return deadweight, displacement, attribution_to_others


def impact(
    quantity: Decimal,
    proxy: Decimal,
    *,
    deadweight: Decimal,
    displacement: Decimal,
    attribution_to_others: Decimal,
) -> Decimal:
    """Return the impact of a row in its first year: quantity x proxy, less each deduction in turn.

    Source: SROI Guide 2012, stage 4. Shares are what is deducted; the unit is that of the proxy.

    >>> impact(Decimal(20), Decimal(1000), deadweight=Decimal("0.3"),
    ...     displacement=Decimal("0.1"), attribution_to_others=Decimal("0.25")) == 9450
    True
    """
    share = retained_share(
        deadweight=deadweight,
        displacement=displacement,
        attribution_to_others=attribution_to_others,
    )
    return quantity * proxy * share


def additive_impact(
    quantity: Decimal,
    proxy: Decimal,
    *,
    deadweight: Decimal,
    displacement: Decimal,
    attribution_to_others: Decimal,
) -> Decimal:
    """Return what a row would give if the deductions were added up first: a known mistake.

    >>> additive_impact(Decimal(20), Decimal(1000), deadweight=Decimal("0.3"),
    ...     displacement=Decimal("0.1"), attribution_to_others=Decimal("0.25")) == 7000
    True
    """
    return quantity * proxy * (1 - deadweight - displacement - attribution_to_others)


def year_weights(
    duration_years: Decimal,
    *,
    drop_off: Decimal,
    conventions: Conventions,
    outcome_start: OutcomeStart | None = None,
) -> tuple[Decimal, ...]:
    """Return how much of the impact each year holds, the first entry being year 1.

    `outcome_start` is the row's own; where it is None the conventions decide. An outcome that
    starts after the activity has nothing in year 1.

    >>> [str(w) for w in year_weights(Decimal(3), drop_off=Decimal("0.2"),
    ...     conventions=Conventions())]
    ['1', '0.8', '0.64']
    """
    shares = _shares_of_years(duration_years, conventions)
    kept = [
        share * _left_after(year, drop_off, conventions) for year, share in enumerate(shares, 1)
    ]
    late = (outcome_start or conventions.outcome_start) == "after"
    return (_ZERO, *kept) if late else tuple(kept)


def _shares_of_years(duration: Decimal, conventions: Conventions) -> list[Decimal]:
    whole = int(duration.to_integral_value(ROUND_FLOOR))
    if conventions.fractional_years == "prorated":
        rest = duration - whole
        return [_ONE] * whole + ([rest] if rest else [])
    if conventions.fractional_years == "rounded_up":
        whole = int(duration.to_integral_value(ROUND_CEILING))
    return [_ONE] * whole


def _left_after(year: int, drop_off: Decimal, conventions: Conventions) -> Decimal:
    times = year if conventions.drop_off_from == "year_1" else year - 1
    if conventions.drop_off_method == "straight":
        return max(_ZERO, 1 - times * drop_off)
    # Decimal calls 0 to the power of 0 undefined; a total drop-off leaves the first year whole.
    return (1 - drop_off) ** times if times else _ONE


def yearly_values(first_year: Decimal, weights: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """Return the value of each year from the impact and the weights of the years.

    >>> yearly_values(Decimal(9450), [Decimal(1), Decimal("0.8"), Decimal("0.64")])
    (Decimal('9450'), Decimal('7560.0'), Decimal('6048.00'))
    """
    return tuple(first_year * weight for weight in weights)


def year_factors(schedule: Schedule, years: int, discounting: Discounting) -> Sequence[Decimal]:
    """Return the discount factor of year 1, 2, … under a convention.

    The Guide discounts year 1 once (`end_of_year`); many reports leave it at par.

    >>> from auditor.value.discounting import flat
    >>> [round(f, 4) for f in year_factors(flat(Decimal("0.035")), 2, "end_of_year")]
    [Decimal('0.9662'), Decimal('0.9335')]
    """
    if discounting == "none":
        return [_ONE] * years
    return timed_factors(schedule, years, timing=_TIMING[discounting])


def present_value(values: Sequence[Decimal], factors: Sequence[Decimal]) -> Decimal:
    """Return the sum of yearly values, each times the factor of its year.

    >>> from auditor.value.discounting import flat
    >>> values = [Decimal(9450), Decimal(7560), Decimal(6048)]
    >>> round(present_value(values, year_factors(flat(Decimal("0.035")), 3, "end_of_year")), 2)
    Decimal('21642.73')
    """
    pairs = zip(values, factors, strict=False)
    return sum((value * factor for value, factor in pairs), start=_ZERO)


def ratio(present: Decimal, inputs: Decimal) -> Decimal | None:
    """Return present value per unit of inputs, or None without inputs. Source: Guide, stage 5.

    >>> round(ratio(Decimal("21642.73"), Decimal(8000)), 3)
    Decimal('2.705')
    """
    return present / inputs if inputs else None


def net_ratio(present: Decimal, inputs: Decimal) -> Decimal | None:
    """Return present value less inputs, per unit of inputs, or None without inputs."""
    return (present - inputs) / inputs if inputs else None


def net_present_value(present: Decimal, inputs: Decimal) -> Decimal:
    """Return present value less inputs."""
    return present - inputs


def payback_months(inputs: Decimal, yearly_impact: Decimal) -> Decimal | None:
    """Return after how many months the impact of a year has paid the inputs; None if it never does.

    >>> round(payback_months(Decimal(8000), Decimal(9450)), 2)
    Decimal('10.16')
    """
    return inputs / (yearly_impact / 12) if yearly_impact > 0 else None
