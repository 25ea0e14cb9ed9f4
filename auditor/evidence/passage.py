"""Find a quoted passage in the text of a document, however its lines and letters are set."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, pairwise

from auditor.evidence.fold import compact, origins
from auditor.evidence.text import Piece

MOST = 300
"""At how many places one passage is looked at before the first of them is taken."""
MOST_SEEN = 20_000
"""How often a stretch of letters may be met, within longer words too, before it is given up."""
REACH = 3_000
"""Within how many letters what follows an ellipsis must stand."""
SHORTEST = 3
LONGEST_SHOWN = 400
_LEFT_OUT = re.compile(r"\s*(?:\[[^\]]*\]|\u2026|\.{3,})\s*")
_WORD = re.compile(r"\S*\w\S*")
_ENDS = ".,;:!?()[]- "


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch of one piece: where it begins and ends, in characters of its text."""

    piece: int
    start: int
    end: int


class Searched:
    """The pieces of a document, made ready to be searched as one text."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.pieces = pieces
        self.gave_up = False
        """Whether something was so common that not all of its places were looked at."""
        self._origins: dict[int, Sequence[int]] = {}

    @cached_property
    def _compact(self) -> tuple[str, tuple[int, ...]]:
        texts = [compact(piece.text) for piece in self.pieces]
        for number, (text, following) in enumerate(pairwise(texts)):
            if _divides(text, following):
                texts[number] = text[:-1]
            elif text[-1:].isdigit() and following[:1].isdigit():
                texts[number] = f"{text} "  # two numbers, however close together
        starts, end = [], 0
        for text in texts:
            starts.append(end)
            end += len(text)
        return "".join(texts), tuple(starts)

    def spots(self, passage: str) -> Iterator[Spot]:
        """Yield where a passage stands, in order; first as it is, then with its gaps left open."""
        found = False
        for spot in self._spots([passage]):
            found = True
            yield spot
        parts = [part for part in _LEFT_OUT.split(passage) if part.strip()]
        if not found and len(parts) > 1:
            yield from self._spots(parts)

    def _spots(self, parts: Sequence[str]) -> Iterator[Spot]:
        needles = _needles(parts)
        if not needles:
            return
        rarest = max(range(len(needles)), key=lambda number: len(needles[number]))
        for at in self._starts(needles[rarest], 0, MOST):
            start, end = self._start(needles[:rarest], at), self._end(needles[rarest:], at)
            if start >= 0 and end:
                yield self._spot(start, end)

    def stands_apart(self, passage: str) -> bool:
        """Say whether the parts of a passage with gaps stand in order, however far apart."""
        end, needles = 0, _needles([part for part in _LEFT_OUT.split(passage) if part.strip()])
        for needle in needles:
            start = next(self._starts(needle, end, 1), None)
            if start is None:
                return False
            end = start + len(needle)
        return len(needles) > 1

    def _start(self, needles: Sequence[str], start: int) -> int:
        """Return where the first of the parts begins if all lead up to a place, else -1."""
        text, _ = self._compact
        for needle in reversed(needles):
            first = max(0, start - REACH - len(needle))
            at = text.rfind(needle, first, start)
            while at >= 0 and not self._whole(at, at + len(needle)):
                at = text.rfind(needle, first, at + len(needle) - 1)
            if at < 0:
                return -1
            start = at
        return start

    def _end(self, needles: Sequence[str], start: int) -> int:
        """Return where the last part ends if all follow the first within reach, else 0."""
        end = start + len(needles[0])
        for needle in needles[1:]:
            following = next(self._starts(needle, end, 1), None)
            if following is None or following - end > REACH:
                return 0
            end = following + len(needle)
        return end

    def _starts(self, needle: str, start: int, most: int) -> Iterator[int]:
        """Yield where a needle stands as whole words."""
        text, _ = self._compact
        seen = 0
        at = text.find(needle, start)
        while at >= 0:
            seen += 1
            if seen > MOST_SEEN:
                self.gave_up = True
                return
            if self._whole(at, at + len(needle)):
                yield at
                most -= 1
            if not most:
                return
            at = text.find(needle, at + 1)

    def _whole(self, start: int, end: int) -> bool:
        """Say whether no word or number goes on beyond either end."""
        first, offset = self._origin(start)
        last, final = self._origin(end - 1)
        opening, closing = self.pieces[first].text, self.pieces[last].text
        before = opening[max(0, offset - 2) : offset][::-1]
        after = closing[final + 1 : final + 3]
        return not _goes_on(before, opening[offset]) and not _goes_on(
            after, closing[final], mark=True
        )

    def _spot(self, start: int, end: int) -> Spot:
        piece, first = self._origin(start)
        last_piece, last = self._origin(end - 1)
        return Spot(piece, first, last + 1 if last_piece == piece else len(self.pieces[piece].text))

    def _origin(self, at: int) -> tuple[int, int]:
        """Return the piece and the character in it that a compact character comes from."""
        _, starts = self._compact
        piece = bisect_right(starts, at) - 1
        if piece not in self._origins:
            self._origins[piece] = origins(self.pieces[piece].text)
        return piece, self._origins[piece][at - starts[piece]]


def _needles(parts: Sequence[str]) -> list[str]:
    """Return what is searched for, nothing where it is next to nothing."""
    needles = [compact(part).strip(_ENDS) for part in parts]
    return needles if all(needles) and sum(map(len, needles)) >= SHORTEST else []


def is_too_short(passage: str) -> bool:
    """Say whether a passage is so short that it is not looked for."""
    return not _needles([passage])


def _divides(text: str, following: str) -> bool:
    """Say whether a word is divided at the end of a text."""
    return text[-1:] == "-" and text[-2:-1].isalpha() and following[:1].isalpha()


def _goes_on(beyond: str, end: str, *, mark: bool = False) -> bool:
    """Say whether a word or number goes on: `beyond` is what stands next to its `end`, outwards.

    A number right behind a word is the mark of a footnote.
    """
    if not beyond or not end.isalnum():
        return False
    if beyond[0].isalnum():
        return not (mark and end.isalpha() and beyond[0].isdigit())
    return end.isdigit() and beyond[0] in ".," and beyond[1:].isdigit()


def best(spots: Iterator[Spot], is_meant: Callable[[Spot], bool]) -> Spot | None:
    """Return the first spot that is where it is said to be, else the first, if there is any."""
    first = None
    for spot in spots:
        if is_meant(spot):
            return spot
        first = first or spot
    return first


def excerpt(text: str, start: int, end: int) -> str:
    """Return a stretch of text in one line, shortened where it is long."""
    line = " ".join(text[start:end].split())
    return line if len(line) <= LONGEST_SHOWN else f"{line[: LONGEST_SHOWN - 1]}…"


def alike(found: str, passage: str) -> bool:
    """Say whether a passage stands letter for letter, but for where lines end."""
    return " ".join(found.split()) == " ".join(passage.split()).strip()


def around(text: str, spot: Spot, *, before: int, after: int) -> tuple[int, int]:
    """Return where a stretch begins and ends that has so many more words on either side."""
    ahead = [found.start() for found in _WORD.finditer(text, 0, spot.start)]
    behind = [found.end() for found in islice(_WORD.finditer(text, spot.end), after)]
    start = ahead[-before] if 0 < before <= len(ahead) else 0 if before else spot.start
    return start, behind[-1] if behind else spot.end
