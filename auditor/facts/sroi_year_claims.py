"""Find what an analysis claims for single years, for other horizons, and for rows in all years."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from auditor.facts.claim import Claim, Claimed, ClaimKind
from auditor.facts.map_years import MapYears
from auditor.facts.otherwise import otherwise
from auditor.facts.reading import entries
from auditor.facts.sroi_figures import SroiFigures
from auditor.facts.sroi_words import present_convention, rests_remark
from auditor.facts.value_row import Row
from auditor.facts.working import money_printer, row_year_steps
from auditor.model.figure import Figure
from auditor.model.file import Case
from auditor.model.reported import HorizonTotal, YearTotal
from auditor.value.claim import Step
from auditor.value.conventions import Conventions
from auditor.value.printing import Unit, as_printed
from auditor.value.quotient import Quotient, Total
from auditor.value.verdict import Recomputed

_ZERO, _ONE = Decimal(0), Decimal(1)
_WHOLE = "a whole number of years"
Work = Callable[[Conventions], Quotient]


@dataclass(frozen=True)
class YearClaims:
    """Finds the claims of one analysis that are about part of its rows or years."""

    case: Case
    figures: SroiFigures

    def all(self) -> Iterator[Claim]:
        """Yield the present values of rows, the totals of years, then those of other horizons."""
        for index, row in enumerate(self.figures.map.rows):
            if row.given.reported_present_value is not None:
                yield self._row(index, row, row.given.reported_present_value)
        reported = self.figures.reported
        for index, year in enumerate(entries(reported.years) if reported else ()):
            yield from self._year(index, year)
        for index, horizon in enumerate(entries(reported.horizons) if reported else ()):
            yield from self._horizon(index, horizon)

    @property
    def _years(self) -> MapYears:
        return self.figures.years

    def _row(self, index: int, row: Row, figure: Figure) -> Claim:
        found = self.figures.map
        here = f"row {row.given.id}: "
        lacking = found.missing_for_present_value
        return self._claim(
            f"rows.{row.given.id}.present_value",
            "row_present_value",
            f"Present value of row {row.given.id}",
            f"/sroi/rows/{index}/reported_present_value",
            figure,
            lambda how: Quotient(found.present_value_of([row], how)),
            missing=tuple(what for what in lacking if what.startswith(here) or what[:4] != "row "),
            working=lambda: row_year_steps(
                found, row, found.candidates[0], money_printer(self.case.currency)
            ),
        )

    def _year(self, index: int, given: YearTotal) -> Iterator[Claim]:
        year, where = given.year, f"/sroi/reported/years/{index}"
        none = () if year else ("a year from 1 on",)
        if given.value is not None:
            yield self._claim(
                f"years.{year}.value",
                "year_value",
                f"Value of year {year}",
                f"{where}/value",
                given.value,
                lambda how: Quotient(self._years.total(year, how)),
                missing=(*none, *self.figures.map.missing_for_streams),
                says=f"the rows in year {year}, added up",
            )
        if given.present_value is not None:
            yield self._claim(
                f"years.{year}.present_value",
                "year_present_value",
                f"Present value of year {year}",
                f"{where}/present_value",
                given.present_value,
                partial(self._present_value_of, year),
                missing=(*none, *self._years.lacking_for(year)),
                rests_on=(f"sroi.years.{year}.value",) if self._years.prints(year) else (),
                says=f"the value of year {year}, discounted",
            )

    @property
    def _summed(self) -> bool:
        """Say whether horizons are sums of printed present values: these cannot be worked out."""
        return bool(self._years.lacking) and self._years.discounted_alone

    def _present_value_of(self, year: int, how: Conventions) -> Quotient:
        return Quotient(self._years.discounted(year, how))

    def _horizon(self, index: int, given: HorizonTotal) -> Iterator[Claim]:
        where, length = f"/sroi/reported/horizons/{index}", int(given.years)
        whole = given.years == length
        lacking = () if self._summed else self._years.lacking
        missing = (*lacking, *self._years.lacking_to(length), *(() if whole else (_WHOLE,)))
        rests_on = self._printed_years(length)
        words = f"{length} year" if length == 1 else f"{length} years"
        if given.total_present_value is not None:
            yield self._claim(
                f"horizons.{given.years}.total_present_value",
                "horizon_present_value",
                f"Total present value of {words}",
                f"{where}/total_present_value",
                given.total_present_value,
                lambda how: Quotient(self._present_to(length, how)),
                missing=missing,
                rests_on=rests_on,
                says=f"years 1 to {length}, discounted and added up",
            )
        if given.ratio is not None:
            yield self._claim(
                f"horizons.{given.years}.ratio",
                "horizon_ratio",
                f"Social return for each unit of input over {words}",
                f"{where}/ratio",
                given.ratio,
                partial(self._ratio_of_horizon, length),
                missing=(*missing, *self.figures.inputs.missing),
                unit="ratio",
                rests_on=(*rests_on, *self.figures.inputs.rests_on),
            )

    def _printed_years(self, length: int) -> tuple[str, ...]:
        if self._summed:
            return self._years.claims("present_value", length)
        return self._years.claims("value", length) if self._years.alone else ()

    def _present_to(self, length: int, how: Conventions) -> Total:
        if self._summed:
            return self._years.sum_of_discounted(last=length)
        return self._years.present_value(how, last=length)

    def _ratio_of_horizon(self, length: int, how: Conventions) -> Quotient:
        present = self._present_to(length, how)
        less = -_ONE if how.ratio_means == "net" else _ZERO
        return Quotient(present, self.figures.inputs_under(how), less)

    def _claim(
        self,
        name: str,
        kind: ClaimKind,
        label: str,
        pointer: str,
        figure: Figure,
        work: Work,
        *,
        missing: tuple[str, ...],
        unit: Unit = "money",
        rests_on: tuple[str, ...] = (),
        says: str = "",
        working: Callable[[], tuple[Step, ...]] | None = None,
    ) -> Claim:
        found, claimed = self.figures.map, Claimed.of(figure)
        return Claim(
            id=f"sroi.{name}",
            kind=kind,
            label=label,
            pointer=pointer,
            unit=unit,
            currency=self.case.currency,
            claimed=claimed,
            recompute=lambda: (Recomputed(work(how)) for how in found.candidates),
            missing=missing,
            open_questions=found.open_questions,
            rests_on=rests_on,
            convention=lambda: present_convention(found),
            working=working or partial(self._steps, label, unit, says, work),
            because=lambda: "" if missing else otherwise(found, claimed.interval, work),
            remark=rests_remark(rests_on),
        )

    def _steps(self, label: str, unit: Unit, says: str, work: Work) -> tuple[Step, ...]:
        """Return what a figure comes to, and from what."""
        figure = work(self.figures.map.candidates[0])
        money = money_printer(self.case.currency)
        if figure.denominator is None or figure.exact is None:
            return (Step(label, says, money(figure.numerator.exact)),)
        divided = f"{money(figure.numerator.exact)} / {money(figure.denominator.exact)}"
        return (Step(label, divided, as_printed(figure.exact, unit=unit, decimals=4)),)
