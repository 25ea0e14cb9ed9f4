"""Name the conventions that turn a value map into a headline, and say them in words."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from auditor.value.answers import ANSWERS

Discounting: TypeAlias = Literal["none", "first_year_at_par", "end_of_year", "mid_year"]
DropOffMethod: TypeAlias = Literal["compound", "straight"]
DropOffFrom: TypeAlias = Literal["year_2", "year_1"]
FractionalYears: TypeAlias = Literal["whole", "rounded_up", "prorated"]
OutcomeStart: TypeAlias = Literal["during", "after"]
InputsDiscounted: TypeAlias = Literal["undiscounted", "discounted"]
RatesUsed: TypeAlias = Literal["flat", "standard", "health", "reduced"]
Deductions: TypeAlias = Literal["multiplicative", "additive"]
DeductionsMean: TypeAlias = Literal["deducted", "kept"]
AttributionMeans: TypeAlias = Literal["others", "this_activity"]
RatioMeans: TypeAlias = Literal["gross", "net"]
RowRounding: TypeAlias = Literal["none", "unit"]
ChangeMeans: TypeAlias = Literal["percentage_points", "per_cent"]


@dataclass(frozen=True, slots=True)
class Conventions:
    """One answer to each question that published value maps answer differently.

    What is not named is answered as the SROI Guide does, or as the documented meaning of a field
    has it. `outcome_start` is for the rows that do not state their own.
    """

    discounting: Discounting = "end_of_year"
    drop_off_method: DropOffMethod = "compound"
    drop_off_from: DropOffFrom = "year_2"
    fractional_years: FractionalYears = "whole"
    outcome_start: OutcomeStart = "during"
    inputs_discounted: InputsDiscounted = "undiscounted"
    rates: RatesUsed = "flat"
    deductions: Deductions = "multiplicative"
    deductions_mean: DeductionsMean = "deducted"
    attribution_means: AttributionMeans = "others"
    ratio_means: RatioMeans = "gross"
    row_rounding: RowRounding = "none"
    change_means: ChangeMeans = "percentage_points"


STANDARD = Conventions()
"""Every question answered as the SROI Guide does, or as the fields are documented."""


QUESTIONS: Mapping[str, str] = {
    "discounting": "whether and from which year values are discounted",
    "drop_off_method": "whether drop-off is compound or straight",
    "drop_off_from": "from which year drop-off is taken",
    "fractional_years": "how part of a year counts",
    "outcome_start": "when outcomes start",
    "inputs_discounted": "whether inputs of later years are discounted",
    "rates": "whether one rate holds or rates that fall with distance",
    "deductions": "whether deductions are taken in turn or added up",
    "deductions_mean": "whether deductions or what is kept is printed",
    "attribution_means": "whose share the attribution is",
    "ratio_means": "whether the ratio is gross or net",
    "row_rounding": "whether rows are rounded before they are added",
}
"""Each question in words, as in: the file does not say …"""


def in_words(conventions: Conventions, questions: Collection[str]) -> str:
    """Say the answers to some questions in one sentence without its full stop.

    >>> in_words(Conventions(discounting="none"), ["discounting", "drop_off_from"])
    'no year is discounted; drop-off starts in the second year'
    """
    return "; ".join(
        answers[getattr(conventions, question)].words
        for question, answers in ANSWERS.items()
        if question in questions
    )
