"""Read the texts that the cells of a workbook share."""

from typing import IO
from xml.parsers import expat

from auditor.load.text import UNPRINTABLE

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main "
"""How the names of a workbook's elements begin, as the parser is asked to write them."""

_CARRIAGE_RETURN = "_x000D_"


def printable_text(text: str) -> str:
    """Return a text with a space for every character that nobody can see."""
    if _CARRIAGE_RETURN in text:
        text = text.replace(_CARRIAGE_RETURN, "")
    return UNPRINTABLE.sub(" ", text)


class SharedStrings:
    """Collect each text: all its runs, without the reading aids of East Asian writing."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._runs: list[str] = []
        self._aids = 0
        self._in_text = False

    def start(self, tag: str, _: dict[str, str]) -> None:
        """Take note of where an element begins."""
        if tag == f"{MAIN}t":
            self._in_text = not self._aids
        elif tag == f"{MAIN}rPh":
            self._aids += 1

    def text(self, text: str) -> None:
        """Keep the characters of a run."""
        if self._in_text:
            self._runs.append(text)

    def end(self, tag: str) -> None:
        """Take note of where an element ends."""
        if tag == f"{MAIN}t":
            self._in_text = False
        elif tag == f"{MAIN}si":
            self.found.append("".join(self._runs))
            self._runs.clear()
        elif tag == f"{MAIN}rPh":
            self._aids -= 1


def read_strings(source: IO[bytes]) -> list[str]:
    """Return the shared texts in their order."""
    strings = SharedStrings()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = strings.start
    parser.CharacterDataHandler = strings.text
    parser.EndElementHandler = strings.end
    parser.ParseFile(source)
    return strings.found
