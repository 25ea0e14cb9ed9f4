"""Choose the evidence to print: all that was compared, and the first of many that are alike."""

import re
from collections.abc import Iterable

from auditor.engine.places import pattern_of, together, words_of
from auditor.finding import Evidence, Finding, Status
from auditor.output.words import count

FEW = 3
"""How many values that were only read are printed of each kind."""
MANY = 10
"""How many values of which something was expected are printed of each kind."""
WHOLE = 2400
"""How many letters a finding may have that is printed on one page."""
_JUDGEMENTS = "/judgements"
_NUMBER = re.compile(r"\.\d+(?=\.|$)")


def evidence(finding: Finding) -> tuple[Evidence, ...]:
    """Return the evidence to print: none where the point is what the file does not state.

    Of values that stand at the same place in many entries of a list the first few are printed; the
    result in JSON has all of them.
    """
    return _split(finding)[0]


def in_its_place(finding: Finding) -> tuple[Evidence, ...]:
    """Return what was found in the place of which a judgement on record says why."""
    judged = finding.status is Status.RECORDED
    read = evidence(finding) if judged else ()
    return tuple(item for item in read if not item.pointer.startswith(_JUDGEMENTS))[:MANY]


def more(finding: Finding) -> tuple[str, ...]:
    """Say how many entries were read besides those that are printed, and where they stand."""
    rest: dict[str, list[Evidence]] = {}
    for item in _split(finding)[1]:
        rest.setdefault(_alike(item), []).append(item)
    return tuple(_in_words(own) for own in rest.values())


def is_short(finding: Finding) -> bool:
    """Say whether a finding is short enough to be kept on one page."""
    items = evidence(finding)
    texts = [finding.title, finding.message, finding.fix, *(item.found for item in items)]
    return len(items) < MANY and sum(map(len, texts)) <= WHOLE


def _split(finding: Finding) -> tuple[tuple[Evidence, ...], tuple[Evidence, ...]]:
    if finding.status is Status.CANNOT_CONCLUDE:
        return (), ()
    kept: list[Evidence] = []
    left: list[Evidence] = []
    seen: dict[tuple[str, bool], int] = {}
    for item in finding.evidence:
        key = _alike(item), bool(item.expected)
        seen[key] = seen.get(key, 0) + 1
        (kept if seen[key] <= (MANY if item.expected else FEW) else left).append(item)
    return tuple(kept), tuple(left)


def _alike(item: Evidence) -> str:
    """Return what the values of many entries have in common: the place without the numbers."""
    if item.pointer.startswith("/"):
        return pattern_of(item.pointer)
    return _NUMBER.sub("[…]", item.pointer)


def _in_words(rest: Iterable[Evidence]) -> str:
    items = tuple(rest)
    inside = together(item.pointer for item in items if item.pointer.startswith("/"))
    where = ", ".join(inside[:FEW]) or words_of(_alike(items[0]))
    also = ", …" if len(inside) > FEW else ""
    return f"and {count(len(items), 'more entry', 'more entries')} like these: {where}{also}"
