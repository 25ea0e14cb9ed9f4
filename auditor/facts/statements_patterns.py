"""Find the words of a multiple, a fraction or a rank in a text; built when first needed."""

import re
from collections.abc import Iterable
from functools import cache

from auditor.facts.statements_vocabulary import (
    BOTTOM,
    MOST,
    MULTIPLES,
    NUMBERS,
    PARTS,
    RANKS,
    TOP,
)

LONGEST = 300
"""Longer words, in characters, are no multiple, and are not read."""


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of some words, the longer before the one inside it."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def core() -> re.Pattern[str]:
    """Return the pattern of a multiple or a fraction in plain words."""
    number = rf"(?:\d{{1,12}}(?:\.\d{{1,6}})?|{any_of(NUMBERS)})"
    return re.compile(
        rf"\b(?:(?P<multiple>{any_of(MULTIPLES)})"
        rf"|(?P<times>{number})\s?(?:times|fold|x)"
        rf"|(?P<per_cent>\d{{1,9}}(?:\.\d{{1,6}})?)\s?per\s?cent"
        rf"|(?P<of>{number}) (?:in|out of) (?P<whole>{number})"
        rf"|(?:(?P<count>{any_of(NUMBERS)}) )?(?P<part>{any_of(PARTS)})s?"
        rf"|(?P<most>{any_of(MOST)}))(?!\w)"
    )


@cache
def rank() -> re.Pattern[str]:
    """Return the pattern of a rank in plain words."""
    return re.compile(rf"\b(?:(?P<n>{any_of(RANKS)}) )?(?P<end>{any_of((*TOP, *BOTTOM))})\b")


def plain(words: str) -> str:
    """Return words in small letters, without dashes and signs, with single spaces.

    >>> plain("  Ten-fold,   UP by 5% ")
    'ten fold up by 5 per cent'
    """
    text = re.sub(r"[-\u2010-\u2015/]", " ", words[: 2 * LONGEST].lower())
    text = text.replace("%", " per cent ").replace("\u2019", "").replace(",", "")
    return " ".join(re.sub(r"[^\w.% ]", " ", text).replace("percent", "per cent").split())
