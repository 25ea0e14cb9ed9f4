"""Find the words of a sentence that put a multiple or a fraction, such as "more than twice"."""

import re

from auditor.facts.statements_words import meaning_of

_BEFORE, _INSIDE = 5, 5
_WORD = re.compile(r"[^\s]+")


def comparing_words(text: str) -> str:
    """Return the words of a text that compare, or an empty text where none or several do.

    The shortest run of words that the table can read is taken, and with it the words in front of
    and behind it that change what it means.

    >>> comparing_words("the savings alone are more than twice the annual cost")
    'more than twice'
    >>> comparing_words("nearly halving the cost of care")
    'nearly halving'
    """
    words = _WORD.findall(text)[:400]
    runs = _shortest(words)
    if len(runs) != 1:
        return ""
    start, end = runs[0]
    start = _reaching(words, start, end)
    after = words[start : end + 1]
    if _read(after) not in (None, _read(words[start:end])) and end < len(words):
        end += 1
    return " ".join(words[start:end]).strip(".,;:()“”\"'")


def _shortest(words: list[str]) -> list[tuple[int, int]]:
    """Return the shortest runs that can be read, without those that hold another one."""
    runs: list[tuple[int, int]] = []
    for start in range(len(words)):
        for length in range(1, _INSIDE + 1):
            if _read(words[start : start + length]) is not None:
                runs.append((start, start + length))
                break
    return [
        (a, b) for a, b in runs if not any(a <= c and d <= b and (a, b) != (c, d) for c, d in runs)
    ]


def _reaching(words: list[str], start: int, end: int) -> int:
    """Return where the words begin that still change what a run means."""
    first, known = start, _read(words[start:end])
    for step in range(1, _BEFORE + 1):
        if step > start:
            break
        wider = _read(words[start - step : end])
        if wider is not None and wider != known:
            first, known = start - step, wider
    return first


def _read(words: list[str]) -> tuple[object, ...] | None:
    found = meaning_of(" ".join(words))
    return None if found is None else (found.hedge, found.certain, found.possible)
