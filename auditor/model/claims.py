"""Find the figures that a file claims, and give each the name by which it is referred to."""

from typing import NamedTuple

from auditor.model.figure import Figure
from auditor.model.part import Part
from auditor.model.walk import walk


class StatedClaim(NamedTuple):
    """A figure that the file claims: its id (`sroi.ratio`, `options.b.npv`), where it stands."""

    id: str
    pointer: str
    figure: Figure


def stated_claims(case: Part) -> tuple[StatedClaim, ...]:
    """Return every figure that a file claims, in the order of the model."""
    return tuple(
        StatedClaim(visit.name, visit.pointer, visit.value)
        for visit in walk(case.__class__, case, towards=Figure)
        if visit.model is Figure
    )
