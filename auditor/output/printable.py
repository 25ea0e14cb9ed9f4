"""Make text from an audited file safe to print: nothing hidden, nothing that steers a terminal."""

import unicodedata
from collections.abc import Callable
from functools import lru_cache

BREAK = "\u200b"
"""Lets a very long word end its line here. Text of a file has none: it is written as its number."""

# Controls, formats (text direction, zero width), private use, surrogates, line separators.
_HIDDEN = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})
_ENDS_A_LINK = frozenset(' <>"`\\')
_SPACE = frozenset("\t\n\r")
_NO_CHARACTER = frozenset(range(0xFDD0, 0xFDF0))


def _covers_everything(character: str) -> bool:
    return True


def printable(text: str, *, covers: Callable[[str], bool] = _covers_everything) -> str:
    """Return text in which every hidden character is written as its number, such as `[U+202E]`.

    Tabs and line breaks become spaces. `covers` says which characters the fonts at hand can show;
    the others are written as their number too.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(character, covers) for character in text)


def is_web_address(text: str) -> bool:
    """Say whether text may become a link: a plain web address and nothing else."""
    is_plain = text.isascii() and text.isprintable() and not set(text) & _ENDS_A_LINK
    return is_plain and text.startswith(("https://", "http://"))


@lru_cache(maxsize=4_096)
def _shown(character: str, covers: Callable[[str], bool]) -> str:
    if character in _SPACE:
        return " "
    if _is_hidden(character) or not covers(character):
        return f"[U+{ord(character):04X}]"
    return character


def _is_hidden(character: str) -> bool:
    """Say whether nothing would be seen of a character, or it is none and XML forbids some."""
    number = ord(character)
    is_none = number in _NO_CHARACTER or number & 0xFFFE == 0xFFFE
    return is_none or unicodedata.category(character) in _HIDDEN
