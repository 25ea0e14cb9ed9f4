"""Take totals of an analysis as the file prints them, where it shows no rows behind them."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from auditor.facts.reading import as_input, entries
from auditor.model.figure import Figure
from auditor.model.printed import half_unit
from auditor.model.reported import SroiReported
from auditor.model.sroi import ShareOfValue, Sroi
from auditor.value.quotient import Total, total


@dataclass(frozen=True)
class Amount:
    """A total that headline figures are made of: what is missing, or what it is taken from.

    `net` is the printed value less the inputs where the total is not printed and follows from it.
    """

    missing: tuple[str, ...] = ()
    printed: Total | None = None
    rests_on: tuple[str, ...] = ()
    net: Total | None = None


def as_printed_total(
    reported: SroiReported | None, missing: tuple[str, ...], *names: str
) -> Amount:
    """Return the first of some totals that is printed, or else what is missing."""
    for name in names:
        figure: Figure | None = getattr(reported, name, None)
        if figure is not None:
            return Amount(
                (), as_input(f"the printed {name.replace('_', ' ')}", figure), (_id(name),)
            )
    return Amount(missing)


def from_net(reported: SroiReported | None, inputs: Amount, given: Total | None) -> Amount | None:
    """Return the total present value as the printed net one and the inputs together.

    That is what net present value means, so a report that prints only what is left after the
    inputs still says what its ratio is of.
    """
    figure = reported.net_present_value if reported else None
    held = inputs.printed or given
    if figure is None or held is None or inputs.missing:
        return None
    net = as_input("the printed net present value", figure)
    rests_on = (_id("net_present_value"), *inputs.rests_on)
    return Amount((), total([net, held]), rests_on, net)


def by_groups(sroi: Sroi, stakeholders: Sequence[str]) -> Amount | None:
    """Return the sum of the printed values of all groups, or None where they may not be all.

    They are all where the printed shares add up to the whole within their rounding; without shares,
    where every group that the file knows has its value. A total is held against such a table, but
    nothing else is worked out from it: a table by group divides a total and does not make it.
    """
    groups = entries(sroi.shares)
    if not groups or not _complete(groups, stakeholders):
        return None
    values = [(each.stakeholder_id, each.present_value) for each in groups]
    known = [(name, figure) for name, figure in values if figure is not None]
    if len(known) < len(values):
        return None
    whole = total(as_input(f"the printed value of {name}", figure) for name, figure in known)
    return Amount((), whole, tuple(group_id(name) for name, _ in known))


def group_id(name: str) -> str:
    """Return the name of the claim of the value that falls to a group."""
    return f"sroi.shares.{name}.present_value"


def _complete(groups: Sequence[ShareOfValue], stakeholders: Sequence[str]) -> bool:
    shares = [each.share for each in groups if each.share is not None]
    if len(shares) == len(groups):
        slack = sum(map(half_unit, shares), start=Decimal(0))
        return abs(sum(shares, start=Decimal(0)) - 1) <= slack
    named = {each.stakeholder_id for each in groups}
    return not shares and bool(stakeholders) and named.issuperset(stakeholders)


def _id(name: str) -> str:
    return f"sroi.{name}"
