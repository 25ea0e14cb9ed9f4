"""Bring titles and labels into one form, so that only their words count."""

import re
from functools import lru_cache

_LONGEST = 250
"""A title is shorter; what is longer is prose."""
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_NO_WORD = re.compile(r"[^0-9a-z&]+")
_STAGE = re.compile(r"^stage [1-5] ")


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Return the words of a text in small letters, without signs.

    >>> plain("Drop-off %"), plain("  Financial Proxy (£)")
    ('drop off', 'financial proxy')
    """
    words = _NO_WORD.sub(" ", text[:_LONGEST].lower().replace("’", "'").replace("'", "")).strip()
    return _STAGE.sub("", words) if not re.fullmatch(r"stage [1-5]", words) else words


@lru_cache(maxsize=4096)
def readings(text: str) -> tuple[str, ...]:
    """Return the forms in which a title may be known: whole, without brackets, line by line.

    >>> readings("Deadweight %\\nWhat would have happened anyway?")[1:]
    ('deadweight', 'what would have happened anyway')
    """
    if len(text) > _LONGEST:
        return ()
    found = [plain(text), plain(_BRACKETS.sub(" ", text))]
    for line in re.split(r"[\n:;]|\s[-–—]\s", text):
        found += [plain(line), plain(_BRACKETS.sub(" ", line))]
    return tuple(dict.fromkeys(form for form in found if form))
