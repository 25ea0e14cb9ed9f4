"""Decide what an unquoted YAML word is: JSON's scalars, text, or something to ask about.

Only what JSON would read as a number, `true`, `false` or `null` is one; nothing at all is null.
Every other word is text, so that 2026-11-22 and NO stay what they look like. A word that some YAML
reader takes for a number, true or null is neither taken nor left as text in silence: it is refused
with the two ways to write it.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType

from auditor.load import number
from auditor.load.fault import Refused, shown

_WORDS: Mapping[str, bool | None] = MappingProxyType(
    {"true": True, "false": False, "null": None, "": None}
)
_MEANT: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("True", "TRUE"), "true"),
        **dict.fromkeys(("False", "FALSE"), "false"),
        **dict.fromkeys(("~", "Null", "NULL"), "null"),
    }
)
_NUMBER_STARTS = frozenset("-+.0123456789")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?P<exact>\.[0-9]+(?:[eE][-+]?[0-9]+)?|[eE][-+]?[0-9]+)?")
_LOOKS_LIKE_NUMBER = re.compile(
    r"[-+]?(?:0[xX][0-9a-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+"
    r"|(?:[0-9][0-9_]*\.?[0-9_]*|\.[0-9][0-9_]*)(?:[eE][-+]?[0-9]+)?)"
)
_NOT_FINITE = re.compile(r"[-+]?(?:\.(?:inf|Inf|INF|nan|NaN|NAN)|NaN|Infinity)")


@lru_cache(maxsize=2048)  # keys and the words of a vocabulary come again and again
def plain_value(word: str) -> str | int | Decimal | bool | None:
    """Return the value of an unquoted word.

    >>> [plain_value(word) for word in ("5.10", "2026-11-22", "NO", "null", "-3")]
    [Decimal('5.10'), '2026-11-22', 'NO', None, -3]

    Raises Refused for a word of two meanings and for a number beyond the bounds.
    """
    if word in _WORDS:
        return _WORDS[word]
    if word[0] in _NUMBER_STARTS:
        if as_json := _NUMBER.fullmatch(word):
            return number.exact(word) if as_json["exact"] else number.whole(word)
        if _LOOKS_LIKE_NUMBER.fullmatch(word):
            raise Refused(f"{shown(word)} can be a number or a text", _how_to_write(word))
    if word in _MEANT:
        raise Refused(
            f"{word} can mean {_MEANT[word]} or a text",
            f'Write {_MEANT[word]}, or "{word}" in double quotes for the text.',
        )
    if _NOT_FINITE.fullmatch(word):
        raise number.not_finite(word)
    return word


def _how_to_write(word: str) -> str:
    plain = re.sub(r"^(-?)0+(?=[0-9])", r"\1", word.replace("_", "").lstrip("+"))
    plain = re.sub(r"^(-?)\.", r"\g<1>0.", plain).removesuffix(".")
    digits = shown(plain) if _NUMBER.fullmatch(plain) else "ordinary digits"
    return f'Write {digits} for the number, or "{shown(word)}" in double quotes for a code.'
