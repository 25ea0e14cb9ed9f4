"""Tell whether two names may stand for one body."""

import re

_IN_BRACKETS = re.compile(r"\([^()]*\)")
_WORD = re.compile(r"\w+")
_SMALL = frozenset(("the", "of", "for", "and", "a"))


def same_body(one: str, other: str) -> bool:
    """Say whether two names may stand for one body: alike, a part of the other, or its initials.

    >>> same_body("The council", "Sampleshire Council (fictional)")
    True
    >>> same_body("DWP", "Department for Work and Pensions")
    True
    >>> same_body("Sampleshire Council", "Sampleshire NHS Trust")
    False
    """
    first, second = _words(one), _words(other)
    if not first or not second:
        return False
    shorter, longer = sorted((first, second), key=len)
    return _holds(longer, shorter) or shorter == ("".join(word[0] for word in longer),)


def _words(name: str) -> tuple[str, ...]:
    words = _WORD.findall(_IN_BRACKETS.sub(" ", name).casefold())
    return tuple(word for word in words if word not in _SMALL)


def _holds(longer: tuple[str, ...], shorter: tuple[str, ...]) -> bool:
    size = len(shorter)
    return any(longer[at : at + size] == shorter for at in range(len(longer) - size + 1))
