"""Set out what a value map claims as figures that can be worked out under any conventions."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial

from auditor.facts.map_claim import PRESENT, MapClaim, map_claim
from auditor.facts.map_row_claims import MapRowClaims
from auditor.facts.map_test_claims import claims_of_tests
from auditor.facts.map_years import MapYears
from auditor.facts.reading import entries
from auditor.facts.sroi_figures import SroiFigures
from auditor.facts.value_map import IMPACT
from auditor.facts.worth import STREAM
from auditor.model.figure import Figure
from auditor.model.file import Case
from auditor.value.conventions import Conventions
from auditor.value.printing import Unit
from auditor.value.quotient import Quotient

_INPUTS = ("inputs_discounted", "discounting", "rates")
_HEADLINES: dict[str, tuple[str, Unit, tuple[str, ...]]] = {
    "total_inputs": ("Total inputs", "money", _INPUTS),
    "total_impact": ("Total impact before discounting", "money", (*IMPACT, *STREAM)),
    "total_present_value": ("Total present value", "money", PRESENT),
    "net_present_value": ("Net present value", "money", (*PRESENT, "inputs_discounted")),
    "ratio": ("Ratio", "ratio", (*PRESENT, "inputs_discounted", "ratio_means")),
    "net_ratio": ("Net ratio", "ratio", (*PRESENT, "inputs_discounted")),
    "payback_months": ("Payback period", "months", IMPACT),
}


@dataclass(frozen=True)
class MapClaims:
    """Finds the claims of one value map that can be worked out from its rows or years."""

    case: Case
    figures: SroiFigures

    def all(self) -> tuple[MapClaim, ...]:
        """Return every claim that is not without what it takes, headlines first."""
        found = self.figures.map
        if found.missing_for_streams and not self._years.alone:
            return ()
        rows = MapRowClaims(self.case, self.figures).all() if found.rows else ()
        tests = claims_of_tests(self.case, self.figures) if found.rows else ()
        every = (*self._headlines(), *self._yearly(), *self._horizons(), *tests, *rows)
        return tuple(claim._replace(currency=self.case.currency) for claim in every)

    @property
    def _years(self) -> MapYears:
        return self.figures.years

    def _headlines(self) -> Iterator[MapClaim]:
        for name, (label, unit, needs) in _HEADLINES.items():
            figure: Figure | None = getattr(self.figures.reported, name, None)
            if figure is None or not self._can(name):
                continue
            under = partial(self._headline, name)
            yield map_claim(f"sroi.{name}", f"reported/{name}", label, unit, figure, needs, under)

    def _can(self, name: str) -> bool:
        figures = self.figures
        inputs = not figures.inputs.missing and not figures.inputs.printed
        if name == "total_inputs":
            return inputs
        if name in ("total_impact", "total_present_value"):
            return True
        if name == "payback_months":
            return inputs and bool(figures.map.rows) and figures.impact_total.exact > 0
        return not figures.inputs.missing and not figures.marginal

    def _headline(self, name: str, conventions: Conventions) -> tuple[Quotient, ...]:
        if name == "total_inputs":
            discounted = self.figures.inputs_under(conventions)
            return (Quotient(self.figures.inputs_total), Quotient(discounted))
        if name == "total_impact":
            every_year = replace(conventions, discounting="none")
            whole = Quotient(self._years.present_value(every_year))
            if self._years.alone:
                return (whole, Quotient(self._years.total(1, conventions)))
            return (Quotient(self.figures.map.total_impact(conventions)), whole)
        return (self.figures.figure(name, conventions),)

    def _yearly(self) -> Iterator[MapClaim]:
        for index, each in enumerate(entries(getattr(self.figures.reported, "years", None))):
            at, label = f"reported/years/{index}", f"year {each.year}"
            name = f"sroi.years.{index}"
            if each.year < 1:
                continue
            if each.value is not None and self.figures.map.rows:
                value = partial(self._year, each.year, discounted=False)
                needs = (*IMPACT, *STREAM)
                place = f"{at}/value"
                yield map_claim(
                    f"{name}.value", place, f"Value of {label}", "money", each.value, needs, value
                )
            if each.present_value is not None:
                value = partial(self._year, each.year, discounted=True)
                place, said = f"{at}/present_value", f"Present value of {label}"
                yield map_claim(
                    f"{name}.present_value", place, said, "money", each.present_value, PRESENT,
                    value,
                )  # fmt: skip

    def _year(self, year: int, conventions: Conventions, *, discounted: bool) -> tuple[Quotient]:
        of_year = self._years.discounted if discounted else self._years.total
        return (Quotient(of_year(year, conventions)),)

    def _horizons(self) -> Iterator[MapClaim]:
        for index, each in enumerate(entries(getattr(self.figures.reported, "horizons", None))):
            if each.years != each.years.to_integral_value():
                continue
            if self._years.lacking_to(int(each.years)):
                continue
            years, at = int(each.years), f"reported/horizons/{index}"
            name = f"sroi.horizons.{index}"
            if each.total_present_value is not None:
                under = partial(self._horizon, years, ratio=False)
                place, label = f"{at}/total_present_value", f"Present value of {years} years"
                figure = each.total_present_value
                yield map_claim(
                    f"{name}.total_present_value", place, label, "money", figure, PRESENT, under
                )
            if each.ratio is not None and self._can("ratio"):
                under = partial(self._horizon, years, ratio=True)
                needs = (*PRESENT, "inputs_discounted", "ratio_means")
                place, label = f"{at}/ratio", f"Ratio over {years} years"
                yield map_claim(f"{name}.ratio", place, label, "ratio", each.ratio, needs, under)

    def _horizon(self, years: int, conventions: Conventions, *, ratio: bool) -> tuple[Quotient]:
        present = self._years.present_value(conventions, last=years)
        if not ratio:
            return (Quotient(present),)
        less = Decimal(-1) if conventions.ratio_means == "net" else Decimal(0)
        return (Quotient(present, self.figures.inputs_under(conventions), less),)
