"""Write places in a file as people read them: `sroi.rows[0–2, 4].proxy`."""

import re
from collections.abc import Callable, Iterable, Sequence

_ENTRY = re.compile(r"/\d+(?=/|$)")
_LAST = re.compile(r"/\d+((?:/[^/\d][^/]*)*)$")
MOST_NAMES = 6
"""How many entries of a list are named beside their numbers."""


def path_words(pointer: str) -> str:
    """Return a pointer as people read it: `sroi.rows[2].proxy`."""
    words = ""
    for part in pointer.strip("/").split("/"):
        words += f"[{part}]" if part.isdigit() else f".{part}"
    return words.lstrip(".")


def words_of(pointer: str) -> str:
    """Return a JSON pointer as dotted words; a derived value already has its name."""
    return path_words(pointer) if pointer.startswith("/") else pointer


def pattern_of(pointer: str) -> str:
    """Return a JSON pointer as dotted words with `[…]` for every number of an entry."""
    return re.sub(r"\.\*(?=\.|$)", "[…]", words_of(_ENTRY.sub("/*", pointer)))


def together(
    pointers: Iterable[str], *, name: Callable[[str], str] | None = None
) -> tuple[str, ...]:
    """Return pointers as words, those that differ in their last number alone as one.

    `name` gives the name of an entry by its pointer; up to six are then said behind the numbers.
    """
    groups: dict[str, list[str]] = {}
    for pointer in dict.fromkeys(pointers):
        groups.setdefault(_LAST.sub(r"/*\1", pointer), []).append(pointer)
    return tuple(_joined(key, own, name) for key, own in groups.items())


def _joined(key: str, pointers: Sequence[str], name: Callable[[str], str] | None) -> str:
    found = [_LAST.search(pointer) for pointer in pointers]
    names = [name(p[: m.start(1)]) for p, m in zip(pointers, found, strict=True) if m and name]
    named = f" ({', '.join(names)})" if names and all(names) and len(names) <= MOST_NAMES else ""
    if len(pointers) == 1:
        return f"{words_of(pointers[0])}{named}"
    numbers = sorted(int(match[0][1 : match.start(1) - match.start()]) for match in found if match)
    head, _, tail = key.partition("/*")
    below = f".{path_words(tail)}" if tail else ""
    return f"{path_words(head)}[{ranges(numbers)}]{below}{named}"


def ranges(numbers: Iterable[int]) -> str:
    """Return rising numbers with neighbours as a range: `0–2, 4`."""
    spans: list[tuple[int, int]] = []
    for number in numbers:
        if spans and number == spans[-1][1] + 1:
            spans[-1] = (spans[-1][0], number)
        else:
            spans.append((number, number))
    return ", ".join(f"{a}" if a == b else f"{a}–{b}" for a, b in spans)
