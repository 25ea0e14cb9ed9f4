"""Find the figures that a file works out by formulas of its own, so that they are judged too.

They count in the conclusion on value for money: they are costs, savings and unit values of the
kind that framework weighs, whichever analysis they are later used in.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from auditor.facts.calculation_words import calculation_steps, explained
from auditor.facts.claim import Claim, Claimed
from auditor.facts.reading import entries
from auditor.model.calculation import Calculation, Term, Unit
from auditor.model.claims import stated_claims
from auditor.model.figure import Figure
from auditor.model.file import Case
from auditor.model.formula import Formula, discounting_names
from auditor.model.formula_reader import FormulaError, read_formula
from auditor.value.discounting import is_set_rate
from auditor.value.formula_figure import FormulaFigure
from auditor.value.notes import Printer
from auditor.value.precision import stated_arithmetic
from auditor.value.printing import Unit as PrintedUnit
from auditor.value.quotient import PrintedInput
from auditor.value.verdict import Recomputed

_UNITS: Mapping[Unit, PrintedUnit] = {
    "money": "money",
    "ratio": "ratio",
    "share": "share",
    "months": "months",
    "years": "number",
    "number": "number",
}
_COUNTED = ("number", "months", "years")
_NO_FORMULA = "how it is worked out (its formula)"


def calculation_claims(case: Case) -> Iterator[Claim]:
    """Yield the claim of each calculation that claims a figure, in the order of the file."""
    listed = entries(case.calculations)
    if not listed:
        return
    named = any(term.claim for given in listed for term in entries(given.terms))
    figures = {claim.id: claim.figure for claim in stated_claims(case)} if named else {}
    for index, given in enumerate(listed):
        if given.claimed is not None:
            yield _Worked(case, given, figures).claim(f"/calculations/{index}", given.claimed)


@dataclass(frozen=True)
class _Worked:
    """One calculation, with the claimed figures that it may use."""

    case: Case
    given: Calculation
    figures: Mapping[str, Figure]

    def claim(self, pointer: str, figure: Figure) -> Claim:
        """Return its claim; what it cannot be worked out without is named."""
        claimed = Claimed.of(figure)
        formula, missing = self._formula()
        terms = self._terms(formula)
        missing = (*missing, *self._missing(formula, terms))
        worked = None if formula is None or missing else FormulaFigure(formula, terms)
        if worked is not None:
            with stated_arithmetic():
                missing = self._undefined(worked)
        printer = Printer(_UNITS[self.given.unit], claimed.half_unit, self.case.currency)
        label, sources = self.given.text, self._sources(formula)
        return Claim(
            id=f"calculations.{self.given.id}.claimed",
            kind="calculation",
            label=label,
            pointer=f"{pointer}/claimed",
            unit=printer.unit,
            currency=printer.currency,
            claimed=claimed,
            recompute=lambda: [Recomputed(worked)] if worked else [],
            missing=missing,
            rests_on=tuple(sources.values()),
            working=lambda: calculation_steps(worked, label, printer, sources) if worked else (),
            because=lambda: explained(worked, claimed.interval, printer) if worked else "",
        )

    def _formula(self) -> tuple[Formula | None, tuple[str, ...]]:
        if self.given.formula is None:
            return None, (_NO_FORMULA,)
        try:
            return read_formula(self.given.formula), ()
        except FormulaError as error:
            return None, (f"a formula that can be read ({error.problem})",)

    def _terms(self, formula: Formula | None) -> dict[str, PrintedInput]:
        """Return each term that the formula names and the file gives, in the formula's order."""
        known = {term.id: term for term in entries(self.given.terms)}
        named = formula.names if formula else ()
        rates = discounting_names(formula.tree, 0) if formula else frozenset()
        found = {
            name: self._printed(known[name], rate=name in rates) for name in named if name in known
        }
        return {name: term for name, term in found.items() if term is not None}

    def _printed(self, term: Term, *, rate: bool) -> PrintedInput | None:
        figure = term.value or (self.figures.get(term.claim) if term.claim else None)
        if figure is None:
            return None
        whole = figure.value == figure.value.to_integral_value() and not figure.printed
        counted = term.unit in _COUNTED and whole
        exact = not figure.value or counted or (rate and is_set_rate(figure.value))
        half = Decimal(0) if exact else figure.half_unit
        return PrintedInput(term.text or term.id, figure.value, half, term.unit == "money")

    def _missing(
        self, formula: Formula | None, terms: Mapping[str, PrintedInput]
    ) -> tuple[str, ...]:
        named = formula.names if formula else ()
        return tuple(f"the term {name}" for name in named if name not in terms)

    def _undefined(self, worked: FormulaFigure) -> tuple[str, ...]:
        problem = worked.problem
        return (f"terms for which the formula has a value ({problem})",) if problem else ()

    def _sources(self, formula: Formula | None) -> dict[str, str]:
        """Return the claimed figure that each term of the formula is taken from, if it is."""
        named = formula.names if formula else ()
        terms = entries(self.given.terms)
        return {term.id: term.claim for term in terms if term.claim and term.id in named}
