"""Say which questions of convention can change a figure of a value map."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from auditor.facts.reading import entries, stated
from auditor.facts.value_row import Row
from auditor.model.sroi import Sroi
from auditor.model.value_map import ValueMapRow

_ONE = Decimal(1)
FIRST_BAND = 30
"""The published rates first fall after so many years; before that they are flat."""


def inputs_over_years(sroi: Sroi) -> bool:
    """Say whether the year of every input is stated, and one falls after the first year."""
    years = [each.year for each in entries(sroi.inputs)]
    return None not in years and any((year or 0) > 1 for year in years)


def relevant_to_value(
    rows: Sequence[Row], sroi: Sroi, *, rated: bool, undiscounted: bool
) -> frozenset[str]:
    """Name the questions of the Guide whose answer can change a present value.

    `rated` says that there is a discount rate, `undiscounted` that the file declares not to use
    it. Drop-off is for outcomes that last longer than a year (SROI Guide, stage 4): where all last
    one year, a file need not say from when it counts.
    """
    streams = [row.given for row in rows if not row.printed_years]
    falls = any(row.drop_off and _years(row) > 1 for row in streams)
    discounts = rated and not undiscounted
    answers = {
        "discounting": rated,
        "fractional_years": any(_broken(row) for row in streams),
        "drop_off_from": falls,
        "drop_off_method": any(_bends(row, early=_early(sroi)) for row in streams),
        "outcome_start": discounts and any(row.outcome_start is None for row in streams),
        "inputs_discounted": discounts and inputs_over_years(sroi),
    }
    return _those(answers.items())


def relevant_to_search(
    rows: Sequence[Row], sroi: Sroi, *, rated: bool, published: bool
) -> frozenset[str]:
    """Name the questions whose answer, whatever the file declares, can change any of its figures.

    Among them are those that only some misreading of a column would raise: drop-off taken in the
    first year already, deductions that are what is kept.
    """
    streams = [row.given for row in rows if not row.printed_years]
    worked = [row.given for row in rows if row.impact is not None]
    answers = {
        "discounting": rated or published,
        "fractional_years": any(_broken(row) for row in streams),
        "drop_off_method": any(_bends(row, early=True) for row in streams),
        "drop_off_from": any(row.drop_off for row in streams),
        "outcome_start": any(row.outcome_start is None for row in streams),
        "inputs_discounted": (rated or published) and inputs_over_years(sroi),
        "rates": published and (not rated or any(_years(row) > FIRST_BAND for row in streams)),
        "deductions": any(sum(map(bool, _deductions(row))) > 1 for row in worked),
        "deductions_mean": any(row.deadweight or row.displacement for row in worked),
        "attribution_means": any(row.attribution_to_others for row in worked),
        "ratio_means": True,
        "row_rounding": any(row.impact and _has_pence(row.impact.exact) for row in rows),
    }
    return _those(answers.items())


def _those(answers: Iterable[tuple[str, bool]]) -> frozenset[str]:
    return frozenset(question for question, matters in answers if matters)


def _years(row: ValueMapRow) -> Decimal:
    return row.duration_years or _ONE


def _broken(row: ValueMapRow) -> bool:
    length = _years(row)
    return length != length.to_integral_value()


def _early(sroi: Sroi) -> bool:
    """Say whether the file declares that drop-off is taken in the first year already."""
    conventions = stated(sroi.conventions)
    return conventions is not None and conventions.drop_off_from == "year_1"


def _bends(row: ValueMapRow, *, early: bool) -> bool:
    """Say whether compound and straight drop-off part within the years of a row.

    Both take the same off the first time; the second time straight drop-off takes that again and
    compound less. Where drop-off starts in the second year, that is the third.
    """
    return bool(row.drop_off) and _years(row) > (1 if early else 2)


def _has_pence(value: Decimal) -> bool:
    return value != value.to_integral_value()


def _deductions(row: ValueMapRow) -> tuple[Decimal | None, ...]:
    return row.deadweight, row.displacement, row.attribution_to_others
