"""Have small pictures made of where passages stand in PDFs, those first that are worth a look."""

from collections.abc import Mapping
from math import inf
from pathlib import PurePosixPath
from time import monotonic

from auditor.evidence.attach import unchanged
from auditor.evidence.folder import Folder
from auditor.evidence.listed import Listed
from auditor.evidence.png import MOST_BYTES, is_png
from auditor.evidence.process import ask
from auditor.evidence.result import STANDS, ExaminedDocument, Picture
from auditor.evidence.wanted import Outcome
from auditor.evidence.wire import Drawn, Request, Spotted

MOST = 24
"""How many pictures one report has at most."""

Spots = Mapping[str, tuple[tuple[Listed, Outcome], ...]]


def pictures_of(
    folder: Folder, found: Mapping[str, ExaminedDocument], spots: Spots, *, until: float = inf
) -> dict[str, Picture]:
    """Return a picture for the pointer of each use whose passage was found in a PDF.

    None is begun after the moment `until`, as `monotonic` counts.
    """
    each = [(name, listed, outcome) for name, pairs in spots.items() for listed, outcome in pairs]
    drawable = [one for one in each if one[2].end > one[2].start]
    chosen = sorted(drawable, key=lambda one: _as_said(one[2]))[:MOST]
    made: dict[str, Picture] = {}
    for name in dict.fromkeys(name for name, _, _ in chosen):
        own = [(listed, outcome) for other, listed, outcome in chosen if other == name]
        if monotonic() >= until:
            break
        drawn = _drawn(folder, found[name], [outcome for _, outcome in own])
        for (listed, outcome), picture in zip(own, drawn, strict=False):
            if is_png(picture.png) and len(picture.png) <= MOST_BYTES:
                words = _alternative(found[name], outcome)
                made.setdefault(
                    listed.pointer, Picture(picture.png, words, picture.width, picture.height)
                )
    return made


def _as_said(outcome: Outcome) -> bool:
    return outcome.sureness in STANDS and outcome.at_place is not False


def _drawn(
    folder: Folder, document: ExaminedDocument, outcomes: list[Outcome]
) -> tuple[Drawn, ...]:
    """Return the pictures of a document that is still the one that was examined."""
    raw = unchanged(folder, document)
    if raw is None:
        return ()
    spots = tuple(Spotted(_page(each), each.start, each.end) for each in outcomes)
    return ask(Request(".pdf", drawn=spots), raw).drawn


def _page(outcome: Outcome) -> int:
    return int(outcome.stands_at.rpartition(" ")[2]) - 1


def _alternative(document: ExaminedDocument, outcome: Outcome) -> str:
    name = PurePosixPath(document.file).name
    return f"Part of {outcome.stands_at} of {name}, where this stands: {outcome.found}"
