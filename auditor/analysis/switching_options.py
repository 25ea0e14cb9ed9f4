"""Find how far costs, benefits or rates must move before another option is worth more."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal, NamedTuple, TypeAlias

from auditor.analysis.challenge_basis import shortened
from auditor.facts import Facts
from auditor.facts.option_timing import settled_timing
from auditor.facts.option_values import OptionFlows, PresentValues
from auditor.facts.rates import Rates, rates_declared, rates_in_force, usable
from auditor.facts.reading import entries, stated
from auditor.model.appraisal import Appraisal
from auditor.model.file import Case
from auditor.value.discounting import Band, Schedule, Timing
from auditor.value.precision import stated_arithmetic
from auditor.value.switching import Crossing, crossing

Side: TypeAlias = Literal["costs", "benefits", "rates"]

_ZERO, _ONE = Decimal(0), Decimal(1)
_PAR: Timing = "year_0_undiscounted"


@dataclass(frozen=True, slots=True)
class OptionSwitch:
    """How far one side of one option must move before the leading option no longer leads.

    `rival` is the option that it falls level with; "" where it is its own net present value that
    reaches zero. `of` is the option whose costs or benefits move; "" for the discount rates.
    `change` is the share by which they move (0.1: a tenth more), for rates what is added to each;
    None where no move within the range does it.
    """

    rival: str
    side: Side
    of: str
    change: Decimal | None
    monotone: bool


@dataclass(frozen=True, slots=True)
class OptionSwitching:
    """The switching values of the leading option against the others, or what they lack.

    `npvs` are the net present values that they start from. `behind` names the options that are
    worth more than the leading one as it is.
    """

    missing: tuple[str, ...]
    leader: str = ""
    leader_is: Literal["preferred", "highest"] = "preferred"
    currency: str = "GBP"
    rates: str = ""
    timing: str = ""
    names: tuple[tuple[str, str], ...] = ()
    npvs: tuple[tuple[str, Decimal], ...] = ()
    behind: tuple[str, ...] = ()
    switches: tuple[OptionSwitch, ...] = ()


class _Footing(NamedTuple):
    """The rates and the timing at which all options are worked out."""

    rates: Rates
    timing: Timing

    def values(self, flows: OptionFlows) -> PresentValues:
        return flows.present_values(self.rates, self.timing)

    def npv(self, flows: OptionFlows) -> Decimal:
        values = self.values(flows)
        return values.benefits.exact - values.costs.exact

    def moved(self, points: Decimal) -> "_Footing":
        money, health = (_raised(each, points) for each in (self.rates.money, self.rates.health))
        return _Footing(Rates(money, health, self.rates.words), self.timing)


def option_switching(
    case: Case, facts: Facts, parameters: Mapping[str, Any]
) -> OptionSwitching | None:
    """Return how far each side of each option must move before another one wins.

    None where fewer than two options have cash flows.
    """
    appraisal = stated(case.appraisal)
    flows = _compared(case, appraisal)
    if len(flows) < 2:
        return None
    rates = rates_declared(appraisal) or rates_in_force(appraisal, parameters)
    missing = [f"option {f.option.id}: {what}" for f in flows for what in f.missing]
    if rates is None or not usable(rates):
        missing.append("discount rates that start at the base year")
    if missing or rates is None:
        return OptionSwitching(tuple(missing))
    every = [OptionFlows(option, appraisal) for option in entries(case.options)]
    proven = settled_timing(every, rates)
    timing = (appraisal.timing if appraisal else None) or proven
    with stated_arithmetic():
        return _worked_out(case, flows, _Footing(rates, timing or _PAR), timing is not None)


def _compared(case: Case, appraisal: Appraisal | None) -> list[OptionFlows]:
    """Return the options of the short list that have cash flows, all where none is marked."""
    options = [option for option in entries(case.options) if entries(option.cashflows)]
    marked = any(option.short_list is not None for option in options)
    return [OptionFlows(each, appraisal) for each in options if each.short_list or not marked]


def _worked_out(
    case: Case, flows: Sequence[OptionFlows], footing: _Footing, declared: bool
) -> OptionSwitching:
    npvs = {each.option.id: footing.npv(each) for each in flows}
    chosen = _preferred(case, flows)
    leader = chosen or max(flows, key=lambda each: npvs[each.option.id])
    others = [each for each in flows if each is not leader]
    own = npvs[leader.option.id]
    return OptionSwitching(
        missing=(),
        leader=leader.option.id,
        leader_is="preferred" if chosen else "highest",
        currency=case.currency,
        rates=footing.rates.words,
        timing="" if declared else "the base year is at par (the file does not say)",
        names=tuple((each.option.id, each.option.name) for each in flows),
        npvs=tuple((name, shortened(npv)) for name, npv in npvs.items()),
        behind=tuple(e.option.id for e in others if npvs[e.option.id] > own),
        switches=tuple(_switches(leader, others, footing)),
    )


def _preferred(case: Case, flows: Sequence[OptionFlows]) -> OptionFlows | None:
    appraisal = stated(case.appraisal)
    named = appraisal.preferred_option_id if appraisal else None
    by_name = [each for each in flows if each.option.id == named]
    by_kind = [each for each in flows if each.option.kind == "preferred"]
    return next(iter([*by_name, *by_kind]), None)


def _switches(
    leader: OptionFlows, others: Sequence[OptionFlows], footing: _Footing
) -> Iterator[OptionSwitch]:
    for rival in (*others, None):
        name = rival.option.id if rival else ""
        for each in (leader, *([rival] if rival else [])):
            for side in ("costs", "benefits"):
                if getattr(footing.values(each), side).exact:
                    found = _by_side(leader, rival, each, side, footing)
                    yield _switch(name, side, each.option.id, found, less=_ONE)
        if len(leader.given) > 1 or rival:
            found = _by_rates(leader, rival, footing)
            yield _switch(name, "rates", "", found, less=_ZERO)


def _switch(rival: str, side: str, of: str, found: Crossing, *, less: Decimal) -> OptionSwitch:
    change = None if found.value is None else shortened(found.value - less)
    return OptionSwitch(rival, side, of, change, found.monotone)  # type: ignore[arg-type]


def _by_side(
    leader: OptionFlows, rival: OptionFlows | None, moved: OptionFlows, side: str, at: _Footing
) -> Crossing:
    lead = at.npv(leader) - (at.npv(rival) if rival else _ZERO)
    amount: Decimal = getattr(at.values(moved), side).exact
    gain = amount if side == "benefits" else -amount
    signed = gain if moved is leader else -gain
    return crossing(lambda factor: lead + signed * (factor - 1), now=_ONE, low=_ZERO)


def _by_rates(leader: OptionFlows, rival: OptionFlows | None, at: _Footing) -> Crossing:
    rates = [band.rate for schedule in (at.rates.money, at.rates.health) for band in schedule]

    def lead(points: Decimal) -> Decimal:
        there = at.moved(points)
        return there.npv(leader) - (there.npv(rival) if rival else _ZERO)

    return crossing(lead, now=_ZERO, low=-min(rates), high=_ONE)


def _raised(schedule: Schedule, points: Decimal) -> Schedule:
    return tuple(Band(band.from_year, band.rate + points) for band in schedule)
