"""Bring titles and labels into one form, so that only their words count."""

import re
from functools import lru_cache

_LONGEST = 250
"""A title is shorter; what is longer is prose."""
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_NO_WORD = re.compile(r"[^0-9a-z&]+")
_PARTS = re.compile(r"[\n:;]|\s[-–—]\s")
_NUMBER = re.compile(
    r"(?:#|\bn(?:o|r|um)\.?)\s*(?=(?:of|in|with|who|experiencing|achieving|involved)\b)"
)
_STAGE = re.compile(r"^stage [1-5] ")


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Return the words of a text in small letters, without signs.

    >>> plain("Drop-off %"), plain("  Financial Proxy (£)")
    ('drop off', 'financial proxy')
    """
    small = _NUMBER.sub("number ", text[:_LONGEST].lower().replace("’", "'").replace("'", ""))
    words = _NO_WORD.sub(" ", small).strip()
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
    for line in _PARTS.split(text):
        found += [plain(line), plain(_BRACKETS.sub(" ", line))]
    return tuple(dict.fromkeys(form for form in found if form))


@lru_cache(maxsize=4096)
def parts_of(text: str) -> frozenset[str]:
    """Return what a title adds to itself in brackets, after a dash or on another line.

    >>> sorted(parts_of("Attribution % (our share)"))
    ['attribution our share', 'our share']
    """
    if len(text) > _LONGEST:
        return frozenset()
    parts = [*_BRACKETS.findall(text), *_PARTS.split(text)]
    return frozenset(form for part in parts if (form := plain(part)))


_YEAR = re.compile(r"(?:(?:impact |value |social value )?(?:in )?(?:year|yr|y) ?)(\d{1,2})(?: .*)?")
_BARE = re.compile(r"(\d{1,2})|((?:19|20)\d\d)(?: \d\d(?:\d\d)?)?")


@lru_cache(maxsize=4096)
def year_in(text: str) -> tuple[int, bool] | None:
    """Return the year that a title is, and whether it says that it is one.

    >>> year_in("Year 2 (after activity)"), year_in("2014/15"), year_in("Impact")
    ((2, True), (2014, False), None)
    """
    for form in readings(text):
        if found := _YEAR.fullmatch(form):
            return int(found[1]), True
        if found := _BARE.fullmatch(form):
            return int(found[1] or found[2]), False
    return None
