"""Work out what is at stake in a file: the public money that proportion is measured by."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from auditor.model.part import Nil

Amount = int | Decimal


@dataclass(frozen=True, slots=True)
class Stake:
    """What is at stake, in the file's currency: `least` for certain, `most` if that is known."""

    least: Amount
    most: Amount | None
    words: str


def at_stake(case: Any) -> Stake | None:
    """Return the value of the contract or, where none is stated, what is known before there is one.

    That is what won the tender or, before a tender, the cost of the dearest option. What is stated
    in part gives the part as the least and leaves the most open. Nothing is guessed.
    """
    contract = None if case.contract.__class__ is Nil else case.contract
    if contract is not None and contract.value_ex_vat is not None:
        return Stake(contract.value_ex_vat, contract.value_ex_vat, "this contract is worth")
    if won := _won(case):
        return _sum(won)
    options = case.options if isinstance(case.options, tuple) else ()
    listed = [option for option in options if option.short_list is not False]
    if listed:
        return _dearest(listed)
    if contract is not None and contract.value_inc_vat is not None:
        return Stake(0, contract.value_inc_vat, "with VAT this contract is worth")
    return None


def _won(case: Any) -> list[Any]:
    tenders = case.tenders if isinstance(case.tenders, tuple) else ()
    award = None if case.award.__class__ is Nil else case.award
    named = award.winner if award is not None else None
    return [tender for tender in tenders if tender.won or tender.id == named]


def _sum(won: list[Any]) -> Stake:
    """Return what the tenders that won come to, each over the whole of its contract."""
    stated = [
        [each for each in (tender.price, tender.whole_life_cost) if each is not None]
        for tender in won
    ]
    known = [max(amounts) for amounts in stated if amounts]
    most = sum(known) if len(known) == len(won) else None
    words = "the tender that won comes to" if len(won) == 1 else "the tenders that won come to"
    return Stake(sum(known), most, words)


def _dearest(options: list[Any]) -> Stake:
    totals = [_cost(option) for option in options]
    least = max(total for total, _ in totals)
    whole = all(complete for _, complete in totals)
    return Stake(least, least if whole else None, "over all years the dearest option costs")


def _cost(option: Any) -> tuple[Amount, bool]:
    """Return the costs that an option states, and whether it states all of them."""
    flows = option.cashflows
    if flows.__class__ is Nil:
        return 0, True
    if flows is None:
        return 0, False
    costs = [flow.cost for flow in flows if flow.cost is not None]
    return sum(costs), all(flow.cost is not None or flow.benefit is not None for flow in flows)
