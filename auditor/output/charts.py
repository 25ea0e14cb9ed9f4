"""Lay out the charts as plain shapes: lengths and places only, so that a template can draw them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from auditor.output.arrange import RuleTotals
from auditor.output.words import amount, cut
from auditor.report import Bar

WIDTH = 680  # of a whole chart, in its own units
LABELS = 190  # room for the labels at the left
AMOUNTS = 120  # room for the amounts at the right
ROW = 26
BAR = 16
LABEL_LETTERS = 34
LETTER = 7  # room for a letter of an amount
AMOUNT_LETTERS = 40
MOST_BARS = 12
SCORE_WIDTH = 80  # of a scorecard bar, in its own units
_ZERO = Decimal()


@dataclass(frozen=True, slots=True)
class DrawnBar:
    """One bar: where it starts, how long it is, and how it is filled."""

    label: str
    amount: str
    x: str
    y: int
    width: str
    fill: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A bar chart: its bars, its size, where zero is, and what it shows in words.

    `complete` is false where a label is cut short or bars are drawn together, so that a table has
    to give the rest.
    """

    title: str
    description: str
    bars: tuple[DrawnBar, ...]
    height: int
    zero: str
    complete: bool


@dataclass(frozen=True, slots=True)
class Segment:
    """One part of a scorecard bar; `middle` is empty where a number would not fit."""

    answer: str
    number: int
    x: str
    width: str
    middle: str


def waterfall(bars: Sequence[Bar]) -> Chart | None:
    """Return the way from the first amount to the last, each step hanging where the last ended.

    The first bar is a total, the next ones are changes (negative where they take away) or what is
    left at that point, the last is the total that remains. Where the bars do not add up so, every
    bar starts at zero.
    """
    if len(bars) < 2:
        return None
    amounts = [bar.amount for bar in bars]
    starts = _starts(amounts[0], amounts[1:])
    spans = list(zip([_ZERO, *(starts or [_ZERO] * (len(bars) - 1))], amounts, strict=True))
    fills = [_fill(start, change, starts is not None) for start, change in spans]
    drawn = [(start, start + change) for start, change in spans]
    return _chart("Where the value comes from", bars, drawn, fills, [""] * len(bars))


def _starts(level: Decimal, amounts: Sequence[Decimal]) -> list[Decimal] | None:
    """Return where each bar starts, so that the last ends at its level; None if none adds up.

    A bar that equals the level may be what is left there (it starts at zero) or a change that
    happens to be as large; only one of the two leads to the last total.
    """
    first, rest = amounts[0], amounts[1:]
    if not rest:
        return [_ZERO] if _same(first, level) else None
    if _same(first, level) and (tail := _starts(level, rest)) is not None:
        return [_ZERO, *tail]
    tail = _starts(level + first, rest)
    return None if tail is None else [level, *tail]


def _same(one: Decimal, other: Decimal) -> bool:
    """Say whether two amounts are the same in a drawing; rows may have been rounded on the way."""
    return abs(one - other) <= max(abs(one), abs(other)) * Decimal("0.002")


def _fill(start: Decimal, change: Decimal, hanging: bool) -> str:
    if change < 0:
        return "less"
    return "more" if hanging and start else "total"


def shares(bars: Sequence[Bar]) -> Chart | None:
    """Return the value by stakeholder, every bar from zero; the smallest are drawn as one."""
    if not bars:
        return None
    shown = _with_rest(bars)
    spans = [(_ZERO, bar.amount) for bar in shown]
    fills = ["less" if bar.amount < 0 else "total" for bar in shown]
    notes = [share_of(bar, bars) for bar in shown]
    chart = _chart("Who the value goes to", shown, spans, fills, notes)
    return replace(chart, complete=chart.complete and len(shown) == len(bars))


def _with_rest(bars: Sequence[Bar]) -> list[Bar]:
    if len(bars) <= MOST_BARS:
        return list(bars)
    ranked = sorted(bars, key=lambda bar: -abs(bar.amount))
    rest = ranked[MOST_BARS - 1 :]
    total = sum((bar.amount for bar in rest), _ZERO)
    return [*ranked[: MOST_BARS - 1], Bar(f"{len(rest)} others together", total)]


def _chart(
    title: str,
    bars: Sequence[Bar],
    spans: Sequence[tuple[Decimal, Decimal]],
    fills: Sequence[str],
    notes: Sequence[str],
) -> Chart:
    ends = [_ZERO, *(end for span in spans for end in span)]
    low, high = min(ends), max(ends)
    amounts = [
        f"{amount(bar.amount)}{note and f' ({note})'}"
        for bar, note in zip(bars, notes, strict=True)
    ]
    longest = max(map(len, amounts))
    room = max(AMOUNTS, LETTER * min(longest, AMOUNT_LETTERS))
    scale = (WIDTH - LABELS - room) / (high - low) if high > low else _ZERO
    drawn = tuple(
        DrawnBar(
            label=cut(bar.label, LABEL_LETTERS),
            amount=cut(said, AMOUNT_LETTERS),
            x=_length(LABELS + (min(span) - low) * scale),
            y=number * ROW,
            width=_length(max(abs(span[1] - span[0]) * scale, Decimal(1))),
            fill=fill,
        )
        for number, (bar, span, fill, said) in enumerate(
            zip(bars, spans, fills, amounts, strict=True)
        )
    )
    return Chart(
        title=title,
        description=f"{title}: {'; '.join(f'{bar.label} {bar.amount}' for bar in drawn)}.",
        bars=drawn,
        height=len(bars) * ROW,
        zero=_length(LABELS - low * scale),
        complete=longest <= AMOUNT_LETTERS and all(len(bar.label) <= LABEL_LETTERS for bar in bars),
    )


def scorecard(totals: RuleTotals) -> tuple[Segment, ...]:
    """Return the parts of one bar, in proportion to the rules that gave each answer."""
    parts = (
        ("departs", totals.departs),
        ("cannot_conclude", totals.cannot_conclude),
        ("conforms", totals.conforms),
        ("recorded", totals.recorded),
        ("waiting", totals.waiting),
        ("not_applicable", totals.not_applicable),
    )
    scale = Decimal(SCORE_WIDTH) / max(totals.total, 1)
    segments, before = [], 0
    for answer, number in parts:
        if number:
            segments.append(_segment(answer, number, before * scale, number * scale))
            before += number
    return tuple(segments)


def _segment(answer: str, number: int, x: Decimal, width: Decimal) -> Segment:
    fits = width >= 4 + 6 * len(str(number))
    middle = _length(x + width / 2) if fits else ""
    return Segment(answer, number, _length(x), _length(width), middle)


def share_of(bar: Bar, bars: Sequence[Bar]) -> str:
    """Return a bar's share of the whole as a percentage; empty where parts are negative."""
    whole = sum((each.amount for each in bars), _ZERO)
    if whole <= 0 or any(each.amount < 0 for each in bars):
        return ""
    return f"{(100 * bar.amount / whole).quantize(Decimal('0.1'), ROUND_HALF_UP)}%"


def _length(value: Decimal) -> str:
    return f"{value.quantize(Decimal('0.1'), ROUND_HALF_UP):f}"
