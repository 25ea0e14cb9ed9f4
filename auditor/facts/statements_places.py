"""Hold the places of the text that statements send their reader to against one another."""

import re
from collections.abc import Iterable, Mapping
from itertools import combinations

from auditor.facts.statements_check import StatementCheck
from auditor.facts.statements_quantity import key
from auditor.facts.statements_quoted import place_of
from auditor.model.statement import Statement

Placed = tuple[int, Statement]
_WORDS = re.compile(r"\w+(?:[.-]\w+)*")
_IN_FULL: Mapping[str, str] = {
    "ch": "chapter",
    "chap": "chapter",
    "fig": "figure",
    "app": "appendix",
    "sec": "section",
    "sect": "section",
    "para": "paragraph",
    "no": "",
}
"""What a place is called in full; “no.” stands before a number and says nothing."""
_ABOUT_ONE = ("case", "example", "box")
"""Places that are about one thing; a chapter, an appendix or a figure may be about several."""


def places(confirmed: Iterable[Placed]) -> tuple[StatementCheck, ...]:
    """Return what is said of each place that more than one statement names."""
    groups: dict[str, list[Placed]] = {}
    for placed in confirmed:
        if placed[1].cross_reference:
            groups.setdefault(_in_full(placed[1].cross_reference), []).append(placed)
    return tuple(_place(group) for group in groups.values() if len(group) > 1)


def _in_full(place: str) -> str:
    """Return a place as it is compared with others, however it is shortened.

    >>> _in_full("Ch. 4") == _in_full("chapter 4"), _in_full("Box no. 2")
    (True, 'box 2')
    """
    words = (_IN_FULL.get(word, word) for word in _WORDS.findall(key(place)))
    return " ".join(word for word in words if word)


def _place(group: list[Placed]) -> StatementCheck:
    """Return whether all who name a place say that the same is there."""
    subjects: dict[str, list[Placed]] = {}
    for placed in group:
        subjects.setdefault(key(placed[1].subject or ""), []).append(placed)
    without = tuple(f"/statements/{at}/subject" for at, each in subjects.pop("", []))
    explained = any(isinstance(each.differs_because, str) for _, each in group)
    pairs = () if explained else tuple(combinations(subjects, 2))
    single = _in_full(str(group[0][1].cross_reference)).startswith(_ABOUT_ONE)
    apart = single and any(one not in other and other not in one for one, other in pairs)
    position, first = group[0]
    said = "; ".join(f"{each[0][1].subject} ({_where(each)})" for each in subjects.values())
    return StatementCheck(
        id=first.id,
        label=str(first.cross_reference),
        agrees=False if apart else None if without or pairs else True,
        note=f"{first.cross_reference} is said to be about {said}",
        file_pointer=f"/statements/{position}",
        missing=without,
        otherwise="the same words in each `subject`, or in `differs_because` why they differ",
    )


def _where(placed: list[Placed]) -> str:
    return ", ".join(place_of(each) for _, each in placed[:3])
