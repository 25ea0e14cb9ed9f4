"""Find a figure among the numbers of a document, in whatever form it is printed there."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from auditor.evidence.amount import Amount, amounts, in_words
from auditor.evidence.passage import Spot
from auditor.evidence.result import Sureness
from auditor.evidence.text import Piece
from auditor.evidence.wanted import Wanted

_CURRENCY = re.compile(r"£|€|\$|GBP|EUR|USD", re.IGNORECASE)
_CODES = {"£": "GBP", "€": "EUR", "$": "USD"}
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
    """A number that is the figure looked for, or may be it, and why that is not sure."""

    spot: Spot
    sureness: Sureness
    doubt: str = ""


Speaks = Callable[[Piece, re.Pattern[str]], bool]


def figures(
    pieces: Iterable[tuple[int, Piece]],
    wanted: Wanted,
    is_meant: Callable[[Piece], bool],
    speaks: Speaks,
) -> FoundFigure | None:
    """Return where a figure stands: best where it is said to stand, else the first, else a doubt.

    Rounded figures are taken only where a place is named or where there are enough digits.
    """
    found = elsewhere = doubt = None
    for each, piece in _each(pieces, wanted, speaks):
        here = is_meant(piece)
        if each.sureness is Sureness.UNKNOWN:
            doubt = doubt or each
        elif each.sureness is Sureness.ROUNDED and not here and _digits(wanted) < ENOUGH_DIGITS:
            continue
        elif here:
            if each.sureness is Sureness.EXACT:
                return each
            found = min((one for one in (found, each) if one), key=_rank)
        elsewhere = elsewhere or (each if each.sureness is not Sureness.UNKNOWN else None)
    return found or elsewhere or doubt


def _rank(found: FoundFigure) -> int:
    return list(Sureness).index(found.sureness)


def _digits(wanted: Wanted) -> int:
    return len(wanted.value.normalize().as_tuple().digits) if wanted.value is not None else 0


def is_short(wanted: Wanted) -> bool:
    """Say whether a figure has so few digits that it may stand somewhere for something else."""
    return _digits(wanted) < ENOUGH_DIGITS


def _each(
    pieces: Iterable[tuple[int, Piece]], wanted: Wanted, speaks: Speaks
) -> Iterator[tuple[FoundFigure, Piece]]:
    spelt = in_words(abs(wanted.value)) if wanted.value is not None else ""
    word = re.compile(rf"\b{spelt}\b", re.IGNORECASE) if spelt else None
    room = MOST_NUMBERS
    for number, piece in pieces:
        for amount in amounts(piece.text):
            room -= 1
            if room < 0:
                yield FoundFigure(Spot(number, 0, 0), Sureness.UNKNOWN, _TOO_MANY), piece
                return
            if fits := _fits(amount, wanted, piece, speaks):
                yield FoundFigure(Spot(number, amount.start, amount.end), *fits), piece
        for match in word.finditer(piece.text) if word else ():
            yield FoundFigure(Spot(number, *match.span()), Sureness.NORMALISED), piece


def _fits(
    amount: Amount, wanted: Wanted, piece: Piece, speaks: Speaks
) -> tuple[Sureness, str] | None:
    """Return how surely an amount is the figure, with what leaves it open; None where it is not."""
    value, half = abs(wanted.value or Decimal(0)), wanted.half_unit
    if _other_currency(amount, wanted):
        return None
    if amount.value == value:
        same = piece.text[amount.start : amount.end] == wanted.text
        return (Sureness.EXACT if same else Sureness.NORMALISED), ""
    apart = abs(amount.value - value)
    if amount.half_unit < half and apart <= half:
        return Sureness.ROUNDED, ""
    if amount.scaled and amount.half_unit > half and apart <= amount.half_unit:
        return Sureness.UNKNOWN, "the document gives fewer digits"
    if not amount.scaled:
        for power, of, name in _SCALES:
            scaled = abs(amount.value.scaleb(power) - value)
            within = max(half, amount.half_unit.scaleb(power))
            near = not scaled or (scaled <= within and within * _COARSE <= value)
            if near and value and speaks(piece, of):
                return Sureness.UNKNOWN, f"it may be given in {name} there"
    return None


def _other_currency(amount: Amount, wanted: Wanted) -> bool:
    sign = _CURRENCY.search(wanted.text)
    code = _CODES.get(sign[0], sign[0].upper()) if sign else ""
    return bool(code and amount.currency and amount.currency != code)
