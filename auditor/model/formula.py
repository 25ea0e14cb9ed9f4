"""Hold a formula of a calculation: the usual arithmetic on named terms, and nothing else."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias, get_args

Sign: TypeAlias = Literal["+", "-", "*", "/"]
Timing: TypeAlias = Literal["end", "mid", "start"]

TIMINGS: tuple[Timing, ...] = get_args(Timing)


@dataclass(frozen=True, slots=True)
class Number:
    """A number that stands in the formula itself; it is exact."""

    value: Decimal


@dataclass(frozen=True, slots=True)
class Name:
    """A term."""

    id: str


@dataclass(frozen=True, slots=True)
class Operation:
    """Two parts added, subtracted, multiplied or divided."""

    sign: Sign
    left: "Node"
    right: "Node"


@dataclass(frozen=True, slots=True)
class Call:
    """A function of one or more parts; `option` is its timing or its number of decimals."""

    name: str
    parts: tuple["Node", ...]
    option: str = ""


Node: TypeAlias = Number | Name | Operation | Call


@dataclass(frozen=True, slots=True)
class Known:
    """A function that a formula may call: least and most parts, and the option that may follow."""

    least: int
    most: int
    option: Literal["", "timing", "decimals"]
    example: str


MOST_PARTS = 1000

FUNCTIONS: Mapping[str, Known] = {
    "sum": Known(1, MOST_PARTS, "", "sum(a, b, c)"),
    "min": Known(1, MOST_PARTS, "", "min(a, b)"),
    "max": Known(1, MOST_PARTS, "", "max(a, b)"),
    "round": Known(1, 1, "decimals", "round(a / b, 2)"),
    "annuity": Known(2, 2, "timing", "annuity(rate, years) or annuity(rate, years, mid)"),
    "factor": Known(2, 2, "timing", "factor(rate, year) or factor(rate, year, mid)"),
}
"""The functions of a formula, with an example each.

annuity() is the present value of 1 a year for so many years, at the end of each unless a timing
says otherwise. factor() is what 1 is worth that falls so many years from now; with a timing, it
falls at the start, in the middle or at the end of that year, the first year being year 0.
"""


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula that was read: its text, its parts, and the terms it names in their order."""

    text: str
    tree: Node
    names: tuple[str, ...]


def names_in(node: Node) -> Iterator[str]:
    """Yield each name every time that it stands in a formula."""
    if isinstance(node, Name):
        yield node.id
    elif isinstance(node, Operation):
        yield from names_in(node.left)
        yield from names_in(node.right)
    elif isinstance(node, Call):
        for part in node.parts:
            yield from names_in(part)


def discounting_names(node: Node, place: int) -> frozenset[str]:
    """Return the terms that stand alone in annuity() or factor(): rates at 0, years at 1."""
    if isinstance(node, Operation):
        return discounting_names(node.left, place) | discounting_names(node.right, place)
    if not isinstance(node, Call):
        return frozenset()
    inner = frozenset[str]().union(*(discounting_names(part, place) for part in node.parts))
    part = node.parts[place] if node.name in ("annuity", "factor") else None
    return inner | {part.id} if isinstance(part, Name) else inner
