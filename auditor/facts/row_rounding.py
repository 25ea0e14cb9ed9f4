"""Tell how far a row can move where its quantity and shares are themselves shown rounded."""

from collections.abc import Mapping
from decimal import Decimal
from itertools import product

from auditor.facts.reading import entries
from auditor.model.printed import half_unit
from auditor.model.value_map import ValueMapRow
from auditor.value.conventions import Conventions
from auditor.value.quotient import PrintedInput, Term
from auditor.value.sroi import retained_share

_NAMES: Mapping[str, str] = {
    "proxy": "the value of one unit in row {}",
    "quantity": "the quantity of row {}",
    "deadweight": "the deadweight of row {}",
    "displacement": "the displacement of row {}",
    "attribution_to_others": "the attribution of row {}",
}


def rounded_terms(given: ValueMapRow, conventions: Conventions) -> tuple[Term, ...]:
    """Return how an impact moves with its value and with what the row says is shown rounded.

    The impact is linear in each of them with the others held, so it moves farthest at a corner of
    their ranges; what that is more than the moves added up is laid on the last term. A nought is
    exact.
    """
    factors: dict[str, Decimal] = {
        name: value for name in _NAMES if (value := getattr(given, name)) is not None
    }
    shown = {"proxy", *entries(given.shown_rounded)}
    if factors["quantity"] != factors["quantity"].to_integral_value():
        shown.add("quantity")
    inputs = {
        name: PrintedInput(_NAMES[name].format(given.id), value, half_unit(value), name == "proxy")
        for name, value in factors.items()
        if name in shown and value
    }
    terms = [
        Term(each, _slope(factors, name, each.half_unit, conventions))
        for name, each in inputs.items()
    ]
    if not terms:
        return ()
    added = sum((term.slack for term in terms), start=Decimal(0))
    farther = max(Decimal(0), _farthest(factors, inputs, conventions) - added)
    return (*terms[:-1], terms[-1]._replace(beyond=farther))


def _impact(factors: Mapping[str, Decimal], conventions: Conventions) -> Decimal:
    shares = {name: factors[name] for name in factors if name not in ("quantity", "proxy")}
    kept = retained_share(**shares, conventions=conventions)
    return factors["quantity"] * factors["proxy"] * kept


def _slope(
    factors: Mapping[str, Decimal], name: str, half: Decimal, conventions: Conventions
) -> Decimal:
    high, low = (
        _impact({**factors, name: factors[name] + side}, conventions) for side in (half, -half)
    )
    return (high - low) / (2 * half)


def _farthest(
    factors: Mapping[str, Decimal], inputs: Mapping[str, PrintedInput], conventions: Conventions
) -> Decimal:
    exact = _impact(factors, conventions)
    ends = [(each.interval.low, each.interval.high) for each in inputs.values()]
    corners = (dict(zip(inputs, corner, strict=True)) for corner in product(*ends))
    return max(abs(_impact({**factors, **corner}, conventions) - exact) for corner in corners)
