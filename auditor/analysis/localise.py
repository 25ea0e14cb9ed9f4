"""Find the fewest rows, years or inputs that would account for a difference, as hypotheses.

A hypothesis is a change to one part of the value map, or the same change to two, after which every
headline figure comes out as claimed and none that did stops doing so. It says what would explain
the difference, not what happened: other changes of the same size may explain it as well, and with
few printed digits some fit by chance.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from auditor.value.precision import Interval

_ZERO = Decimal(0)
MOST_PAIRED = 100
"""Pairs are tried among so many parts at most: their number grows with the square."""


@dataclass(frozen=True, slots=True)
class Sums:
    """What the headlines are made of: first-year impact, present value, inputs."""

    impact: Decimal
    present: Decimal
    inputs: Decimal

    def plus(self, other: "Sums") -> "Sums":
        """Return the two added."""
        return Sums(
            self.impact + other.impact, self.present + other.present, self.inputs + other.inputs
        )


@dataclass(frozen=True, slots=True)
class Change:
    """A change to one part of the value map, and what it moves.

    `kind` is what is done, `part` what it is done to; changes of one kind pair up, unless they are
    so many that some pair would fit by chance (`alone`). `arithmetic` says how the part's own
    amount changes.
    """

    kind: str
    part: str
    moves: Sums
    arithmetic: str
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Target:
    """The headline claims: those that are not given, and those that are and must stay so."""

    failing: Mapping[str, Interval]
    given: Mapping[str, Interval]

    def met_by(self, sums: Sums, *, net: bool) -> bool:
        """Say whether every claim comes out."""
        both = (*self.failing.items(), *self.given.items())
        return all(_inside(headline(name, sums, net=net), claim) for name, claim in both)


@dataclass(frozen=True, slots=True)
class Found:
    """The smallest changes that explain a difference, with how many were tried."""

    changes: tuple[tuple[Change, ...], ...]
    tried: int


def headline(name: str, sums: Sums, *, net: bool) -> Decimal | None:
    """Return a headline figure; `net` says that the ratio is net of the inputs."""
    if name == "total_inputs":
        return sums.inputs
    if name == "total_impact":
        return sums.impact
    if name == "total_present_value":
        return sums.present
    if name == "net_present_value":
        return sums.present - sums.inputs
    if not sums.inputs:
        return None
    less = 1 if net or name == "net_ratio" else 0
    return sums.present / sums.inputs - less


def localise(start: Sums, target: Target, changes: Sequence[Change], *, net: bool) -> Found:
    """Return the changes that explain a difference: single ones, else pairs of one kind.

    They come in the order in which they were given.
    """
    if not target.failing:
        return Found((), 0)
    alone = [(each,) for each in changes if target.met_by(start.plus(each.moves), net=net)]
    if alone:
        return Found(tuple(alone), len(changes))
    tried, pairs = len(changes), []
    for one, other in _pairs(changes):
        tried += 1
        if target.met_by(start.plus(one.moves).plus(other.moves), net=net):
            pairs.append((one, other))
    return Found(tuple(pairs), tried)


def _pairs(changes: Sequence[Change]) -> Iterator[tuple[Change, Change]]:
    kinds: dict[str, list[Change]] = {}
    for change in changes:
        if not change.alone:
            kinds.setdefault(change.kind, []).append(change)
    for alike in kinds.values():
        if len(alike) <= MOST_PAIRED:
            yield from combinations(alike, 2)


def _inside(figure: Decimal | None, claim: Interval) -> bool:
    return figure is not None and claim.contains(figure)


def scaled(kind: str, part: str, own: Sums, by: Decimal, arithmetic: str) -> Change:
    """Return a change that adds a multiple of what a part holds."""
    return Change(kind, part, Sums(own.impact * by, own.present * by, own.inputs * by), arithmetic)


def whole_changes(part: str, own: Sums, amount: str) -> Iterable[Change]:
    """Return the changes that can befall any part: halved, left out, counted twice."""
    half = Decimal("0.5")
    return (
        scaled("is counted at half", part, own, -half, f"{amount} / 2"),
        scaled("is left out", part, own, Decimal(-1), f"{amount} is taken out"),
        scaled("is counted twice", part, own, Decimal(1), f"2 × {amount}"),
    )
