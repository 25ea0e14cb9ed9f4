"""Total the years of a value map under any conventions, from its rows or as printed."""

from collections.abc import Mapping
from decimal import Decimal
from operator import attrgetter

from auditor.facts.once import once
from auditor.facts.reading import as_input, entries
from auditor.facts.sroi_figures import SroiFigures
from auditor.facts.value_map import IMPACT
from auditor.facts.worth import STREAM
from auditor.model.reported import YearTotal
from auditor.value.conventions import Conventions
from auditor.value.quotient import Total, weighted

_key = attrgetter(*IMPACT, *STREAM)
_NOTHING = Total(Decimal(0))


class MapYears:
    """The value of each year over all rows; where there are none, as the file prints it."""

    def __init__(self, figures: SroiFigures) -> None:
        self._figures = figures
        self._totals: dict[object, Total] = {}

    @once
    def alone(self) -> bool:
        """Say whether the file gives the value of every year and no rows behind them."""
        given = self._printed
        whole = sorted(given) == list(range(1, len(given) + 1))
        stated = all(each.value is not None for each in given.values())
        return not self._figures.map.rows and bool(given) and whole and stated

    @once
    def _printed(self) -> Mapping[int, YearTotal]:
        reported = self._figures.reported
        return {each.year: each for each in entries(reported.years)} if reported else {}

    def total(self, year: int, conventions: Conventions) -> Total:
        """Return the value of a year before discounting, 1 being the first."""
        if self.alone:
            figure = self._printed[year].value if year in self._printed else None
            return as_input(f"the printed value of year {year}", figure) if figure else _NOTHING
        key = (_key(conventions), year)
        if key not in self._totals:
            self._totals[key] = self._of_rows(year, conventions)
        return self._totals[key]

    def _of_rows(self, year: int, conventions: Conventions) -> Total:
        found = self._figures.map
        firsts = found.first_years(conventions)
        parts: list[tuple[Total, Decimal]] = []
        streams = found.worths.streams(conventions)
        for row, first, weights in zip(found.rows, firsts, streams, strict=True):
            if row.printed_years:
                parts.extend((each, Decimal(1)) for each in row.printed_years[year - 1 : year])
            elif year <= len(weights):
                parts.append((first, weights[year - 1]))
        return weighted(parts)

    def length(self, conventions: Conventions) -> int:
        """Return the number of years in which anything falls."""
        if self.alone:
            return len(self._printed)
        found = self._figures.map
        return max(
            (len(row.printed_years or found.worths.stream(row, conventions)) for row in found.rows),
            default=0,
        )

    def present_value(self, conventions: Conventions, *, last: int | None = None) -> Total:
        """Return the present value of all years, or of those up to the last that is asked for."""
        if last is None and not self.alone:
            return self._figures.map.present_value(conventions)
        years = self.length(conventions)
        years = years if last is None else min(years, last)
        factors = self._figures.map.factors(years, conventions)
        return weighted(
            [(self.total(year, conventions), factors[year - 1]) for year in range(1, years + 1)]
        )
