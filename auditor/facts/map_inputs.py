"""Add up the inputs of a value map, as they are or discounted by the years in which they fall."""

from decimal import Decimal

from auditor.facts.reading import entries
from auditor.facts.worth import Worths
from auditor.model.printed import half_unit
from auditor.model.sroi import Sroi
from auditor.value.conventions import Conventions
from auditor.value.quotient import Total, printed, total, weighted


def sum_of_inputs(sroi: Sroi) -> Total | None:
    """Return the sum of the inputs, or None where the file lists none."""
    listed = entries(sroi.inputs)
    if not listed:
        return None
    return total(printed(f"input {each.id}", each.amount, half_unit) for each in listed)


def lacking_for_inputs(sroi: Sroi, *, discounted: bool) -> tuple[str, ...]:
    """Say what the total of the inputs cannot be worked out without."""
    listed = entries(sroi.inputs)
    if not listed:
        return ("the inputs",)
    return tuple(f"the year of input {e.id}" for e in listed if discounted and e.year is None)


def discounted_inputs(sroi: Sroi, worths: Worths, conventions: Conventions) -> Total:
    """Return the sum of the inputs, each discounted like an outcome of its year.

    What falls in year 0 or in no stated year is at par.
    """
    listed = entries(sroi.inputs)
    last = max((each.year or 0 for each in listed), default=0)
    factors = (Decimal(1), *worths.factors(last, conventions))
    return weighted(
        [
            (printed(f"input {each.id}", each.amount, half_unit), factors[each.year or 0])
            for each in listed
        ]
    )
