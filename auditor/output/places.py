"""Write places in a file as people read them: `sroi.rows[0–2, 4].proxy`."""

import re
from collections.abc import Iterable, Sequence

from auditor.engine.answer import path_words

_ENTRY = re.compile(r"/\d+(?=/|$)")


def words_of(pointer: str) -> str:
    """Return a JSON pointer as dotted words; a derived value already has its name."""
    return path_words(pointer) if pointer.startswith("/") else pointer


def pattern_of(pointer: str) -> str:
    """Return a JSON pointer as dotted words with `[…]` for every number of an entry."""
    return re.sub(r"\.\*(?=\.|$)", "[…]", words_of(_ENTRY.sub("/*", pointer)))


def together(pointers: Iterable[str]) -> tuple[str, ...]:
    """Return pointers as words, those that differ in one number as one."""
    groups: dict[str, list[str]] = {}
    for pointer in dict.fromkeys(pointers):
        one_number = len(_ENTRY.findall(pointer)) == 1
        groups.setdefault(pattern_of(pointer) if one_number else pointer, []).append(pointer)
    return tuple(_joined(pattern, own) for pattern, own in groups.items())


def _joined(pattern: str, pointers: Sequence[str]) -> str:
    if len(pointers) == 1:
        return words_of(pointers[0])
    numbers = sorted(int(_ENTRY.findall(pointer)[0][1:]) for pointer in pointers)
    return pattern.replace("[…]", f"[{ranges(numbers)}]")


def ranges(numbers: Iterable[int]) -> str:
    """Return rising numbers with neighbours as a range: `0–2, 4`."""
    spans: list[tuple[int, int]] = []
    for number in numbers:
        if spans and number == spans[-1][1] + 1:
            spans[-1] = (spans[-1][0], number)
        else:
            spans.append((number, number))
    return ", ".join(f"{a}" if a == b else f"{a}–{b}" for a, b in spans)
