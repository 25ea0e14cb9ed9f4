"""Find every figure that a social return on investment analysis claims."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial

from auditor.facts.claim import Claim, Claimed, ClaimKind
from auditor.facts.once import once
from auditor.facts.otherwise import otherwise
from auditor.facts.reading import entries
from auditor.facts.scaling_claims import ScalingClaims
from auditor.facts.sensitivity_claims import SensitivityClaims
from auditor.facts.sroi_figures import SroiFigures
from auditor.facts.sroi_printed import Amount, by_groups
from auditor.facts.sroi_row_claims import RowClaims
from auditor.facts.sroi_share_claims import ShareClaims
from auditor.facts.sroi_words import (
    headline_convention,
    headline_steps,
    rests_remark,
    rows_explain,
)
from auditor.facts.sroi_year_claims import YearClaims
from auditor.facts.value_map import ValueMap
from auditor.facts.working import Money, money_printer, sum_steps
from auditor.model.figure import Figure
from auditor.model.file import Case
from auditor.value.printing import Unit
from auditor.value.quotient import Quotient, Total
from auditor.value.verdict import Recomputed

_HEADLINES: Mapping[str, tuple[ClaimKind, str, Unit]] = {
    "total_inputs": ("total_inputs", "Total inputs", "money"),
    "total_impact": ("total_impact", "Total impact before discounting", "money"),
    "total_present_value": ("total_present_value", "Total present value", "money"),
    "net_present_value": ("net_present_value", "Net present value", "money"),
    "ratio": ("ratio", "Social return for each unit of input", "ratio"),
    "net_ratio": ("net_ratio", "Net social return for each unit of input", "ratio"),
    "payback_months": ("payback", "Payback period", "months"),
}


_PER_INPUT = ("ratio", "net_ratio", "payback_months")
"""What says nothing where less than nothing was put in."""


@dataclass(frozen=True)
class SroiClaims:
    """Finds the claims of one analysis."""

    case: Case
    value_map: ValueMap

    @once
    def figures(self) -> SroiFigures:
        """Return what the headline figures are made of."""
        return SroiFigures(self.value_map)

    @once
    def _money(self) -> Money:
        return money_printer(self.case.currency)

    def all(self) -> Iterator[Claim]:
        """Yield every claim: rows, results, years, shares, tests, extension."""
        yield from RowClaims(self.case, self.value_map).all()
        for name in _HEADLINES:
            figure = getattr(self.figures.reported, name, None)
            if figure is not None:
                headline = self._headline(name, figure)
                groups = self._groups if name == "total_present_value" else None
                by_groups = groups if groups and headline.missing else None
                yield self._against_groups(headline, by_groups) if by_groups else headline
        yield from YearClaims(self.case, self.figures).all()
        yield from ShareClaims(self.case, self.figures).all()
        yield from SensitivityClaims(self.case, self.figures).all()
        yield from ScalingClaims(self.case, self.figures).all()

    def _headline(self, name: str, figure: Figure) -> Claim:
        kind, label, unit = _HEADLINES[name]
        missing, rests_on = self._basis(name)
        claimed = Claimed.of(figure)
        return Claim(
            id=f"sroi.{name}",
            kind=kind,
            label=label,
            pointer=f"/sroi/reported/{name}",
            unit=unit,
            currency=self.case.currency,
            claimed=claimed,
            recompute=partial(self.figures.recomputed, name, claimed.interval),
            missing=missing,
            open_questions=self.value_map.open_questions,
            rests_on=rests_on,
            convention=partial(headline_convention, self.figures, name, claimed.interval),
            working=partial(headline_steps, self.figures, name, self._money),
            because=partial(self._because, name, claimed),
            remark=rests_remark(rests_on),
        )

    @property
    def _groups(self) -> Amount | None:
        known = [each.id for each in entries(self.case.stakeholders)]
        return by_groups(self.value_map.sroi, known)

    def _against_groups(self, headline: Claim, groups: Amount) -> Claim:
        """Return the total as a claim that is held against the printed values of the groups."""
        whole = groups.printed or Total(Decimal(0))
        parts = [(term.input.name, term.input.value) for term in whole.terms()]
        return replace(
            headline,
            recompute=lambda: [Recomputed(Quotient(whole))],
            missing=(),
            open_questions=(),
            rests_on=groups.rests_on,
            convention=lambda: "Total present value: the sum of the groups as printed.",
            working=lambda: sum_steps(parts, headline.label, self._money),
            because=str,
            remark=rests_remark(groups.rests_on),
        )

    def _basis(self, name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return what a headline figure lacks, and which printed results it rests on."""
        figures = self.figures
        if name == "total_inputs":
            return (("the inputs",) if self.value_map.inputs is None else ()), ()
        if name == "total_impact":
            if figures.years.alone:
                return (), figures.years.claims("value")
            return self.value_map.missing_for_impact, figures.printed_rows
        own = f"sroi.{name}"
        if name == "total_present_value" or own in figures.present.rests_on:
            return self._basis_of_total(own)
        top = figures.impact if name == "payback_months" else figures.present
        marginal = figures.marginal if name in ("ratio", "net_ratio") else ()
        missing = (*marginal, *top.missing, *figures.inputs.missing)
        if name == "payback_months" and not missing and figures.impact_total.exact <= 0:
            missing = ("an impact above zero",)
        if name in _PER_INPUT and not missing and figures.inputs_total.exact < 0:
            missing = ("inputs above zero",)
        return missing, tuple(dict.fromkeys((*top.rests_on, *figures.inputs.rests_on)))

    def _basis_of_total(self, own: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the basis of a total that may itself be what the others are taken from."""
        present = self.figures.present
        if present.missing or own in present.rests_on or present.net:
            return self.value_map.missing_for_present_value, ()
        return (), present.rests_on

    def _because(self, name: str, claimed: Claimed) -> str:
        said = ""
        if name in ("total_impact", "total_present_value"):
            said = rows_explain(self.value_map.rows, claimed, self._money)
        if said or self._basis(name)[0] or name in ("total_inputs", "payback_months"):
            return said
        if not self.value_map.rows and name == "total_impact":
            return said
        figure = partial(self.figures.figure, name)
        return otherwise(self.value_map, claimed.interval, figure)
