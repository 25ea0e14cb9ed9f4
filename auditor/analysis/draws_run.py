"""Say how likely it is that value exceeds cost, over the ranges that a file states."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal
from math import ceil
from typing import Any

from auditor.analysis.challenge_basis import Basis, challenge_of
from auditor.analysis.challenge_map import ChallengedMap, Totals
from auditor.analysis.challenge_ranges import Range, stated_ranges
from auditor.analysis.draws_plan import Plan, plan_of
from auditor.facts import Facts
from auditor.model.file import Case
from auditor.value.precision import stated_arithmetic

COUNT = 10_000
"""So many draws put the share of draws within about one percentage point of the true one."""

PERCENTILES = (5, 25, 50, 75, 95)
_CLOSE = Decimal("1e-9")
"""Floating point has some sixteen digits; a long map loses a few of them, never seven."""
_THREE_DIGITS = Context(prec=3, rounding=ROUND_HALF_UP)
_MOST_BINS = 20
_TOO_COARSE = "amounts near enough in size for floating point to agree with the exact result"
_PER_CENT, _TENTH = Decimal("0.01"), Decimal("0.001")


@dataclass(frozen=True, slots=True)
class Percentile:
    """The ratio that so many per cent of the draws do not exceed, to three digits."""

    per_cent: int
    ratio: Decimal


@dataclass(frozen=True, slots=True)
class Bin:
    """The share of draws (to a tenth of a per cent) whose ratio is from `low` to below `high`."""

    low: Decimal
    high: Decimal
    share: Decimal


@dataclass(frozen=True, slots=True)
class Draws:
    """What comes out of drawing every stated range, or what is missing.

    `probability` is the share of draws in which the present value exceeds the inputs, to a
    hundredth; `never` and `always` say that it did so in none or in all of them. Rounded so, every
    machine comes to the same.
    """

    missing: tuple[str, ...]
    unusable: tuple[str, ...] = ()
    basis: Basis | None = None
    ranges: tuple[Range, ...] = ()
    count: int = COUNT
    probability: Decimal | None = None
    never: bool = False
    always: bool = False
    percentiles: tuple[Percentile, ...] = ()
    bins: tuple[Bin, ...] = ()


def draws(case: Case, facts: Facts, parameters: Mapping[str, Any]) -> Draws | None:
    """Return how the ratio is spread over the ranges of the file.

    None where the file has no analysis of social return that can be worked out. Nothing is drawn
    where it states no range: how far an assumption may be out is for those to say who made it.
    """
    with stated_arithmetic():
        challenge = challenge_of(case, facts)
        if challenge is None or challenge.challenged is None:
            return None
        return _draws(challenge.challenged, challenge.basis)


def _draws(challenged: ChallengedMap, basis: Basis | None) -> Draws:
    ranges = stated_ranges(challenged)
    if not ranges.usable:
        missing = ("the range of at least one assumption: its row, its field, low and high",)
        return Draws(missing, ranges.unusable)
    plan = plan_of(challenged, ranges.usable)
    if not _inputs_above_zero(challenged, ranges.usable):
        return Draws(("ranges that leave the inputs above zero",), ranges.unusable)
    result = _made(plan, challenged, ranges.usable)
    if result is None:
        return Draws((_TOO_COARSE,), ranges.unusable)
    return Draws((), ranges.unusable, basis, ranges.usable, **result)


def _inputs_above_zero(challenged: ChallengedMap, ranges: Sequence[Range]) -> bool:
    lowest = [(each.assumption, each.low) for each in ranges if each.assumption.field == "amount"]
    return challenged.after(lowest).inputs > 0


def _made(plan: Plan, challenged: ChallengedMap, ranges: Sequence[Range]) -> dict[str, Any] | None:
    """Draw, unless the quick arithmetic does not come to what the exact one does."""
    # numpy takes longer to import than most files take to check, so it waits until it is needed.
    from auditor.analysis import draws as quick

    likely = challenged.after([(each.assumption, each.likely) for each in ranges])
    if not _agree(quick.at_likely(plan), likely):
        return None
    made = quick.drawn(plan, COUNT)
    share = quick.share_where_value_exceeds_inputs(made)
    ratios = quick.ratios_in_order(made)
    return {
        "probability": share.quantize(_PER_CENT, ROUND_HALF_UP),
        "never": share == 0,
        "always": share == 1,
        "percentiles": tuple(_percentile(ratios, per_cent) for per_cent in PERCENTILES),
        "bins": bins_of(ratios),
    }


def _agree(quick: tuple[float, float], exact: Totals) -> bool:
    pairs = zip(quick, exact, strict=True)
    return all(abs(Decimal(a) - b) <= _CLOSE * max(abs(b), Decimal(1)) for a, b in pairs)


def _percentile(ratios: Sequence[float], per_cent: int) -> Percentile:
    """Return the nearest rank: the lowest ratio that so many per cent do not exceed."""
    ratio = Decimal(ratios[ceil(len(ratios) * per_cent / 100) - 1])
    return Percentile(per_cent, three_digits(ratio))


def three_digits(value: Decimal) -> Decimal:
    """Return a ratio to three digits.

    >>> three_digits(Decimal("5.07331")), three_digits(Decimal("123456"))
    (Decimal('5.07'), Decimal('123000'))
    """
    short = _THREE_DIGITS.plus(value)
    exponent = short.as_tuple().exponent
    return Decimal(int(short)) if isinstance(exponent, int) and exponent > 0 else short


def bins_of(ratios: Sequence[float]) -> tuple[Bin, ...]:
    """Return how many draws fall into each of some spans with round ends.

    The ends are multiples of 1, 2 or 5 times a power of ten, the smallest that gives at most
    twenty spans.
    """
    low, high = Decimal(ratios[0]), Decimal(ratios[-1])
    step = _step(high - low)
    if step is None:
        return (Bin(three_digits(low), three_digits(high), Decimal(1)),)
    start = (low / step).to_integral_value(ROUND_FLOOR)
    ends = [start * step]
    while ends[-1] <= high:
        ends.append(ends[-1] + step)
    below = [bisect_left(ratios, float(end)) for end in ends]
    return tuple(
        Bin(ends[n], ends[n + 1], _share_of(below[n + 1] - below[n], len(ratios)))
        for n in range(len(ends) - 1)
    )


def _step(span: Decimal) -> Decimal | None:
    if span <= _CLOSE:
        return None
    place = Decimal(1).scaleb(span.adjusted() - 2)
    sizes = (place * Decimal(10) ** power * factor for power in range(4) for factor in (1, 2, 5))
    return next(size for size in sizes if span / size <= _MOST_BINS - 1)


def _share_of(number: int, count: int) -> Decimal:
    return (Decimal(number) / count).quantize(_TENTH, ROUND_HALF_UP)
