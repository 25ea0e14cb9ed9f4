"""Total a value map under each set of conventions that the file leaves open."""

from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from decimal import ROUND_HALF_UP, Decimal
from operator import attrgetter
from types import MappingProxyType
from typing import Any, Self

from auditor.facts.map_inputs import discounted_inputs, lacking_for_inputs, sum_of_inputs
from auditor.facts.once import once
from auditor.facts.rate_rounding import RateRounding
from auditor.facts.reading import entries, stated
from auditor.facts.relevance import relevant_to_value
from auditor.facts.value_row import Row, impact_of, recomputed_row
from auditor.facts.worth import Worths
from auditor.model.sroi import Sroi
from auditor.value.answers import ANSWERS
from auditor.value.conventions import Conventions
from auditor.value.quotient import Total, scalar_product, total, weighted
from auditor.value.readings import answered, candidates, is_open

_ZERO, _ONE = Decimal(0), Decimal(1)
_NO_PARAMETERS: Mapping[str, Any] = MappingProxyType({})
NO_RATE = "the discount rate, or that no year is discounted"
ROWS = "the rows of the value map"
IMPACT = ("deductions", "deductions_mean", "attribution_means", "row_rounding")
"""The questions that the impact of a row in its first year depends on."""

_impact_key = attrgetter(*IMPACT)


