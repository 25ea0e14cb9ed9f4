"""Set out the most influential assumptions as a tornado, with the table beside it."""

from collections.abc import Iterator

from auditor.analysis.amounts import ratio
from auditor.analysis.challenge_assumptions import printed
from auditor.analysis.challenge_basis import Basis
from auditor.analysis.challenge_section import lacking, unused_ranges
from auditor.analysis.section import Chart, Mark, Section, Table
from auditor.analysis.tornado import Swing, Tornado

MOST = 12
"""So many assumptions are shown; the machine-readable result has them all."""

_ID, _TITLE = "tornado", "Which assumptions matter most"


def tornado_section(found: Tornado) -> Section:
    """Return the swings for people."""
    if found.basis is None or found.missing:
        says = (lacking(found.missing, _TITLE), *unused_ranges(found.unusable))
        return Section(_ID, _TITLE, says)
    shown = found.swings[:MOST]
    marks = tuple(
        Mark(
            each.assumption.label,
            min(each.ratio_at_low, each.ratio_at_high),
            max(each.ratio_at_low, each.ratio_at_high),
        )
        for each in shown
    )
    table = _table(shown, found.basis)
    chart = Chart("tornado", "Ratio over each range", "ratio", marks, table, found.basis.ratio)
    return Section(_ID, _TITLE, tuple(_says(found)), (), (chart,) if marks else ())


def _says(found: Tornado) -> Iterator[str]:
    if found.origin == "stated":
        yield "Each assumption is moved, alone, over the range that the file states for it."
    else:
        yield (
            f"The file states no ranges. Each assumption is moved alone, up and down:"
            f" {found.common_move}. This move is our own choice, the same for all, so that they can"
            " be ranked; it does not say how far any of them may be out."
        )
    yield from unused_ranges(found.unusable)
    if found.swings:
        first = found.swings[0]
        low, high = sorted((first.ratio_at_low, first.ratio_at_high))
        yield f"{first.assumption.label} moves the ratio most: {ratio(low)} to {ratio(high)}."
    else:
        yield "None of them moves the ratio."


def _table(swings: tuple[Swing, ...], basis: Basis) -> Table:
    rows = tuple(
        (
            each.assumption.label,
            printed(each.assumption, each.low, basis.currency),
            printed(each.assumption, each.high, basis.currency),
            ratio(each.ratio_at_low),
            ratio(each.ratio_at_high),
            ratio(each.swing),
        )
        for each in swings
    )
    columns = ("Assumption", "From", "To", "Ratio at first", "Ratio at last", "Difference")
    return Table("Ratio over each range", columns, rows, (1, 2, 3, 4, 5))
