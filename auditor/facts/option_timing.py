"""Find when in a year the amounts of options fall, where the file does not say and its figures do.

As with value maps, a reading is taken only where it alone gives every present value that any
reading gives, and a wrong figure would hardly have fitted one of them. All options of a file are
read alike.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from auditor.facts.claim import Claimed
from auditor.facts.option_values import OptionFlows, option_figure
from auditor.facts.rates import Rates, usable
from auditor.facts.reading import stated
from auditor.value.discounting import TIMINGS, Timing
from auditor.value.evidence import LEAST_EVIDENCE, chance, gives
from auditor.value.precision import Interval, stated_arithmetic
from auditor.value.quotient import Quotient

FIGURES = ("present_value_of_costs", "present_value_of_benefits", "npv", "bcr")


class _Held(NamedTuple):
    claim: Interval
    under: Mapping[Timing, Quotient]

    def given(self, timing: Timing, *, exactly: bool) -> bool:
        return gives(self.under[timing], self.claim, exactly=exactly)

    @property
    def in_reach(self) -> bool:
        return any(self.given(timing, exactly=False) for timing in TIMINGS)

    def chance(self, timing: Timing) -> Decimal:
        return chance(self.claim, self.under.values(), self.under[timing])


def settled_timing(flows: Sequence[OptionFlows], rates: Rates | None) -> Timing | None:
    """Return the timing that the claimed present values prove; None where they prove none."""
    if rates is None or not usable(rates) or any(len(each.timings) == 1 for each in flows):
        return None
    with stated_arithmetic():
        held = tuple(_held(flows, rates))
        reached = [each for each in held if each.in_reach]
        if not reached or len(held) >= 2 * len(reached):
            return None
        fitting = _fitting(reached, exactly=True) or _fitting(reached, exactly=False)
        if len(fitting) != 1:
            return None
        (timing,) = fitting
        rare = any(each.chance(timing) <= LEAST_EVIDENCE for each in reached)
        return timing if rare else None


def _fitting(held: Sequence[_Held], *, exactly: bool) -> list[Timing]:
    return [t for t in TIMINGS if all(each.given(t, exactly=exactly) for each in held)]


def _held(flows: Sequence[OptionFlows], rates: Rates) -> Iterator[_Held]:
    for each in flows:
        reported = stated(each.option.reported)
        for name in FIGURES if reported and not each.missing else ():
            figure = getattr(reported, name)
            if figure is not None:
                under = {t: option_figure(name, each.present_values(rates, t)) for t in TIMINGS}
                yield _Held(Claimed.of(figure).interval, under)
