"""Reconcile the figures of options: when in a year amounts fall, and at which rates."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from auditor.analysis.localise_digits import slips
from auditor.analysis.reconciled import (
    Explanation,
    FigureUnder,
    NotGiven,
    Reading,
    Reconciliation,
    Status,
)
from auditor.facts import Facts
from auditor.facts.claim import Claimed
from auditor.facts.option_claims import TIMINGS_IN_WORDS, option_figure
from auditor.facts.option_values import OptionFlows
from auditor.facts.rates import Rates, rates_declared, rates_in_force, usable
from auditor.facts.reading import stated
from auditor.model.figure import Figure
from auditor.model.file import Case
from auditor.value.discounting import TIMINGS, Timing, schedule_of
from auditor.value.notes import Printer
from auditor.value.precision import stated_arithmetic
from auditor.value.printing import Unit, as_printed, decimals_of
from auditor.value.quotient import Quotient

_FIGURES: Mapping[str, tuple[str, Unit]] = {
    "present_value_of_costs": ("Present value of costs", "money"),
    "present_value_of_benefits": ("Present value of benefits", "money"),
    "npv": ("Net present value", "money"),
    "bcr": ("Benefit-cost ratio", "ratio"),
}
_CAPITAL = {
    True: "capital falls at the start of its year",
    False: "capital falls with other flows",
}
_MOST = 5


class How(NamedTuple):
    """One way to discount the flows of options; all options of a file share it."""

    timing: Timing
    capital_first: bool
    rates: Rates


@dataclass(frozen=True)
class _Claim:
    flows: OptionFlows
    name: str
    pointer: str
    figure: Figure
    currency: str

    @property
    def id(self) -> str:
        return f"options.{self.flows.option.id}.{self.name}"

    @property
    def label(self) -> str:
        return f"{_FIGURES[self.name][0]}: {self.flows.option.name}"

    @property
    def claimed(self) -> Claimed:
        return Claimed.of(self.figure)

    @property
    def text(self) -> str:
        claimed, unit = self.claimed, _FIGURES[self.name][1]
        decimals = decimals_of(claimed.half_unit)
        return claimed.printed or as_printed(
            claimed.value, unit=unit, decimals=decimals, currency=self.currency, pad=True
        )

    def under(self, how: How) -> Quotient:
        values = self.flows.present_values(how.rates, how.timing, capital_first=how.capital_first)
        return option_figure(self.name, values)

    def printed(self, how: How) -> str:
        exact = self.under(how).exact
        printer = Printer(_FIGURES[self.name][1], self.claimed.half_unit, self.currency)
        return "" if exact is None else printer(exact)

    def given(self, how: How, *, exactly: bool) -> bool:
        found = self.under(how)
        if found.exact is None:
            return False
        allowed = None if exactly else found.interval()
        claim = self.claimed.interval
        return claim.contains(found.exact) or (allowed is not None and claim.meets(allowed))


def reconcile_options(
    case: Case, facts: Facts, parameters: Mapping[str, Any]
) -> Reconciliation | None:
    """Return which way to discount gives all figures of the options; None where none is claimed."""
    claims = _claims(case, facts)
    ways = _ways(case, facts, parameters)
    if not claims or not ways:
        return None
    with stated_arithmetic():
        return _reconciled(claims, ways, _declared(case, ways))


def _claims(case: Case, facts: Facts) -> tuple[_Claim, ...]:
    found = []
    for index, flows in enumerate(facts.option_flows):
        reported = stated(flows.option.reported)
        for name in _FIGURES if not flows.missing else ():
            figure = getattr(reported, name, None)
            if figure is not None:
                pointer = f"/options/{index}/reported/{name}"
                found.append(_Claim(flows, name, pointer, figure, case.currency))
    return tuple(found)


def _ways(case: Case, facts: Facts, parameters: Mapping[str, Any]) -> tuple[How, ...]:
    """Return every way to discount, the declared rates and the usual timing first."""
    appraisal = stated(case.appraisal)
    declared = rates_declared(appraisal) or rates_in_force(appraisal, parameters)
    schedules = [declared] if declared else []
    given = parameters.get("discount_rates")
    published: Mapping[str, Any] = given if isinstance(given, Mapping) else {}
    for name in ("standard", "health", "reduced"):
        if name in published:
            bands = schedule_of(published[name])
            schedules.append(Rates(bands, bands, f"the Green Book's {name} rates"))
    known: dict[tuple[object, object], Rates] = {}
    for rates in schedules:
        if usable(rates):
            known.setdefault((rates.money, rates.health), rates)
    capital = (False, True) if any(flows.has_capital for flows in facts.option_flows) else (False,)
    return tuple(How(t, c, r) for r in known.values() for t in TIMINGS for c in capital)


def _declared(case: Case, ways: Sequence[How]) -> tuple[How, ...]:
    """Return the ways that the file leaves open."""
    appraisal = stated(case.appraisal)
    timing = appraisal.timing if appraisal else None
    first = appraisal is not None and appraisal.capital_timing == "start_of_year"
    return tuple(
        how
        for how in ways
        if how.timing == (timing or how.timing)
        and how.rates == ways[0].rates
        and how.capital_first == (first and any(each.capital_first for each in ways))
    )


def _reconciled(
    claims: tuple[_Claim, ...], ways: tuple[How, ...], open_ways: tuple[How, ...]
) -> Reconciliation:
    reachable = [c for c in claims if any(c.given(how, exactly=False) for how in ways)]
    status, fits = _judged(reachable, ways, open_ways)
    in_open = [how for how in fits if how in open_ways]
    base = in_open[0] if in_open else max(open_ways, key=lambda how: _count(claims, how))
    failing = [claim for claim in claims if not claim.given(base, exactly=False)]
    shown = () if status in ("as_declared", "every_reading") else fits[:_MOST]
    return Reconciliation(
        subject="options",
        status=status,
        claims=len(claims),
        given=len(claims) - len(failing),
        conventions=_words(base),
        open_questions=("timing",) if len(open_ways) > 1 else (),
        tried=1 if len(open_ways) == 1 and not failing else len(ways),
        fitting=len(fits),
        widest=None,
        chance=None,
        settled=False,
        readings=tuple(_reading(claims, how, base, open_ways) for how in shown),
        readings_left_out=len(fits) - len(shown) if shown else 0,
        nearest=None,
        nearest_gives=0,
        not_given=tuple(_not_given(claim, base) for claim in failing),
        explanations=(),
        explanations_left_out=0,
        explanations_tried=0,
    )


def _judged(
    reachable: Sequence[_Claim], ways: tuple[How, ...], open_ways: tuple[How, ...]
) -> tuple[Status, tuple[How, ...]]:
    if not reachable:
        return "none", ()
    fits = _fitting(reachable, open_ways)
    if fits:
        if len(open_ways) == 1:
            return "as_declared", fits
        if len(fits) == len(open_ways):
            return "every_reading", fits
        return ("one_reading" if len(fits) == 1 else "several_readings"), fits
    fits = _fitting(reachable, ways)
    if not fits:
        return "none", ()
    return ("one_departure" if len(fits) == 1 else "several_departures"), fits


def _fitting(claims: Sequence[_Claim], ways: Sequence[How]) -> tuple[How, ...]:
    exact = tuple(how for how in ways if all(c.given(how, exactly=True) for c in claims))
    return exact or tuple(how for how in ways if all(c.given(how, exactly=False) for c in claims))


def _count(claims: Sequence[_Claim], how: How) -> int:
    return sum(claim.given(how, exactly=False) for claim in claims)


def _words(how: How) -> tuple[str, ...]:
    return (how.rates.words, TIMINGS_IN_WORDS[how.timing], _CAPITAL[how.capital_first])


def _reading(claims: Sequence[_Claim], how: How, base: How, open_ways: Sequence[How]) -> Reading:
    changed = tuple(new for new, old in zip(_words(how), _words(base), strict=True) if new != old)
    figures = [
        FigureUnder(
            c.id, c.pointer, c.label, c.text, c.printed(how), c.printed(base),
            c.printed(open_ways[0]),
        )
        for c in claims
        if c.under(how).exact != c.under(base).exact or how == base
    ]  # fmt: skip
    exactly = all(claim.given(how, exactly=True) for claim in claims)
    return Reading(_words(how), changed, (), exactly, tuple(figures[:12]), 0)


def _not_given(claim: _Claim, base: How) -> NotGiven:
    exact = claim.under(base).exact
    found = () if exact is None else slips(claim.figure.value, claim.figure.half_unit, exact)
    said = tuple(Explanation(f"the printed figure {s.kind}", f"{s.meant:,f}") for s in found)
    return NotGiven(
        claim.id, claim.pointer, claim.label, claim.text, claim.printed(base), said[:6],
        max(len(said) - 6, 0),
    )  # fmt: skip
