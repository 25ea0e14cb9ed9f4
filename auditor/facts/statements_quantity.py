"""Read the quantity that a statement asserts: which values it allows, and what it is said to be."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Literal, TypeAlias

from auditor.facts.reading import is_nil
from auditor.facts.statements_reach import Reach
from auditor.model.figure import Figure
from auditor.model.statement import Statement
from auditor.value.precision import Interval, around
from auditor.value.printing import Unit, as_printed, decimals_of

Sort: TypeAlias = Literal["return", "amount", "amount_per_unit", "share", "number"]
SORTS: Mapping[str, Sort] = {
    "one_to_x": "return",
    "x_per_1": "return",
    "amount": "amount",
    "amount_per_unit": "amount_per_unit",
    "share": "share",
    "number": "number",
}
"""What a form states; 1:3.8 and £3.80 for each £1 state the same. Words state nothing here."""

FORMS: Mapping[str, str] = {
    "one_to_x": "1:x",
    "x_per_1": "an amount for each 1",
    "amount": "an amount",
    "amount_per_unit": "an amount for each unit",
    "share": "a share",
    "number": "a number",
    "multiple": "a multiple in words",
    "ranking": "a rank",
    "none": "no quantity",
}
BOUNDS = {
    "about": "about ",
    "more_than": "more than ",
    "at_least": "at least ",
    "less_than": "less than ",
    "at_most": "at most ",
}
_UNITS: Mapping[Sort, Unit] = {"share": "share", "number": "number"}
OPEN = "left open by the words"
Trait: TypeAlias = str | Decimal | int | None
"""What a statement says of its quantity: None where the file does not tell, else OPEN or the
answer."""


@dataclass(frozen=True)
class Quantity:
    """The quantity of one statement, with the place of that statement in the file's list."""

    position: int
    statement: Statement
    sort: Sort | None
    reach: Reach

    @property
    def pointer(self) -> str:
        """Return where the statement stands in the file."""
        return f"/statements/{self.position}"

    @property
    def is_range(self) -> bool:
        """Say whether a low and a high end are stated."""
        return self.statement.low is not None

    @property
    def fuzzy(self) -> bool:
        """Say whether the words leave open how near the number is."""
        return self.statement.bound == "about"

    @cached_property
    def traits(self) -> Mapping[str, Trait]:
        """Return what must be alike for two numbers to be of the same quantity."""
        given = self.statement
        found: dict[str, Trait] = {
            "base": _plain(given.base) if self.sort != "amount" else OPEN,
            "ratio_basis": _answer(given.ratio_basis) if self.sort == "return" else OPEN,
            "value_kind": _answer(given.value_kind),
            "timing": _answer(given.timing),
            "period": _plain(given.period),
            "period_years": given.period_years,
            "price_year": given.price_year,
        }
        return found

    @property
    def alike(self) -> tuple[object, ...]:
        """Return what two statements have in common that say the very same."""
        given = self.statement
        return (self.sort, given.form, given.bound, self.reach, *self.traits.values())


def quantity_of(position: int, given: Statement) -> Quantity | None:
    """Return the quantity that a statement asserts; None where it states no number of its own."""
    reach = _reach(given)
    if reach is None or given.form in ("multiple", "ranking", "none"):
        return None
    return Quantity(position, given, SORTS.get(given.form or ""), reach)


def _reach(given: Statement) -> Reach | None:
    """Return the values that a statement allows.

    "More than 100" leaves 100 out. "At least 100" counts it in, and with it whatever prints as 100.
    """
    if given.low is not None and given.high is not None:
        low, high = prints(given.low), prints(given.high)
        return Reach(low.low, high.high, low.low_in, high.high_in)
    if given.value is None or given.low is not None or given.high is not None:
        return None
    printed = prints(given.value)
    by_bound = {
        "more_than": Reach(given.value.value, None, low_in=False),
        "at_least": Reach(printed.low, None, low_in=printed.low_in),
        "less_than": Reach(None, given.value.value, high_in=False),
        "at_most": Reach(None, printed.high, high_in=printed.high_in),
    }
    return by_bound.get(given.bound or "", printed)


def interval_of(figure: Figure) -> Interval:
    """Return the values that the printed digits of a figure stand for."""
    return around(figure.value, figure.half_unit)


def prints(figure: Figure) -> Reach:
    """Return the values that print as a figure; see `Reach.printed` for its ends."""
    return Reach.printed(figure.value, figure.half_unit)


def in_words(given: Statement, currency: str) -> str:
    """Return the quantity of a statement as a reader would say it: `£4.40 to £6.10 for each £1`."""
    if given.low is not None and given.high is not None:
        number = f"{_number(given, given.low, currency)} to {_number(given, given.high, currency)}"
    elif given.value is not None:
        number = BOUNDS.get(given.bound or "", "") + _number(given, given.value, currency)
    else:
        return given.words or "no number"
    return number


def _number(given: Statement, figure: Figure, currency: str) -> str:
    if figure.printed:
        return figure.printed
    sort = SORTS.get(given.form or "", "number")
    unit: Unit = "ratio" if given.form == "one_to_x" else _UNITS.get(sort, "money")
    decimals = decimals_of(figure.half_unit)
    text = as_printed(figure.value, unit=unit, decimals=decimals, currency=currency, pad=True)
    return f"1:{text}" if given.form == "one_to_x" else text


def _plain(note: object) -> Trait:
    """Return a text as it is compared: small letters, single spaces; OPEN where it is a nil."""
    if is_nil(note):
        return OPEN
    return key(note) if isinstance(note, str) else None


def key(text: str) -> str:
    """Return a text as it is compared with others: small letters, single spaces."""
    return " ".join(text.casefold().split())


def _answer(code: str | None) -> Trait:
    return OPEN if code == "not_said" else code
