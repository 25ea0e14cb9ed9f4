"""Judge a claimed figure against its recomputation, by printed digits and nothing else."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import NamedTuple

from auditor.value.claim import ClaimVerdict
from auditor.value.precision import Interval
from auditor.value.recomputable import Recomputable


class Judged(NamedTuple):
    """A verdict with the figure behind it.

    `figure` is the one under the first set of conventions. `others` holds what it would be under
    the other conventions that the file leaves open, in the order in which they were tried, up to
    the first that gives another answer. `by_rows` says that rows rounded to the unit before adding
    give the claim.
    """

    verdict: ClaimVerdict
    exact: Decimal | None
    figure: Recomputable | None = None
    others: tuple[Decimal, ...] = ()
    by_rows: bool = False


class Recomputed(NamedTuple):
    """A figure under one set of conventions.

    `rounded` gives it from intermediate results rounded as the file may have done, where that is
    left open; it is asked only where the exact figure does not give the claim.
    """

    figure: Recomputable
    rounded: Callable[[], Decimal | None] | None = None


def judge(claim: Interval, recomputed: Recomputed) -> Judged:
    """Judge a claim, given as the values its printed digits stand for.

    It is reproduced where the exact figure lies among them; within rounding where some values that
    the printed inputs stand for give one of them, or where rounded intermediate results do; else
    it is not reproduced.
    """
    figure = recomputed.figure
    exact = figure.exact
    if exact is None:
        return Judged(ClaimVerdict.CANNOT_BE_RECOMPUTED, None)
    if claim.contains(exact):
        return Judged(ClaimVerdict.REPRODUCED, exact, figure)
    allowed = figure.interval()
    rounded = recomputed.rounded() if recomputed.rounded else None
    by_rows = rounded is not None and claim.contains(rounded)
    if by_rows or (allowed is not None and claim.meets(allowed)):
        return Judged(ClaimVerdict.WITHIN_ROUNDING, exact, figure, (), by_rows)
    return Judged(ClaimVerdict.NOT_REPRODUCED, exact, figure)


def judge_open(claim: Interval, figures: Iterable[Recomputed]) -> Judged:
    """Judge a claim under every set of conventions that a file leaves open.

    Where all agree, that is the verdict; as soon as one differs, the claim is ambiguous.
    """
    first: Judged | None = None
    others: list[Decimal] = []
    for each in figures:
        judged = judge(claim, each)
        if first is None:
            first = judged
        elif judged.exact is not None and judged.exact not in (first.exact, *others):
            others.append(judged.exact)
        if judged.verdict is not first.verdict:
            return Judged(ClaimVerdict.AMBIGUOUS, first.exact, first.figure, tuple(others))
    if first is None:
        return Judged(ClaimVerdict.CANNOT_BE_RECOMPUTED, None)
    return first._replace(others=tuple(others)) if others else first
