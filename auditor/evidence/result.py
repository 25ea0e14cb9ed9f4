"""Hold what was found in the documents of the evidence register: plain values, nothing to open."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class DocumentState(StrEnum):
    """What became of a document that the register names."""

    READ = "read"
    NOT_TEXT = "not_text"
    NO_TEXT = "no_text"
    ENCRYPTED = "encrypted"
    MISSING = "missing"
    REFUSED = "refused"
    TOO_LARGE = "too_large"
    NOT_REACHED = "not_reached"
    BROKEN = "broken"
    PARSER_FAILED = "parser_failed"


class Sureness(StrEnum):
    """How surely a passage or figure stands in a document.

    `normalised` is alike but for spaces, hyphens, ligatures, quotation marks, capitals or the form
    of a number; `rounded` is the same figure with more digits; `nearly` has other words.
    """

    EXACT = "exact"
    NORMALISED = "normalised"
    ROUNDED = "rounded"
    NEARLY = "nearly"
    ABSENT = "absent"
    UNKNOWN = "unknown"


STANDS = (Sureness.EXACT, Sureness.NORMALISED, Sureness.ROUNDED)


class Sought(StrEnum):
    """What sort of thing a file says stands in a document."""

    QUOTE = "quote"
    FIGURE = "figure"
    CLAIM = "claim"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class ExaminedDocument:
    """A document of the evidence register as it was found.

    `pointer` is that of its entry. `sha256` and `size` are those of the file found, empty and 0
    where none was read. `created` and `modified` are dates that the document itself states.
    `note` says what `state` amounts to; `remarks` what else there is to know about it.
    """

    entry: str
    file: str
    pointer: str
    state: DocumentState
    note: str
    kind: str = ""
    size: int = 0
    sha256: str = ""
    pages: int = 0
    created: str = ""
    modified: str = ""
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ExaminedUse:
    """A passage, figure or place that the file says is in a document, and what is there.

    `pointer` is where the file says so. `said` is the place that it gives (`page 4`), `stands_at`
    the place where it was found, `at_place` whether that is the same; None where nothing is said
    or found. `found` is the text as it stands in the document.
    """

    pointer: str
    entry: str
    kind: Sought
    text: str
    said: str
    sureness: Sureness
    stands_at: str = ""
    at_place: bool | None = None
    found: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Examined:
    """All that was found in the documents of one file, in the order of the file."""

    documents: tuple[ExaminedDocument, ...] = ()
    uses: tuple[ExaminedUse, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A small picture of a passage as PNG, with the words that stand for it."""

    png: bytes
    alternative: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Examination:
    """What was found, with pictures of passages by the pointer of their use.

    Pictures depend on the fonts of a machine, so nothing that is digested holds them.
    """

    examined: Examined
    pictures: Mapping[str, Picture] = field(default_factory=dict)
