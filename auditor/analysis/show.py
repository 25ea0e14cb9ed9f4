"""Show one figure from its inputs to the printed result, step by step."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from auditor.facts import Facts
from auditor.facts.value_row import Row
from auditor.facts.working import Money, money_printer, row_steps, row_year_steps
from auditor.model.file import Case
from auditor.value.claim import ClaimResult, Step
from auditor.value.precision import stated_arithmetic


@dataclass(frozen=True, slots=True)
class Shown:
    """One figure with its working; `claims` are what the file claims of it."""

    name: str
    title: str
    steps: tuple[Step, ...]
    claims: tuple[ClaimResult, ...]
    missing: tuple[str, ...] = ()


def names(case: Case, facts: Facts) -> tuple[str, ...]:
    """Return the names of all figures that can be shown: claims, then rows."""
    rows = facts.value_map.rows if facts.value_map else ()
    claims = (claim.id for claim in facts.claims.results)
    return tuple(dict.fromkeys((*claims, *(f"sroi.rows.{row.given.id}" for row in rows))))


def nearest(name: str, known: Sequence[str]) -> tuple[str, ...]:
    """Return the names that a wrong one may stand for, the nearest first."""
    whole = get_close_matches(name, known, n=3)
    ends = [each for each in known if name in each]
    return tuple(dict.fromkeys((*ends, *whole)))[:3]


def show(name: str, case: Case, facts: Facts) -> Shown | None:
    """Return a figure by the name of a claim, its end, or the id of a row; None if there is none.

    The exact name comes first, then a row of that id, then a claim whose name ends so; a name that
    would fit several claims fits none.
    """
    wanted = name.strip().strip("/").replace("/", ".").replace(".reported.", ".")
    claims = facts.claims.results
    exact = [claim for claim in claims if claim.id == wanted]
    if exact:
        return _claimed(exact[0])
    row = _row(wanted, facts)
    if row is not None:
        return _of_row(row, case, facts, claims)
    ending = [claim for claim in claims if claim.id.endswith(f".{wanted}")]
    return _claimed(ending[0]) if len(ending) == 1 else None


def _claimed(claim: ClaimResult) -> Shown:
    return Shown(claim.id, claim.label, claim.working, (claim,))


def _row(wanted: str, facts: Facts) -> Row | None:
    own = wanted.removeprefix("sroi.rows.").removeprefix("rows.")
    rows = facts.value_map.rows if facts.value_map else ()
    return next((row for row in rows if row.given.id == own), None)


def _of_row(row: Row, case: Case, facts: Facts, claims: Sequence[ClaimResult]) -> Shown:
    name = f"sroi.rows.{row.given.id}"
    own = tuple(claim for claim in claims if claim.id.startswith(f"{name}."))
    money = money_printer(case.currency)
    missing = (row.lacks,) if row.first_year is None else _lacks_of_years(row, facts)
    with stated_arithmetic():
        steps = (*row_steps(row, money), *(() if missing else _years(row, facts, money)))
    text = row.given.text if isinstance(row.given.text, str) else row.given.id
    return Shown(name, text, steps, own, missing)


def _lacks_of_years(row: Row, facts: Facts) -> tuple[str, ...]:
    """Say what the value of a row over its years cannot be worked out without."""
    found = facts.value_map
    if found is None:
        return ()
    here = f"row {row.given.id}: "
    lacking = found.missing_for_present_value
    return tuple(what for what in lacking if what.startswith(here) or not what.startswith("row "))


def _years(row: Row, facts: Facts, money: Money) -> tuple[Step, ...]:
    found = facts.value_map
    return row_year_steps(found, row, found.candidates[0], money) if found else ()
