"""Say what each headline figure of a social return on investment analysis is made of."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal

from auditor.facts.map_years import MapYears
from auditor.facts.once import once
from auditor.facts.reading import stated
from auditor.facts.sroi_printed import Amount, as_printed_total, from_net
from auditor.facts.value_map import ValueMap
from auditor.facts.value_row import Row
from auditor.facts.working import Money, year_steps
from auditor.value.claim import Step
from auditor.value.conventions import Conventions
from auditor.value.precision import Interval
from auditor.value.quotient import Quotient, Term, Total
from auditor.value.verdict import Recomputed

_MARGINAL = "the extra inputs and outcomes behind a marginal ratio"


class SroiFigures:
    """The present value, the impact and the inputs of an analysis, from the rows or as printed."""

    def __init__(self, value_map: ValueMap) -> None:
        self.map = value_map
        self.reported = stated(value_map.sroi.reported)
        self.years = MapYears(value_map)
        self._steps: tuple[Step, ...] | None = None

    def years_working(self, conventions: Conventions, money: Money) -> tuple[Step, ...]:
        """Return the working of the present value, which several headline figures start with."""
        if self._steps is None:
            count = self.years.length(conventions) if self.years.alone else 0
            printed = [self.years.total(year, conventions) for year in range(1, count + 1)]
            self._steps = year_steps(self.map, conventions, money, printed)
        return self._steps

    @once
    def present(self) -> Amount:
        """Return what the total present value comes from.

        The deepest that the file gives: rows; else the values of all years, discounted; else their
        present values; else the total as printed; else the net total with the inputs.
        """
        years, missing = self.years, self.map.missing_for_present_value
        if not missing or self.map.rows:
            return Amount(missing, None, self.printed_rows)
        if years.alone and not years.lacking:
            return Amount((), None, years.claims("value"))
        if years.discounted_alone:
            return Amount((), years.sum_of_discounted(), years.claims("present_value"))
        undiscounted = self.map.declared["discounting"] == "none"
        names = ("total_present_value", *(("total_impact",) if undiscounted else ()))
        printed = as_printed_total(self.reported, missing, *names)
        return (printed.missing and self._from_net) or printed

    @property
    def _from_net(self) -> Amount | None:
        return from_net(self.reported, self.inputs, self.map.inputs)

    @once
    def impact(self) -> Amount:
        """Return what the total impact comes from."""
        missing = self.map.missing_for_impact
        if self.map.rows:
            return Amount(missing, None, self.printed_rows)
        if self.years.alone:
            first = self.years.total(1, self.map.candidates[0])
            return Amount((), first, self.years.claims("value", 1))
        return as_printed_total(self.reported, missing, "total_impact")

    @property
    def printed_rows(self) -> tuple[str, ...]:
        """Name the claims of rows that totals take as printed."""
        return tuple(name for row in self.map.rows for name in row.printed_claims)

    @once
    def inputs(self) -> Amount:
        """Return what the total of the inputs comes from."""
        if self.map.inputs is not None:
            return Amount(self.map.missing_for_inputs)
        return as_printed_total(self.reported, ("the inputs",), "total_inputs")

    @property
    def marginal(self) -> tuple[str, ...]:
        """Say what is missing where the ratio is of the next pound spent."""
        marginal = self.reported is not None and self.reported.ratio_basis == "marginal"
        return (_MARGINAL,) if marginal else ()

    @property
    def inputs_total(self) -> Total:
        """Return the total of the inputs, as they are; ask what is missing first."""
        return self.inputs.printed or self.map.inputs or Total(Decimal(0))

    def inputs_under(self, conventions: Conventions) -> Total:
        """Return the inputs that a ratio is of, discounted where it is said so."""
        return self.inputs.printed or self.map.inputs_under(conventions) or Total(Decimal(0))

    @property
    def impact_total(self) -> Total:
        """Return the total impact of the first year; ask what is missing first."""
        return self.impact.printed or self.map.total_impact()

    def present_total(self, conventions: Conventions, *, rounded: bool = False) -> Total:
        """Return the total present value; ask what is missing first."""
        if self.present.printed:
            return self.present.printed
        if self.years.alone:
            return self.years.present_value(conventions)
        return self.map.present_value(conventions, rounded=rounded)

    @property
    def candidates(self) -> tuple[Conventions, ...]:
        """Return the conventions that the present value is to be worked out under."""
        return self.map.candidates[:1] if self.present.printed else self.map.candidates

    def figure(self, name: str, conventions: Conventions, *, rounded: bool = False) -> Quotient:
        """Return a headline figure by its name in the file; ask what is missing first."""
        if name == "total_inputs":
            return Quotient(self.inputs_total)
        if name == "payback_months":
            impact = self.impact.printed or self.map.total_impact(conventions)
            return Quotient(self.inputs_total.times(Decimal(12)), impact)
        if name == "total_impact":
            return Quotient(self.impact.printed or self.map.total_impact(conventions))
        present = self.present_total(conventions, rounded=rounded)
        if name == "total_present_value":
            return Quotient(present)
        inputs = self.inputs_under(conventions)
        if name == "net_present_value":
            return Quotient(present.minus(inputs))
        net = name == "net_ratio" or conventions.ratio_means == "net"
        if self.present.net:  # the inputs stand in no more than one side of the quotient
            return Quotient(self.present.net, inputs, Decimal(0) if net else Decimal(1))
        return Quotient(present, inputs, Decimal(-1) if net else Decimal(0))

    def recomputed(self, name: str, claim: Interval) -> Iterator[Recomputed]:
        """Yield a headline figure under each set of conventions that the file leaves open.

        Reports call two things total impact: the sum of the map's impact column, and the sum of all
        years before discounting. The second is taken where only it gives the claim.
        """
        if name == "total_impact":
            yield from self._impact_recomputed(claim)
            return
        if name == "total_inputs":
            yield from self._inputs_recomputed(claim)
            return
        for conventions in self.candidates:
            yield Recomputed(self.figure(name, conventions), self._rounded(name, conventions))

    def _impact_recomputed(self, claim: Interval) -> Iterator[Recomputed]:
        if self.years.alone:
            first = Quotient(self.years.total(1, self.map.candidates[0]))
            every = Quotient(self.years.present_value(self._undiscounted[0]))
            only_first = first.exact is not None and claim.contains(first.exact)
            yield Recomputed(first if only_first else every)
            return
        if not self.impact_is_all_years(claim):
            yield Recomputed(Quotient(self.map.total_impact()), self._rounded_impact)
            return
        for conventions in self._undiscounted:
            yield Recomputed(Quotient(self.map.present_value(conventions)))

    def _inputs_recomputed(self, claim: Interval) -> Iterator[Recomputed]:
        """Yield the sum of the inputs: as they are, or discounted where only that gives it."""
        first = self.candidates[0]
        discounted = first.inputs_discounted == "discounted" and not self.inputs.missing
        exact = self.inputs_total.exact
        chosen = self.inputs_under(first) if discounted and not claim.contains(exact) else None
        yield Recomputed(Quotient(chosen or self.inputs_total))

    def _rounded(self, name: str, conventions: Conventions) -> Callable[[], Decimal | None] | None:
        if self.map.rounds_rows is not None or not self.map.rows:
            return None
        return lambda: self.figure(name, conventions, rounded=True).exact

    def _rounded_impact(self) -> Decimal | None:
        return self.map.total_impact(rounded=True).exact if self.map.rounds_rows is None else None

    def impact_is_all_years(self, claim: Interval) -> bool:
        """Say whether only the sum of all years, however it is read, gives a claimed impact."""
        if self.map.missing_for_streams or claim.contains(self.map.total_impact().exact):
            return False
        totals = (self.map.present_value(conventions) for conventions in self._undiscounted)
        return all(claim.contains(total.exact) for total in totals)

    @property
    def _undiscounted(self) -> tuple[Conventions, ...]:
        kept = (replace(each, discounting="none") for each in self.map.candidates)
        return tuple(dict.fromkeys(kept))

    def share(self, rows: tuple[Row, ...], conventions: Conventions) -> Quotient | None:
        """Return the share of some rows in the total present value; None where that is zero."""
        part = self.map.present_value_of(rows, conventions)
        whole = self.map.present_value(conventions)
        if not whole.exact:
            return None
        share = part.exact / whole.exact
        return Quotient(Total(share, lambda: _share_terms(part, whole, share)))


def _share_terms(part: Total, whole: Total, share: Decimal) -> tuple[Term, ...]:
    """Return how a share moves with each printed input, which stands in part and whole alike."""
    own = {term.input: term.coefficient for term in part.terms()}
    return tuple(
        Term(term.input, (own.get(term.input, Decimal(0)) - share * term.coefficient) / whole.exact)
        for term in whole.terms()
    )
