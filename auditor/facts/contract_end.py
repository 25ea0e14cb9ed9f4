"""Say whether a contract had run to its last day, its extension included, when a service ended."""

from datetime import date, timedelta

from auditor.model.contract import Contract
from auditor.value.months import add_months, months_between

_DAY = timedelta(days=1)


def ran_out(contract: Contract, ended: date) -> bool | None:
    """Say whether the contract had run out; None where how far it was extended decides.

    A service may stop on the last day of the contract or on the day after it. A contract can be
    extended by less than the file says is possible: a whole number of months is left open.
    """
    if contract.end is None:
        return None
    if ended <= contract.end + _DAY:
        return ended >= contract.end
    if contract.extension_months is None:
        return None
    if _at(contract.end, contract.extension_months, ended):
        return True
    if ended > add_months(contract.end, contract.extension_months):
        return False
    whole = months_between(contract.end, ended)
    return None if any(_at(contract.end, n, ended) for n in (whole, whole + 1) if n) else False


def _at(end: date, months: int, ended: date) -> bool:
    """Say whether a day is the last of so many months more, or the one after it.

    Contracts end on the same day of a later month, or where it was the last of its month on that.
    """
    same_day = add_months(end, months)
    last_of_month = add_months(end + _DAY, months) - _DAY
    return any(ended in (day, day + _DAY) for day in (same_day, last_of_month))
