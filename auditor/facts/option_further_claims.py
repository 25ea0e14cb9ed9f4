"""Find what the appraisal claims of options beyond present values: years, yearly worth, payback."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from auditor.facts.claim import Claim, Claimed, ClaimKind
from auditor.facts.option_values import OptionFlows
from auditor.facts.rates import Rates, usable
from auditor.facts.reading import as_input, entries, stated
from auditor.facts.sroi_words import rests_remark
from auditor.facts.working import money_printer
from auditor.model.figure import Figure
from auditor.model.options import OptionReported
from auditor.value.claim import Step
from auditor.value.discounting import Timing, annuity_factor
from auditor.value.options import Flow, payback
from auditor.value.printing import Unit
from auditor.value.quotient import Quotient, Term, Total
from auditor.value.verdict import Recomputed

_ZERO, _ONE = Decimal(0), Decimal(1)
_NO_RATES = ("discount rates for every year",)
Work = Callable[[Timing], Quotient | None]


@dataclass(frozen=True)
class OptionFurtherClaims:
    """Finds the further claims of one option."""

    flows: OptionFlows
    rates: Rates | None
    currency: str
    pointer: str
    convention: Callable[[], str]

    @property
    def _reported(self) -> OptionReported | None:
        return stated(self.flows.option.reported)

    @property
    def _unrated(self) -> tuple[str, ...]:
        return () if self.rates is not None and usable(self.rates) else _NO_RATES

    def all(self) -> Iterator[Claim]:
        """Yield the present values of years, then the equivalent annual value, then payback."""
        reported = self._reported
        if reported is None:
            return
        for index, given in enumerate(entries(reported.years)):
            yield self._claim(
                f"years.{given.year}.present_value", "option_year",
                f"Present value of year {given.year}", f"years/{index}/present_value",
                given.present_value, "money", partial(self._year, given.year),
                (*self.flows.missing, *self._unrated),
            )  # fmt: skip
        if reported.equivalent_annual_value is not None:
            yield self._claim(
                "equivalent_annual_value", "option_annual", "Equivalent annual value",
                "equivalent_annual_value", reported.equivalent_annual_value, "money",
                self._annual, self._lacks_for_annual, self._rests_on,
            )  # fmt: skip
        if reported.payback_years is not None:
            yield self._claim(
                "payback_years", "option_payback", "Payback in years", "payback_years",
                reported.payback_years, "number", self._payback, self._lacks_for_payback,
            )  # fmt: skip

    def _flows_of(self, timing: Timing) -> Iterator[tuple[Flow, Decimal]]:
        """Yield each amount with its factor, costs as negative factors."""
        if self.rates is None:
            return
        for side, sign in (("benefit", _ONE), ("cost", -_ONE)):
            for flow, factor in self.flows.discounted(self.rates, side, timing):
                yield flow, sign * factor

    def _year(self, year: int, timing: Timing) -> Quotient:
        held = [(flow, factor) for flow, factor in self._flows_of(timing) if flow.year == year]
        exact = sum((flow.amount * factor for flow, factor in held), start=_ZERO)
        return Quotient(Total(exact, lambda: tuple(Term(f.printed(), d) for f, d in held)))

    @property
    def _rests_on(self) -> tuple[str, ...]:
        """Name the printed result that is spread over the years where the flows are not given."""
        known = not self.flows.given and self._reported is not None and self._reported.npv
        return (f"options.{self.flows.option.id}.npv",) if known else ()

    @property
    def _lacks_for_annual(self) -> tuple[str, ...]:
        years = self.flows.horizon_years
        whole = years is not None and years == years.to_integral_value()
        lacks = () if whole else ("over how many whole years the option is compared",)
        return (*(() if self._rests_on else self.flows.missing), *self._unrated, *lacks)

    def _annual(self, timing: Timing) -> Quotient | None:
        """Return the net present value by the annuity factor of the years that are covered."""
        years = self.flows.horizon_years
        if self.rates is None or years is None:
            return None
        factor = annuity_factor(self.rates.money, int(years), timing=timing)
        return Quotient(self._net(timing), Total(factor)) if factor else None

    def _net(self, timing: Timing) -> Total:
        reported = self._reported
        if self._rests_on and reported is not None and reported.npv is not None:
            return as_input("the printed net present value", reported.npv)
        held = list(self._flows_of(timing))
        exact = sum((flow.amount * factor for flow, factor in held), start=_ZERO)
        return Total(exact, lambda: tuple(Term(f.printed(), d) for f, d in held))

    @property
    def _lacks_for_payback(self) -> tuple[str, ...]:
        if self.flows.missing:
            return self.flows.missing
        return () if self._paid_back() is not None else ("a year in which benefits equal costs",)

    def _paid_back(self) -> Decimal | None:
        base = self.flows.base_year or 0
        amounts = ((flow.year - base, flow.benefit, flow.cost) for flow in self.flows.given)
        return payback((year, (b or _ZERO) - (c or _ZERO)) for year, b, c in amounts)

    def _payback(self, timing: Timing) -> Quotient | None:
        years = self._paid_back()
        return None if years is None else Quotient(Total(years))

    def _claim(
        self, name: str, kind: ClaimKind, label: str, place: str, figure: Figure, unit: Unit,
        work: Work, missing: tuple[str, ...], rests_on: tuple[str, ...] = (),
    ) -> Claim:  # fmt: skip
        option = self.flows.option
        timings = self.flows.timings if kind != "option_payback" else self.flows.timings[:1]
        return Claim(
            id=f"options.{option.id}.{name}",
            kind=kind,
            label=f"{label}: {option.name}",
            pointer=f"{self.pointer}/reported/{place}",
            unit=unit,
            currency=self.currency,
            claimed=Claimed.of(figure),
            recompute=lambda: (Recomputed(found) for t in timings if (found := work(t))),
            missing=missing,
            open_questions=("when in a year amounts fall",) if len(timings) > 1 else (),
            rests_on=rests_on,
            convention=self.convention,
            working=lambda: self._steps(label, unit, work(timings[0])),
            remark=rests_remark(rests_on),
        )

    def _steps(self, label: str, unit: Unit, figure: Quotient | None) -> tuple[Step, ...]:
        if figure is None or figure.exact is None:
            return ()
        money = money_printer(self.currency)
        if figure.denominator is not None:
            divided = f"{money(figure.numerator.exact)} / {figure.denominator.exact:.6f}"
            return (Step(label, divided, money(figure.exact)),)
        if unit == "number":
            return (
                Step(label, "from the amounts as they fall, not discounted", f"{figure.exact:.2f}"),
            )
        return (Step(label, "benefits less costs of the year, discounted", money(figure.exact)),)
