"""Hold the result of reconciling the figures of a file with the conventions found in practice."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

Status: TypeAlias = Literal[
    "as_declared",
    "every_reading",
    "one_reading",
    "several_readings",
    "one_departure",
    "several_departures",
    "none",
]
"""What the search says of the figures that any set of conventions gives.

They come out as declared (or as documented, where nothing is left open); under every reading of
what the file leaves open; under one or several of these readings; only where something is done
otherwise than declared or documented, in one simplest way or in several; or under nothing tried.
"""


@dataclass(frozen=True, slots=True)
class FigureUnder:
    """One claimed figure: as claimed, under a reading, otherwise, and by the standard answers.

    `otherwise` is under what the file declares, with the standard answer where it is silent.
    """

    id: str
    pointer: str
    label: str
    claimed: str
    figure: str
    otherwise: str
    standard: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A set of conventions that gives all figures within reach, in words.

    `answers` are those to what the file leaves open and to what differs, `differs` those that are
    not as declared or standard, `departs` those against the documented meaning of a column.
    `exactly` says that no printed input need be taken as rounded beyond what every set needs.
    """

    answers: tuple[str, ...]
    differs: tuple[str, ...]
    departs: tuple[str, ...]
    exactly: bool
    figures: tuple[FigureUnder, ...]
    figures_left_out: int


@dataclass(frozen=True, slots=True)
class Explanation:
    """A hypothesis that would account for a difference, with its arithmetic."""

    says: str
    arithmetic: str


@dataclass(frozen=True, slots=True)
class NotGiven:
    """A claimed figure that is not given, and the slips that would explain it by itself."""

    id: str
    pointer: str
    label: str
    claimed: str
    recomputed: str
    explanations: tuple[Explanation, ...]
    explanations_left_out: int


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """What reconciling the figures of one part of a file came to.

    `claims` can be worked out, `given` of them come out under `conventions`: those that are taken
    as the base, said in words. `tried` sets of conventions were tried, of which `fitting` give
    every figure within reach; where not all were tried, `widest` is the largest number of answers
    that were changed at once. `chance` is how likely a wrong figure would have fitted one of them,
    at most. `settled` says that the reading found is used for the verdicts on the claims.
    `nearest` gives more of the figures than the base, where no set gives all within reach.
    `explanations` account for all headline figures that are not given, by one slip or by two alike.
    """

    subject: Literal["value map", "options"]
    status: Status
    claims: int
    given: int
    conventions: tuple[str, ...]
    open_questions: tuple[str, ...]
    tried: int
    fitting: int
    widest: int | None
    chance: Decimal | None
    settled: bool
    readings: tuple[Reading, ...]
    readings_left_out: int
    nearest: Reading | None
    nearest_gives: int
    not_given: tuple[NotGiven, ...]
    explanations: tuple[Explanation, ...]
    explanations_left_out: int
    explanations_tried: int


@dataclass(frozen=True, slots=True)
class Reconciled:
    """The reconciliation of a file: of its value map and of its options, where it has them."""

    value_map: Reconciliation | None
    options: Reconciliation | None
