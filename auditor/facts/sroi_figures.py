"""Say what each headline figure of a social return on investment analysis is made of."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from auditor.facts.once import once
from auditor.facts.reading import as_input, stated
from auditor.facts.value_map import ValueMap
from auditor.facts.value_row import Row
from auditor.facts.working import Money, year_steps
from auditor.model.figure import Figure
from auditor.value.claim import Step
from auditor.value.conventions import Conventions
from auditor.value.precision import Interval
from auditor.value.quotient import Quotient, Term, Total
from auditor.value.verdict import Recomputed

_MARGINAL = "the extra inputs and outcomes behind a marginal ratio"


@dataclass(frozen=True)
class Amount:
    """A total that headline figures are made of: what is missing, or what it is taken from."""

    missing: tuple[str, ...] = ()
    printed: Total | None = None
    rests_on: tuple[str, ...] = ()


class SroiFigures:
    """The present value, the impact and the inputs of an analysis, from the rows or as printed."""

    def __init__(self, value_map: ValueMap) -> None:
        self.map = value_map
        self.reported = stated(value_map.sroi.reported)
        self._years: tuple[Step, ...] | None = None

    def years_working(self, conventions: Conventions, money: Money) -> tuple[Step, ...]:
        """Return the working of the present value, which several headline figures start with."""
        if self._years is None:
            self._years = year_steps(self.map, conventions, money)
        return self._years

    def _printed(self, name: str) -> Figure | None:
        figure: Figure | None = getattr(self.reported, name, None)
        return figure

    def _as_printed(self, missing: tuple[str, ...], *names: str) -> Amount:
        """Take a total as printed, where the file shows nothing at all of what is behind it."""
        for name in names:
            figure = self._printed(name)
            if figure is not None:
                total = as_input(f"the printed {name.replace('_', ' ')}", figure)
                return Amount((), total, (f"sroi.{name}",))
        return Amount(missing)

    @once
    def present(self) -> Amount:
        """Return what the total present value comes from."""
        missing = self.map.missing_for_present_value
        if not missing or self.map.rows:
            return Amount(missing, None, self.printed_rows)
        undiscounted = self.map.declared["discounting"] == "none"
        names = ("total_present_value", *(("total_impact",) if undiscounted else ()))
        return self._as_printed(missing, *names)

    @once
    def impact(self) -> Amount:
        """Return what the total impact comes from."""
        missing = self.map.missing_for_impact
        if self.map.rows:
            return Amount(missing, None, self.printed_rows)
        return self._as_printed(missing, "total_impact")

    @property
    def printed_rows(self) -> tuple[str, ...]:
        """Name the claims of rows that totals take as printed."""
        return tuple(name for row in self.map.rows for name in row.printed_claims)

    @once
    def inputs(self) -> Amount:
        """Return what the total of the inputs comes from."""
        if self.map.inputs is not None:
            return Amount(self.map.missing_for_inputs)
        return self._as_printed(("the inputs",), "total_inputs")

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
        return self.present.printed or self.map.present_value(conventions, rounded=rounded)

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
        if self.map.rounds_rows is not None or self.present.printed:
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
