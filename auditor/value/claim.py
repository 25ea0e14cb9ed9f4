"""Hold a claimed figure beside its recomputation: verdict, convention, working."""

from dataclasses import dataclass
from enum import StrEnum


class ClaimVerdict(StrEnum):
    """What recomputation says about a claimed figure."""

    REPRODUCED = "reproduced"
    WITHIN_ROUNDING = "reproduced_within_rounding"
    NOT_REPRODUCED = "not_reproduced"
    CANNOT_BE_RECOMPUTED = "cannot_be_recomputed"
    AMBIGUOUS = "ambiguous"


@dataclass(frozen=True, slots=True)
class Step:
    """One line of working: what it is, the arithmetic in words and symbols, the exact result."""

    label: str
    arithmetic: str
    result: str


@dataclass(frozen=True, slots=True)
class ClaimResult:
    """One claim of the file, recomputed.

    `claimed` is the figure as printed, `recomputed` the exact result rounded for reading (empty if
    it cannot be recomputed). `lowest` and `highest` are what the printed precision of the inputs
    allows. `note` is the sentence an auditor would write beside the figure. `decisive` marks the
    claim that the decision rests on.
    """

    id: str
    kind: str
    label: str
    framework: str
    pointer: str
    place: str
    claimed: str
    recomputed: str
    lowest: str
    highest: str
    verdict: ClaimVerdict
    convention: str
    working: tuple[Step, ...]
    note: str
    decisive: bool
