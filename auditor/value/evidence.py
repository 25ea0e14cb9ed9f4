"""Say how easily a wrong figure would have fitted one of several readings."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from auditor.value.precision import Interval
from auditor.value.recomputable import Recomputable

LEAST_EVIDENCE = Decimal("0.01")
"""The largest chance of a wrong figure to fit some reading at which a reading may be relied on.

It is no tolerance: how far a figure may be off follows from printed digits alone. A ratio that is
held against one declared convention is found out by its digits: a random one of three digits has
about one chance in a hundred to pass. A search among readings may be no easier to pass than that.
"""


def covered(figures: Sequence[Decimal], half_unit: Decimal) -> Decimal:
    """Return the part of the span of some figures, sorted, that lies within half a unit of one.

    It is 1 for a single figure, of which no claim can tell readings apart.

    >>> covered([Decimal(100), Decimal(150), Decimal(199)], Decimal("0.5"))
    Decimal('0.03')
    >>> covered([Decimal(100)], Decimal("0.5"))
    Decimal('1')
    """
    if not figures or figures[0] == figures[-1]:
        return Decimal(1)
    held, reached = Decimal(0), figures[0] - half_unit
    for each in figures:
        held += each + half_unit - max(reached, each - half_unit)
        reached = each + half_unit
    whole = figures[-1] - figures[0] + 2 * half_unit
    return held / whole if whole else Decimal(1)


def gives(figure: Recomputable, claim: Interval, *, exactly: bool) -> bool:
    """Say whether a figure gives a claim: as printed, or else within the rounding of its inputs."""
    if figure.exact is None:
        return False
    allowed = None if exactly else figure.interval()
    return claim.contains(figure.exact) or (allowed is not None and claim.meets(allowed))


def chance(claim: Interval, readings: Iterable[Recomputable], found: Recomputable) -> Decimal:
    """Return how likely a wrong claim would have fitted one of some readings, as it fits one.

    The claim may be off by what its digits allow; where the reading found gives it only within the
    rounding of its inputs, by what these allow, too.
    """
    figures = sorted(e for each in readings if (e := each.exact) is not None)
    half = (claim.high - claim.low) / 2
    allowed = found.interval()
    if allowed is not None and not gives(found, claim, exactly=True):
        half += (allowed.high - allowed.low) / 2
    return covered(figures, half)
