"""Make texts alike that differ only in how they are set: spaces, hyphens, ligatures, quotes."""

import re
import unicodedata
from array import array
from collections.abc import Sequence

_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u02d7\ufe58\ufe63\uff0d\x02\ufffe"
_DROPPED = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_NO_CHARACTER = frozenset({"Cc", "Cn", "Cs"})
_QUOTES = "'\"\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u2032\u2033\u00ab\u00bb`\u00b4"
# A hyphen between letters may be one that only ends a line. A space between digits keeps two
# numbers apart; everywhere else spaces are where the lines of a page happen to end.
_SET = re.compile(r"(?<=[^\W\d_])-\s*(?=[^\W\d_])|(?P<between>(?<=\d)\s+(?=\d))|\s+", re.UNICODE)


class _Table(dict[int, str]):
    """What each character becomes, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = found = _folded(chr(code))
        return found


def _folded(character: str) -> str:
    if character in _DROPPED or character in _QUOTES:
        return ""
    if character in _DASHES:
        return "-"
    if character.isspace():
        return " "
    category = unicodedata.category(character)
    if category in _NO_CHARACTER:
        return ""
    if category == "Sm":  # taken apart, ≠ would be = with a stroke
        return character
    plain = unicodedata.normalize("NFKD", character).casefold()
    return "".join(c for c in plain if not unicodedata.combining(c) and c not in _QUOTES)


_TABLE = _Table()
# The same as `_SET`, in parts that begin with the character to look for, which is much faster.
_HYPHEN = re.compile(r"-(?<=[^\W\d_]-)\s*(?=[^\W\d_])")
_BETWEEN = re.compile(r" (?<=\d )(?=\d)")
_KEPT = "\x00"
_ODD = re.compile(r"""[^\n\r\t !#-&(-_a-~]""")
_WORD = re.compile(r"[^\W_]+(?:[.,][0-9]+)*|[%£€$¥₹<>≤≥≠±]|(?<![^\s(])-(?=[£€$]?[0-9])")


def spaced(text: str) -> str:
    """Return text in small letters without accents, ligatures or quotation marks; spaces stay.

    >>> spaced("The ﬁrst “Café”")
    'the first cafe'
    """
    return _ODD.sub(_as_table, text.casefold())


def _as_table(found: re.Match[str]) -> str:
    return _TABLE[ord(found[0])]


def compact(text: str) -> str:
    """Return text in the form in which passages are compared.

    >>> compact("well-\\nbeing of the ﬁrst 47 54") == compact("Wellbeing of the first 47  54")
    True
    """
    single = " ".join(_HYPHEN.sub("", spaced(text)).split())
    return _BETWEEN.sub(_KEPT, single).replace(" ", "").replace(_KEPT, " ")


def origins(text: str) -> Sequence[int]:
    """Return for each character of the compact form which character of the text it comes from."""
    lengths = {character: len(spaced(character)) for character in set(text)}
    whole = array("L")
    for position, character in enumerate(text):
        whole.extend([position] * lengths[character])
    kept, end = array("L"), 0
    for found in _SET.finditer(spaced(text)):
        kept.extend(whole[end : found.start()])
        if found["between"]:
            kept.append(whole[found.start()])
        end = found.end()
    kept.extend(whole[end:])
    return kept


def words(text: str) -> list[str]:
    """Return the words and signs of a text, small, with words that a line divides made whole.

    >>> words("“Well-\\nbeing” rose by 1,234.")
    ['wellbeing', 'rose', 'by', '1,234']
    """
    return _WORD.findall(_HYPHEN.sub("", spaced(text)))


def words_by_line(text: str) -> list[tuple[str, bool]]:
    """Return the words of a text, each with whether it is the first of its line."""
    whole = _HYPHEN.sub("", spaced(text))
    listed, end = [], 0
    for found in _WORD.finditer(whole):
        listed.append((found[0], not end or "\n" in whole[end : found.start()]))
        end = found.end()
    return listed


def is_joined(text: str) -> bool:
    """Say whether text is in a writing that joins, turns or stacks its letters.

    >>> is_joined("\u0633\u0646\u0629"), is_joined("ann\u00e9e")
    (True, False)
    """
    composed = unicodedata.normalize("NFC", text)
    return any(
        unicodedata.bidirectional(c) in ("R", "AL") or unicodedata.category(c) in ("Mn", "Mc")
        for c in composed
    )
