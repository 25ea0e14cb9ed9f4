"""Read parts of a file that may be left out or be nil on purpose, without ever failing."""

from datetime import date
from typing import Any, TypeVar

from auditor.model.figure import Figure
from auditor.model.file import Case
from auditor.model.part import Nil
from auditor.value.months import months_between
from auditor.value.quotient import Total, printed

T = TypeVar("T")


def stated(part: T | Nil | None) -> T | None:
    """Return a part, or None where it is left out or nil."""
    return None if isinstance(part, Nil) else part


def is_nil(part: object) -> bool:
    """Say whether the file says, with a reason, that there is none."""
    return isinstance(part, Nil)


def entries(many: tuple[T, ...] | Nil | None) -> tuple[T, ...]:
    """Return the entries of a list, none where it is left out or nil."""
    return many if isinstance(many, tuple) else ()


def texts(note: Any) -> str:
    """Return a text, or an empty one where it is left out or nil."""
    return note if isinstance(note, str) else ""


def as_input(name: str, figure: Figure) -> Total:
    """Return a claimed figure as an input of another one."""
    return printed(name, figure.value, lambda value: figure.half_unit)


def contract_months(case: Case) -> int | None:
    """Return the whole months of the contract with its extension, both end days counted."""
    contract = stated(case.contract)
    if contract is None or contract.start is None or contract.end is None:
        return None
    day_after = date.fromordinal(contract.end.toordinal() + 1)
    return months_between(contract.start, day_after) + (contract.extension_months or 0)
