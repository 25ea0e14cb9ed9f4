"""Set out how the ratio is spread over the stated ranges."""

from collections.abc import Iterator
from decimal import Decimal

from auditor.analysis.amounts import share
from auditor.analysis.challenge_assumptions import printed
from auditor.analysis.challenge_section import lacking, unused_ranges
from auditor.analysis.draws_run import Draws
from auditor.analysis.section import Chart, Mark, Section, Table
from auditor.value.printing import as_printed

_ID, _TITLE = "draws", "How likely it is that value exceeds cost"
_HALF = Decimal("0.5")


def draws_section(found: Draws) -> Section:
    """Return the spread of the ratio for people."""
    if found.missing or found.basis is None:
        says = (lacking(found.missing, _TITLE), *unused_ranges(found.unusable))
        return Section(_ID, _TITLE, says)
    spread = Table(
        f"Ratio in {found.count:,} draws",
        ("Ratio from", "To below", "Draws"),
        tuple((_plain(b.low), _plain(b.high), share(b.share)) for b in found.bins),
        (0, 1, 2),
    )
    marks = tuple(Mark(_plain(b.low), Decimal(0), b.share) for b in found.bins)
    chart = Chart("distribution", spread.caption, "share", marks, spread)
    tables = (_percentiles(found), _ranges(found, found.basis.currency))
    return Section(_ID, _TITLE, tuple(_says(found)), tables, (chart,))


def _says(found: Draws) -> Iterator[str]:
    often = _how_often(found)
    yield f"Value exceeds cost in {often} of {found.count:,} draws over the stated ranges."
    yield (
        "Every number is drawn by itself, as if none had to do with any other, and what has no"
        " stated range stays as it is; so this is no wider than the ranges make it. The draws start"
        " from a fixed seed and the results are rounded (the probability to whole per cents,"
        " ratios to three digits), so that anyone who runs them again gets the same."
    )
    yield from unused_ranges(found.unusable)


def _how_often(found: Draws) -> str:
    """Say a probability in words; never that something is certain where it is not."""
    if found.never or found.always:
        return "none" if found.never else "all"
    probability = found.probability or Decimal(0)
    if probability in (0, 1):
        return "more than 99%" if probability > _HALF else "less than 1%"
    return as_printed(probability, unit="share", decimals=2)


def _percentiles(found: Draws) -> Table:
    rows = tuple((f"{each.per_cent}%", _plain(each.ratio)) for each in found.percentiles)
    return Table("What the ratio does not exceed", ("In", "Ratio"), rows, (1,))


def _ranges(found: Draws, currency: str) -> Table:
    rows = tuple(
        (
            each.assumption.label,
            printed(each.assumption, each.low, currency),
            printed(each.assumption, each.likely, currency) if each.shape == "triangular" else "–",
            printed(each.assumption, each.high, currency),
            "most likely in the middle" if each.shape == "triangular" else "all as likely",
        )
        for each in found.ranges
    )
    columns = ("Assumption", "Lowest", "Most likely", "Highest", "Spread")
    return Table("The ranges as stated", columns, rows, (1, 2, 3))


def _plain(value: Decimal) -> str:
    return f"{value:,f}"
