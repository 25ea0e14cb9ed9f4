"""Tell open contracting data from a file of one decision by its first keys."""

from collections.abc import Iterator
from pathlib import Path

from auditor.load.fault import Fault
from auditor.load.ocds.events import PIECE, Event, events
from auditor.load.ocds.feed import Feed
from auditor.load.ocds.split import LISTS

LINES = (".jsonl", ".ndjson")
_SIGNS = frozenset(
    {
        *LISTS,
        "ocid",
        "compiledRelease",
        "versionedRelease",
        "publishedDate",
        "publicationPolicy",
        "initiationType",
        "parties",
        "tender",
        "awards",
        "contracts",
    }
)
_OTHER = frozenset({"format_version", "$schema", "kind", "stage"})
_MOST = 10_000
"""How many events are looked at; a key that decides stands far before."""


def is_open_contracting(path: Path) -> bool:
    """Say whether a file holds open contracting data; one that cannot be read does not."""
    suffix = path.suffix.lower()
    if suffix not in (".json", *LINES):
        return False
    try:
        if suffix in LINES or not path.is_file():
            return path.is_file()
        with path.open("rb", buffering=PIECE) as file:
            return _signed(events(Feed(file, name=path.name), name=path.name))
    except (Fault, OSError):
        return False


def _signed(found: Iterator[Event]) -> bool:
    """Say whether a key of the outermost objects is one of the standard."""
    depth = 0
    for number, (event, value) in enumerate(found):
        if event == "map_key" and depth == 1 and value in _OTHER:
            return False
        if event == "map_key" and value in _SIGNS and depth <= 3:
            return True
        if event == "start_map":
            depth += 1
        elif event == "end_map":
            depth -= 1
        if number > _MOST:
            return False
    return False
