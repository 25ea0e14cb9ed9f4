"""Say which one answer to a question of convention would give a claim that is not reproduced."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any, NamedTuple

from auditor.facts.relevance import relevant_to_search
from auditor.facts.value_map import ValueMap
from auditor.value.answers import ANSWERS, Answer
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
    found = list(answers_giving(value_map, claim, lambda how: under(how).exact, start))
    if not found:
        return ""
    listed = ", or ".join(f"if {each.answer.words}" for each in found[:_NAMED])
    documented = any(each.answer.departs for each in found)
    against = "not how the field is documented" if documented else "not what the file declares"
    return f"It would come out {listed}; that is {against}, and worth asking about."


class Giving(NamedTuple):
    """An answer to a question of convention, and what a claim comes to under it."""

    answer: Answer
    figure: Decimal


def answers_giving(
    value_map: ValueMap,
    claim: Interval,
    under: Callable[[Conventions], Decimal | None],
    start: Conventions,
) -> Iterator[Giving]:
    """Yield each answer that alone would give a claim, of the questions that can matter."""
    relevant = relevant_to_search(
        value_map.rows,
        value_map.sroi,
        rated=bool(value_map.sroi.discount_rate),
        published=bool(value_map.worths.published),
    )
    for question in ANSWERS:
        if question not in relevant or question in ("row_rounding", "change_means"):
            continue
        for name, answer in ANSWERS[question].items():
            if name == getattr(start, question):
                continue
            if question == "rates" and not value_map.worths.knows(name):
                continue
            change: dict[str, Any] = {question: name}
            exact = under(replace(start, **change))
            if exact is not None and claim.contains(exact):
                yield Giving(answer, exact)
