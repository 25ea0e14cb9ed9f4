"""Rank the rows of a value map by value, so that an auditor's time goes where the value is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from auditor.analysis.materiality_signs import Signs, signs_of_map
from auditor.facts import Facts
from auditor.facts.value_map import ValueMap
from auditor.facts.value_row import Row
from auditor.model.file import Case

_ZERO = Decimal(0)
FOCUS = "materiality_focus_share"


@dataclass(frozen=True, slots=True)
class RankedRow:
    """One row by its value, in the file's currency; a loss counts by its size.

    `share` is its part of the sum of all sizes, `reached` that part with all larger rows.
    `in_focus` marks the rows that together make up most of the value. `below` says whether the row
    is below the threshold that the file states, None where it states none.
    """

    id: str
    name: str
    amount: Decimal
    share: Decimal | None
    reached: Decimal | None
    in_focus: bool
    below: bool | None
    signs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Materiality:
    """The rows by value; `basis` says which amounts are ranked, `unranked` which have none.

    `focus_share` is the part of the value whose rows are in focus, `threshold` what the file calls
    material. `signs` are about the map as a whole.
    """

    currency: str
    basis: str
    total: Decimal
    focus_share: Decimal | None
    threshold: Decimal | None
    rows: tuple[RankedRow, ...]
    unranked: tuple[str, ...]
    signs: tuple[str, ...]


def materiality(case: Case, facts: Facts, parameters: Mapping[str, Any]) -> Materiality | None:
    """Return the rows by value, or None for a file without a value map.

    Rows are ranked by their present value under the conventions declared (else the SROI Guide's),
    or by the impact of their first year where present values cannot be worked out.
    """
    found = facts.value_map
    if found is None or not found.rows:
        return None
    basis, amounts = _amounts(found)
    known = [(row, amount) for row, amount in amounts if amount is not None]
    ranked = sorted(known, key=lambda each: -abs(each[1]))  # sorted keeps the order of equals
    signs = Signs(case, found, parameters)
    focus = parameters.get(FOCUS)
    return Materiality(
        currency=case.currency,
        basis=basis,
        total=sum((amount for _, amount in known), start=_ZERO),
        focus_share=focus,
        threshold=found.sroi.materiality_threshold,
        rows=tuple(_ranked(ranked, signs, focus, found.sroi.materiality_threshold)),
        unranked=tuple(row.given.id for row, amount in amounts if amount is None),
        signs=tuple(signs_of_map(case, found)),
    )


def _amounts(found: ValueMap) -> tuple[str, list[tuple[Row, Decimal | None]]]:
    """Return what each row is worth, and what that is; None where it cannot be worked out."""
    if not found.missing_for_present_value:
        chosen = found.candidates[0]
        exact = [found.present_value_of([row], chosen).exact for row in found.rows]
        return "the present value of all years", list(zip(found.rows, exact, strict=True))
    first = [row.first_year.exact if row.first_year else None for row in found.rows]
    return "the impact of the first year", list(zip(found.rows, first, strict=True))


def _ranked(
    rows: list[tuple[Row, Decimal]], signs: Signs, focus: Decimal | None, threshold: Decimal | None
) -> Iterator[RankedRow]:
    whole = sum((abs(amount) for _, amount in rows), start=_ZERO)
    so_far = _ZERO
    for row, amount in rows:
        needed = focus is not None and so_far < focus * whole
        so_far += abs(amount)
        share = abs(amount) / whole if whole else None
        yield RankedRow(
            id=row.given.id,
            name=row.given.text if isinstance(row.given.text, str) else row.given.id,
            amount=amount,
            share=share,
            reached=so_far / whole if whole else None,
            in_focus=needed and bool(amount),
            below=None if share is None or threshold is None else share < threshold,
            signs=tuple(signs.of(row.given)),
        )
