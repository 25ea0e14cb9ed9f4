"""List the answers that published analyses give to questions of convention, and why."""

from collections.abc import Mapping
from typing import NamedTuple


class Answer(NamedTuple):
    """One answer to a question of convention.

    `seen` says why it is here: where published analyses answer so. `departs` says that it is not
    how the Guide or the documented meaning of a field has it: it is honoured where a file declares
    it and offered as an explanation of a difference, but never used for a verdict unasked. Answers
    that do not depart are readings of a question that the Guide leaves to the analyst.
    """

    words: str
    seen: str
    departs: bool = False


ANSWERS: Mapping[str, Mapping[str, Answer]] = {
    "discounting": {
        "none": Answer(
            "no year is discounted",
            "Analyses of one or two years often do not discount at all.",
        ),
        "first_year_at_par": Answer(
            "the first year is at par, later years are discounted",
            "Analyses that call their first year year 0 leave it as it is.",
        ),
        "end_of_year": Answer(
            "every year is discounted, the first one once",
            "The Guide's own example and its value map divide the first year by 1 plus the rate.",
        ),
        "mid_year": Answer(
            "every year is discounted to its middle",
            "Cost-benefit workbooks take yearly flows to fall in the middle of the year.",
        ),
    },
    "drop_off_method": {
        "compound": Answer(
            "drop-off is taken from what was left the year before",
            "The Guide says that drop-off is usually taken from what is left.",
        ),
        "straight": Answer(
            "drop-off is the same amount every year",
            "Some maps take the same share of the first year off every year.",
        ),
    },
    "drop_off_from": {
        "year_2": Answer(
            "drop-off starts in the second year",
            "The Guide reckons drop-off for outcomes that last more than a year.",
        ),
        "year_1": Answer(
            "drop-off is taken in the first year already",
            "Some maps treat drop-off as one more deduction from the impact.",
            departs=True,
        ),
    },
    "fractional_years": {
        "whole": Answer(
            "only completed years of a duration count",
            "A map with one column a year has no room for part of one.",
        ),
        "rounded_up": Answer(
            "part of a year counts as a whole one",
            "A map of 58 rows with durations such as 1.75 years fills two columns for it.",
        ),
        "prorated": Answer(
            "part of a year counts in proportion",
            "A duration of 2.1 years counts as 1 + 1 + 0.1 in some analyses.",
        ),
    },
    "outcome_start": {
        "during": Answer(
            "outcomes start in the period of activity",
            "The value map marks it 1.",
        ),
        "after": Answer(
            "outcomes start in the period after the activity",
            "The value map marks it 2, which moves the row by a year.",
        ),
    },
    "inputs_discounted": {
        "undiscounted": Answer(
            "inputs are not discounted",
            "The Guide divides by the value of the inputs.",
        ),
        "discounted": Answer(
            "inputs of later years are discounted like outcomes",
            "Analyses of activities that are paid over several years discount the payments too.",
        ),
    },
    "rates": {
        "flat": Answer(
            "one rate holds for every year",
            "Value maps have one cell for the discount rate.",
        ),
        "standard": Answer(
            "the Green Book's standard rates hold, which fall with distance",
            "Appraisals for central government discount by the published bands.",
            departs=True,
        ),
        "health": Answer(
            "the Green Book's health rates hold, which fall with distance",
            "Appraisals of effects on health discount by bands of their own.",
            departs=True,
        ),
        "reduced": Answer(
            "the Green Book's reduced rates hold, which fall with distance",
            "Long appraisals are tested at rates without pure time preference.",
            departs=True,
        ),
    },
    "deductions": {
        "multiplicative": Answer(
            "each deduction is taken from what the one before it left",
            "The Guide multiplies by what is left, deduction by deduction.",
        ),
        "additive": Answer(
            "deductions are added up and taken at once",
            "Some maps add the percentages up first, which takes too much off.",
            departs=True,
        ),
    },
    "deductions_mean": {
        "deducted": Answer(
            "deadweight and displacement print what is taken off",
            "The Guide's columns hold what is deducted.",
        ),
        "kept": Answer(
            "deadweight and displacement print what is kept",
            "Some analyses print a multiplier of 0.90 where others print a deduction of 10%.",
            departs=True,
        ),
    },
    "attribution_means": {
        "others": Answer(
            "attribution prints the share of others, which is taken off",
            "The Guide's column holds what is owed to others.",
        ),
        "this_activity": Answer(
            "attribution prints the share of this activity, which is kept",
            "Reports say in words what share is their own, and the two are easily swapped.",
            departs=True,
        ),
    },
    "ratio_means": {
        "gross": Answer(
            "the headline ratio is present value by inputs",
            "The Guide divides the present value by the inputs.",
        ),
        "net": Answer(
            "the headline ratio is net of the inputs",
            "Some reports lead with the net ratio; the same report may print both.",
            departs=True,
        ),
    },
    "row_rounding": {
        "none": Answer(
            "rows are not rounded",
            "Workbooks add what their cells hold, whatever these show.",
        ),
        "unit": Answer(
            "each row is rounded to the unit before adding",
            "Some printed totals are the sums of the printed rows.",
        ),
    },
    "change_means": {
        "percentage_points": Answer(
            "a change of 3% adds three percentage points",
            "A sensitivity test by 3% of a share has meant 3 percentage points.",
        ),
        "per_cent": Answer(
            "a change of 3% multiplies by 1.03",
            "The words say a part of the value itself.",
        ),
    },
}
"""Each question with its answers, the questions in the order of `Conventions`."""
