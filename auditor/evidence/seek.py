"""Look for one thing in a document that was read, and say how surely it stands there, and where."""

import re
from dataclasses import replace

from auditor.counted import count
from auditor.evidence.figure_search import Numbers, figures, in_other_digits
from auditor.evidence.fold import is_joined
from auditor.evidence.nearly import Words
from auditor.evidence.passage import Searched, Spot, alike, around, best, excerpt, is_too_short
from auditor.evidence.result import STANDS, Sought, Sureness
from auditor.evidence.text import Piece, Read
from auditor.evidence.wanted import Outcome, Wanted
from auditor.model.printed import read_printed

_AROUND = 40
"""How many letters on either side of a figure are shown with it."""


class Seeker:
    """A document that was read, with what is made of it once for everything looked for in it."""

    def __init__(self, read: Read) -> None:
        self._read = read
        self._searched = Searched(read.pieces)
        self._words = Words(read.pieces)
        self._numbers = Numbers()
        self._spoken: dict[str, bool] = {}

    def seek(self, wanted: Wanted) -> Outcome:
        """Return how surely something stands in the document, and whether where it is said to."""
        said = wanted.place if self._checks_place(wanted) else ""
        note = "" if said or not wanted.place else self._no_places()
        meant = [piece for piece in self._read.pieces if said in piece.names] if said else []
        if wanted.kind is Sought.PLACE:
            return self._place(said, meant, note)
        if said and not meant:
            note = self._no_such(said)
        outcome = self._look(wanted, said, meant)
        at_place = self._at_place(outcome, said, meant)
        if outcome.sureness is Sureness.ABSENT:
            outcome = self._absent(outcome, meant)
        notes = "; ".join(each for each in (outcome.note, note) if each)
        return replace(outcome, at_place=at_place, note=notes)

    def _checks_place(self, wanted: Wanted) -> bool:
        by_page = wanted.page is not None
        return self._read.numbered == ("page" if by_page else "cell")

    def _no_places(self) -> str:
        return f"{self._read.kind} has no such places, so the place was not checked"

    def _no_such(self, said: str) -> str:
        if self._read.numbered == "page":
            return f"there is no {said}: the document has {count(self._read.pages, 'page')}"
        return f"there is nothing at {said}"

    def _place(self, said: str, meant: list[Piece], note: str) -> Outcome:
        if not said:
            return Outcome(Sureness.UNKNOWN, note=note)
        if meant:
            return Outcome(Sureness.EXACT, said, at_place=True)
        if self._read.partly:
            return Outcome(Sureness.UNKNOWN, note=self._read.partly)
        return Outcome(Sureness.ABSENT, at_place=False, note=self._no_such(said))

    def _look(self, wanted: Wanted, said: str, meant: list[Piece]) -> Outcome:
        def is_meant(spot: Spot) -> bool:
            return not said or said in self._read.pieces[spot.piece].names

        in_words = wanted.value is None or read_printed(wanted.text) is None
        spot = best(self._searched.spots(wanted.text), is_meant) if in_words else None
        if spot and (wanted.value is None or is_meant(spot)):
            return self._passage(spot, wanted)
        if wanted.value is not None:
            return self._figure(wanted, said)
        if is_too_short(wanted.text):
            return Outcome(Sureness.UNKNOWN, note="it is too short to be looked for")
        if self._searched.stands_apart(wanted.text):
            return Outcome(Sureness.UNKNOWN, note=_APART)
        return self._unformatted(self._nearly(wanted, meant), wanted)

    def _unformatted(self, outcome: Outcome, wanted: Wanted) -> Outcome:
        """Return an outcome as unknown where text may not be read as it is shown."""
        cells = self._read.numbered == "cell" and any(map(str.isdigit, wanted.text))
        why = _FORMAT if cells else _COMMON if self._searched.gave_up else ""
        if self._read.numbered == "page" and is_joined(wanted.text):
            why = why or _JOINED
        if not why or outcome.sureness in STANDS:
            return outcome
        note = "; ".join(each for each in (why, outcome.note) if each)
        return replace(outcome, sureness=Sureness.UNKNOWN, note=note)

    def _passage(self, spot: Spot, wanted: Wanted) -> Outcome:
        piece = self._read.pieces[spot.piece]
        found = excerpt(piece.text, spot.start, spot.end)
        same = alike(piece.text[spot.start : spot.end], wanted.text)
        if wanted.value is not None:
            found = excerpt(piece.text, max(0, spot.start - _AROUND), spot.end + _AROUND)
        sureness = Sureness.EXACT if same else Sureness.NORMALISED
        return Outcome(sureness, piece.names[0], None, found, "",
                       spot.piece, spot.start, spot.end)  # fmt: skip

    def _figure(self, wanted: Wanted, said: str) -> Outcome:
        pieces = list(enumerate(self._read.pieces))
        pieces.sort(key=lambda each: said not in each[1].names)
        here = [each for each in pieces if said and said in each[1].names]

        def is_meant(piece: Piece) -> bool:
            return not said or said in piece.names

        bare = self._read.numbered == "cell"
        found = figures(here, wanted, is_meant, self._speaks, self._numbers, bare=bare)
        if found is None or found.sureness is Sureness.UNKNOWN:
            found = figures(pieces, wanted, is_meant, self._speaks, self._numbers, bare=bare)
        if found is None:
            return self._digits(wanted, here or pieces)
        spot = found.spot
        piece = self._read.pieces[spot.piece]
        sureness, note = found.sureness, found.doubt
        if sureness in STANDS and found.short and not (said and is_meant(piece)):
            note = "so short a figure may stand there for something else"
            sureness = sureness if found.has_unit else Sureness.UNKNOWN
        around = excerpt(piece.text, max(0, spot.start - _AROUND), spot.end + _AROUND)
        return Outcome(sureness, piece.names[0], None, around, note,
                       spot.piece, spot.start, spot.end)  # fmt: skip

    def _digits(self, wanted: Wanted, pieces: list[tuple[int, Piece]]) -> Outcome:
        """Return as absent a figure that is nowhere a number, or where its digits stand."""
        pattern = in_other_digits(wanted)
        if pattern is None or self._read.numbered == "cell":
            return Outcome(Sureness.ABSENT)
        for number, piece in pieces:
            if match := pattern.search(piece.text):
                return Outcome(Sureness.UNKNOWN, piece.names[0], None,
                               excerpt(piece.text, max(0, match.start() - _AROUND),
                                       match.end() + _AROUND),
                               _MARKED, number, *match.span())  # fmt: skip
        return Outcome(Sureness.ABSENT)

    def _speaks(self, piece: Piece, of: re.Pattern[str]) -> bool:
        """Say whether a page speaks of something; a cell or paragraph may stand below a heading."""
        if self._read.numbered == "page":
            return bool(of.search(piece.text))
        if of.pattern not in self._spoken:
            self._spoken[of.pattern] = any(of.search(each.text) for each in self._read.pieces)
        return self._spoken[of.pattern]

    def _nearly(self, wanted: Wanted, meant: list[Piece]) -> Outcome:
        near = self._words.nearest(wanted.text)
        if near is None:
            if place := self._words.scattered(wanted.text, meant):
                return Outcome(Sureness.UNKNOWN, place, note=_SCATTERED)
            return Outcome(Sureness.ABSENT)
        place = self._read.pieces[near.piece].names[0]
        core = best(self._searched.spots(near.core), lambda spot: spot.piece == near.piece)
        start, end, found = 0, 0, near.found
        if core and core.piece == near.piece:
            text = self._read.pieces[near.piece].text
            start, end = around(text, core, before=near.before, after=near.after)
            found = excerpt(text, start, end)
        sureness = Sureness.NEARLY if near.differs else Sureness.NORMALISED
        if near.differs and (near.added_only or self._unread() or self._read.partly):
            sureness = Sureness.UNKNOWN
        return Outcome(sureness, place, None, found, near.differs, near.piece, start, end)

    def _absent(self, outcome: Outcome, meant: list[Piece]) -> Outcome:
        """Return an outcome as unknown where what is missing may stand in what is no text."""
        unread = [piece for piece in meant if piece.unread] or self._unread()
        if unread:
            named = ", ".join(piece.names[0] for piece in unread[:3])
            more = ", …" if len(unread) > len(unread[:3]) else ""
            why = f"not in the text there is; not all of this is text: {named}{more}"
            return replace(outcome, sureness=Sureness.UNKNOWN, note=why)
        if self._read.partly:
            return replace(outcome, sureness=Sureness.UNKNOWN, note=self._read.partly)
        return outcome

    def _unread(self) -> list[Piece]:
        return [piece for piece in self._read.pieces if piece.unread]

    def _at_place(self, outcome: Outcome, said: str, meant: list[Piece]) -> bool | None:
        if not said:
            return None
        if outcome.piece >= 0 and said in self._read.pieces[outcome.piece].names:
            return True
        if outcome.sureness is Sureness.UNKNOWN or any(piece.unread for piece in meant):
            return None
        return None if self._read.partly and not meant else False


_FORMAT = "cells are read without the form in which they show numbers and dates"
_SCATTERED = "its words stand there in another order, which columns or a table may explain"
_APART = "its parts stand there in order, but far from one another"
_COMMON = "its words are so common there that not all places were looked at"
_JOINED = "letters of this writing are joined, and not always read in their order"
_MARKED = "its digits stand there with others or spaces between, as with the mark of a footnote"
