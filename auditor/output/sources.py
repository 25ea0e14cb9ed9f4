"""List and number the documents that the rules of a report rest on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from auditor.finding import Citation, Confidence, Status
from auditor.report import Report

_CONFIDENCES = list(Confidence)
_SHORT = frozenset({Status.DEPARTS, Status.CANNOT_CONCLUDE})
_APPLIES = frozenset(Status) - {Status.NOT_APPLICABLE}


@dataclass(frozen=True, slots=True)
class SourceUse:
    """A document that rules cite: how well it was seen at worst, and the rules that cite it."""

    id: str
    title: str
    url: str
    confidence: Confidence
    rules: tuple[str, ...]


def sources(report: Report, *, in_short: bool = False) -> tuple[SourceUse, ...]:
    """Return every document that a rule cites which applies to the file, in order of title.

    With `in_short` only those of rules that depart or cannot conclude.
    """
    uses: dict[str, list[tuple[Citation, str]]] = {}
    asked = _SHORT if in_short else _APPLIES
    for item in report.findings:
        for citation in item.citations if item.status in asked else ():
            uses.setdefault(citation.source, []).append((citation, item.rule))
    return tuple(sorted((_source(cited) for cited in uses.values()), key=lambda use: use.title))


def numbered(report: Report) -> Mapping[str, tuple[int, SourceUse]]:
    """Return the documents by their ids, each with its number in the list."""
    return {use.id: (number, use) for number, use in enumerate(sources(report), 1)}


def _source(cited: Sequence[tuple[Citation, str]]) -> SourceUse:
    first = cited[0][0]
    worst = max((citation.confidence for citation, _ in cited), key=_CONFIDENCES.index)
    rules = tuple(dict.fromkeys(rule for _, rule in cited))
    return SourceUse(first.source, first.title, first.url, worst, rules)
