"""Write amounts with their currency."""

import re

from auditor.load.ocds.draft import Draft
from auditor.load.ocds.spot import Spot
from auditor.load.ocds.values import number, text

_CURRENCY = re.compile("[A-Z]{3}")


def write_amount(draft: Draft, name: str, spot: Spot) -> None:
    """Write an amount, if there is one that can be read."""
    amount = number(spot["amount"])
    currency = text(spot["currency"])
    if amount is None:
        return
    part = draft.part(name, spot)
    part.say("amount", amount, spot["amount"])
    if currency and _CURRENCY.fullmatch(currency):
        part.say("currency", currency, spot["currency"])
    elif currency:
        spot["currency"].odd("this is no code of a currency and was left out")
