"""Arrange what was found in evidence documents for reading, with pictures where there are any."""

import base64
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from auditor.counted import count
from auditor.evidence.result import STANDS, DocumentState, Picture
from auditor.finding import Finding, Status
from auditor.report import DocumentExamined, Report

PNG = "data:image/png;base64,"
"""How the address of a picture begins that is part of the page itself."""
_SHARP = Decimal("2.5")  # dots of a picture for each dot of the page
_STANDS = frozenset(sureness.value for sureness in STANDS)


class Address(str):
    """The address of a picture, made here and not of the file: a page prints it as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        """Return it for a page."""
        return str(self)


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture as a page shows it: its address, its words, its size on the page."""

    address: Address
    alternative: str
    width: int
    height: int


Pictures = Mapping[str, Picture]


def in_short(report: Report) -> str:
    """Return in one sentence how many documents and passages were looked at, and what came of it.

    It adds up: every passage stands, does not stand, or cannot be told.
    """
    read = sum(each.state == DocumentState.READ.value for each in report.documents)
    passages = [passage for each in report.documents for passage in each.passages]
    stand = sum(passage.sureness in _STANDS for passage in passages)
    unknown = sum(passage.sureness == "unknown" for passage in passages)
    documents = count(len(report.documents), "document")
    asked = count(len(passages), "passage, figure or place", "passages, figures and places")
    return (
        f"{documents} named, {read} of them read; {asked} looked for: {stand} there, "
        f"{len(passages) - stand - unknown} not there, {unknown} that cannot be told."
    )


def digest_words(document: DocumentExamined) -> str:
    """Return what the digest of a document says beside the one in the register."""
    answers = {"yes": ", as in the register", "no": ", which is not the one in the register"}
    return answers.get(document.unchanged, ", none in the register")


def pictures_of(finding: Finding, pictures: Pictures) -> tuple[Shown, ...]:
    """Return the pictures of passages that a departure is about."""
    if finding.status is not Status.DEPARTS:
        return ()
    pointers = dict.fromkeys(item.pointer for item in finding.evidence)
    return tuple(_shown(pictures[pointer]) for pointer in pointers if pointer in pictures)


def pictures_beside(
    report: Report, document: DocumentExamined, pictures: Pictures
) -> tuple[Shown, ...]:
    """Return the pictures of the passages of a document that no departure has shown already."""
    departing = (finding for finding in report.findings if finding.status is Status.DEPARTS)
    shown = {item.pointer for finding in departing for item in finding.evidence}
    return tuple(_beside(document, pictures, shown))


def _beside(document: DocumentExamined, pictures: Pictures, shown: set[str]) -> Iterator[Shown]:
    for pointer in dict.fromkeys(passage.pointer for passage in document.passages):
        if pointer in pictures and pointer not in shown:
            yield _shown(pictures[pointer])


def _shown(picture: Picture) -> Shown:
    address = Address(PNG + base64.b64encode(picture.png).decode())
    width, height = int(picture.width / _SHARP), int(picture.height / _SHARP)
    return Shown(address, picture.alternative, width, height)
