"""Say under which conventions a value map is challenged, and against which ratio."""

from dataclasses import dataclass
from decimal import Context, Decimal
from typing import Literal, TypeAlias

from auditor.analysis.challenge_map import ChallengedMap
from auditor.facts import Facts
from auditor.facts.reading import stated
from auditor.model.file import Case
from auditor.model.sroi import Sroi
from auditor.value.conventions import in_words

TargetName: TypeAlias = Literal["break_even", "half_of_claim"]

MOST_ROWS = 100
"""So many rows are challenged one by one, those of the largest value; the rest only together."""

_DIGITS = Context(prec=12)
_ONE, _TWO = Decimal(1), Decimal(2)


@dataclass(frozen=True, slots=True)
class Target:
    """A ratio of present value to inputs that a change may lead to, and how to say it."""

    name: TargetName
    ratio: Decimal
    words: str


@dataclass(frozen=True, slots=True)
class Basis:
    """What every part of the challenge starts from.

    `conventions` says how values were worked out; `taken` which of that the file leaves open, so
    that it was done as the SROI Guide does. `targets` are the ratios to be reached: half of the
    claim (`claimed_half`) is none where the recomputed ratio is below it already. `printed_only`
    names the rows of which only results are printed: they take part through the rate alone.
    """

    ratio: Decimal
    claimed_half: Decimal
    currency: str
    conventions: str
    taken: tuple[str, ...]
    targets: tuple[Target, ...]
    rows: tuple[str, ...]
    rows_left_out: int
    printed_only: tuple[str, ...]


@dataclass(frozen=True)
class Challenge:
    """A value map that can be challenged, or what it lacks."""

    missing: tuple[str, ...]
    challenged: ChallengedMap | None = None
    basis: Basis | None = None


def challenge_of(case: Case, facts: Facts) -> Challenge | None:
    """Return what a challenge of the value map starts from; None where the file has no analysis."""
    value_map = facts.value_map
    if value_map is None:
        return None
    challenged = ChallengedMap(value_map, value_map.candidates[0])
    if challenged.missing:
        return Challenge(challenged.missing)
    ratio = challenged.totals.ratio
    if ratio is None or challenged.totals.inputs <= 0:
        return Challenge(("inputs above zero",))
    return Challenge((), challenged, _basis(case, facts, challenged, ratio))


def _basis(case: Case, facts: Facts, challenged: ChallengedMap, ratio: Decimal) -> Basis:
    value_map = challenged.value_map
    rows = challenged.largest(MOST_ROWS)
    known = challenged.rows
    half = _half(challenged.sroi, facts, ratio)
    return Basis(
        ratio=shortened(ratio),
        claimed_half=shortened(half.ratio),
        currency=case.currency,
        conventions=in_words(challenged.conventions, value_map.relevant),
        taken=value_map.open_questions,
        targets=_targets(half, ratio),
        rows=rows,
        rows_left_out=len(known) - len(rows),
        printed_only=tuple(r.given.id for r in value_map.rows if r.given.id not in known),
    )


def _targets(half: Target, ratio: Decimal) -> tuple[Target, ...]:
    even = Target("break_even", _ONE, "a ratio of 1, at which value equals inputs")
    return (even, half) if 0 < half.ratio < ratio and half.ratio != 1 else (even,)


def _half(sroi: Sroi, facts: Facts, ratio: Decimal) -> Target:
    """Return half of the ratio that is claimed, or of the recomputed one where none is.

    Half of a net ratio is half of what is left when the inputs are taken off.
    """
    reported = stated(sroi.reported)
    gross = reported.ratio if reported else None
    net = reported.net_ratio if reported else None
    if gross is not None and _is_net(sroi, facts):
        gross, net = None, gross
    if gross is not None:
        return Target("half_of_claim", gross.value / 2, "half of the ratio claimed")
    if net is not None:
        return Target("half_of_claim", net.value / 2 + 1, "half of the net ratio claimed")
    return Target("half_of_claim", ratio / 2, "half of the ratio, which the file does not claim")


def _is_net(sroi: Sroi, facts: Facts) -> bool:
    conventions = stated(sroi.conventions)
    declared = conventions.ratio_means if conventions else None
    return declared == "net" if declared else bool(facts.sroi.ratio_is_net)


def shortened(value: Decimal) -> Decimal:
    """Return a result with twelve digits: enough to be put back, few enough to be read.

    >>> shortened(Decimal(1) / 3)
    Decimal('0.333333333333')
    """
    return +value.normalize(_DIGITS) if value else Decimal(0)
