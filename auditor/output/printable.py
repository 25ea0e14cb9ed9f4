"""Make text from an audited file safe to print: nothing hidden, nothing that steers a terminal."""

import unicodedata
from collections.abc import Callable

# Controls, formats (text direction, zero width), private use, surrogates, line separators.
_HIDDEN = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})
_SPACE = frozenset("\t\n\r")


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


def _shown(character: str, covers: Callable[[str], bool]) -> str:
    if character in _SPACE:
        return " "
    if unicodedata.category(character) in _HIDDEN or not covers(character):
        return f"[U+{ord(character):04X}]"
    return character
