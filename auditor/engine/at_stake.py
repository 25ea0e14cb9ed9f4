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
    """Return the value of the contract or, where none is stated, the cost of the dearest option.

    What is stated in part gives the part as the least and leaves the most open. Nothing is guessed.
    """
    contract = None if case.contract.__class__ is Nil else case.contract
    if contract is not None and contract.value_ex_vat is not None:
        return Stake(contract.value_ex_vat, contract.value_ex_vat, "this contract is worth")
    options = case.options if isinstance(case.options, tuple) else ()
    listed = [option for option in options if option.short_list is not False]
    if listed:
        return _dearest(listed)
    if contract is not None and contract.value_inc_vat is not None:
        return Stake(0, contract.value_inc_vat, "with VAT this contract is worth")
    return None


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
