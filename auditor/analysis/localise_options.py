"""List the slips that can befall the cash flows of an option, and find those that explain it."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from auditor.analysis.localise import Change, Found, Sums, Target, localise, scaled, whole_changes
from auditor.facts.option_values import OptionFlows
from auditor.facts.rates import Rates
from auditor.facts.working import Money
from auditor.value.digit_slips import transposed
from auditor.value.discounting import Timing
from auditor.value.options import Flow
from auditor.value.precision import Interval

_ZERO = Decimal(0)
_SUMS = {
    "present_value_of_costs": "total_inputs",
    "present_value_of_benefits": "total_present_value",
    "npv": "net_present_value",
    "bcr": "ratio",
}
"""What a figure of an option is called among the headlines: benefits are value, costs inputs."""


def localise_option(
    flows: OptionFlows,
    rates: Rates,
    timing: Timing,
    failing: Mapping[str, Interval],
    given: Mapping[str, Interval],
    money: Money,
) -> Found:
    """Return the fewest amounts or years that explain all figures of one option not given."""
    target = Target(
        {_SUMS[name]: claim for name, claim in failing.items()},
        {_SUMS[name]: claim for name, claim in given.items()},
    )
    values = flows.present_values(rates, timing)
    start = Sums(_ZERO, values.benefits.exact, values.costs.exact)
    held = [
        (side, flow, factor)
        for side in ("cost", "benefit")
        for flow, factor in flows.discounted(rates, side, timing)
    ]
    changes = (*_amounts(held, money), *_years(held, flows.base_year or 0, money))
    return localise(start, target, changes, net=False)


_Held = Sequence[tuple[str, Flow, Decimal]]


def _sums(side: str, present: Decimal) -> Sums:
    return Sums(_ZERO, _ZERO, present) if side == "cost" else Sums(_ZERO, present, _ZERO)


def _amounts(held: _Held, money: Money) -> Iterator[Change]:
    for side, flow, factor in held:
        part, own = flow.printed().name, _sums(side, flow.amount * factor)
        said = f"{money(flow.amount)} × {factor:.6f}"
        yield from whole_changes(part, own, said)
        yield scaled("has the wrong sign", part, own, Decimal(-2), f"−1 × {said}")
        for meant in transposed(flow.amount):
            moves = _sums(side, (meant - flow.amount) * factor)
            how = f"{money(meant)}, not {money(flow.amount)}"
            kind = "is counted with two neighbouring digits transposed"
            yield Change(kind, part, moves, how, alone=True)


def _years(held: _Held, base_year: int, money: Money) -> Iterator[Change]:
    """Yield the changes to years that hold several amounts; of one amount they are its own."""
    for year in sorted({flow.year for _, flow, _ in held}):
        inside = [(side, flow.amount * d) for side, flow, d in held if flow.year == year]
        if len(inside) < 2:
            continue
        own = Sums(_ZERO, _ZERO, _ZERO)
        for side, present in inside:
            own = own.plus(_sums(side, present))
        net = money(own.present - own.inputs)
        yield from whole_changes(f"the year {base_year + year}", own, f"net {net}")
