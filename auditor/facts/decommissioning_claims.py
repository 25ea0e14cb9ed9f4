"""Find every figure that a decision to end a service claims about its saving."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import partial

from auditor.facts.claim import Claim, Claimed, ClaimKind
from auditor.facts.net_saving import (
    NetSaving,
    displaced_cost,
    gross_saving,
    net_saving,
    one_off_cost,
    value_lost,
)
from auditor.facts.reading import stated
from auditor.facts.sroi_words import rests_remark
from auditor.facts.working import Money, money_printer, sum_steps
from auditor.model.decommissioning import Decommissioning
from auditor.model.figure import Figure
from auditor.model.file import Case
from auditor.value.claim import Step
from auditor.value.quotient import Quotient, Total
from auditor.value.verdict import Recomputed

_LABELS: Mapping[str, tuple[ClaimKind, str, str]] = {
    "gross_saving": ("gross_saving", "Gross saving", "the savings, each with its amount"),
    "one_off_costs": (
        "one_off_costs",
        "Costs of ending the service",
        "the costs of ending the service, each with its amount",
    ),
    "displaced_costs": (
        "displaced_costs",
        "Costs that move to other bodies",
        "the costs that move to other bodies, each with its amount",
    ),
    "value_lost": (
        "value_lost",
        "Value lost",
        "value, years and what becomes of it for everything at risk",
    ),
    "net_saving": ("net_saving", "Net saving", ""),
}


def decommissioning_claims(case: Case) -> Iterator[Claim]:
    """Yield the claims of the reported saving; none in a file of another kind."""
    given: Decommissioning | None = stated(getattr(case, "decommissioning", None))
    reported = stated(given.reported) if given else None
    if given is None or reported is None:
        return
    listed: Mapping[str, Total | None] = {
        "gross_saving": gross_saving(case),
        "one_off_costs": one_off_cost(case),
        "displaced_costs": displaced_cost(case),
        "value_lost": value_lost(given),
    }
    for name, whole in listed.items():
        figure: Figure | None = getattr(reported, name)
        if figure is not None:
            yield _part(case, name, figure, whole)
    if reported.net_saving is not None:
        behind = {name for name, whole in listed.items() if whole is None}
        yield _net(case, reported.net_saving, net_saving(case, given), behind)


def _part(case: Case, name: str, figure: Figure, whole: Total | None) -> Claim:
    kind, label, needed = _LABELS[name]
    return Claim(
        id=f"decommissioning.{name}",
        kind=kind,
        label=label,
        pointer=f"/decommissioning/reported/{name}",
        unit="money",
        currency=case.currency,
        claimed=Claimed.of(figure),
        recompute=lambda: [Recomputed(Quotient(whole))] if whole else [],
        missing=() if whole else (needed,),
        convention=lambda: "",
        working=partial(_listed_steps, whole, label, money_printer(case.currency)),
    )


def _net(case: Case, figure: Figure, net: NetSaving, behind: set[str]) -> Claim:
    claimed = Claimed.of(figure)
    whole, unsaid = net.total, ""
    if whole is None and _can_be_told(claimed, net):
        whole, unsaid = net.at_most, _nothing_off(net.missing)
    rests_on = tuple(f"decommissioning.{name}" for name in net.printed if name in behind)
    return Claim(
        id="decommissioning.net_saving",
        kind="net_saving",
        label="Net saving",
        pointer="/decommissioning/reported/net_saving",
        unit="money",
        currency=case.currency,
        claimed=claimed,
        recompute=lambda: [Recomputed(Quotient(whole))] if whole else [],
        missing=() if whole else net.missing,
        rests_on=rests_on,
        convention=lambda: (
            "Net saving: gross saving less costs of ending, costs moved to others and value lost."
        ),
        working=partial(_net_steps, net, whole, money_printer(case.currency)),
        remark=" ".join(part for part in (unsaid, rests_remark(rests_on)) if part),
    )


def _can_be_told(claimed: Claimed, net: NetSaving) -> bool:
    """Say whether a net saving can be judged though something that comes off it is not stated.

    It is what the stated parts give, or more than that, which nothing that comes off explains. Were
    it less, what is not stated may be the reason.
    """
    most = net.at_most
    return most is not None and claimed.interval.high >= most.interval().low


def _nothing_off(missing: tuple[str, ...]) -> str:
    named = " and ".join(missing)
    return (
        f"Nothing is taken off here for {named}, of which the file does not say what it comes to."
    )


def _listed_steps(whole: Total | None, label: str, money: Money) -> tuple[Step, ...]:
    if whole is None:
        return ()
    parts = [(t.input.name, t.input.value * t.coefficient) for t in whole.terms()]
    return sum_steps(parts, label, money)


def _net_steps(net: NetSaving, whole: Total | None, money: Money) -> tuple[Step, ...]:
    arithmetic = " − ".join(money(part.exact) for part in net.parts if part is not None)
    return (Step("Net saving", arithmetic, money(whole.exact if whole else Decimal(0))),)
