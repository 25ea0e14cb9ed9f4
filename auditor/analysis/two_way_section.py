"""Set out the ratio for every pair of values of two assumptions."""

from decimal import Decimal

from auditor.analysis.amounts import ratio
from auditor.analysis.challenge_assumptions import printed
from auditor.analysis.section import Chart, Mark, Section, Table
from auditor.analysis.two_way import TwoWay

_ONE = Decimal(1)


def two_way_section(found: TwoWay) -> Section:
    """Return the table of pairs for people; cells in which value is below inputs stand out."""
    down = [printed(found.down, value, found.currency) for value in found.down_values]
    across = [printed(found.across, value, found.currency) for value in found.across_values]
    caption = (
        f"Ratio by {_lower(found.down.label)} (down) and {_lower(found.across.label)} (across)"
    )
    rows = tuple(
        (name, *(_cell(each) for each in line))
        for name, line in zip(down, found.ratios, strict=True)
    )
    table = Table(caption, (found.down.label, *across), rows, tuple(range(1, len(across) + 1)))
    marks = tuple(
        Mark(name, Decimal(0), each, other)
        for name, line in zip(down, found.ratios, strict=True)
        for other, each in zip(across, line, strict=True)
        if each is not None
    )
    below = sum(1 for mark in marks if mark.high < _ONE)
    said = f"In {below or 'none'} of the {len(marks)} pairs the value is below the inputs."
    chart = Chart("heat", caption, "ratio", marks, table, _ONE)
    return Section("two-way", "The two that matter most, together", (said,), (), (chart,))


def _cell(value: Decimal | None) -> str:
    return "–" if value is None else ratio(value)


def _lower(label: str) -> str:
    return label[0].lower() + label[1:]
