"""Lay out the chart of an analysis as plain shapes, so that a template can draw them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from types import MappingProxyType

from auditor.analysis.section import Chart, ChartKind, Mark
from auditor.output.words import amount, cut
from auditor.value.printing import rounded

WIDTH = 680  # of a whole chart, in its own units
LABELS = 250  # room for the labels at the left
FIGURES = 110  # room for the figures at the right
ROW, BAR = 24, 15
LETTERS = 44
LETTER, MOST_LETTERS = 7, 40  # room for a letter of a figure, and how many are drawn
MOST_ROWS = 16
TALL = 170  # of the plot of a chart with columns
CELL = 30
_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Shape:
    """One rectangle, line or text: its place, its size, how it is filled or set."""

    kind: str
    x: str
    y: str
    width: str = "0"
    height: str = "0"
    text: str = ""
    fill: str = "total"
    anchor: str = "start"


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart as shapes, with its title and the height that it needs."""

    title: str
    shapes: tuple[Shape, ...]
    height: int


def draw(chart: Chart) -> Drawing | None:
    """Return a chart as shapes, or None where it has nothing to show."""
    if not chart.marks:
        return None
    shapes, height = _KINDS[chart.kind](chart)
    return Drawing(chart.title, tuple(shapes), height)


@dataclass(frozen=True, slots=True)
class _Scale:
    """Turns values between two ends into places between two others."""

    low: Decimal
    high: Decimal
    start: int
    end: int

    def __call__(self, value: Decimal) -> Decimal:
        span = self.high - self.low
        share = (value - self.low) / span if span else _ZERO
        return self.start + share * (self.end - self.start)


def _ends(chart: Chart, *, zero: bool) -> tuple[Decimal, Decimal]:
    ends = [end for mark in chart.marks for end in (mark.low, mark.high)]
    ends += [chart.line] if chart.line is not None else []
    ends += [_ZERO] if zero else []
    return min(ends), max(ends)


def _rows(chart: Chart, *, zero: bool, names: Callable[[Mark], str]) -> tuple[list[Shape], int]:
    """Return bars one under the other, with labels at the left and figures at the right."""
    marks = chart.marks[:MOST_ROWS]
    said = [cut(names(mark), MOST_LETTERS) for mark in marks]
    room = max(FIGURES, LETTER * max(map(len, said)))
    scale = _Scale(*_ends(chart, zero=zero), LABELS, WIDTH - room)
    height = len(marks) * ROW + 4
    shapes: list[Shape] = []
    for number, mark in enumerate(marks):
        top = number * ROW
        shapes.append(Shape("text", "0", str(top + 14), text=cut(mark.label, LETTERS)))
        shapes.append(_bar(scale(mark.low), scale(mark.high), top + 2, mark.high < mark.low))
        shapes.append(_right(said[number], top + 14))
    for value in [*([_ZERO] if zero else []), *([] if chart.line is None else [chart.line])]:
        shapes.append(_rule(scale(value), height))
    return shapes, height


def _bar(start: Decimal, end: Decimal, top: int, less: bool) -> Shape:
    left, width = min(start, end), max(abs(end - start), Decimal(1))
    fill = "less" if less else "total"
    return Shape("rect", _at(left), str(top), _at(width), str(BAR), fill=fill)


def _right(text: str, y: int) -> Shape:
    return Shape("text", str(WIDTH), str(y), text=text, anchor="end")


def _rule(x: Decimal, height: int) -> Shape:
    return Shape("line", _at(x), "0", _at(x), str(height))


def _bars(chart: Chart) -> tuple[list[Shape], int]:
    return _rows(chart, zero=True, names=lambda mark: _figure(chart, mark.high))


def _tornado(chart: Chart) -> tuple[list[Shape], int]:
    def both(mark: Mark) -> str:
        return f"{_figure(chart, mark.low)} to {_figure(chart, mark.high)}"

    return _rows(chart, zero=False, names=both)


def _columns(chart: Chart) -> tuple[list[Shape], int]:
    """Return columns side by side, as for years, each labelled below."""
    scale = _Scale(*_ends(chart, zero=True), TALL, 14)
    step = Decimal(WIDTH) / len(chart.marks)
    every = -(-len(chart.marks) // 14)  # with many columns not every label has room
    shapes: list[Shape] = []
    for number, mark in enumerate(chart.marks):
        top, bottom = sorted((scale(mark.high), scale(mark.low)))
        fill = "less" if mark.high < 0 else "total"
        left, width = number * step + step / 8, step * 3 / 4
        tall = _at(max(bottom - top, Decimal(1)))
        shapes.append(Shape("rect", _at(left), _at(top), _at(width), tall, fill=fill))
        if number % every == 0:
            middle = _at(left + width / 2)
            label = cut(mark.label, 12)
            shapes.append(Shape("text", middle, str(TALL + 16), text=label, anchor="middle"))
    zero = _at(scale(_ZERO))
    shapes.append(Shape("line", "0", zero, str(WIDTH), zero))
    if chart.line is not None and chart.kind == "columns":
        at = _at(scale(chart.line))
        shapes.append(Shape("line", "0", at, str(WIDTH), at))
    return shapes, TALL + 22


def _heat(chart: Chart) -> tuple[list[Shape], int]:
    """Return a table of cells, each with its figure, framed where it does not reach the line."""
    across = list(dict.fromkeys(mark.across for mark in chart.marks))
    down = list(dict.fromkeys(mark.label for mark in chart.marks))
    width = (WIDTH - LABELS) // max(len(across), 1)
    shapes = [
        Shape("text", _middle(column, width), "14", text=cut(name, 14), anchor="middle")
        for column, name in enumerate(across)
    ]
    shapes += [
        Shape("text", "0", str((row + 1) * CELL + 12), text=cut(name, LETTERS))
        for row, name in enumerate(down)
    ]
    for mark in chart.marks:
        shapes += _cell(chart, mark, across.index(mark.across), down.index(mark.label), width)
    return shapes, (len(down) + 1) * CELL + 4


def _cell(chart: Chart, mark: Mark, column: int, row: int, width: int) -> Iterator[Shape]:
    top = (row + 1) * CELL - 8
    below = chart.line is not None and mark.high < chart.line
    left = str(LABELS + column * width)
    fill = "less" if below else "cell"
    yield Shape("rect", left, str(top), str(width - 2), str(CELL - 4), fill=fill)
    figure = _figure(chart, mark.high)
    yield Shape("text", _middle(column, width), str(top + 18), text=figure, anchor="middle")


def _middle(column: int, width: int) -> str:
    return str(LABELS + column * width + width // 2)


def _figure(chart: Chart, value: Decimal) -> str:
    """Return a value as the chart prints it: ratios to hundredths, shares in per cent."""
    if chart.unit == "share":
        return f"{rounded(value * 100, 1):f}%"
    if chart.unit == "ratio":
        return f"{rounded(value, 2):f}"
    return amount(value)


def _at(value: Decimal) -> str:
    return f"{value.quantize(Decimal('0.1'), ROUND_HALF_UP):f}"


_Layout = Callable[[Chart], tuple[Sequence[Shape], int]]
_KINDS: Mapping[ChartKind, _Layout] = MappingProxyType(
    {
        "bars": _bars,
        "tornado": _tornado,
        "columns": _columns,
        "distribution": _columns,
        "heat": _heat,
    }
)
