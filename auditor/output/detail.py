"""Say how much of a report is printed: all of it, or in full what departs and in short the rest."""

from collections.abc import Collection
from enum import StrEnum

from auditor.finding import Finding, Status
from auditor.output import arrange
from auditor.report import Report

MOST = 60
"""How many departures are printed in full where the rest is printed in short."""


class Detail(StrEnum):
    """How much of a report its pages print; the result as JSON always has all of it."""

    ALL = "all"
    DEPARTURES = "departures"


def in_full(report: Report, detail: Detail) -> Collection[str]:
    """Return the rules whose departures are printed in full: the weightiest."""
    departures = arrange.having(report, Status.DEPARTS)
    few = departures if detail is Detail.ALL else departures[:MOST]
    return frozenset(each.rule for each in few)


def place_of(finding: Finding) -> str:
    """Return where the first value that departs stands, and how many more there are."""
    first, *others = (*finding.evidence, None)
    if first is None:
        return ""
    more = len(others) - 1
    return f"{first.place or first.pointer}{f' and {more} more' if more else ''}"
