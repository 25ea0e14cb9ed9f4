"""Say which one answer to a question of convention would give a claim that is not reproduced."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from auditor.facts.value_map import ValueMap
from auditor.value.answers import ANSWERS
from auditor.value.conventions import Conventions
from auditor.value.precision import Interval
from auditor.value.quotient import Quotient

_NAMED = 2


def otherwise(
    value_map: ValueMap, claim: Interval, under: Callable[[Conventions], Quotient]
) -> str:
    """Return a sentence that names what would give the claim, or "" where nothing single does.

    Nothing is said where rounding of the printed inputs explains the difference.
    """
    start = value_map.candidates[0]
    figure = under(start)
    allowed = figure.interval() if figure.exact is not None else None
    if allowed is None or claim.meets(allowed):
        return ""
    found = list(_giving(value_map, claim, under, start))
    if not found:
        return ""
    listed = ", or ".join(f"if {words}" for words, _ in found[:_NAMED])
    documented = any(departs for _, departs in found)
    against = "not how the field is documented" if documented else "not what the file declares"
    return f"It would come out {listed}; that is {against}, and worth asking about."


def _giving(
    value_map: ValueMap,
    claim: Interval,
    under: Callable[[Conventions], Quotient],
    start: Conventions,
) -> Iterator[tuple[str, bool]]:
    """Yield each answer that alone would give the claim, and whether it departs."""
    for question, answers in ANSWERS.items():
        for name, answer in answers.items():
            if name == getattr(start, question) or question in ("row_rounding", "change_means"):
                continue
            if question == "rates" and not value_map.worths.knows(name):
                continue
            change: dict[str, Any] = {question: name}
            exact = under(replace(start, **change)).exact
            if exact is not None and claim.contains(exact):
                yield answer.words, answer.departs
