"""Turn findings into a conclusion per framework and overall, by thresholds that are data."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What the factual findings amount to; never an opinion."""

    NO_DEPARTURES = "no_departures"
    DEPARTURES = "departures"
    SERIOUS_DEPARTURES = "serious_departures"
    TOO_LITTLE_EVIDENCE = "too_little_evidence"


@dataclass(frozen=True, slots=True)
class FrameworkConclusion:
    """The conclusion for one framework, with the counts and the sentences that led to it."""

    framework: str
    title: str
    verdict: Verdict
    critical: int
    major: int
    minor: int
    due: int
    cannot_conclude: int
    on_statement_alone: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conclusion:
    """The overall conclusion (the worst framework), why, and the thresholds that were applied."""

    overall: Verdict
    by_framework: tuple[FrameworkConclusion, ...]
    reasons: tuple[str, ...]
    thresholds: tuple[str, ...]