class ValueMap:
    """The value map of a file with its inputs, its conventions and its totals.

    `parameters` are the dated numbers of the rules, of which it uses the published discount rates.
    `settled` are the only conventions that give all figures of the file that tell conventions
    apart, where these are found (see `auditor.facts.joint`).
    """

    def __init__(self, sroi: Sroi, parameters: Mapping[str, Any] = _NO_PARAMETERS) -> None:
        self.sroi = sroi
        self.parameters = parameters
        self.settled: tuple[Conventions, ...] = ()
        declared = answered(self.declared)
        self.rows = tuple(recomputed_row(row, declared) for row in entries(sroi.rows))
        self.worths = Worths(self.rows, sroi.discount_rate, parameters)
        self.rate = RateRounding(self.worths)
        self._impacts: dict[object, tuple[Total, ...]] = {}
        self._later: dict[object, Total] = {}
        self._present: dict[tuple[Conventions, bool], Total] = {}

    def with_settled(self, settled: tuple[Conventions, ...]) -> Self:
        """Return the map as worked out so far, to be read under conventions found to fit."""
        same = copy(self)
        same.settled = settled
        return same

    def changed(self, sroi: Sroi) -> Self:
        """Return the map of a changed analysis, read under the conventions found for this one.

        What only the change makes a question of, such as part of a year, stays open.
        """
        new = type(self)(sroi, self.parameters)
        if not self.settled or sroi.conventions != self.sroi.conventions:
            return new
        asked = attrgetter(*self.open_questions)
        found = {asked(each) for each in self.settled}
        return new.with_settled(tuple(each for each in new.open_sets if asked(each) in found))

    @once
    def inputs(self) -> Total | None:
        """Return the sum of the inputs, or None where the file lists none."""
        return sum_of_inputs(self.sroi)

    def inputs_under(self, conventions: Conventions) -> Total | None:
        """Return the sum of the inputs, those of later years discounted where it is said so.

        What falls in year 0 or in no stated year is at par.
        """
        if conventions.inputs_discounted == "undiscounted":
            return self.inputs
        key = (conventions.discounting, conventions.rates)
        if key not in self._later:
            self._later[key] = discounted_inputs(self.sroi, self.worths, conventions)
        return self._later[key]

    @once
    def missing_for_inputs(self) -> tuple[str, ...]:
        """Say what the total of the inputs cannot be worked out without."""
        discounted = self.declared["inputs_discounted"] == "discounted"
        return lacking_for_inputs(self.sroi, discounted=discounted)

    @once
    def missing_for_impact(self) -> tuple[str, ...]:
        """Say what the total impact cannot be worked out without."""
        if not self.rows:
            return (ROWS,)
        return tuple(row.lacks for row in self.rows if row.first_year is None)

    @once
    def missing_for_streams(self) -> tuple[str, ...]:
        """Say what the value of each year cannot be worked out without."""
        early = self.declared["drop_off_from"] == "year_1"
        streams = (
            f"row {row.given.id}: {what}"
            for row in self.rows
            for what in row.stream_lacks(drop_off_in_first_year=early)
        )
        return (*self.missing_for_impact, *streams)

    @once
    def missing_for_present_value(self) -> tuple[str, ...]:
        """Say what the total present value cannot be worked out without."""
        rates = self.declared["rates"] or "flat"
        unrated = not self.worths.knows(rates) and self.declared["discounting"] != "none"
        no_rate = NO_RATE if rates == "flat" else f"the published {rates} discount rates"
        return (*self.missing_for_streams, *((no_rate,) if unrated else ()))

    @once
    def declared(self) -> Mapping[str, str | None]:
        """Return the file's answer to each question of convention, None where it is open."""
        conventions = stated(self.sroi.conventions)
        return {name: getattr(conventions, name, None) for name in ANSWERS}

    @once
    def relevant(self) -> frozenset[str]:
        """Name the questions of the Guide whose answer can change a present value."""
        return relevant_to_value(
            self.rows,
            self.sroi,
            rated=bool(self.sroi.discount_rate) or self.declared["rates"] in self.worths.published,
            undiscounted=self.declared["discounting"] == "none",
        )

    @once
    def open_questions(self) -> tuple[str, ...]:
        """Name the relevant questions that the file does not answer and the Guide leaves open."""
        undeclared = (q for q in ANSWERS if q in self.relevant and self.declared[q] is None)
        return tuple(question for question in undeclared if is_open(question))

    @once
    def open_sets(self) -> tuple[Conventions, ...]:
        """Return every set of conventions that the file leaves open, the Guide's answers first."""
        return candidates(self.declared, self.relevant)

    @property
    def candidates(self) -> tuple[Conventions, ...]:
        """Return the sets to work figures out under: those found to fit, else all left open."""
        return self.settled or self.open_sets

    @property
    def rounds_rows(self) -> bool | None:
        """Say whether rows are rounded before they are added, or None where that is open."""
        return None if (said := self.declared["row_rounding"]) is None else said == "unit"

    def first_years(self, conventions: Conventions, *, rounded: bool = False) -> tuple[Total, ...]:
        """Return the impact of each row in its first year; ask what is missing first."""
        key = (_impact_key(conventions), rounded)
        if key not in self._impacts:
            unit = rounded or conventions.row_rounding == "unit"
            exact = (self._first_year(row, conventions) for row in self.rows)
            self._impacts[key] = tuple(_to_unit(each) if unit else each for each in exact)
        return self._impacts[key]

    @staticmethod
    def _first_year(row: Row, conventions: Conventions) -> Total:
        worked = impact_of(row.given, conventions) if row.impact else row.first_year
        return worked or Total(_ZERO)

    def total_impact(
        self, conventions: Conventions | None = None, *, rounded: bool = False
    ) -> Total:
        """Return the sum of the rows' impacts in their first year; ask what is missing first."""
        return total(self.first_years(conventions or self.candidates[0], rounded=rounded))

    def present_value(self, conventions: Conventions, *, rounded: bool = False) -> Total:
        """Return the total present value under a set of conventions; ask what is missing first."""
        key = (conventions, rounded)
        if key not in self._present:
            if self._prints_years:
                found = self.present_value_of(self.rows, conventions, rounded=rounded)
            else:
                firsts = self.first_years(conventions, rounded=rounded)
                found = self.rate.widened(
                    scalar_product(firsts, self.worths.of_rows(conventions)),
                    conventions,
                    lambda at: scalar_product(firsts, at.of_rows(conventions)).exact,
                )
            self._present[key] = found
        return self._present[key]

    def present_value_of(
        self, rows: Iterable[Row], conventions: Conventions, *, rounded: bool = False
    ) -> Total:
        """Return the present value of some rows."""
        held = tuple(rows)
        firsts = self.first_years(conventions, rounded=rounded)

        def at(worths: Worths) -> Total:
            return weighted(list(self._parts(held, firsts, worths, conventions)))

        return self.rate.widened(at(self.worths), conventions, lambda worths: at(worths).exact)

    def _parts(
        self,
        rows: Iterable[Row],
        firsts: tuple[Total, ...],
        worths: Worths,
        conventions: Conventions,
    ) -> Iterator[tuple[Total, Decimal]]:
        """Yield each amount of some rows with what one unit of it is worth."""
        of_rows = worths.of_rows(conventions)
        for row in rows:
            if row.printed_years:
                years = len(row.printed_years)
                factors = worths.factors(years, conventions)[:years]
                yield from zip(row.printed_years, factors, strict=True)
                continue
            place = self._places.get(id(row.given))
            if place is None:  # a row of another map, such as a changed one
                yield self._first_year(row, conventions), worths.of_row(row, conventions)
            else:
                yield firsts[place], of_rows[place]

    @once
    def _prints_years(self) -> bool:
        return any(row.printed_years for row in self.rows)

    @once
    def _places(self) -> Mapping[int, int]:
        return {id(row.given): place for place, row in enumerate(self.rows)}

    def years(self, row: Row, conventions: Conventions) -> tuple[Total, ...]:
        """Return the value of each year of a row, before discounting, year 1 first."""
        if row.printed_years:
            return row.printed_years
        first = self._first_year(row, conventions)
        return tuple(first.times(weight) for weight in self.worths.stream(row, conventions))

    def factors(self, years: int, conventions: Conventions) -> tuple[Decimal, ...]:
        """Return the discount factors of the first years, year 1 first."""
        return self.worths.factors(years, conventions)[:years]


def _to_unit(exact: Total) -> Total:
    return Total(exact.exact.quantize(_ONE, ROUND_HALF_UP), exact.terms, exact.slack)
