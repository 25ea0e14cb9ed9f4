"""Describe the results that an analysis of social return reports, as they are printed."""

from typing import Literal

from auditor.model.figure import Figure
from auditor.model.part import Many, Note, Record, must, said
from auditor.model.scalar import Years, YearsFromBase


class YearTotal(Record):
    """The value of one year, over all rows."""

    year: YearsFromBase = must("The year of the analysis; its first year is 1.", 1)
    value: Figure | None = said("Value of the year before discounting.", 617596)
    present_value: Figure | None = said("Value of the year after discounting.", 596710)


class HorizonTotal(Record):
    """The result over another number of years than the analysis as a whole."""

    years: Years = must("The number of years that are counted.", 5)
    total_present_value: Figure | None = said(
        "Total present value of those years, in the file's currency.", 3096221
    )
    ratio: Figure | None = said("Present value of those years for each unit of input.", 7.68)


class SroiReported(Record):
    """The results as reported."""

    total_inputs: Figure | None = said("Total of the inputs, in the file's currency.", 55389)
    total_impact: Figure | None = said(
        "Total impact before discounting, in the file's currency.", 281010
    )
    total_present_value: Figure | None = said(
        "Total present value of the impact, in the file's currency.", 281010
    )
    net_present_value: Figure | None = said(
        "Total present value less the inputs, in the file's currency.", 225621
    )
    ratio: Figure | None = said("Present value for each unit of input.", 5.07)
    net_ratio: Figure | None = said("Net present value for each unit of input.", 4.07)
    payback_months: Figure | None = said("Months until the value equals the inputs.", 10.2)
    years: Many[YearTotal] = said("The totals of each year.")
    horizons: Many[HorizonTotal] = said("The results over other numbers of years.")
    ratio_basis: Literal["total", "marginal"] | None = said(
        "Whether the ratio is of everything spent or of the next pound spent."
    )
    range_low: Figure | None = said("Lowest ratio of the range reported.", 2.60)
    range_high: Figure | None = said("Highest ratio of the range reported.", 5.16)
    period_note: Note = said("The period that the ratio covers.", "One year from April 2017")
