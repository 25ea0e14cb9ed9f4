"""Total the years of a value map under any conventions, from its rows or as printed."""

from collections.abc import Mapping
from decimal import Decimal
from operator import attrgetter

from auditor.facts.once import once
from auditor.facts.reading import as_input, entries, stated
from auditor.facts.value_map import IMPACT, ROWS, ValueMap
from auditor.facts.worth import STREAM, Worths
from auditor.model.reported import YearTotal
from auditor.value.conventions import Conventions
from auditor.value.quotient import Total, total, weighted

_key = attrgetter(*IMPACT, *STREAM)
_NOTHING = Total(Decimal(0))


class MapYears:
    """The value of each year over all rows; where there are none, as the file prints it."""

    def __init__(self, value_map: ValueMap) -> None:
        self._map = value_map
        self._totals: dict[object, Total] = {}

    @once
    def alone(self) -> bool:
        """Say whether the file gives the value of every year and no rows behind them."""
        return self._every_year_has("value")

    @once
    def discounted_alone(self) -> bool:
        """Say whether the file gives the present value of every year and no rows behind them."""
        return self._every_year_has("present_value")

    @once
    def lacking(self) -> tuple[str, ...]:
        """Say what present values lack; the rows are not, where all years are printed."""
        lacking = self._map.missing_for_present_value
        return tuple(what for what in lacking if not (self.alone and what == ROWS))

    def lacking_for(self, year: int) -> tuple[str, ...]:
        """Say what the present value of one year lacks; its own printed value will do for rows."""
        lacking = self._map.missing_for_present_value
        return tuple(what for what in lacking if not (self.prints(year) and what == ROWS))

    def prints(self, year: int) -> bool:
        """Say whether the file prints the value of a year and shows no rows behind it."""
        given = self._printed.get(year)
        return not self._map.rows and year > 0 and given is not None and given.value is not None

    def lacking_to(self, last: int) -> tuple[str, ...]:
        """Say which years up to the last that is asked for the file does not print."""
        printed = len(self._printed)
        if not (self.alone or self.discounted_alone) or last <= printed:
            return ()
        years = f"years {printed + 1} to {last}" if last > printed + 1 else f"year {last}"
        return (f"the values of {years}",)

    def claims(self, what: str, last: int | None = None) -> tuple[str, ...]:
        """Name the claims of the printed years up to the last that is asked for."""
        held = sorted(self._printed)[: len(self._printed) if last is None else last]
        return tuple(f"sroi.years.{year}.{what}" for year in held)

    def sum_of_discounted(self, *, last: int | None = None) -> Total:
        """Return the sum of the printed present values of the years up to the last asked for."""
        return total(
            as_input(f"the printed present value of year {year}", given.present_value)
            for year, given in sorted(self._printed.items())
            if given.present_value is not None and (last is None or year <= last)
        )

    def _every_year_has(self, name: str) -> bool:
        given = self._printed
        whole = sorted(given) == list(range(1, len(given) + 1))
        known = all(getattr(each, name) is not None for each in given.values())
        return not self._map.rows and bool(given) and whole and known

    @once
    def _printed(self) -> Mapping[int, YearTotal]:
        reported = stated(self._map.sroi.reported)
        return {each.year: each for each in entries(reported.years)} if reported else {}

    def total(self, year: int, conventions: Conventions) -> Total:
        """Return the value of a year before discounting, 1 being the first."""
        if not self._map.rows:
            figure = self._printed[year].value if year in self._printed else None
            return as_input(f"the printed value of year {year}", figure) if figure else _NOTHING
        key = (_key(conventions), year)
        if key not in self._totals:
            self._totals[key] = self._of_rows(year, conventions)
        return self._totals[key]

    def _of_rows(self, year: int, conventions: Conventions) -> Total:
        found = self._map
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
        found = self._map
        return max(
            (len(row.printed_years or found.worths.stream(row, conventions)) for row in found.rows),
            default=0,
        )

    def present_value(self, conventions: Conventions, *, last: int | None = None) -> Total:
        """Return the present value of all years, or of those up to the last that is asked for."""
        if last is None and not self.alone:
            return self._map.present_value(conventions)
        years = self.length(conventions)
        years = years if last is None else min(years, last)
        return self._discounted(range(1, years + 1), conventions)

    def discounted(self, year: int, conventions: Conventions) -> Total:
        """Return the present value of one year."""
        return self._discounted(range(year, year + 1), conventions)

    def _discounted(self, years: range, conventions: Conventions) -> Total:
        totals = [(year, self.total(year, conventions)) for year in years]

        def at(worths: Worths) -> Total:
            factors = worths.factors(years.stop - 1, conventions)
            return weighted([(each, factors[year - 1]) for year, each in totals])

        found = at(self._map.worths)
        return self._map.rate.widened(found, conventions, lambda worths: at(worths).exact)
