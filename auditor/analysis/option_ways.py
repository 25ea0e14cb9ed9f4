"""Set out what the options of a file claim, and in which ways their amounts may be discounted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

from auditor.facts import Facts
from auditor.facts.claim import Claimed
from auditor.facts.option_values import OptionFlows, option_figure
from auditor.facts.rates import Rates, rates_of, usable
from auditor.facts.reading import stated
from auditor.facts.working import percent
from auditor.model.appraisal import Appraisal
from auditor.model.figure import Figure
from auditor.model.file import Case
from auditor.value.discounting import TIMINGS, Timing, flat, schedule_of
from auditor.value.evidence import gives
from auditor.value.notes import Printer
from auditor.value.printing import Unit, as_printed, decimals_of
from auditor.value.quotient import Quotient

_FIGURES: Mapping[str, tuple[str, Unit]] = {
    "present_value_of_costs": ("Present value of costs", "money"),
    "present_value_of_benefits": ("Present value of benefits", "money"),
    "npv": ("Net present value", "money"),
    "bcr": ("Benefit-cost ratio", "ratio"),
}


_PAR: Timing = "year_0_undiscounted"


class How(NamedTuple):
    """One way to discount the flows of options; all options of a file share it."""

    timing: Timing
    capital_first: bool
    rates: Rates


@dataclass(frozen=True)
class OptionClaim:
    """A figure that is claimed of an option, to be worked out in any way."""

    flows: OptionFlows
    name: str
    pointer: str
    figure: Figure
    currency: str

    @property
    def id(self) -> str:
        """Return its name as a claim of the file."""
        return f"options.{self.flows.option.id}.{self.name}"

    @property
    def label(self) -> str:
        """Say what it is."""
        return f"{_FIGURES[self.name][0]}: {self.flows.option.name}"

    @property
    def claimed(self) -> Claimed:
        """Return it with its printed precision."""
        return Claimed.of(self.figure)

    @property
    def text(self) -> str:
        """Return it as it is printed."""
        claimed, unit = self.claimed, _FIGURES[self.name][1]
        decimals = decimals_of(claimed.half_unit)
        return claimed.printed or as_printed(
            claimed.value, unit=unit, decimals=decimals, currency=self.currency, pad=True
        )

    def under(self, how: How) -> Quotient:
        """Return what it comes to in one way."""
        values = self.flows.present_values(how.rates, how.timing, capital_first=how.capital_first)
        return option_figure(self.name, values)

    def printed(self, exact: Decimal | None) -> str:
        """Print what it comes to, with enough digits to be told from it; "" for nothing."""
        printer = Printer(_FIGURES[self.name][1], self.claimed.half_unit, self.currency)
        return "" if exact is None else printer(exact)

    def printed_under(self, how: How) -> str:
        """Print what it comes to in one way."""
        return self.printed(self.under(how).exact)

    def given(self, how: How, *, exactly: bool) -> bool:
        """Say whether one way gives it: as printed, or else within the rounding of amounts."""
        return gives(self.under(how), self.claimed.interval, exactly=exactly)


def claims_of(case: Case, facts: Facts) -> tuple[OptionClaim, ...]:
    """Return the figures that are claimed of options whose amounts are given."""
    found = []
    for index, flows in enumerate(facts.option_flows):
        reported = stated(flows.option.reported)
        for name in _FIGURES if not flows.missing else ():
            figure = getattr(reported, name, None)
            if figure is not None:
                pointer = f"/options/{index}/reported/{name}"
                found.append(OptionClaim(flows, name, pointer, figure, case.currency))
    return tuple(found)


def ways_of(case: Case, facts: Facts, parameters: Mapping[str, Any]) -> tuple[How, ...]:
    """Return every way to discount, the declared rates and the usual timing first."""
    appraisal = stated(case.appraisal)
    declared = rates_of(appraisal, parameters)
    if declared is None or not usable(declared):
        return ()
    schedules = [declared]
    given = parameters.get("discount_rates")
    published: Mapping[str, Any] = given if isinstance(given, Mapping) else {}
    for name in ("standard", "health", "reduced"):
        if name in published:
            bands = schedule_of(published[name])
            schedules.append(Rates(bands, bands, f"the Green Book's {name} rates hold"))
    schedules.append(_one_rate(declared.money[0].rate))
    known: dict[tuple[object, object], Rates] = {}
    for rates in schedules:
        if usable(rates):
            known.setdefault((rates.money, rates.health), rates)
    capital = (False, True) if any(flows.has_capital for flows in facts.option_flows) else (False,)
    early = _capital_first(appraisal) and True in capital
    ways = tuple(
        How(t, c, r)
        for r in known.values()
        for t in TIMINGS
        for c in ((early,) if t == _PAR else capital)  # at par capital falls with other flows
    )
    undiscounted = flat(Decimal(0))
    return (
        *ways,
        How(_PAR, False, Rates(undiscounted, undiscounted, "no year is discounted")),
    )


def _capital_first(appraisal: Appraisal | None) -> bool:
    return appraisal is not None and appraisal.capital_timing == "start_of_year"


def _one_rate(rate: Decimal) -> Rates:
    bands = flat(rate)
    return Rates(bands, bands, f"one rate of {percent(rate)} holds for every year")


def ways_left_open(case: Case, ways: Sequence[How]) -> tuple[How, ...]:
    """Return the ways that the file leaves open."""
    appraisal = stated(case.appraisal)
    timing = appraisal.timing if appraisal else None
    first = _capital_first(appraisal)
    return tuple(
        how
        for how in ways
        if how.timing == (timing or how.timing)
        and how.rates == ways[0].rates
        and how.capital_first == (first and any(each.capital_first for each in ways))
    )
