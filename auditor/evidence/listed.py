"""List the documents that a file names as its evidence, and what it says stands in them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from auditor.evidence.result import Sought
from auditor.evidence.wanted import Wanted
from auditor.model.figure import Figure
from auditor.model.file import Case
from auditor.model.part import EvidenceUse, Nil
from auditor.model.printed import read_printed
from auditor.model.record import EvidenceEntry
from auditor.model.walk import walk


@dataclass(frozen=True, slots=True)
class Listed:
    """One thing that a file says is in a document; `shown` is how it is printed."""

    pointer: str
    entry: str
    wanted: Wanted
    shown: str


def documents(case: Case) -> tuple[tuple[str, EvidenceEntry], ...]:
    """Return the entries of the register that name a document, each with its pointer."""
    register = case.evidence
    if register is None or isinstance(register, Nil):
        return ()
    listed = enumerate(register)
    return tuple((f"/evidence/{number}", entry) for number, entry in listed if entry.file)


def uses(case: Case) -> tuple[Listed, ...]:
    """Return all that a file says stands somewhere in a document, in the order of the file.

    A bare id says that a document supports something, not where or how, so nothing is looked for.
    """
    found: list[Listed] = []
    figures: dict[str, Figure] = {}
    for visit in walk(case.__class__, case):
        if visit.model is Figure:
            figures[visit.pointer] = visit.value
        elif visit.model is EvidenceUse:
            owner = figures.get(visit.pointer.removesuffix("/source"))
            found += _of(visit.pointer, visit.value, owner)
    return tuple(found)


def _of(pointer: str, use: EvidenceUse, claim: Figure | None) -> Iterator[Listed]:
    for wanted in _wanted(use, claim):
        yield Listed(pointer, use.entry, wanted, wanted.text or f"{wanted.value:,f}")


def _wanted(use: EvidenceUse, claim: Figure | None) -> Iterator[Wanted]:
    where = partial(Wanted, page=use.page, sheet=use.sheet or "", cell=use.cell or "")
    if use.quote:
        yield where(Sought.QUOTE, use.quote)
    if use.figure:
        printed = read_printed(use.figure)
        yield (
            where(Sought.FIGURE, use.figure, printed.value, printed.half_unit)
            if printed
            else where(Sought.FIGURE, use.figure)
        )
    if claim is not None:
        yield where(Sought.CLAIM, claim.printed or "", claim.value, claim.half_unit)
    elif not use.quote and not use.figure and (place := where(Sought.PLACE, "").place):
        yield where(Sought.PLACE, place)
