"""Find a figure among the numbers of a document, in whatever form it is printed there."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

from auditor.evidence.amount import Amount, amounts, in_words
from auditor.evidence.currency import SPACES, currency_in, is_other
from auditor.evidence.passage import Spot
from auditor.evidence.result import Sureness
from auditor.evidence.text import Piece
from auditor.evidence.wanted import Wanted

_IN_HUNDREDTHS = re.compile(r"%|per\s?cent", re.IGNORECASE)
_IN_THOUSANDS = re.compile(r"['’£€$]\s?0{3}|\bthousands?\b|[£€$]k\b", re.IGNORECASE)
_IN_MILLIONS = re.compile(r"\bmillions?\b|[£€$]\s?m\b", re.IGNORECASE)
_SCALES = ((-2, _IN_HUNDREDTHS, "per cent"), (3, _IN_THOUSANDS, "thousands"),
           (6, _IN_MILLIONS, "millions"))  # fmt: skip
MOST_NUMBERS = 200_000
"""How many numbers of one document are compared with one figure."""
_TOO_MANY = "it holds more numbers than were compared"
_COARSE = 10  # a number is not taken for another that is hardly larger than what it rounds off
ENOUGH_DIGITS = 3
"""From how many digits on a figure is unlikely to stand somewhere for something else."""


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """A number that is the figure looked for, or may be it, and why that is not sure.

    `short` says that a number of so few digits may stand somewhere for something else, `has_unit`
    that its currency or per cent sign speaks against that.
    """

    spot: Spot
    sureness: Sureness
    doubt: str = ""
    short: bool = False
    has_unit: bool = False


Speaks = Callable[[Piece, re.Pattern[str]], bool]


class Numbers:
    """The numbers of a document, each piece read once for all figures that are looked for."""

    def __init__(self) -> None:
        self._kept: dict[int, tuple[Amount, ...]] = {}
        self._room = MOST_NUMBERS

    def of(self, number: int, piece: Piece) -> tuple[Amount, ...]:
        """Return as many of the numbers of a piece as are compared."""
        if number in self._kept:
            return self._kept[number]
        found = tuple(islice(amounts(piece.text), MOST_NUMBERS + 1))
        if len(found) <= self._room:
            self._kept[number] = found
            self._room -= len(found)
        return found


def figures(
    pieces: Iterable[tuple[int, Piece]],
    wanted: Wanted,
    is_meant: Callable[[Piece], bool],
    speaks: Speaks,
    numbers: Numbers,
    *,
    bare: bool = False,
) -> FoundFigure | None:
    """Return where a figure stands: best where it is said to stand, else the first, else a doubt.

    Rounded figures are taken only where a place is named or where there are enough digits. `bare`
    says that numbers stand without their currency there, as in cells.
    """
    found = elsewhere = doubt = None
    for each, piece in _each(pieces, _Sought(wanted, bare=bare), speaks, numbers):
        here = is_meant(piece)
        if each.sureness is Sureness.UNKNOWN:
            doubt = doubt or each
        elif each.sureness is Sureness.ROUNDED and not here and each.short:
            continue
        elif here:
            if each.sureness is Sureness.EXACT:
                return each
            found = min((one for one in (found, each) if one), key=_rank)
        elsewhere = elsewhere or (each if each.sureness is not Sureness.UNKNOWN else None)
    return found or elsewhere or doubt


def _rank(found: FoundFigure) -> int:
    return list(Sureness).index(found.sureness)


def _each(
    pieces: Iterable[tuple[int, Piece]], sought: "_Sought", speaks: Speaks, numbers: Numbers
) -> Iterator[tuple[FoundFigure, Piece]]:
    word = sought.word()
    room = MOST_NUMBERS
    for number, piece in pieces:
        for amount in numbers.of(number, piece):
            room -= 1
            if room < 0:
                yield FoundFigure(Spot(number, 0, 0), Sureness.UNKNOWN, _TOO_MANY), piece
                return
            if found := sought.found(amount, number, piece, speaks):
                yield found, piece
        for match in word.finditer(piece.text) if word else ():
            yield sought.in_words(Spot(number, *match.span())), piece


class _Sought:
    """A figure that is looked for, held against one number after another."""

    def __init__(self, wanted: Wanted, *, bare: bool) -> None:
        self._bare = bare
        self._wanted = wanted
        self.value = wanted.value or Decimal(0)
        self._size = abs(self.value)
        self._currency = currency_in(wanted.text)
        self._is_share = _IN_HUNDREDTHS.search(wanted.text) is not None

    def found(
        self, amount: Amount, number: int, piece: Piece, speaks: Speaks
    ) -> FoundFigure | None:
        """Return how surely an amount is the figure; None where it is not."""
        if is_other(self._currency, amount.currency):
            return None
        apart, half = abs(amount.value - self._size), self._wanted.half_unit
        spot = Spot(number, amount.start, amount.end)
        if not apart:
            same = piece.text[amount.start : amount.end] == self._wanted.text
            return self._judged(amount, spot, Sureness.EXACT if same else Sureness.NORMALISED)
        if amount.half_unit < half and apart <= half:
            return self._judged(amount, spot, Sureness.ROUNDED)
        if amount.scaled and amount.half_unit > half and apart <= amount.half_unit:
            return FoundFigure(spot, Sureness.UNKNOWN, "the document gives fewer digits")
        name = "" if amount.scaled else self._scale(amount, piece, speaks)
        doubt = f"it may be given in {name} there"
        return FoundFigure(spot, Sureness.UNKNOWN, doubt) if name else None

    def word(self) -> re.Pattern[str] | None:
        """Return how the figure is written in words, if it is as short as that."""
        spelt = in_words(self._size * 100 if self._is_share else self._size)
        behind = r"\s+per\s?cent" if self._is_share else ""
        return re.compile(rf"\b{spelt}{behind}\b", re.IGNORECASE) if spelt else None

    def in_words(self, spot: Spot) -> FoundFigure:
        """Return a number that is written in words."""
        if self._currency or self.value < 0:
            doubt = "it stands there in words, without its currency or sign"
            return FoundFigure(spot, Sureness.UNKNOWN, doubt)
        return FoundFigure(spot, Sureness.NORMALISED, short=True, has_unit=self._is_share)

    def _judged(self, amount: Amount, spot: Spot, sureness: Sureness) -> FoundFigure:
        rounded = sureness is Sureness.ROUNDED
        short = self._digits(rounded=rounded) < ENOUGH_DIGITS
        share = amount.scaled and self._is_share
        has_unit = bool(self._currency and amount.currency) or share
        doubt = self._doubt(amount, short=short)
        if rounded and short and not has_unit and self._size == self._size.to_integral_value():
            doubt = doubt or "so short a figure may be near it by chance"
        return FoundFigure(spot, Sureness.UNKNOWN if doubt else sureness, doubt, short, has_unit)

    def _digits(self, *, rounded: bool) -> int:
        """Return how many digits a figure has: those that are printed, or all up to its point."""
        if rounded:
            return len(str(int(self._size / (2 * self._wanted.half_unit))))
        return len(self._size.as_tuple().digits)

    def _doubt(self, amount: Amount, *, short: bool) -> str:
        """Return why a number that has the digits of the figure may not be it."""
        if amount.doubt:
            return amount.doubt
        if amount.negative and self.value >= 0:
            return "it stands there with a minus"
        if self.value < 0 and not (amount.negative or amount.bracketed):
            return "it stands there without a minus"
        if self._currency and not amount.currency and not self._bare:
            if amount.letter:
                return "its letter may stand for a measure there"
            if short:
                return "it stands there without its currency"
        return ""

    def _scale(self, amount: Amount, piece: Piece, speaks: Speaks) -> str:
        """Return in what a number may be given for which the document has a word."""
        for power, of, name in _SCALES:
            scaled = abs(amount.value.scaleb(power) - self._size)
            within = max(self._wanted.half_unit, amount.half_unit.scaleb(power))
            near = not scaled or (scaled <= within and within * _COARSE <= self._size)
            if near and self._size and speaks(piece, of):
                return name
        return ""


def in_other_digits(wanted: Wanted) -> re.Pattern[str] | None:
    """Return how the digits of a figure stand where no number is that figure; None for a short one.

    The mark of a footnote may be right behind them, or each may be set apart. A figure of three
    digits must have its currency there: many years begin with three digits that some figure has.
    """
    digits, _, fraction = f"{abs(wanted.value or Decimal(0)):f}".partition(".")
    fraction = fraction if fraction.strip("0") else ""
    signed = currency_in(wanted.text) != ""
    if len(digits + fraction) < ENOUGH_DIGITS + (not signed):
        return None
    before = r"[£€$¥₹]\s?" if signed else r"(?<![\d.,])"
    left = range(len(digits) - 1, -1, -1)
    whole = "".join(
        digit + (f"[,.'’{SPACES}]?" if number and number % 3 == 0 else "")
        for digit, number in zip(digits, left, strict=True)
    )
    end = rf"[.,]{fraction}" if fraction else ""
    apart = r"\s?[.,]?\s".join(digits)
    return re.compile(rf"{before}(?:{whole}{end}\d{{1,2}}(?![.,]?\d)|{apart}(?!\d))")
