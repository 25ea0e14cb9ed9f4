"""Find the stretch of a document that comes nearest to a passage, and the words that differ."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import Match, SequenceMatcher
from functools import cached_property

from auditor.evidence.fold import words, words_by_line
from auditor.evidence.text import Piece

LEAST_WORDS = 4
"""Of fewer words anything is near."""
LEAST_SHARE = 0.7
"""What share of the words of a passage must stand there, in order."""
_COMMON = 400  # a word that stands in more places says little about where a passage is
_BAND = 8  # words that may be missing or added before a word is taken to stand elsewhere
_SHOWN = 6
_FAR = 2  # words
_FEW = 2  # words, such as “not” or “hardly any”
_MANY = 6  # words that all stand on one page are hardly there by chance
_MARKED = re.compile(r"([^\W\d_]{3,})\d{1,2}")


@dataclass(frozen=True, slots=True)
class Near:
    """The nearest stretch: its piece, its words, and what differs from the passage.

    `core` is the longest run of words that do not differ; so many words stand `before` and `after`
    it. `added_only` says that every word of the
    passage is there, and what stands in between are whole lines or numbers, as at the head and foot
    of a page. Nothing differs where there are only the marks of footnotes.
    """

    piece: int
    found: str
    differs: str
    added_only: bool
    core: str
    before: int
    after: int


class Words:
    """The words of a document by where they stand, made ready when they are first needed."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._pieces = pieces
        self._lines: set[int] = set()

    @cached_property
    def _listed(self) -> tuple[list[str], list[int]]:
        listed: list[str] = []
        starts = []
        for piece in self._pieces:
            starts.append(len(listed))
            for word, is_first in words_by_line(piece.text):
                if is_first:
                    self._lines.add(len(listed))
                listed.append(word)
        return listed, starts

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        places: defaultdict[str, list[int]] = defaultdict(list)
        for position, word in enumerate(self._listed[0]):
            places[word].append(position)
        return dict(places)

    def nearest(self, passage: str) -> Near | None:
        """Return the stretch that is nearest to a passage, or None where none is near."""
        wanted = words(passage)
        start = self._start(wanted) if len(wanted) >= LEAST_WORDS else None
        if start is None:
            return None
        listed, _ = self._listed
        first = max(0, start - _BAND)
        window = listed[first : start + len(wanted) + 2 * _BAND]
        matcher = SequenceMatcher(None, window, wanted, autojunk=False)
        blocks = _together([block for block in matcher.get_matching_blocks() if block.size])
        if sum(block.size for block in blocks) < LEAST_SHARE * len(wanted):
            return None
        last = blocks[-1]
        begin = max(0, blocks[0].a - blocks[0].b)
        rest = len(wanted) - last.b - last.size
        return self._near(wanted, window, first, begin, last.a + last.size + rest)

    def scattered(self, passage: str, meant: Sequence[Piece]) -> str:
        """Return where all words of a passage stand in whatever order; empty where they do not.

        Only the pieces where it is said to stand are looked at, or else a document of one piece.
        """
        wanted = Counter(words(passage))
        pieces = meant or (self._pieces if len(self._pieces) == 1 else [])
        if wanted.total() < _MANY:
            return ""
        for piece in pieces:
            if not wanted - Counter(words(piece.text)):
                return piece.names[0] if piece.names else ""
        return ""

    def _start(self, wanted: Sequence[str]) -> int | None:
        """Return where most words of a passage say that it begins."""
        votes: Counter[int] = Counter()
        for offset, word in enumerate(wanted):
            places = self._places.get(word, [])
            if len(places) <= _COMMON:
                votes.update((place - offset) // _BAND for place in places)
        pairs = {band: count + votes[band + 1] for band, count in votes.items()}
        if not pairs:
            return None
        band = min(pairs, key=lambda each: (-pairs[each], each))
        return max(0, band * _BAND)

    def _near(self, wanted: list[str], window: list[str], first: int, start: int, end: int) -> Near:
        there = window[start:end]
        matcher = SequenceMatcher(None, there, wanted, autojunk=False)
        places = [
            (a, b, c, d)
            for tag, a, b, c, d in matcher.get_opcodes()
            if tag != "equal" and not _is_mark(there[a:b], wanted[c:d])
        ]
        changes = [(" ".join(there[a:b]), " ".join(wanted[c:d])) for a, b, c, d in places]
        offset = first + start
        piece = bisect_right(self._listed[1], first + start) - 1
        said = [_said(*change) for change in changes[:_SHOWN]]
        more = [f"and {len(changes) - _SHOWN} more"] * (len(changes) > _SHOWN)
        run = matcher.find_longest_match()
        return Near(
            piece=piece,
            core=" ".join(there[run.a : run.a + run.size]),
            before=run.a,
            after=len(there) - run.a - run.size,
            found=" ".join(there),
            differs="; ".join([*said, *more]),
            added_only=all(
                (c == d and self._is_aside(offset + a, offset + b))
                or _is_divided(there[a:b], wanted[c:d])
                for a, b, c, d in places
            ),
        )

    def _is_aside(self, start: int, end: int) -> bool:
        """Say whether words in between may be of the page and not of the passage.

        They are numbers, whole lines, or a part of a line as what stands in another column is.
        """
        added, ends = self._listed[0][start:end], len(self._lines & {start, end})
        return all(word.isdigit() for word in added) or ends > (len(added) <= _FEW)


def _together(blocks: list[Match]) -> list[Match]:
    """Leave out matches at the ends that stand far off: a word there is another one."""
    while len(blocks) > 1 and _is_far(blocks[0], blocks[1], blocks[0].size):
        del blocks[0]
    while len(blocks) > 1 and _is_far(blocks[-2], blocks[-1], blocks[-1].size):
        del blocks[-1]
    return blocks


def _is_far(one: Match, other: Match, size: int) -> bool:
    there, quoted = other.a - one.a - one.size, other.b - one.b - one.size
    return there - quoted > max(_FAR, 2 * size)


def _is_mark(there: Sequence[str], quoted: Sequence[str]) -> bool:
    """Say whether all that differs is the numbers of footnotes behind words."""
    return len(there) == len(quoted) and all(
        _MARKED.fullmatch(one) is not None and _MARKED.sub(r"\1", one) == other
        for one, other in zip(there, quoted, strict=True)
    )


def _is_divided(there: Sequence[str], quoted: Sequence[str]) -> bool:
    """Say whether a word is divided by what stands between, as by the foot and head of a page.

    What follows its hyphen may have been taken for the rest of it.
    """
    if len(quoted) != 1 or len(there) <= 1:
        return False
    word, rest = quoted[0], there[-1]
    begun = word.removesuffix(rest)
    return begun != word and len(begun) > 1 < len(rest) and there[0].startswith(begun)


def _said(there: str, quoted: str) -> str:
    if there and quoted:
        return f"“{there}” where “{quoted}” is quoted"
    return f"“{there}” is left out" if there else f"“{quoted}” is not there"
