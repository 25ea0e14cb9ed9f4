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
    >>> same_body("MoJ", "Ministry of Justice")
    True
    >>> same_body("Sampleshire Council", "Sampleshire NHS Trust")
    False
    """
    first, second = _words(one), _words(other)
    if not first or not second:
        return False
    shorter, longer = sorted((first, second), key=len)
    return _holds(longer, shorter) or any(
        len(name) == 1 and _abbreviates(name[0], _all_words(whole))
        for name, whole in ((first, other), (second, one))
    )


def _all_words(name: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(_IN_BRACKETS.sub(" ", name).casefold()))


def _words(name: str) -> tuple[str, ...]:
    return tuple(word for word in _all_words(name) if word not in _SMALL)


def _abbreviates(short: str, words: tuple[str, ...]) -> bool:
    """Say whether a name holds of each word its first letter or all of it; small ones may lack."""
    ends = {0}
    for word in words:
        further = ends if word in _SMALL else set[int]()
        ends = further.union(
            end + len(part)
            for end in ends
            for part in (word, word[0])
            if short.startswith(part, end)
        )
    return len(short) > 1 and len(short) in ends


def _holds(longer: tuple[str, ...], shorter: tuple[str, ...]) -> bool:
    size = len(shorter)
    return any(longer[at : at + size] == shorter for at in range(len(longer) - size + 1))
