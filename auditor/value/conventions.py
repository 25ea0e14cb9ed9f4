"""Name the conventions that turn a value map into a headline, and say them in words."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Literal, TypeAlias

Discounting: TypeAlias = Literal["none", "first_year_at_par", "end_of_year", "mid_year"]
DropOffMethod: TypeAlias = Literal["compound", "straight"]
DropOffFrom: TypeAlias = Literal["year_2", "year_1"]
FractionalYears: TypeAlias = Literal["whole", "rounded_up", "prorated"]
OutcomeStart: TypeAlias = Literal["during", "after"]
RowRounding: TypeAlias = Literal["none", "unit"]


@dataclass(frozen=True, slots=True)
class Conventions:
    """One answer to each question that published value maps answer differently.

    `outcome_start` is for the rows that do not state their own.
    """

    discounting: Discounting = "end_of_year"
    drop_off_method: DropOffMethod = "compound"
    drop_off_from: DropOffFrom = "year_2"
    fractional_years: FractionalYears = "whole"
    outcome_start: OutcomeStart = "during"
    row_rounding: RowRounding = "none"


ANSWERS: Mapping[str, Mapping[str, str]] = {
    "discounting": {
        "none": "no year is discounted",
        "first_year_at_par": "the first year is at par, later years are discounted",
        "end_of_year": "every year is discounted, the first one once",
        "mid_year": "every year is discounted to its middle",
    },
    "drop_off_method": {
        "compound": "drop-off is taken from what was left the year before",
        "straight": "drop-off is the same amount every year",
    },
    "drop_off_from": {
        "year_2": "drop-off starts in the second year",
        "year_1": "drop-off is taken in the first year already",
    },
    "fractional_years": {
        "whole": "only completed years of a duration count",
        "rounded_up": "part of a year counts as a whole one",
        "prorated": "part of a year counts in proportion",
    },
    "outcome_start": {
        "during": "outcomes start in the period of activity",
        "after": "outcomes start in the period after the activity",
    },
    "row_rounding": {
        "none": "rows are not rounded",
        "unit": "each row is rounded to the unit before adding",
    },
}
"""Each question, and each answer in words. Row rounding never divides the claims: it is judged as
rounding, not as a convention (see `auditor.facts.value_claims`)."""

QUESTIONS: Mapping[str, str] = {
    "discounting": "whether and from which year values are discounted",
    "drop_off_method": "whether drop-off is compound or straight",
    "drop_off_from": "from which year drop-off is taken",
    "fractional_years": "how part of a year counts",
    "outcome_start": "when outcomes start",
}


def in_words(conventions: Conventions, questions: Collection[str]) -> str:
    """Say the answers to some questions in one sentence without its full stop.

    >>> in_words(Conventions(discounting="none"), ["discounting", "drop_off_from"])
    'no year is discounted; drop-off starts in the second year'
    """
    return "; ".join(
        words[getattr(conventions, question)]
        for question, words in ANSWERS.items()
        if question in questions
    )


def candidates(
    declared: Mapping[str, str | None], relevant: Collection[str]
) -> Iterator[Conventions]:
    """Yield every set of conventions that the file leaves open and that can change a figure.

    A question that is declared has its one answer; one that is open but cannot matter has any.
    The first set yielded answers every open question as the SROI Guide does.

    >>> [c.discounting for c in candidates({"drop_off_from": "year_2"}, ["discounting"])]
    ['end_of_year', 'none', 'first_year_at_par', 'mid_year']
    """
    standard = Conventions()
    choices = [
        _answers(question, declared.get(question), question in relevant, standard)
        for question in ANSWERS
    ]
    for answers in product(*choices):
        yield Conventions(*answers)  # type: ignore[arg-type]  # the names of ANSWERS


def _answers(
    question: str, declared: str | None, relevant: bool, standard: Conventions
) -> tuple[str, ...]:
    first: str = getattr(standard, question)
    if declared is not None:
        return (declared,)
    if not relevant or question not in QUESTIONS:
        return (first,)
    return (first, *(answer for answer in ANSWERS[question] if answer != first))
