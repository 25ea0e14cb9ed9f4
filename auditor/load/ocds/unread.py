"""Notice what of a release was neither read nor is known to be of no use, and what is broken."""

import re
from typing import Any

from auditor.load.document import Remark, RemarkKind
from auditor.load.fault import shown
from auditor.load.ocds.portals import is_known_unused
from auditor.load.ocds.spot import Looked
from auditor.load.text import UNPRINTABLE

_MOST_NAMED = 6
_SPACE = re.compile(r"\s")
# What remains where UTF-8 was read as Windows-1252: two or three of its signs in a row.
_TWICE_CODED = re.compile(
    "[ÂÃ][\u0080-\u00bf‘’“”€™]|â[€‚„\u0080][\u0080-\u00bf™œžŸ˜‘’“”¦\u2010-\u203a]"
)
_FIRST_CODED = "ÂÃâ"
# Where line breaks lost their backslash: `…sentence.rnrnNext`.
_BEFORE_BREAK = tuple(f"{sign}rn" for sign in ".:;,!?")
_LOST_BREAK = re.compile(r"(?:rn){2}(?=[^a-z]|$)|[.:;,!?]rn(?=[A-Z ]|$)")


def unread(release: Any, looked: Looked, place: str) -> list[Remark]:
    """Return remarks on what of a release was not read, and on keys and texts that are broken."""
    paths: dict[str, None] = {}
    broken: dict[str, None] = {}
    joined: dict[str, None] = {}
    for path, value in _leaves(release):
        paths[path] = None
        if isinstance(value, str):
            if not (value.isascii() and value.isprintable()):
                _note(path, broken, _is_broken(value))
            if "rn" in value and ("rnrn" in value or any(map(value.__contains__, _BEFORE_BREAK))):
                _note(path, joined, _LOST_BREAK.search(value))
    fresh = [path for path in paths if path not in looked.paths and not is_known_unused(path)]
    misspelt = [path for path in fresh if _SPACE.search(path)]
    said = (
        (RemarkKind.DEFECT, "keys with spaces in them were not read", misspelt),
        (
            RemarkKind.READING,
            "not read, because this program does not know it",
            [path for path in fresh if path not in misspelt],
        ),
        (RemarkKind.DEFECT, "characters are broken", list(broken)),
        (
            RemarkKind.DEFECT,
            "line breaks seem to have become the letters “rn”",
            list(joined),
        ),
    )
    return [Remark(kind, f"{text}: {_named(found)}", place) for kind, text, found in said if found]


def _note(path: str, paths: dict[str, None], found: object) -> None:
    if found:
        paths[path] = None


def _is_broken(text: str) -> bool:
    if "�" in text or UNPRINTABLE.search(text):
        return True
    return any(map(text.__contains__, _FIRST_CODED)) and bool(_TWICE_CODED.search(text))


def _named(paths: list[str]) -> str:
    more = f" and {len(paths) - _MOST_NAMED} more" if len(paths) > _MOST_NAMED else ""
    return ", ".join(shown(path, longest=80) for path in paths[:_MOST_NAMED]) + more


def _leaves(release: Any) -> list[tuple[str, Any]]:
    """Return every single value with its path, `*` for the entries of a list.

    A release has hundreds and most of its values are texts, so these are not looked into again.
    """
    found: list[tuple[str, Any]] = []
    waiting = [("", release)]
    while waiting:
        path, value = waiting.pop()
        if value.__class__ is dict:
            waiting += [(f"{path}/{key}", each) for key, each in reversed(value.items())]
        elif value.__class__ is list:
            path += "/*"
            waiting += [(path, each) for each in reversed(value)]
        elif value is not None:
            found.append((path, value))
    return found
