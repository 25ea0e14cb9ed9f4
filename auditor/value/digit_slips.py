"""Say which slip in the digits of a printed number would account for a difference."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import NamedTuple

from auditor.value.precision import around


class Slip(NamedTuple):
    """A slip in one printed number: what sort, and what was meant."""

    kind: str
    meant: Decimal


def slips(printed: Decimal, half_unit: Decimal, exact: Decimal) -> tuple[Slip, ...]:
    """Return each slip in the digits of a printed figure that would explain another exact one.

    Only the digits that are printed are looked at. A figure of one digit has no slip that says
    anything.

    >>> [int(slip.meant) for slip in slips(Decimal(54100), Decimal("0.5"), Decimal("51400.2"))]
    [51400]
    >>> slips(Decimal(2696683), Decimal("0.5"), Decimal(296683))[0].kind
    'has a digit too many'
    """
    unit = half_unit * 2
    digits = str(int(abs(printed) / unit)) if unit else ""
    if len(digits) < 2:  # one digit can stand for anything
        return ()
    sign = -1 if printed < 0 else 1
    found = []
    for kind, variant in _variants(digits):
        meant = sign * Decimal(variant) * unit
        if around(meant, half_unit).contains(exact) and meant not in (printed, 0):
            found.append(Slip(kind, meant))
    if around(-printed, half_unit).contains(exact) and printed:
        found.append(Slip("has the wrong sign", -printed))
    return tuple(dict.fromkeys(found))


def slips_of_input(value: Decimal, gives: Callable[[Decimal], bool]) -> tuple[Slip, ...]:
    """Return each slip in the digits of an input for which the figure that is asked comes out."""
    kind = "has two neighbouring digits transposed"
    return tuple(Slip(kind, meant) for meant in transposed(value) if gives(meant))


def transposed(value: Decimal) -> tuple[Decimal, ...]:
    """Return what a number is with two neighbouring digits transposed, for each such pair.

    >>> [str(other) for other in transposed(Decimal("7420"))]
    ['4720', '7240', '7402']
    """
    exponent = value.as_tuple().exponent
    unit = Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)
    digits = str(int(abs(value) / unit))
    if len(digits) < 2:  # one digit can stand for anything
        return ()
    sign = -1 if value < 0 else 1
    return tuple(sign * Decimal(each) * unit for _, each in _transposed(digits))


def _variants(digits: str) -> Iterator[tuple[str, str]]:
    yield from _transposed(digits)
    for place in range(len(digits)):
        for other in "0123456789":
            if other != digits[place]:
                yield "has one digit misprinted", digits[:place] + other + digits[place + 1 :]
    for place in range(len(digits)):
        yield "has a digit too many", digits[:place] + digits[place + 1 :]
    for place in range(len(digits) + 1):
        for more in "0123456789":
            yield "lacks a digit", digits[:place] + more + digits[place:]


def _transposed(digits: str) -> Iterator[tuple[str, str]]:
    for place in range(len(digits) - 1):
        first, second = digits[place], digits[place + 1]
        if first != second:
            swapped = digits[:place] + second + first + digits[place + 2 :]
            yield "has two neighbouring digits transposed", swapped
