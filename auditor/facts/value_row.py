"""Recompute one row of a value map from the figures that the file gives for it."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from auditor.facts.reading import as_input, entries
from auditor.facts.row_rounding import rounded_terms
from auditor.model.printed import half_unit
from auditor.model.value_map import ValueMapRow
from auditor.value.conventions import STANDARD, Conventions
from auditor.value.quotient import PrintedInput, Term, Total
from auditor.value.sroi import retained_share, taken_off

FACTORS = ("quantity", "proxy", "deadweight", "displacement", "attribution_to_others")
_ZERO = Decimal(0)


class Row(NamedTuple):
    """One row of a value map, recomputed.

    `impact` is the impact of its first year from its factors, None where one is missing.
    `first_year` is that, or the impact as printed where the file gives results for the row but
    neither quantity nor value. `printed_years` are its yearly values in that case. `conventions`
    say what its columns mean.
    """

    given: ValueMapRow
    impact: Total | None
    first_year: Total | None
    printed_years: tuple[Total, ...] = ()
    conventions: Conventions = STANDARD

    @property
    def printed_claims(self) -> tuple[str, ...]:
        """Name the claims that a total takes as printed for want of anything behind them."""
        if self.printed_years:
            return tuple(
                f"sroi.rows.{self.given.id}.years.{year}"
                for year in range(1, len(self.printed_years) + 1)
            )
        only_result = self.impact is None and self.first_year is not None
        return (f"sroi.rows.{self.given.id}.impact",) if only_result else ()

    @property
    def taken_off(self) -> tuple[Decimal, Decimal, Decimal]:
        """Return what its columns take off in turn; one of which nothing is stated takes none."""
        given, conventions = self.given, self.conventions
        none = taken_off(_ZERO, _ZERO, _ZERO, conventions=conventions)
        stated = (given.deadweight, given.displacement, given.attribution_to_others)
        first, second, third = (
            unsaid if share is None else share for share, unsaid in zip(stated, none, strict=True)
        )
        return taken_off(first, second, third, conventions=conventions)

    @property
    def lacks(self) -> str:
        """Say which factors of its impact are missing, in words."""
        names = (name for name in FACTORS if getattr(self.given, name) is None)
        return f"row {self.given.id}: {', '.join(name.replace('_', ' ') for name in names)}"

    def stream_lacks(self, *, drop_off_in_first_year: bool) -> Iterable[str]:
        """Yield what the values of its years cannot be worked out without."""
        length = self.given.duration_years
        if self.printed_years:
            return
        if length is None:
            yield "duration"
        elif self.given.drop_off is None and (length > 1 or drop_off_in_first_year):
            yield "drop-off"


def recomputed_row(given: ValueMapRow, conventions: Conventions = STANDARD) -> Row:
    """Return a row with its impact from the deepest figures that the file gives for it."""
    if given.quantity is None and given.proxy is None:
        return _as_printed(given)
    impact = impact_of(given, conventions)
    return Row(given, impact, impact, conventions=conventions)


def impact_of(given: ValueMapRow, conventions: Conventions) -> Total | None:
    """Return a row's impact in its first year from its factors, None where one is missing."""
    quantity, proxy = given.quantity, given.proxy
    deadweight, displacement = given.deadweight, given.displacement
    others = given.attribution_to_others
    if quantity is None or proxy is None or deadweight is None:
        return None
    if displacement is None or others is None:
        return None
    retained = retained_share(
        deadweight=deadweight,
        displacement=displacement,
        attribution_to_others=others,
        conventions=conventions,
    )
    exact = quantity * proxy * retained
    if entries(given.shown_rounded):
        return Total(exact, lambda: rounded_terms(given, conventions))
    return Total(exact, lambda: _terms(given.id, quantity, proxy, retained))


def _as_printed(given: ValueMapRow) -> Row:
    years = entries(given.reported_years)
    figure = given.reported_impact or next(iter(years), None)
    first = as_input(f"the printed impact of row {given.id}", figure) if figure else None
    name = f"of row {given.id}"
    values = tuple(
        as_input(f"the printed value of year {year} {name}", each)
        for year, each in enumerate(years, 1)
    )
    return Row(given, None, first, values)


def _terms(row: str, quantity: Decimal, proxy: Decimal, retained: Decimal) -> tuple[Term, ...]:
    """Return how the impact moves with what may be rounded: the value, and a broken quantity."""
    half = half_unit(proxy)
    value = PrintedInput(f"the value of one unit in row {row}", proxy, half)
    terms = (Term(value, quantity * retained),) if proxy else ()
    if quantity == quantity.to_integral_value():
        return terms
    name = f"the quantity of row {row}"
    both = half * half_unit(quantity) * retained if proxy else _ZERO
    number = PrintedInput(name, quantity, half_unit(quantity), money=False)
    return (*terms, Term(number, proxy * retained, both))
