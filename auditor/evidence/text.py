"""Hold the text of a document in pieces, each with the place that a person would name."""

from dataclasses import dataclass, field

MAX_CHARACTERS = 8_000_000
"""How much text of one document is searched: about 2,700 full pages."""
MAX_PIECES = 250_000
"""How many lines, paragraphs or cells of one document are searched."""


class Unreadable(Exception):
    """A document whose content cannot be read, in a state that is the document's own."""

    def __init__(self, state: str, why: str) -> None:
        super().__init__(why)
        self.state = state
        self.why = why


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that stands in one place: a page, a cell, a paragraph or a line.

    `names` are all that the place goes by, the usual one first. `unread` says that there is
    something in it that is no text: then nothing can be said to be missing from it.
    """

    text: str
    names: tuple[str, ...]
    unread: bool = False


@dataclass(frozen=True, slots=True)
class Read:
    """A document that was read: its pieces in order, and what it says about itself.

    `numbered` is how a use may name a place in it: `page`, `cell`, or nothing. `partly` says why
    not all of it was read, empty where it was.
    """

    kind: str
    pieces: tuple[Piece, ...]
    numbered: str = ""
    pages: int = 0
    created: str = ""
    modified: str = ""
    partly: str = ""
    remarks: tuple[str, ...] = field(default=())
