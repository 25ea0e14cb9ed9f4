"""Choose how much of each text page one prints, so that it stays one page."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain, islice

from auditor.finding import Finding, Status
from auditor.output import arrange, words
from auditor.output.printable import BREAK
from auditor.report import Report

HEIGHT = 780
"""How many points of text page one holds."""
_EDGES, _LINE, _SMALL = 194, 12, 10  # points: what is always there, a line, a line of small text
FIRST = 3
"""How many findings, reasons and claims are printed."""
_PLACE, _DATE, _FIGURE = 44, 26, 24  # letters of a place in the file, a date, a figure
_WIDE, _WIDEST = 5, 8  # quarters of the width of a usual letter
_LONG_WORD = 24
_TITLE = 43  # letters of the title of a framework that fit into its row


@dataclass(frozen=True, slots=True)
class Lengths:
    """How many letters of each kind of text are printed, and how many rows of frameworks."""

    heading: int
    body: int
    file: int
    label: int
    reason: int
    note: int
    title: int
    message: int
    fix: int
    rows: int


LENGTHS = (
    Lengths(110, 70, 40, 90, 600, 600, 600, 600, 600, 14),
    Lengths(110, 70, 40, 90, 400, 300, 200, 400, 400, 14),
    Lengths(110, 70, 40, 90, 260, 200, 110, 260, 260, 14),
    Lengths(110, 48, 28, 60, 160, 130, 95, 160, 150, 14),
    Lengths(110, 48, 28, 60, 150, 90, 90, 90, 100, 14),
    Lengths(55, 24, 24, 44, 80, 50, 80, 80, 90, 10),
    Lengths(55, 24, 24, 44, 48, 50, 80, 80, 90, 6),
)
"""From the whole texts to those that fit whatever the report says."""


@dataclass(frozen=True, slots=True)
class Row:
    """A framework on page one: its title in short, and the number of its chapter."""

    title: str
    chapter: int
    framework: arrange.Framework


@dataclass(frozen=True, slots=True)
class PageOne:
    """The texts of page one as they are printed; `show` makes any text printable."""

    report: Report
    lengths: Lengths
    show: Callable[[str], str]
    in_short: bool

    def cut(self, text: str, length: int) -> str:
        """Return as much of a text as fits into so many printed letters."""
        return words.cut(*self._fitting(self._plain(text), length))

    def brief(self, text: str, length: int) -> str:
        """Return as many whole sentences as fit into so many printed letters."""
        return words.brief(*self._fitting(self._plain(text).replace("`", ""), length))

    def to_do(self, finding: Finding) -> str:
        """Return the remedy of a finding in short.

        Many begin with what to state, which a rule that departs has found: then as much is printed
        as there is room for, and not whole sentences alone.
        """
        departs = finding.status is Status.DEPARTS
        text = finding.fix.replace("`", "")
        return self.cut(text, self.lengths.fix) if departs else self.brief(text, self.lengths.fix)

    def _fitting(self, text: str, length: int) -> tuple[str, int]:
        """Return a text with how many of its letters are as wide as so many usual ones."""
        return text, length * (4 * len(text) or 4) // (_width(text) or 4)

    def _plain(self, text: str) -> str:
        return self.show(text).replace(BREAK, "")

    @property
    def reasons(self) -> tuple[str, ...]:
        """Return the reasons for the conclusion: four, or three where there are more."""
        given = self.report.conclusion.reasons
        few = given if len(given) <= FIRST + 1 else given[:FIRST]
        return tuple(words.sentence(self.cut(each, self.lengths.reason)) for each in few)

    @property
    def date(self) -> str:
        """Return the date of the decision in words."""
        return self.cut(words.long_date(self.report.file.decision_date), _DATE)

    @property
    def rows(self) -> tuple[Row, ...]:
        """Return the frameworks that were asked, as far as there is room."""
        return self._asked[: self.lengths.rows]

    @property
    def more(self) -> int:
        """Return how many frameworks that were asked have no row."""
        return len(self._asked) - len(self.rows)

    @property
    def _asked(self) -> tuple[Row, ...]:
        asked = arrange.asked(self.report)
        return tuple(
            Row(self._title(each.title), number, each) for number, each in enumerate(asked, 1)
        )

    @property
    def unasked(self) -> str:
        """Name the frameworks of which no rule applies."""
        titles = [self._title(each.title) for each in arrange.unasked(self.report)]
        return self.cut("; ".join(titles), self.lengths.reason + 200)

    def _title(self, title: str) -> str:
        """Return a title that fits into one line: without what follows a comma or a bracket."""
        whole = self._plain(title)
        if len(whole) > _TITLE:
            first = min(whole.find(mark) % len(whole) for mark in (", ", " (", ": "))
            whole = whole[:first] if first >= 10 else whole
        return self.cut(whole, _TITLE)

    @property
    def height(self) -> int:
        """Return at which point of the page these texts end, or somewhat further down."""
        first = arrange.most_important(self.report)
        alone = len(first) < FIRST and arrange.not_reproduced(self.report)
        return (
            _EDGES
            + self._masthead()
            + max(self._conclusion(), self._claim() + self._reach())
            + self._frameworks()
            + _LINE * (sum(map(self._lines_of, first)) + (4 if alone else not first))
        )

    def _masthead(self) -> int:
        report, room = self.report, self.lengths
        cells = (
            _lines(self.cut(report.engagement.body, room.body), 24),
            _lines(f"{report.file.kind}, at the stage: {self.cut(report.file.stage, 30)}", 25),
            _lines(self.date, 13) + 2 * (report.as_at != report.file.decision_date),
            _lines(self.cut(report.file.name, room.file), 25) + 1,
        )
        return 22 * _lines(self.cut(report.file.title, room.heading), 56) + _LINE * max(cells)

    def _conclusion(self) -> int:
        more = len(self.report.conclusion.reasons) > len(self.reasons)
        return 56 + _LINE * (more + sum(_lines(each, 48) for each in self.reasons))

    def _claim(self) -> int:
        claim = arrange.headline_claim(self.report)
        if not claim:
            return 30
        label = _lines(self.cut(claim.label, self.lengths.label), 45)
        wide = max(len(self.cut(each, 24)) for each in (claim.claimed, claim.recomputed)) > 14
        return 70 + _LINE * (label + wide) + _SMALL * _lines(self.note, 52)

    @property
    def note(self) -> str:
        """Return what is said of the claim that stands on page one."""
        claim = arrange.headline_claim(self.report)
        return self.brief(claim.note, self.lengths.note) if claim else ""

    def _reach(self) -> int:
        named = sum(len(each) + len(each) // 6 for each in self.empty)
        waits = 60 if arrange.gates(self.report) else 0
        return 19 + _LINE * (
            2 + 2 * self.in_short + -(-(48 + waits + (26 + named if named else 0)) // 44)
        )

    @property
    def empty(self) -> tuple[str, ...]:
        """Name the first places that are not stated and that rules need."""
        gates = (gate.waits_for for gate in arrange.gates(self.report))
        gaps = (gap.where for gap in arrange.missing(self.report))
        return tuple(self.cut(each, _PLACE) for each in islice(chain(gates, gaps), FIRST))

    def _frameworks(self) -> int:
        said = _lines(self.unasked, 140) if self.unasked else 0
        thresholds = _lines(" ".join(self.report.conclusion.thresholds), 125)
        return 15 * len(self.rows) + _SMALL * (said + thresholds)

    def _lines_of(self, finding: Finding) -> int:
        room = self.lengths
        return (
            _lines(f"{finding.rule} {self.cut(finding.title, room.title)}", 100)
            + _lines(f"{'':24}{self.brief(finding.message, room.message)}", 116)
            + _lines(f"{'':12}{self.to_do(finding)}", 116)
        )


def _lines(text: str, letters: int) -> int:
    return max(1, -(-_width(text) // (4 * letters)))


def _width(text: str) -> int:
    """Return about how wide a text is, in quarters of a usual letter; never too little.

    A few wide letters stand in every text, and the lengths of lines allow for them. A long word
    leaves a part of the line before it empty.
    """
    long = sum(len(word) for word in text.split() if len(word) > _LONG_WORD)
    wide = sum(1 for letter in text if letter.isupper() or not letter.isascii())
    widest = sum(map(text.count, "mwMW@%"))
    return (
        4 * len(text) + long + max(0, (_WIDE - 4) * wide + (_WIDEST - 4) * widest - len(text) // 4)
    )


def fitted(report: Report, show: Callable[[str], str], *, in_short: bool = False) -> PageOne:
    """Return page one with the longest texts that fit; `in_short` is a line more on it."""
    every = [PageOne(report, lengths, show, in_short) for lengths in LENGTHS]
    return next((each for each in every if each.height <= HEIGHT), every[-1])
