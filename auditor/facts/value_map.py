"""Total a value map under each set of conventions that the file leaves open."""

from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal

from auditor.facts.once import once
from auditor.facts.reading import entries, stated
from auditor.facts.value_row import Row, recomputed_row
from auditor.model.printed import half_unit
from auditor.model.sroi import Sroi
from auditor.value.conventions import QUESTIONS, Conventions, candidates
from auditor.value.discounting import flat
from auditor.value.quotient import Total, printed, total, weighted
from auditor.value.sroi import year_factors, year_weights

_ZERO, _ONE = Decimal(0), Decimal(1)
NO_RATE = "the discount rate, or that no year is discounted"


class ValueMap:
    """The value map of a file with its inputs, its conventions and its totals."""

    def __init__(self, sroi: Sroi) -> None:
        self.sroi = sroi
        self.rows = tuple(recomputed_row(row) for row in entries(sroi.rows))
        self._worths: dict[object, Decimal] = {}
        self._present: dict[tuple[Conventions, bool], Total] = {}

    @once
    def inputs(self) -> Total | None:
        """Return the sum of the inputs, or None where the file lists none."""
        listed = entries(self.sroi.inputs)
        if not listed:
            return None
        return total(printed(f"input {each.id}", each.amount, half_unit) for each in listed)

    @once
    def missing_for_impact(self) -> tuple[str, ...]:
        """Say what the total impact cannot be worked out without."""
        if not self.rows:
            return ("the rows of the value map",)
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
        unrated = self.sroi.discount_rate is None and self.declared["discounting"] != "none"
        return (*self.missing_for_streams, *((NO_RATE,) if unrated else ()))

    @once
    def declared(self) -> Mapping[str, str | None]:
        """Return the file's answer to each question of convention, None where it is open."""
        conventions = stated(self.sroi.conventions)
        names = (*QUESTIONS, "row_rounding")
        return {name: getattr(conventions, name, None) for name in names}

    @once
    def relevant(self) -> frozenset[str]:
        """Name the questions of convention whose answer can change a present value.

        Drop-off is for outcomes that last longer than a year (SROI Guide, stage 4): where all last
        one year, a file need not say from when it counts.
        """
        streams = [row.given for row in self.rows if not row.printed_years]
        falls = any(row.drop_off and (row.duration_years or _ONE) > 1 for row in streams)
        lengths = [row.duration_years or _ONE for row in streams]
        discounts = bool(self.sroi.discount_rate) and self.declared["discounting"] != "none"
        answers = {
            "discounting": bool(self.sroi.discount_rate),
            "fractional_years": any(length != length.to_integral_value() for length in lengths),
            "drop_off_from": falls,
            "drop_off_method": falls,
            "outcome_start": discounts and any(row.outcome_start is None for row in streams),
        }
        return frozenset(question for question, matters in answers.items() if matters)

    @property
    def drop_off_without_effect(self) -> bool:
        """Say whether drop-off is stated, counts from the second year, and none lasts so long."""
        undeclared = self.declared["drop_off_from"] is None
        stated_somewhere = any(row.given.drop_off for row in self.rows)
        return undeclared and stated_somewhere and "drop_off_from" not in self.relevant

    @property
    def open_questions(self) -> tuple[str, ...]:
        """Name the relevant questions that the file does not answer."""
        return tuple(q for q in QUESTIONS if q in self.relevant and self.declared[q] is None)

    @once
    def candidates(self) -> tuple[Conventions, ...]:
        """Return every set of conventions that the file leaves open, the Guide's answers first."""
        return tuple(candidates(self.declared, self.relevant))

    @property
    def rounds_rows(self) -> bool | None:
        """Say whether rows are rounded before they are added, or None where that is open."""
        declared = self.declared["row_rounding"]
        return None if declared is None else declared == "unit"

    def total_impact(self, *, rounded: bool = False) -> Total:
        """Return the sum of the rows' impacts in their first year; ask what is missing first."""
        return total(self._first_year(row, rounded) for row in self.rows)

    def present_value(self, conventions: Conventions, *, rounded: bool = False) -> Total:
        """Return the total present value under a set of conventions; ask what is missing first."""
        key = (conventions, rounded)
        if key not in self._present:
            self._present[key] = self.present_value_of(self.rows, conventions, rounded=rounded)
        return self._present[key]

    def present_value_of(
        self, rows: Iterable[Row], conventions: Conventions, *, rounded: bool = False
    ) -> Total:
        """Return the present value of some rows."""
        return weighted([p for row in rows for p in self._parts(row, conventions, rounded)])

    def years(self, row: Row, conventions: Conventions) -> tuple[Total, ...]:
        """Return the value of each year of a row, before discounting, year 1 first."""
        if row.printed_years:
            return row.printed_years
        first = self._first_year(row, rounded=False)
        return tuple(first.times(weight) for weight in self._stream(row, conventions))

    def _parts(
        self, row: Row, conventions: Conventions, rounded: bool
    ) -> Iterable[tuple[Total, Decimal]]:
        """Yield what makes up a row's present value: each amount with what it is multiplied by."""
        if row.printed_years:
            yield from zip(
                row.printed_years, self.factors(len(row.printed_years), conventions), strict=True
            )
            return
        yield self._first_year(row, rounded), self._worth(row, conventions)

    def _first_year(self, row: Row, rounded: bool) -> Total:
        exact = row.first_year or Total(_ZERO)
        if not (rounded or self.rounds_rows):
            return exact
        return Total(exact.exact.quantize(_ONE, ROUND_HALF_UP), exact.terms)

    def _worth(self, row: Row, conventions: Conventions) -> Decimal:
        """Return what one unit of a row's impact is worth over all its years, discounted."""
        given = row.given
        key = (given.duration_years, given.drop_off, given.outcome_start, conventions)
        if key not in self._worths:
            weights = self._stream(row, conventions)
            factors = self.factors(len(weights), conventions)
            worth = sum((w * f for w, f in zip(weights, factors, strict=True)), start=_ZERO)
            self._worths[key] = worth
        return self._worths[key]

    @staticmethod
    def _stream(row: Row, conventions: Conventions) -> tuple[Decimal, ...]:
        return year_weights(
            row.given.duration_years or _ONE,
            drop_off=row.given.drop_off or _ZERO,
            conventions=conventions,
            outcome_start=row.given.outcome_start,
        )

    def factors(self, years: int, conventions: Conventions) -> tuple[Decimal, ...]:
        """Return the discount factors of the first years, year 1 first."""
        rate = flat(self.sroi.discount_rate or _ZERO)
        return tuple(year_factors(rate, years, conventions.discounting))
