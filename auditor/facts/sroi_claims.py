"""Find every figure that a social return on investment analysis claims."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from auditor.facts.claim import Claim, Claimed, ClaimKind
from auditor.facts.once import once
from auditor.facts.otherwise import otherwise
from auditor.facts.scaling_claims import ScalingClaims
from auditor.facts.sensitivity_claims import SensitivityClaims
from auditor.facts.sroi_figures import SroiFigures
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
from auditor.facts.working import Money, money_printer
from auditor.model.figure import Figure
from auditor.model.file import Case
from auditor.value.printing import Unit

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
                yield self._headline(name, figure)
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

    def _basis(self, name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return what a headline figure lacks, and which printed results it rests on."""
        figures = self.figures
        if name == "total_inputs":
            return (("the inputs",) if self.value_map.inputs is None else ()), ()
        if name == "total_impact":
            return self.value_map.missing_for_impact, figures.printed_rows
        if name == "total_present_value":
            return self.value_map.missing_for_present_value, figures.printed_rows
        top = figures.impact if name == "payback_months" else figures.present
        marginal = figures.marginal if name in ("ratio", "net_ratio") else ()
        missing = (*marginal, *top.missing, *figures.inputs.missing)
        if name == "payback_months" and not missing and figures.impact_total.exact <= 0:
            missing = ("an impact above zero",)
        if name in _PER_INPUT and not missing and figures.inputs_total.exact < 0:
            missing = ("inputs above zero",)
        return missing, (*top.rests_on, *figures.inputs.rests_on)

    def _because(self, name: str, claimed: Claimed) -> str:
        said = ""
        if name in ("total_impact", "total_present_value"):
            said = rows_explain(self.value_map.rows, claimed, self._money)
        if said or self._basis(name)[0] or not self.value_map.rows or name == "total_inputs":
            return said
        figure = partial(self.figures.figure, name)
        return otherwise(self.value_map, claimed.interval, figure)
