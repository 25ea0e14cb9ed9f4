"""Find every figure that the appraisal of options claims."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Any

from auditor.facts.claim import Claim, Claimed, ClaimKind
from auditor.facts.once import once
from auditor.facts.option_further_claims import OptionFurtherClaims
from auditor.facts.option_values import OptionFlows, option_figure
from auditor.facts.rates import Rates, rates_of, usable
from auditor.facts.reading import as_input, stated
from auditor.facts.sroi_words import rests_remark
from auditor.facts.working import MOST_STEPS, Money, money_printer, quotient_step
from auditor.model.appraisal import Appraisal
from auditor.model.figure import Figure
from auditor.model.file import Case
from auditor.value.claim import Step
from auditor.value.discounting import Timing
from auditor.value.printing import Unit, as_printed
from auditor.value.quotient import Quotient, Total
from auditor.value.verdict import Recomputed

_FIGURES: Mapping[str, tuple[ClaimKind, str, Unit]] = {
    "present_value_of_costs": ("option_costs", "Present value of costs", "money"),
    "present_value_of_benefits": ("option_benefits", "Present value of benefits", "money"),
    "npv": ("option_npv", "Net present value", "money"),
    "bcr": ("option_bcr", "Benefit-cost ratio", "ratio"),
}
TIMINGS_IN_WORDS: Mapping[Timing, str] = {
    "year_0_undiscounted": "the base year is at par",
    "end_of_year": "every year is discounted, the base year once",
    "mid_year": "every year is discounted to its middle",
}


@dataclass(frozen=True)
class OptionClaims:
    """Finds the claims of the options of one file.

    They are worked out at the rates that the file says it used, else at the Green Book's rates in
    force; whether the rates used are those in force is a question of its own.
    """

    case: Case
    flows: tuple[OptionFlows, ...]
    parameters: Mapping[str, Any]

    @once
    def _appraisal(self) -> Appraisal | None:
        return stated(self.case.appraisal)

    @once
    def _rates(self) -> Rates | None:
        return rates_of(self._appraisal, self.parameters)

    @once
    def _money(self) -> Money:
        return money_printer(self.case.currency)

    def all(self) -> Iterator[Claim]:
        """Yield the claims of each option, in the order of the file."""
        for index, flows in enumerate(self.flows):
            reported = stated(flows.option.reported)
            for name in _FIGURES:
                figure = getattr(reported, name, None)
                if figure is not None:
                    yield self._claim(f"/options/{index}/reported/{name}", flows, name, figure)
            yield from OptionFurtherClaims(
                flows,
                self._rates,
                self.case.currency,
                f"/options/{index}",
                partial(self._convention, flows),
            ).all()

    def _claim(self, pointer: str, flows: OptionFlows, name: str, figure: Figure) -> Claim:
        kind, label, unit = _FIGURES[name]
        printed = _of_printed(name, flows)
        if printed is not None:
            return self._from_printed(pointer, flows, name, figure, printed)
        return Claim(
            id=f"options.{flows.option.id}.{name}",
            kind=kind,
            label=f"{label}: {flows.option.name}",
            pointer=pointer,
            unit=unit,
            currency=self.case.currency,
            claimed=Claimed.of(figure),
            recompute=partial(self._recomputed, flows, name),
            missing=self._missing(flows),
            open_questions=("when in a year amounts fall",) if len(flows.timings) > 1 else (),
            convention=partial(self._convention, flows),
            working=partial(self._working, flows, name),
            because=partial(self._because, flows, name, Claimed.of(figure)),
        )

    def _because(self, flows: OptionFlows, name: str, claimed: Claimed) -> str:
        """Say that capital at the start of its year would give the claim, where only that does."""
        appraisal, rates = self._appraisal, self._rates
        silent = appraisal is None or appraisal.capital_timing is None
        if rates is None or flows.missing or not (silent and flows.has_capital):
            return ""

        def gives(*, first: bool) -> bool:
            for timing in flows.timings:
                values = flows.present_values(rates, timing, capital_first=first)
                exact = option_figure(name, values).exact
                if exact is not None and claimed.interval.contains(exact):
                    return True
            return False

        if gives(first=False) or not gives(first=True):
            return ""
        return (
            "It would come out if capital falls at the start of its year; the file does not say"
            " when capital falls, and it is worth asking about."
        )

    def _from_printed(
        self, pointer: str, flows: OptionFlows, name: str, figure: Figure, printed: Quotient
    ) -> Claim:
        """Return a claim that is held against printed present values; the flows are not given."""
        kind, label, unit = _FIGURES[name]
        rests_on = tuple(f"options.{flows.option.id}.{each}" for each in _SIDES)
        above, below = (total.exact for total in _printed_sides(flows) or (_NOTHING, _NOTHING))
        between = "−" if name == "npv" else "/"
        return Claim(
            id=f"options.{flows.option.id}.{name}",
            kind=kind,
            label=f"{label}: {flows.option.name}",
            pointer=pointer,
            unit=unit,
            currency=self.case.currency,
            claimed=Claimed.of(figure),
            recompute=lambda: [Recomputed(printed)],
            rests_on=rests_on,
            working=lambda: (
                Step(
                    label,
                    f"{self._money(above)} {between} {self._money(below)}",
                    as_printed(printed.exact or Decimal(0), unit=unit, decimals=4),
                ),
            ),
            remark=rests_remark(rests_on),
        )

    def _missing(self, flows: OptionFlows) -> tuple[str, ...]:
        if self._rates is None or not usable(self._rates):
            return (*flows.missing, "discount rates for every year")
        return flows.missing

    def _recomputed(self, flows: OptionFlows, name: str) -> Iterator[Recomputed]:
        if self._rates is not None:
            for timing in flows.timings:
                yield Recomputed(option_figure(name, flows.present_values(self._rates, timing)))

    def _convention(self, flows: OptionFlows) -> str:
        rates = self._rates.words if self._rates else "no rates"
        timings = flows.timings
        when = (
            TIMINGS_IN_WORDS[timings[0]]
            if len(timings) == 1
            else "the file leaves open when amounts fall"
        )
        if flows.settled:
            when = f"{when} (not stated; the only reading that gives the figures)"
        early = flows.capital_first and flows.has_capital
        capital = "; capital falls at the start of its year" if early else ""
        return f"Options: {rates}; {when}{capital}."

    def _working(self, flows: OptionFlows, name: str) -> tuple[Step, ...]:
        if self._rates is None:
            return ()
        timing = flows.timings[0]
        values = flows.present_values(self._rates, timing)
        costs, benefits = values.costs.exact, values.benefits.exact
        money = self._money
        sides = {"present_value_of_costs": ("cost",), "present_value_of_benefits": ("benefit",)}
        steps = tuple(
            step
            for side in sides.get(name, ("benefit", "cost"))
            for step in self._side(flows, side, timing)
        )
        if name == "npv":
            less = f"{money(benefits)} − {money(costs)}"
            return (*steps, Step("Net present value", less, money(benefits - costs)))
        if name == "bcr":
            ratio = option_figure(name, values).exact or Decimal(0)
            return (*steps, quotient_step("Ratio", money(benefits), money(costs), ratio))
        return steps

    def _side(self, flows: OptionFlows, side: str, timing: Timing) -> tuple[Step, ...]:
        """Return each amount of one side with its factor, and their sum."""
        rates = self._rates
        if rates is None:
            return ()
        worked = flows.discounted(rates, side, timing)
        steps = [
            Step(
                f"Present value of {flow.printed().name}",
                f"{self._money(flow.amount)} × {as_printed(factor, unit='number', decimals=6)}",
                self._money(flow.amount * factor),
            )
            for flow, factor in worked[:MOST_STEPS]
        ]
        whole = sum((flow.amount * factor for flow, factor in worked), start=Decimal(0))
        count = f"sum of the {len(worked)} amounts" if len(worked) > 1 else "the amount"
        return (*steps, Step(f"Present value of {side}s", count, self._money(whole)))


_SIDES = ("present_value_of_benefits", "present_value_of_costs")
_NOTHING = Total(Decimal(0))


def _printed_sides(flows: OptionFlows) -> tuple[Total, Total] | None:
    """Return the present values of benefits and costs as printed, where there are no flows."""
    reported = stated(flows.option.reported)
    if flows.given or reported is None:
        return None
    benefits, costs = reported.present_value_of_benefits, reported.present_value_of_costs
    if benefits is None or costs is None:
        return None
    return (
        as_input("the printed present value of benefits", benefits),
        as_input("the printed present value of costs", costs),
    )


def _of_printed(name: str, flows: OptionFlows) -> Quotient | None:
    """Return a result that follows from printed present values alone."""
    sides = _printed_sides(flows)
    if sides is None or name in _SIDES:
        return None
    benefits, costs = sides
    return Quotient(benefits.minus(costs)) if name == "npv" else Quotient(benefits, costs)
